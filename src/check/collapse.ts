import type { Binding, Finding, Place, Span } from '../model.ts';
import type { Rule } from '../rule.ts';
import type { Site } from '../site/site.ts';

/** What tells that two places say the same. */
export interface Equivalence {
  readonly bindings: readonly Binding[];
  readonly site: Site;
  readonly rules: readonly Rule[];
}

/**
 * Joins findings of one rule with one message that a writer sees as one: in the tabs of a code group, at the same turn in a
 * page and its translations, and wherever the spec rather than each page may have to be mended. The first place stays, the others become `related`.
 */
export function collapse(findings: readonly Finding[], { bindings, site, rules }: Equivalence): readonly Finding[] {
  const groupOf = createGroupOf(bindings);
  const ordered = findings.toSorted((one, other) => one.span.start - other.span.start);
  const tabs = join(ordered, (finding) => groupOf(finding));

  const turnOf = createCounter();
  // Originals first, so that a translation joins the page it translates, and not the other way round.
  const originals = tabs.filter(({ file }) => site.originalOf(file) === file);
  const translations = tabs.filter(({ file }) => site.originalOf(file) !== file);
  const apart = join([...originals, ...translations], (finding) => {
    const turn = turnOf(JSON.stringify([finding.rule, finding.message, finding.file]));
    return `${turn} ${site.originalOf(finding.file)}`;
  });
  const joining = new Set(rules.filter((rule) => rule.joinsPlaces).map((rule) => rule.id));
  return join(apart, ({ rule, edits }) => (joining.has(rule) && edits.length === 0 ? 'site' : undefined));
}

/** Joins findings that have equal rule, message and key into the first of them; without a key a finding stays alone. */
function join(findings: readonly Finding[], keyOf: (finding: Finding) => string | undefined): readonly Finding[] {
  const joined = new Map<string, Finding>();
  for (const [index, finding] of findings.entries()) {
    const key = JSON.stringify([finding.rule, finding.message, keyOf(finding) ?? index]);
    const first = joined.get(key);
    joined.set(key, first ? absorb(first, finding) : finding);
  }
  return [...joined.values()];
}

function absorb(first: Finding, other: Finding): Finding {
  const place: Place = { file: other.file, span: other.span };
  // An edit has no file of its own: it belongs to the file of its finding.
  const edits = first.file === other.file ? [...first.edits, ...other.edits] : first.edits;
  return { ...first, edits, related: [...first.related, place, ...other.related] };
}

/** The code group that a finding's place stands in, unique in a run. */
function createGroupOf(bindings: readonly Binding[]): (finding: Finding) => string | undefined {
  const grouped = new Map<string, { readonly span: Span; readonly group: number }[]>();
  for (const { file, mention } of bindings) {
    if (mention.group === undefined) continue;
    const entries = grouped.get(file) ?? [];
    entries.push({ span: mention.span, group: mention.group });
    grouped.set(file, entries);
  }
  return ({ file, span }) => {
    const entry = grouped.get(file)?.find((each) => each.span.start <= span.start && span.start <= each.span.end);
    return entry && `${entry.group} ${file}`;
  };
}

function createCounter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}
