import { dirname, resolve } from 'node:path';
import { rules as builtIn } from '../rules/index.ts';
import { allRules, blame, idsOf } from './all-rules.ts';
import type { HeldReport } from './baseline/hold-against-baseline.ts';
import { bind } from './bind/bind.ts';
import { check } from './check/check.ts';
import { createLevels } from './check/levels.ts';
import type { Config, LintOptions } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { projectFiles } from './discover/inspect-path.ts';
import { createSources } from './discover/sources.ts';
import { before } from './disk/witness.ts';
import { withSafeEdits } from './fix/safe-edits.ts';
import { frameworkOf } from './frameworks/index.ts';
import type { Binding, Page, SpecIndex } from './model.ts';
import { namedIn, type ReadSite, readSite } from './read-site.ts';
import { readTruth } from './read-truth.ts';
import { recordRun } from './record-run.ts';
import { createJudgement } from './report/create-judgement.ts';
import { mentionsByFile } from './report/distinct-bindings.ts';
import { createRedaction, type Redaction } from './report/redact.ts';
import type { Review } from './report/review.ts';
import { reportOn } from './report-on.ts';
import { reviewSite } from './review-site.ts';
import type { Rule } from './rule.ts';
import { during, keepForNextRun, type RunAids } from './run-aids.ts';
import { mapSite } from './site/map-site.ts';
import type { Site } from './site/site.ts';
import type { Truth } from './truth/load-truth.ts';
import { createLocator } from './truth/openapi/locate.ts';
import { openSchemas } from './truth/schema/open-schemas.ts';
import { vocabularyOf } from './truth/schema/vocabulary.ts';

/** What a run found, and the stages' results for whoever wants to look closer. */
export interface LintResult extends HeldReport {
  readonly pages: readonly Page[];
  readonly bindings: readonly Binding[];
  readonly truth: SpecIndex;
  readonly config: Config;
  readonly site: Site;
  /** Takes the secrets that were found out of a text, for whoever prints more than the report. */
  readonly redact: Redaction['hide'];
  /** The text of a file as this run read it; files are named as findings name them. */
  readonly sourceOf: (file: string) => string;
  /** Whether a file was asked for; findings elsewhere are reported where an equal one stands in such a file, or changes cause them. */
  readonly isSelected: (file: string) => boolean;
  /** All rules of the run, own ones behind those of specwins. */
  readonly rules: readonly Rule[];
  /** Where the options ask for it. */
  readonly review?: Review;
}

/**
 * Holds the guides against the specs. Discovery fills in what `options` leave open.
 * Throws a `UserError` where the run cannot be done: a broken configuration or spec, no page, no spec. Pages are read in this thread
 * alone, unless `aids.threads` names more, or leaves it to specwins by `auto`, as the command line does.
 */
export async function lint(options: LintOptions = {}, aids: RunAids = {}): Promise<LintResult> {
  const { changes, ...rest } = options;
  if (changes === undefined) return lintSite(options, aids);
  const [{ lintChanges }, { lintNothing }] = await Promise.all([
    import('./lint-changes.ts'),
    import('./lint-nothing.ts'),
  ]);
  return lintChanges<LintResult>(rest, changes, { lintSite: (given) => lintSite(given, aids), lintNothing });
}

/** One run over the whole site; what is reported of it is what was asked for. */
async function lintSite(options: LintOptions, aids: RunAids): Promise<LintResult> {
  const recording = recordRun(options, aids);
  const judged = await before(recording.witnesses, () => judgeSite(options, aids));
  recording.keep(judged);
  const { judgement, mentions, config, secrets, readTruth: readTruthText, ...base } = judged;
  const finish = aids.observer?.begin('report');
  const reported = await reportOn({ judgement, mentions }, config, options);
  // Now: what is staged lies in a folder that is gone when the run ends.
  const review = options.review && {
    review: await reviewSite({ ...base, report: reported.whole, secrets, readTruth: readTruthText }),
  };
  finish?.();
  return { ...base, ...reported, config, ...review };
}

/** Configuration, truth and pages, bindings, findings: all that a report is made of, whatever part of it is asked for. */
async function judgeSite(options: LintOptions, aids: RunAids) {
  const config = await during('configuration', aids, () =>
    loadConfig(options, { ruleIds: async (modules) => idsOf(await allRules(modules, options.cwd)) }),
  );
  const rules = await allRules(config.plugins ?? [], config.cwd);
  const readText = createSources(options.texts);
  const [truth, site] = await Promise.all([
    during('specs', aids, () => readTruth(config, aids)),
    readSite(config, aids, readText),
  ]);
  keepForNextRun(aids);
  const { bindings, verdicts, map } = judge(site, truth, config, { rules, ...aids });

  const finish = aids.observer?.begin('report');
  const sourceOf = namedIn(config, readText);
  const secrets = [...verdicts.shown, ...verdicts.suppressed];
  const redaction = createRedaction(secrets, sourceOf);
  const mentions = mentionsByFile(bindings);
  const judgement = createJudgement({
    shown: verdicts.shown.map((finding) => withSafeEdits(finding, rules, sourceOf)),
    suppressed: verdicts.suppressed,
    pages: site.pages,
    mentions,
    truth: truth.index,
    site: map,
    notes: [...truth.notes, ...unjudgedLinks(config)],
    readSource: sourceOf,
    locateTruth: createLocator(truth.documents.readText),
    redaction,
  });
  finish?.();
  const { pages } = site;
  const base = { pages, bindings, truth: truth.index, sourceOf, redact: redaction.hide, site: map, rules };
  return { ...base, judgement, mentions, config, secrets, readTruth: truth.documents.readText };
}

/** Binds what the pages say and holds it against the truth. Reads no file. */
export function judge(
  { pages, own, snippets, secrets }: ReadSite,
  { index, documents }: Truth,
  config: Config,
  { rules = builtIn, observer }: { readonly rules?: readonly Rule[] } & RunAids = {},
) {
  const bound = observer?.begin('binding');
  const schemas = openSchemas(documents.resolve);
  const bindings = bind({ pages: own, snippets, truth: index, schemas, hosts: hostAliases(config) });
  const operations = Object.values(index.operations);
  const { docs: roots, cwd, files = projectFiles } = config;
  const site = mapSite({ pages, snippets, operations, roots, cwd, files });
  bound?.();

  const checked = observer?.begin('rules');
  const levels = createLevels({ ...config, folder: resolve(cwd, dirname(config.file ?? '.')) });
  const vocabulary = vocabularyOf(() => index.specs.flatMap(({ name }) => documents.valuesOf(name)));
  const input = { bindings, pages, secrets, site, truth: index, schemas, vocabulary, rules, levels, observer };
  const verdicts = blame(() => check(input));
  checked?.();
  return { bindings, verdicts, map: site };
}

/** A clean run must not look like one in which links were checked. */
function unjudgedLinks(config: Config): string[] {
  const unknown = config.docs.some((root) => frameworkOf(root.framework).isLenient);
  if (!unknown) return [];
  return [
    'The framework of the docs is not known, so links and anchors that are not found are not reported; set `docs.framework`.',
  ];
}

function hostAliases(config: Config): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(config.specs.map((spec) => [spec.name, spec.hosts]));
}
