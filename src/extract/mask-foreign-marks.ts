import type { Framework } from '../frameworks/framework.ts';

/**
 * The page as MDX will see it after the framework's own preprocessor, with every character at its old place: an HTML
 * comment becomes an MDX comment of the same length, `{#id}` at the end of a heading becomes blanks. Fences stay as
 * they are.
 */
export function maskForeignMarks(text: string, marks: NonNullable<Framework['foreignMarks']>): string {
  const comments = marks.includes('html-comment') && text.includes('<!--');
  const ids = marks.includes('heading-id') && text.includes('{#');
  if (!comments && !ids) return text;
  let masked = '';
  for (const piece of outsideFences(text)) {
    if (piece.fence) masked += piece.text;
    else masked += maskIds(comments ? maskComments(piece.text) : piece.text, ids);
  }
  return masked;
}

function maskComments(text: string): string {
  // In code the mark stands for itself: an odd number of back quotes before it on its line opens code.
  return text.replace(/<!--([\s\S]*?)-->/g, (comment, content: string, index: number) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if ((line.match(/`/g)?.length ?? 0) % 2 === 1) return comment;
    return `{/* ${content.replaceAll('*/', '  ')}*/}`;
  });
}

function maskIds(text: string, enabled: boolean): string {
  if (!enabled) return text;
  return text.replace(
    /^(\s{0,3}#{1,6}\s.*?)(\{#[^{}\n]*\})(?=[ \t]*\r?$)/gm,
    (_, heading: string, id: string) => heading + ' '.repeat(id.length),
  );
}

/** The text in pieces, fences apart; joined they give the text again. */
function outsideFences(text: string): { text: string; fence: boolean }[] {
  const pieces: { text: string; fence: boolean }[] = [];
  let open: string | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/.exec(line)?.[1];
    const inside = open !== undefined;
    if (open === undefined && mark !== undefined) open = mark;
    else if (open !== undefined && mark?.startsWith(open) && new RegExp(`^[\\s>]*${mark.charAt(0)}+\\s*$`).test(line))
      open = undefined;
    const fence = inside || mark !== undefined;
    const last = pieces.at(-1);
    if (last?.fence === fence) last.text += line;
    else pieces.push({ text: line, fence });
  }
  return pieces;
}
