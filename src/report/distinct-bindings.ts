import type { Binding } from '../model.ts';
import type { JudgedMention, MentionsInFile, Outcome } from './judgement.ts';

export function outcomeOf({ target }: Binding): Outcome {
  switch (target.status) {
    case 'bound':
    case 'missing':
      return 'checked';
    case 'ambiguous':
    case 'unplaced':
      return 'unknown';
    case 'foreign':
      return 'foreign';
  }
}

export function judgedMention(binding: Binding): JudgedMention {
  const { kind, span } = binding.mention;
  return [kind, span.start, span.end, outcomeOf(binding)];
}

/** What is mentioned, by page and file, in the order of the bindings. */
export function mentionsByFile(bindings: readonly Binding[]): readonly MentionsInFile[] {
  const groups = new Map<string, { page: string; file: string; mentions: JudgedMention[] }>();
  for (const binding of bindings) {
    const { page, file } = binding;
    const key = page === file ? page : `${page}\0${file}`;
    const group = groups.get(key);
    if (group) group.mentions.push(judgedMention(binding));
    else groups.set(key, { page, file, mentions: [judgedMention(binding)] });
  }
  return [...groups.values()];
}

export function distinctBindings(bindings: readonly Binding[]): readonly Binding[] {
  return distinctBy(bindings, (binding) => ({ file: binding.file, mention: judgedMention(binding) }));
}

interface MentionPlace {
  readonly file: string;
  readonly mention: JudgedMention;
}

/**
 * Each mention once, however many pages render the snippet it stands in. Where they bind it differently, it counts as checked if any of
 * them could hold it against a spec.
 */
export function distinctBy<Item>(items: readonly Item[], placeOf: (item: Item) => MentionPlace): readonly Item[] {
  const distinct = new Map<string, { readonly item: Item; readonly outcome: Outcome }>();
  for (const item of items) {
    const {
      file,
      mention: [kind, start, end, outcome],
    } = placeOf(item);
    const key = `${kind} ${start} ${end} ${file}`;
    if (distinct.get(key)?.outcome !== 'checked') distinct.set(key, { item, outcome });
  }
  return [...distinct.values()].map(({ item }) => item);
}
