import type { Span } from '../model.ts';
import type { PageContext } from './extractor.ts';

const DIRECTIVE =
  /^\s*specwins-(?<kind>disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)(?<rules>[\s\w,-]*?)(?:\s--\s(?<reason>[\s\S]*?))?\s*$/;

/** Reads the text of a comment; one that is no directive of ours is left alone. `span` is the comment in the file. */
export function readDirective(comment: string, span: Span, page: PageContext): void {
  const match = DIRECTIVE.exec(comment);
  if (!match?.groups) return;
  const { kind, rules: list = '', reason } = match.groups;
  const rules = list.split(/[\s,]+/).filter((rule) => rule !== '');
  const base = { rules, span, ...(reason !== undefined && { reason: reason.trim() }) };
  switch (kind) {
    case 'disable-file':
      return page.directive({ kind, ...base, scope: { start: 0, end: page.text.length } });
    case 'disable-line':
      return page.directive({ kind, ...base, scope: linesOf(page.text, span) });
    case 'disable-next-line':
      return page.directive({ kind, ...base, scope: nextLine(page.text, span.end) });
    case 'disable':
      return page.openDirective({ kind, ...base });
    case 'enable':
      return page.closeDirectives(rules, span.start);
  }
}

function linesOf(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  return { start: text.lastIndexOf('\n', span.start) + 1, end: end < 0 ? text.length : end };
}

/** The next line that is not blank; where that opens a fence, the whole fence, since no comment can stand inside. */
function nextLine(text: string, from: number): Span {
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd < 0) return { start: text.length, end: text.length };
  const rest = /\S/.exec(text.slice(lineEnd));
  const start = rest ? text.lastIndexOf('\n', lineEnd + rest.index) + 1 : text.length;
  const line = linesOf(text, { start, end: start });
  const fence = /^[\s>]*(`{3,}|~{3,})/.exec(text.slice(line.start, line.end))?.[1];
  if (fence === undefined) return line;
  const close = new RegExp(`^[\\s>]*${fence.charAt(0)}{${fence.length},}\\s*$`, 'm').exec(text.slice(line.end));
  return close
    ? { start: line.start, end: line.end + close.index + close[0].length }
    : { start: line.start, end: text.length };
}
