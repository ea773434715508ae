import { existsSync, readFileSync } from 'node:fs';
import { lint } from '../src/lint.ts';
import type { ReportedFinding } from '../src/report/report.ts';
import type { Corpus } from './corpora.ts';

/** A finding on a real site that somebody read and judged. It holds no text of the page beyond the mention. */
export interface ReviewedFinding {
  readonly rule: string;
  /** `file:line:column`. */
  readonly place: string;
  /** `true`: the guide says what the spec refutes. `false`: it does not, and we should be silent. */
  readonly verdict: boolean;
  readonly why: string;
}

export interface CorpusResult {
  readonly name: string;
  readonly pages: number;
  readonly mentions: number;
  readonly checked: number;
  readonly findings: number;
  readonly right: number;
  /** Found, and not in the reviewed list. */
  readonly unreviewed: readonly string[];
  /** In the list as true, and found no more. */
  readonly lost: readonly string[];
}

/** Lints a corpus and holds what is found against what was reviewed. */
export async function reviewCorpus(corpus: Corpus): Promise<CorpusResult> {
  const { report } = await lint(corpus.options);
  const reviewed = new Map(readReviewed(corpus.name).map((each) => [`${each.rule} ${each.place}`, each]));
  const found = new Map(report.findings.map((finding) => [`${finding.rule} ${placeOf(finding)}`, finding]));
  const { mentions, pages } = report.summary;
  return {
    name: corpus.name,
    pages,
    mentions: mentions.total,
    checked: mentions.checked,
    findings: report.findings.length,
    right: [...found.keys()].filter((key) => reviewed.get(key)?.verdict === true).length,
    unreviewed: [...found].flatMap(([key, { message }]) => (reviewed.has(key) ? [] : [`${key}: ${message}`])),
    lost: [...reviewed].flatMap(([key, { verdict }]) => (verdict && !found.has(key) ? [key] : [])),
  };
}

export function placeOf({ file, start }: ReportedFinding): string {
  return `${file}:${start.line}:${start.column}`;
}

function readReviewed(name: string): ReviewedFinding[] {
  const file = new URL(`./reviewed/${name}.json`, import.meta.url);
  if (!existsSync(file)) return [];
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(parsed) ? parsed.filter(isReviewed) : [];
}

function isReviewed(value: unknown): value is ReviewedFinding {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    'place' in value &&
    'verdict' in value &&
    typeof value.verdict === 'boolean' &&
    'why' in value
  );
}
