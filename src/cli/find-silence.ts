import { dirname, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { listPages } from '../discover/list-pages.ts';
import { openReader, type PageText } from '../extract/read-page.ts';
import { applySilence, type Silence, shifted, silencesOf } from '../fix/silence.ts';
import { frameworkOf } from '../frameworks/index.ts';
import type { LintResult } from '../lint.ts';
import { seenFrom } from '../lint-and-fix.ts';
import type { Page } from '../model.ts';
import type { ReportedFinding } from '../report/report.ts';

/** What silences a finding: a directive to paste into its file, or else into the configuration. */
export type Remedy = Pick<Silence, 'text' | 'where'> & Partial<Pick<Silence, 'insertions'>>;

/** Finds for each finding the first directive with which its page still reads the same, and which reaches it. */
export async function openSilencer(
  result: LintResult,
): Promise<(finding: ReportedFinding) => Promise<Remedy | undefined>> {
  const { config, sourceOf } = result;
  const read = await openReader(config);
  const roots = new Map(listPages(config).map(({ file, root }) => [file, root]));
  return async (finding) => {
    // It is about a directive already: that one is to go.
    if (finding.rule === 'unused-directive') return undefined;
    const page = result.pages.find(({ file }) => file === finding.file);
    const root = roots.get(finding.file) ?? config.docs[0];
    if (!page || page.failure || page.format === 'json' || !root) return inConfiguration(finding, config);
    const text = sourceOf(finding.file);
    const named = { file: finding.file, framework: frameworkOf(root.framework), facts: root.facts };
    const { rule, start } = finding;
    // What is said of a page as a whole stands at its start, whatever is put there.
    const line = finding.text === '' ? 0 : start.line;
    for (const silence of silencesOf({ rule, line, format: page.format, text })) {
      const changed: PageText = { ...named, text: applySilence(text, silence) };
      if (silences(await read(changed), silence, { finding, page })) return silence;
    }
    return inConfiguration(finding, config);
  };
}

function silences(
  changed: Page,
  silence: Silence,
  { finding, page }: { readonly finding: ReportedFinding; readonly page: Page },
): boolean {
  const at = shifted(finding.start.offset, silence);
  const reaches = changed.directives.some(
    ({ rules, scope }) => scope.start <= at && at < scope.end && (rules.length === 0 || rules.includes(finding.rule)),
  );
  return changed.failure === undefined && reaches && outlineOf(changed) === outlineOf(page);
}

/** What a comment must not change: headings, ids, links, and what is said of the API. */
function outlineOf({ headings, anchors, links, mentions }: Page): string {
  return JSON.stringify([
    headings.map(({ level, text }) => [level, text]),
    anchors.map((anchor) => ('id' in anchor ? anchor.id : '')),
    links.map(({ url }) => url),
    mentions.map(({ kind, text, source }) => [kind, text, source]),
  ]);
}

/** No comment can stand in JSON or code, and none is read on a page that does not parse. */
function inConfiguration({ file, rule }: ReportedFinding, config: Config): Remedy {
  const glob = seenFrom(resolve(config.cwd, dirname(config.file ?? '.')), file, config);
  return { text: `overrides: [{ files: ['${glob}'], rules: { ${rule}: off } }]`, where: 'in the configuration' };
}
