import type { PathSegment } from '../model.ts';

/** The first words of a path that tell one API from another: version words do not count, `/api/v1/webhooks` gives three. */
export function prefixOf(segments: readonly PathSegment[]): string | undefined {
  const words: string[] = [];
  for (const segment of segments) {
    if (segment.kind !== 'literal') return undefined;
    words.push(segment.text);
    if (!isGeneric(segment.text)) return `/${words.join('/')}`;
  }
  return undefined;
}

/** `api`, `v2`, `2.0`, `rest`: words that most APIs have before their resources. */
export function isGeneric(word: string): boolean {
  return /^(?:api|rest|v?\d+(?:\.\d+)*(?:-?(?:alpha|beta)\d*)?|public|latest)$/i.test(word);
}
