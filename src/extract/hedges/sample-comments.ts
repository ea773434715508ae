import { type SourceText, slice } from '../../text/source-text.ts';
import { splitLines } from '../code/lines.ts';

/** A comment in a sample, without its marks. */
export interface SampleComment {
  readonly text: SourceText;
  /** It stands behind something on its line. */
  readonly trailing: boolean;
  /** What it may speak of, as offsets in the fence: its line, and, where it has that for itself, what follows to the next blank line. */
  readonly reach: { readonly start: number; readonly end: number };
}

const SLASHES =
  /^(?:js|jsx|javascript|mjs|cjs|node|ts|tsx|typescript|json|json5|jsonc|hjson|java|go|golang|kotlin|kt|c|cpp|cs|csharp|c#|rust|rs|swift|php|dart|scala|groovy|graphql|)$/;
const HASHES =
  /^(?:sh|bash|shell|zsh|fish|console|curl|powershell|ps1|yaml|yml|py|python|python3|rb|ruby|toml|http|rest|env|dotenv|ini|dockerfile|makefile|r|perl|elixir|php|graphql|hjson|)$/;
const DASHES = /^(?:sql|psql|lua|haskell)$/;

/** A mark at the start of a line or behind white space; not `http://` and not `#` in a word. */
const MARKS = {
  slashes: /(?:^|\s)(?:\/\/+|\/\*+)(?=\s|\w|$)/g,
  hashes: /(?:^|\s)#+(?=\s|\w|$)/g,
  dashes: /(?:^|\s)--(?=\s|$)/g,
} as const;

/** The comments of a sample that reach to the end of their line. Readers see them, unlike comments of the page. */
export function commentsIn(code: SourceText, lang: string): readonly SampleComment[] {
  const marks = [
    ...(SLASHES.test(lang) ? [MARKS.slashes] : []),
    ...(HASHES.test(lang) ? [MARKS.hashes] : []),
    ...(DASHES.test(lang) ? [MARKS.dashes] : []),
  ];
  if (marks.length === 0) return [];
  return splitLines(code.text).flatMap(({ text, start }) => {
    const opening = firstOutsideQuotes(text, marks);
    if (opening === undefined) return [];
    const content = text.slice(opening.end).replace(/\s*\*+\/\s*$/, '');
    const from = start + opening.end + content.length - content.trimStart().length;
    const trailing = /\S/.test(text.slice(0, opening.start));
    const end = start + text.length;
    return [
      {
        text: slice(code, from, start + opening.end + content.length),
        trailing,
        reach: { start, end: trailing ? end : endOfStanza(code.text, end) },
      },
    ];
  });
}

/** Where a comment opens; a mark inside a string is none. */
function firstOutsideQuotes(line: string, marks: readonly RegExp[]): { start: number; end: number } | undefined {
  const openings = marks
    .flatMap((mark) =>
      [...line.matchAll(mark)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    )
    .sort((one, other) => one.start - other.start);
  let quote = '';
  let index = 0;
  for (const opening of openings) {
    for (; index < opening.end; index++) {
      const character = line.charAt(index);
      if (character === '\\') index += 1;
      else if (quote !== '' ? character === quote : /["'`]/.test(character)) quote = quote === '' ? character : '';
    }
    if (quote === '') return opening;
  }
  return undefined;
}

function endOfStanza(text: string, from: number): number {
  const blank = /\n[ \t\r]*(?:\n|$)/.exec(text.slice(from));
  return blank ? from + blank.index : text.length;
}
