import { type SourceText, spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { type OptionTable, sortWords } from './curl-options.ts';
import { readFilter } from './jq-filter.ts';
import type { PipedCommand } from './shell-commands.ts';

/** jq 1.7, `man jq`. */
const jqOptions: OptionTable = { short: 'fL', long: new Set(['from-file', 'indent', 'library-path']) };
/** Options that take two values each. */
const NAMED = /^--(?:arg|argjson|slurpfile|rawfile)$/;
/** They change what the filter reads, or where it comes from. */
const OTHER_INPUT = /^(?:-[a-zA-Z]*[nRsf][a-zA-Z]*|--(?:null-input|raw-input|slurp|from-file|seq|stream))$/;

/** The fields of the answer that the command behind a request picks with jq. */
export function readerFacts([reader]: readonly PipedCommand[]): readonly FactDraft[] {
  if (reader?.name !== 'jq') return [];
  const filter = filterOf(reader);
  return filter ? readFilter(filter).map((field) => factOf(filter, field)) : [];
}

/** Whether the commands behind a request print its answer whole. */
export function printsAll(readers: readonly PipedCommand[]): boolean {
  return readers.every(({ name, words }) => {
    const text = words.map((word) => word.value.text).join(' ');
    if (name === 'jq' || name === 'yq') return /^(?:-[A-Z] )*\.?$/.test(text);
    return /^(?:json_pp|cat|tee|less|more|json|prettier)$/.test(name) || /\bjson\.tool\b/.test(text);
  });
}

function filterOf({ words }: PipedCommand): SourceText | undefined {
  const given = words.filter((_, index) => !NAMED.test(words[index - 1]?.value.text ?? '') && !isSecond(index));
  const { options, operands } = sortWords(given, jqOptions);
  if (options.some(({ word }) => OTHER_INPUT.test(word.value.text))) return undefined;
  // A second operand is a file, which it reads instead.
  return operands.length === 1 ? operands[0]?.value : undefined;

  function isSecond(index: number): boolean {
    return NAMED.test(words[index - 2]?.value.text ?? '');
  }
}

function factOf(filter: SourceText, { path, start, end }: ReturnType<typeof readFilter>[number]): FactDraft {
  return {
    kind: 'field',
    source: 'jq',
    span: spanOf(filter, start, end),
    text: filter.text.slice(start, end),
    place: 'response',
    path,
    claims: {},
    stance: 'claim',
  };
}
