import { readFence } from '../../../src/extract/code/read-fence.ts';
import type { RequestSample } from '../../../src/extract/code/request.ts';
import { verbatim } from '../../../src/text/source-text.ts';

/** The samples of a fence that stands in a file behind 100 other characters. */
export function samplesOf(lang: string, code: string): readonly RequestSample[] {
  return readFence({ code: verbatim(code, 100), lang, meta: '' });
}

/** `GET~` is an implied method, `?` none; then the address as it was read. */
export function read(lang: string, code: string): readonly string[] {
  return samplesOf(lang, code).map(({ method, target }) => {
    const stated = method ? `${method.value}${method.implied ? '~' : ''}` : '?';
    return `${stated} ${target.text}`;
  });
}

/** The characters of the fence that a span covers. */
export function covered(code: string, span: { readonly start: number; readonly end: number }): string {
  return code.slice(span.start - 100, span.end - 100);
}
