import type { Binding } from '../model.ts';

/** What came of a mention: it was held against a truth, nobody can tell, or it speaks of others. */
export type Outcome = 'checked' | 'unknown' | 'foreign';

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

/**
 * Each mention once, however many pages render the snippet it stands in. Where they bind it differently, it counts as checked if any of
 * them could hold it against a spec.
 */
export function distinctBindings(bindings: readonly Binding[]): readonly Binding[] {
  const mentions = new Map<string, Binding>();
  for (const binding of bindings) {
    const { file, mention } = binding;
    const key = `${mention.kind} ${mention.span.start} ${mention.span.end} ${file}`;
    const known = mentions.get(key);
    if (known === undefined || outcomeOf(known) !== 'checked') mentions.set(key, binding);
  }
  return [...mentions.values()];
}
