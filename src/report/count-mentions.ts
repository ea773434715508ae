import { distinctBy } from './distinct-bindings.ts';
import type { CountedMentions, JudgedMention, LocatedFinding, MentionsInFile } from './judgement.ts';
import type { MentionCounts, Subject } from './report.ts';

const SUBJECTS: Readonly<Record<JudgedMention[0], Subject>> = {
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
  mentions: readonly MentionsInFile[],
  findings: readonly LocatedFinding[],
): CountedMentions {
  const placed = mentions.flatMap((group) => group.mentions.map((mention) => ({ file: group.file, mention })));
  const counted = distinctBy(placed, (each) => each);
  const refuted = placesByFile(findings);
  const groups = subjects.flatMap((subject) => {
    const own = counted.filter(({ mention: [kind] }) => SUBJECTS[kind] === subject);
    return own.length > 0 ? [[subject, countOutcomes(own, refuted)] as const] : [];
  });
  return { mentions: countOutcomes(counted, refuted), subjects: Object.fromEntries(groups) };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

type Refuted = ReadonlyMap<string, readonly Range[]>;

interface PlacedMention {
  readonly file: string;
  readonly mention: JudgedMention;
}

function countOutcomes(mentions: readonly PlacedMention[], refuted: Refuted): MentionCounts {
  const counts = { checked: 0, drift: 0, unknown: 0, foreign: 0 };
  for (const { file, mention } of mentions) {
    const [, start, end, outcome] = mention;
    counts[outcome] += 1;
    const isRefuted = outcome === 'checked' && refuted.get(file)?.some((place) => overlap(place, { start, end }));
    if (isRefuted) counts.drift += 1;
  }
  return { total: mentions.length, ...counts };
}

function placesByFile(findings: readonly LocatedFinding[]): Refuted {
  const places = new Map<string, Range[]>();
  for (const finding of findings) {
    for (const { file, start, end } of [finding, ...finding.related]) {
      const ranges = places.get(file) ?? [];
      ranges.push({ start: start.offset, end: end.offset });
      places.set(file, ranges);
    }
  }
  return places;
}

function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
