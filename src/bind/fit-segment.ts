import type { PathSegment, SpecSegment } from '../model.ts';

export type SegmentFit = 'literal' | 'parameter' | 'value' | 'weak' | 'family';

/** How one segment of a mention fits one of a template; nothing where it does not. */
export function fitSegment(segment: PathSegment, spec: SpecSegment): SegmentFit | undefined {
  if (spec.kind === 'literal') return fitLiteral(segment, spec.text);
  switch (segment.kind) {
    case 'parameter':
    case 'wildcard':
      return 'parameter';
    case 'mixed':
      return 'parameter';
    case 'literal':
      return fitsPieces(segment.text, spec.pieces) ? 'value' : undefined;
  }
}

function fitLiteral(segment: PathSegment, literal: string): SegmentFit | undefined {
  switch (segment.kind) {
    case 'literal':
      return segment.text === literal || decode(segment.text) === decode(literal) ? 'literal' : undefined;
    case 'parameter':
      if (segment.text === literal) return 'literal';
      // `$RESOURCE` may stand for any word, `{kind}` for several; `{id}` names a parameter of the path.
      if (segment.style === 'shell' || segment.style === 'template' || /version/i.test(segment.name)) return 'weak';
      return /(?:id|key|name|slug|token|number)$/i.test(segment.name) ? undefined : 'family';
    case 'mixed':
      return fitsPieces(literal, segment.pieces) ? 'weak' : undefined;
    case 'wildcard':
      return 'weak';
  }
}

/** `{id}.json` has the pieces `''` and `.json`: the text must hold them in this order with something between. */
function fitsPieces(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length <= first.length + last.length) return false;
  let from = first.length;
  for (const piece of rest.slice(0, -1)) {
    const at = text.indexOf(piece, from + 1);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/** Percent-encoding undone, where it can be. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
