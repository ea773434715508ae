import type { Page, PageFailure, Span } from '../model.ts';
import { byteOrderMark } from '../text/source-text.ts';
import { isRejection } from './engine.ts';
import { extractorsByNode } from './extractors/index.ts';
import { buildPage, type PageInput } from './page-builder.ts';

/**
 * Reads one page: headings, anchors, links, mentions and directives, each with its exact span.
 * A page that does not parse comes back with its `failure` and nothing else.
 */
export function extractPage(input: PageInput, extractors = extractorsByNode): Page {
  try {
    return buildPage(input, extractors);
  } catch (error) {
    const failure = failureOf(error, input.text);
    if (failure === undefined) throw error;
    const { file, format } = input;
    return { file, format, headings: [], anchors: [], links: [], mentions: [], directives: [], imports: [], failure };
  }
}

/** Nothing where the engine leaves the page to another one. */
export function extractUnlessRejected(input: PageInput, extractors = extractorsByNode): Page | undefined {
  try {
    return extractPage(input, extractors);
  } catch (error) {
    if (isRejection(error)) return undefined;
    throw error;
  }
}

const TOO_DEEP = 'Its quotes, lists or elements are nested too deeply';

/** How deep a thread can go depends on the room that it was given. */
export function isTooDeep({ failure }: Page): boolean {
  return failure?.message === TOO_DEEP;
}

/** What the parser says (a vfile message, with its place); nothing where the error is a bug of ours. */
function failureOf(error: unknown, text: string): PageFailure | undefined {
  // Thousands of quotes or elements in one another: parsers and walks alike go down one call for each.
  if (error instanceof RangeError && error.message.includes('call stack'))
    return { message: TOO_DEEP, span: { start: 0, end: 0 } };
  if (!(error instanceof Error) || !('reason' in error) || !('place' in error)) return undefined;
  const reason = oneSentence(String(error.reason));
  // What is not closed is named with its place; the parser itself stops much later.
  const opened = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason);
  const at = opened
    ? offsetAt(text.slice(byteOrderMark(text)), Number(opened[1]), Number(opened[2]))
    : offsetIn(error.place);
  const start = Math.min((at ?? 0) + byteOrderMark(text), text.length);
  const lineEnd = text.indexOf('\n', start);
  const span: Span = { start, end: lineEnd < 0 ? text.length : Math.max(lineEnd, start) };
  return { message: reason.replace(/ \(\d+:\d+-\d+:\d+\)/g, ''), span };
}

function offsetIn(place: unknown): number | undefined {
  if (typeof place !== 'object' || place === null) return undefined;
  if ('offset' in place && typeof place.offset === 'number') return place.offset;
  return 'start' in place ? offsetIn(place.start) : undefined;
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

function oneSentence(reason: string): string {
  return reason.replace(/\s+/g, ' ').replace(/\.$/, '');
}
