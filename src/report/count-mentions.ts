import type { Binding, Finding, Span } from '../model.ts';
import type { MentionCounts } from './report.ts';

type Outcome = 'checked' | 'unknown' | 'foreign';

/** Counts each mention once, however many pages render the snippet it stands in. */
export function countMentions(bindings: readonly Binding[], findings: readonly Finding[]): MentionCounts {
  const mentions = distinctMentions(bindings);
  const count = (outcome: Outcome): number => mentions.filter((mention) => mention.outcome === outcome).length;
  const refuted = placesByFile(findings);
  const drift = mentions.filter(
    ({ outcome, file, span }) => outcome === 'checked' && refuted.get(file)?.some((place) => overlap(place, span)),
  );
  return {
    total: mentions.length,
    checked: count('checked'),
    drift: drift.length,
    unknown: count('unknown'),
    foreign: count('foreign'),
  };
}

interface CountedMention {
  readonly file: string;
  readonly span: Span;
  readonly outcome: Outcome;
}

/** Where pages bind one mention differently, it counts as checked if any of them could hold it against a spec. */
function distinctMentions(bindings: readonly Binding[]): readonly CountedMention[] {
  const mentions = new Map<string, CountedMention>();
  for (const { file, mention, target } of bindings) {
    const key = JSON.stringify([mention.kind, file, mention.span.start, mention.span.end]);
    if (mentions.get(key)?.outcome === 'checked') continue;
    mentions.set(key, { file, span: mention.span, outcome: outcomeOf(target) });
  }
  return [...mentions.values()];
}

function outcomeOf(target: Binding['target']): Outcome {
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

function placesByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  for (const finding of findings) {
    for (const { file, span } of [finding, ...finding.related]) {
      const spans = places.get(file) ?? [];
      spans.push(span);
      places.set(file, spans);
    }
  }
  return places;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
