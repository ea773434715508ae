import type { ReportedFinding } from '../report.ts';
import type { Passage, PassageLine } from '../review.ts';
import { cropPassageLine } from './crop-passage-line.ts';
import type { QuotedFile } from './quoted-file.ts';

/** Lines before and behind the place. */
const around = 2;
/** Of the place itself. */
const mostLines = 8;

/** The place of a finding in its page, with some lines around it. */
export function guidePassage({ lines }: QuotedFile, { start, end }: Pick<ReportedFinding, 'start' | 'end'>): Passage {
  const lastMarked = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const lastShown = Math.min(lastMarked, start.line + mostLines - 1);
  const left = lastMarked - lastShown;
  const begin = Math.max(1, start.line - around);
  const finish = left > 0 ? lastShown : Math.min(lines.count, lastMarked + around);
  const quoted: PassageLine[] = [];
  for (let number = begin; number <= finish; number += 1) {
    const text = lines.text(number);
    const marked = number >= start.line && number <= lastShown;
    const from = number === start.line ? start.column - 1 : text.length - text.trimStart().length;
    const to = number === end.line ? end.column - 1 : text.trimEnd().length;
    quoted.push(cropPassageLine({ number, text, marked, ...(marked && to > from && { mark: { from, to } }) }));
  }
  return { lines: withoutEmptyEdges(quoted), left };
}

function withoutEmptyEdges(lines: readonly PassageLine[]): readonly PassageLine[] {
  const matters = ({ text, marked }: PassageLine): boolean => marked || text.trim() !== '';
  return lines.slice(lines.findIndex(matters), lines.findLastIndex(matters) + 1);
}
