import type { Binding, Finding, Span } from '../model.ts';
import { distinctBindings, type Outcome, outcomeOf } from './distinct-bindings.ts';
import type { MentionCounts, Subject, Summary } from './report.ts';

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
  const counted = distinctBindings(bindings);
  const refuted = placesByFile(findings);
  const groups = subjects.flatMap((subject) => {
    const own = counted.filter(({ mention }) => SUBJECTS[mention.kind] === subject);
    return own.length > 0 ? [[subject, countOutcomes(own, refuted)] as const] : [];
  });
  return { mentions: countOutcomes(counted, refuted), subjects: Object.fromEntries(groups) };
}

function countOutcomes(bindings: readonly Binding[], refuted: ReadonlyMap<string, readonly Span[]>): MentionCounts {
  const count = (outcome: Outcome): number => bindings.filter((binding) => outcomeOf(binding) === outcome).length;
  const isRefuted = ({ file, mention }: Binding) =>
    refuted.get(file)?.some((place) => overlap(place, mention.span)) === true;
  const drift = bindings.filter((binding) => outcomeOf(binding) === 'checked' && isRefuted(binding));
  return {
    total: bindings.length,
    checked: count('checked'),
    drift: drift.length,
    unknown: count('unknown'),
    foreign: count('foreign'),
  };
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
