import type { SourceText } from '../../text/source-text.ts';
import { liftPieces, type Piece, variablePiece, verbatimPiece } from './lifted-text.ts';

/**
 * The text with marks of guide writers blotted out that a shell would take for syntax: `<your-id>`, `{{ base }}`,
 * `&` in bare URLs, prompts, continuations of other shells. Every character keeps its place, so offsets found in the
 * result are good in the original.
 */
export function blotForShell(text: string): string {
  const marked = text
    .replace(/\r(?=\n|$)/g, ' ')
    .replace(/\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,120}%\}/g, blot)
    .replace(/(?<![<\\])<[A-Za-z_](?:[\w .,/:|()[\]-]{0,80}[\w.)\]])?>/g, blot)
    .replace(/^[ \t]*(?:[$%>❯➜!]|PS [^>\n]{0,60}>|[\w.-]{1,40}@[\w.-]{1,60}[^\n$#%]{0,60}[$#%])(?=[ \t])/gm, blank)
    .replace(/(?<=\s)[\\^`][ \t]+\n|(?<=\s)\^\n|(?<=\s)`\n(?=[ \t]*(?:-|["']|https?:))/g, blank);
  return withoutQueryMarks(marked).replace(/(^[^\n]*)\n(?=[ \t]*--?[A-Za-z])/gm, joinForgottenContinuation);
}

function withoutQueryMarks(text: string): string {
  if (!text.includes('?') || !text.includes('&')) return text;
  return text.replace(/[^\s"'`]+/g, (word) =>
    word.includes('?') ? word.replace(/&amp;|(?<!&)&(?=[A-Za-z_%[{$])/g, blot) : word,
  );
}

/** What a shell makes of the word at `start`–`end`: without quote marks and escapes, expansions as they are written. */
export function unquoteWord(code: SourceText, start: number, end: number): SourceText {
  const text = code.text.slice(start, end);
  if (text !== '' && !/["'$\\]/.test(text)) return liftPieces(code, [{ text, start, end }]);
  const pieces: Piece[] = [];
  let quote = '';
  for (let i = start; i < end; ) {
    const run = plainRun(code.text, i, end, quote);
    if (run > i) {
      pieces.push(verbatimPiece(code, i, run));
      i = run;
      continue;
    }
    const step = quote === "'" ? plainStep(code.text, i, quote) : nextStep(code.text, i, end, quote);
    if (step.quote !== undefined) quote = step.quote;
    if (step.piece) pieces.push(step.piece);
    i = step.next;
  }
  return liftPieces(code, pieces);
}

const SINGLE_QUOTE = /'/g;
const SHELL_MARK = /[\\$"']/g;

/** How far nothing of it means anything to the shell: a body may have thousands of such characters. */
function plainRun(text: string, start: number, end: number, quote: string): number {
  const marks = quote === "'" ? SINGLE_QUOTE : SHELL_MARK;
  marks.lastIndex = start;
  return Math.min(marks.exec(text)?.index ?? end, end);
}

interface Step {
  readonly next: number;
  readonly piece?: Piece;
  /** The quote that is open from here on. */
  readonly quote?: string;
}

function nextStep(text: string, i: number, end: number, quote: string): Step {
  const char = text.charAt(i);
  if (char === '\\' && i + 1 < end) return escapeStep(text, i, quote);
  if (char === '$' && text[i + 1] === '(') return substitutionStep(text, i, end);
  if (char === '$' && text[i + 1] === '{') return expansionStep(text, i, end);
  if (quote === '' && char === '$' && (text[i + 1] === "'" || text[i + 1] === '"')) return { next: i + 1 };
  if (quote === '' && (char === '"' || char === "'")) return { next: i + 1, quote: char };
  return plainStep(text, i, quote);
}

function plainStep(text: string, i: number, quote: string): Step {
  const char = text.charAt(i);
  if (quote !== '' && char === quote) return { next: i + 1, quote: '' };
  return { next: i + 1, piece: { text: char, start: i, end: i + 1 } };
}

/** Bash manual, "Double Quotes": inside them a backslash only escapes `$`, `` ` ``, `"`, `\` and the line end. */
function escapeStep(text: string, i: number, quote: string): Step {
  const escaped = text.charAt(i + 1);
  if (escaped === '\n') return { next: i + 2 };
  if (quote === '"' && !'$`"\\'.includes(escaped)) return plainStep(text, i, quote);
  return { next: i + 2, piece: { text: escaped, start: i, end: i + 2 } };
}

function substitutionStep(text: string, i: number, end: number): Step {
  let depth = 0;
  let close = i + 1;
  for (; close < end; close++) {
    if (text[close] === '(') depth++;
    if (text[close] === ')' && --depth === 0) break;
  }
  const next = Math.min(close + 1, end);
  return { next, piece: variablePiece(text.slice(i + 2, close).slice(-200), i, next) };
}

function expansionStep(text: string, i: number, end: number): Step {
  const close = text.indexOf('}', i);
  const next = close === -1 || close >= end ? end : close + 1;
  const name = /^[!#]?[\w.]+/.exec(text.slice(i + 2, Math.min(next, i + 100)))?.[0];
  // `${BASE:-http://localhost}` is the variable `BASE`; `${<region>}` and the like stay as the writer left them.
  if (name === undefined) return plainStep(text, i, '');
  return { next, piece: { text: `\${${name}}`, start: i, end: next } };
}

function joinForgottenContinuation(all: string, line: string): string {
  const goesOn = /[\\|&]$/.test(line) || line.includes('<<') || /^\s*#/.test(line);
  return goesOn || line.trim() === '' ? all : `${line} `;
}

function blot(mark: string): string {
  return 'x'.repeat(mark.length);
}

function blank(mark: string): string {
  return ' '.repeat(mark.length);
}
