import { rules } from '../rules/index.ts';
import type { HeldReport } from './baseline/hold-against-baseline.ts';
import type { LintOptions } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { projectFiles } from './discover/inspect-path.ts';
import { createSources } from './discover/sources.ts';
import type { SpecIndex } from './model.ts';
import { namedIn } from './read-site.ts';
import { countMentions } from './report/count-mentions.ts';
import { createReport } from './report/create-report.ts';
import { mapSite } from './site/map-site.ts';

/** The result where no file has changed: nothing was read, and the report says why. */
export async function lintNothing(options: LintOptions, note: string) {
  const config = await loadConfig(options);
  const truth: SpecIndex = { specs: [], operations: {} };
  const site = mapSite({ pages: [], snippets: new Map(), roots: [], cwd: config.cwd, files: projectFiles });
  const nothing = {
    shown: [],
    suppressed: [],
    pages: [],
    counted: countMentions([], []),
    truth: { operations: 0 },
    notes: [note],
  };
  const held: Omit<HeldReport, 'report'> = { entries: new Map(), baselined: [] };
  const sourceOf = namedIn(config, createSources());
  return {
    report: createReport(nothing),
    ...held,
    pages: [],
    bindings: [],
    truth,
    config,
    site,
    redact: (text: string) => text,
    sourceOf,
    isSelected: () => false,
    rules,
  };
}
