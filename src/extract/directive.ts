import type { Span } from '../model.ts';
import type { PageContext } from './extractor.ts';

const DIRECTIVE =
  /^\s*specwins-(?<kind>disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)(?<rules>[\s\w,-]*?)(?:\s--\s(?<reason>[\s\S]*))?$/;

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

/** More directives than this nobody puts before one line. */
const MOST_STACKED = 50;

/**
 * The next line that is neither blank nor another directive; where that opens a fence or a table, all of it, since no
 * comment can stand before its lines.
 */
function nextLine(text: string, from: number, passed = 0): Span {
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd < 0) return { start: text.length, end: text.length };
  const rest = /[^\s>]/.exec(text.slice(lineEnd));
  const start = rest ? text.lastIndexOf('\n', lineEnd + rest.index) + 1 : text.length;
  const line = linesOf(text, { start, end: start });
  const content = text.slice(line.start, line.end);
  if (passed < MOST_STACKED && isDirective(content)) return nextLine(text, line.end, passed + 1);
  return { start: line.start, end: blockEnd(text, line, content) };
}

function isDirective(line: string): boolean {
  return /^[\s>]*(?:<!--|\{\/\*)\s*specwins-(?:(?!-->|\*\/).)*(?:-->|\*\/\})\s*$/.test(line);
}

function blockEnd(text: string, line: Span, content: string): number {
  const below = text.slice(line.end);
  const fence = /^[\s>]*(`{3,}|~{3,})/.exec(content)?.[1];
  if (fence !== undefined) {
    const close = new RegExp(`^[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t\\r]*$`, 'm').exec(below);
    return close ? line.end + close.index + close[0].length : text.length;
  }
  const table = /^\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?\r?(?:\n[^\n]*\|[^\n]*)*/.exec(below);
  return table && content.includes('|') ? line.end + table[0].length : line.end;
}
