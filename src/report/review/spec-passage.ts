import type { Passage, PassageLine } from '../review.ts';
import { cropPassageLine } from './crop-passage-line.ts';
import type { QuotedFile } from './quoted-file.ts';

/** Of what the finding rests on. */
const mostLines = 9;
/** What the spec says comes in short lines; the long ones are descriptions. */
const longestLine = 140;
/** Of the keys around it. */
const mostParents = 3;
/** How far up a key around it is looked for; `paths` of a large spec are far away, and say little. */
const farthest = 1500;

/** The place of a truth with what is below it, and the keys that it stands under. YAML and indented JSON; else a piece of the line. */
export function specPassage({ lines }: QuotedFile, offset: number): Passage {
  const { line, column } = lines.locate(offset);
  const own = lines.text(line);
  const last = endOfBlock(lines, line);
  const lastShown = Math.min(last, line + mostLines - 1);
  const block: PassageLine[] = [];
  for (let number = line; number <= lastShown; number += 1) {
    // A minified spec is one line: what follows the key is what it rests on.
    const mark = number === line && own.length > 300 && { mark: { from: column - 1, to: column + 119 } };
    block.push(cropPassageLine({ number, text: lines.text(number), marked: true, ...mark }, longestLine));
  }
  return { lines: [...parentsOf(lines, line), ...block], left: last - lastShown };
}

function parentsOf(lines: QuotedFile['lines'], line: number): readonly PassageLine[] {
  const parents: PassageLine[] = [];
  let indent = indentOf(lines.text(line));
  for (let number = line - 1; number >= Math.max(1, line - farthest) && indent > 0; number -= 1) {
    const text = lines.text(number);
    if (isIdle(text) || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    if (!/^\s*[[{]\s*$/.test(text)) parents.unshift(cropPassageLine({ number, text, marked: false }, longestLine));
    if (parents.length === mostParents) break;
  }
  return parents;
}

/** The last line below the key on `line`, by indentation. */
function endOfBlock(lines: QuotedFile['lines'], line: number): number {
  const indent = indentOf(lines.text(line));
  let last = line;
  for (let number = line + 1; number <= lines.count && number <= line + farthest; number += 1) {
    const text = lines.text(number);
    if (isIdle(text)) continue;
    const own = indentOf(text);
    // The items of a YAML list may stand under the first letter of its key.
    const isItem = own === indent && /^\s*- /.test(text) && /:\s*$/.test(lines.text(line));
    if (own < indent || (own === indent && !isItem)) return own === indent && /^\s*[\]}]/.test(text) ? number : last;
    last = number;
  }
  return last;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** Comments and empty lines have no place in the tree. */
function isIdle(text: string): boolean {
  const trimmed = text.trimStart();
  return trimmed === '' || trimmed.startsWith('#');
}
