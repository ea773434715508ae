import type { Binding, Finding, Span } from '../model.ts';
import type { MentionCounts, Subject, Summary } from './report.ts';

type Outcome = 'checked' | 'unknown' | 'foreign';

type Kind = Binding['mention']['kind'];

const SUBJECTS: Readonly<Record<Kind, Subject>> = {
  operation: 'operations',
  field: 'fields',
  payload: 'fields',
  status: 'statuses',
  credential: 'credentials',
  tool: 'tools',
  argument: 'tools',
  arguments: 'tools',
  command: 'commands',
};

/** In the order in which they are told. */
const subjects: readonly Subject[] = ['operations', 'fields', 'statuses', 'credentials', 'tools', 'commands'];

/** Counts each mention once, however many pages render the snippet it stands in; in all, and by what it speaks of. */
export function countMentions(
  bindings: readonly Binding[],
  findings: readonly Finding[],
): { readonly mentions: MentionCounts; readonly subjects: Summary['subjects'] } {
  const counted = distinctMentions(bindings);
  const refuted = placesByFile(findings);
  const groups = subjects.flatMap((subject) => {
    const own = counted.filter(({ kind }) => SUBJECTS[kind] === subject);
    return own.length > 0 ? [[subject, countOutcomes(own, refuted)] as const] : [];
  });
  return { mentions: countOutcomes(counted, refuted), subjects: Object.fromEntries(groups) };
}

function countOutcomes(
  mentions: readonly CountedMention[],
  refuted: ReadonlyMap<string, readonly Span[]>,
): MentionCounts {
  const count = (outcome: Outcome): number => mentions.filter((mention) => mention.outcome === outcome).length;
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
  readonly kind: Kind;
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
    mentions.set(key, { kind: mention.kind, file, span: mention.span, outcome: outcomeOf(target) });
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
