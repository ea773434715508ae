import type { Stance } from '../../model.ts';

/**
 * How the comments around the code at `start`–`end` mean it: the rest of its last line, and the comment lines that
 * stand directly above it.
 */
export function readStance(text: string, start: number, end: number): Stance {
  return stanceOf(`${commentAfter(text, end)}\n${commentsAbove(text, start)}`);
}

const MARKER = /^[ \t]*(?:#|\/\/|--|%%|\/\*|\*|<!--|;)/;

function commentAfter(text: string, end: number): string {
  const rest = text.slice(end, Math.min(lineEnd(text, end), end + 300));
  return /(?:^|\s)(?:#|\/\/|--|—|\/\*|<--|←|\().*$/.exec(rest)?.[0] ?? '';
}

function commentsAbove(text: string, start: number): string {
  const lines: string[] = [];
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  // Six lines hold any comment that still speaks of one request; a file header is no such comment.
  while (lineStart > 0 && lines.length < 6) {
    const above = text.lastIndexOf('\n', lineStart - 2) + 1;
    const line = text.slice(above, lineStart - 1);
    if (line.length > 300 || !MARKER.test(line)) break;
    lines.push(line);
    lineStart = above;
  }
  return lines.reverse().join('\n');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const DENIED =
  /\b(?:do not|don['’]t|never|wrong(?!-)|incorrect|bad|not (?:allowed|supported|available|possible)|fails?|will fail|avoid|anti-?pattern)\b|[❌✗✘]|\b(?:404|405|410|501)\b/i;

const HISTORICAL = new RegExp(
  [
    String.raw`\blegacy\b`,
    String.raw`\bno longer\b`,
    String.raw`(?:^|[#/*-])\s*(?:before|v\d+|version \d+)\s*(?:$|[:(])`,
    String.raw`\b(?:was|were|been|is|are|now) removed\b`,
    String.raw`\bremoved (?:in|since|as of|with)\b`,
    String.raw`(?:^|[(#/*-])\s*removed\s*(?:$|[):.!])`,
    String.raw`\bold\b(?=\s*(?:$|[:().]|way|api|endpoint|route|path|url|version|style|syntax|format|method))`,
  ].join('|'),
  'im',
);

function stanceOf(comment: string): Stance {
  // "Replaces the deprecated call" speaks of another request.
  const own = comment.replace(/\b(?:replac\w+|instead of|unlike|supersed\w+)\b.*/gi, '');
  if (/\bdeprecat(?:ed|ion)\b/i.test(own)) return 'deprecated';
  if (DENIED.test(own)) return 'negated';
  return HISTORICAL.test(own) ? 'historical' : 'claim';
}
