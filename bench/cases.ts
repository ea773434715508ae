import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LintResult, lint } from '../src/lint.ts';
import type { ReportedFinding } from '../src/report/report.ts';
import { casesFolder } from './corpora.ts';

/** A fix that somebody once made to a guide that had drifted: the page before it, and the spec of that time. */
interface DriftCase {
  readonly id: string;
  readonly file: string;
  readonly line_at_parent: number;
  readonly before: string;
  readonly kind: string;
  readonly framework: string;
  readonly page: string;
  readonly spec?: string | null;
  readonly old_contradicts_spec_at_parent: boolean | null;
}

export interface CaseResult {
  readonly id: string;
  readonly kind: string;
  readonly line: number;
  readonly family: Family;
  readonly found: readonly Pick<ReportedFinding, 'rule' | 'message'>[];
  /** Why a case that was not found was not. */
  readonly why?: string;
}

/** `operations`: methods, paths, hosts, path parameters. `fields`: bodies, responses, headers, values. `links`: links and anchors. */
export type Family = 'operations' | 'fields' | 'links';

const OPERATIONS = /wrong method|unknown path|wrong host|path parameter|legacy path|wrong operation/;
const LINKS = /broken (?:link|anchor)/;

/** Runs each case alone: its page at its place, its spec, no configuration. */
export async function runCases(): Promise<CaseResult[]> {
  const cases = readCases();
  const results: CaseResult[] = [];
  for (const drift of cases) results.push(await runCase(drift));
  return results;
}

function readCases(): DriftCase[] {
  const parsed: unknown = JSON.parse(readFileSync(`${casesFolder}/cases.json`, 'utf8'));
  return Array.isArray(parsed) ? parsed.filter(isCase) : [];
}

function isCase(value: unknown): value is DriftCase {
  return typeof value === 'object' && value !== null && 'id' in value && 'line_at_parent' in value && 'kind' in value;
}

async function runCase(drift: DriftCase): Promise<CaseResult> {
  const family = LINKS.test(drift.kind) ? 'links' : OPERATIONS.test(drift.kind) ? 'operations' : 'fields';
  const result = { id: drift.id, kind: drift.kind, line: drift.line_at_parent, family } as const;
  const folder = mkdtempSync(join(tmpdir(), 'specwins-case-'));
  try {
    const page = join(folder, drift.file);
    mkdirSync(dirname(page), { recursive: true });
    copyFileSync(join(casesFolder, drift.page), page);
    const framework = drift.framework === 'plain md' ? 'github' : drift.framework;
    const spec = drift.spec ? join(casesFolder, drift.spec) : emptySpec(folder);
    const run = await lint({ cwd: folder, specs: [`api=${spec}`], framework });
    const found = run.report.findings.filter((finding) => standsOn(finding, drift.line_at_parent));
    return {
      ...result,
      found,
      ...(found.length === 0 && { why: family === 'links' ? linkReason(drift, run) : reasonFor(drift) }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Links need no spec, but a run does. */
function emptySpec(folder: string): string {
  const file = join(folder, 'none.openapi.json');
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'none', version: '1' }, paths: {} }));
  return file;
}

function standsOn({ start, end, related }: ReportedFinding, line: number): boolean {
  return [{ start, end }, ...related].some((place) => place.start.line <= line && line <= place.end.line);
}

/** What kept the links of the line from being judged. */
function linkReason({ line_at_parent }: DriftCase, { pages, site, config }: LintResult): string {
  const [page] = pages;
  if (!page || page.failure) return 'the page does not parse';
  const text = readFileSync(join(config.cwd, page.file), 'utf8');
  const links = page.links.filter(({ span }) => text.slice(0, span.start).split('\n').length === line_at_parent);
  for (const { url } of links) {
    const target = site.resolve(url, page.file);
    if (target.status === 'page' && target.fragment !== undefined) {
      const fragment = site.findFragment(target.file, target.fragment);
      if (fragment.status === 'unverifiable') return `${fragment.reason}, and the case holds no other file`;
    }
  }
  return 'the case holds one page, and the link leads to another';
}

function reasonFor(drift: DriftCase): string {
  if (drift.old_contradicts_spec_at_parent === false) return 'the spec of that time does not contradict the page';
  if (drift.kind === 'wrong host') return 'no server of the spec has this path, so none is known for it';
  if (drift.kind === 'renamed field')
    return 'a name alone in a sentence, which no letter or word ties to the right one';
  return 'missed';
}
