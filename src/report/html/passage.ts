import type { ReportedFinding } from '../report.ts';
import type { Passage, PassageLine } from '../review.ts';
import { type Markup, markup } from './markup.ts';

/** Lines of a file with their numbers, and the place in them marked. What all are indented by is left out. */
export function renderPassage(caption: Markup, { lines, left }: Passage): Markup {
  const rest = left > 0 && markup`<p class="left">… and ${left} more ${left === 1 ? 'line' : 'lines'}</p>`;
  const indent = commonIndent(lines);
  const rows = lines.map((line, index) => renderLine(line, { indent, before: lines[index - 1]?.number }));
  return markup`<figure><figcaption>${caption}</figcaption>
<pre><code>${rows}</code></pre>${rest}</figure>`;
}

function commonIndent(lines: readonly PassageLine[]): number {
  const indents = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  return Math.min(...indents, ...lines.flatMap(({ mark }) => mark?.from ?? []));
}

interface Beside {
  readonly indent: number;
  /** The number of the line before; they may jump. */
  readonly before: number | undefined;
}

function renderLine({ number, text, marked, mark }: PassageLine, { indent, before = number - 1 }: Beside): Markup {
  const content = mark
    ? markup`${text.slice(indent, mark.from)}<mark>${text.slice(mark.from, mark.to)}</mark>${text.slice(mark.to)}`
    : markup`${text.slice(indent)}`;
  const classes = ['line', marked ? 'marked' : '', number > before + 1 ? 'jump' : ''].filter((name) => name !== '');
  return markup`<span class="${classes.join(' ')}" data-number="${number}">${content}
</span>`;
}

/** The one line that every report has, where nothing was quoted. */
export function passageOfExcerpt({ excerpt, start, end }: ReportedFinding): Passage | undefined {
  if (!excerpt) return undefined;
  const to = end.line === start.line ? end.column - 1 : excerpt.line.length;
  const from = start.column - 1;
  const mark = to > from && { mark: { from, to } };
  return { lines: [{ number: start.line, text: excerpt.line, marked: true, ...mark }], left: 0 };
}
