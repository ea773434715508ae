import { dirname, resolve } from 'node:path';
import { rules as builtIn } from '../rules/index.ts';
import { allRules, blame, idsOf } from './all-rules.ts';
import { type HeldReport, holdAgainstBaseline } from './baseline/hold-against-baseline.ts';
import { readBaseline } from './baseline/read-baseline.ts';
import { bind } from './bind/bind.ts';
import { check } from './check/check.ts';
import { createLevels } from './check/levels.ts';
import type { Verdicts } from './check/suppress.ts';
import type { Config, LintOptions } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { projectFiles } from './discover/inspect-path.ts';
import { listPages } from './discover/list-pages.ts';
import { selectPages } from './discover/select-pages.ts';
import { createSources, type ReadText } from './discover/sources.ts';
import { type ExtractedPages, extractPages, type PageSource } from './extract/extract-pages.ts';
import { withSafeEdits } from './fix/safe-edits.ts';
import { frameworkOf } from './frameworks/index.ts';
import type { Binding, Finding, Page, Secret, SpecIndex } from './model.ts';
import { createReport } from './report/create-report.ts';
import { createRedaction, type Redaction } from './report/redact.ts';
import type { Rule } from './rule.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { mapSite } from './site/map-site.ts';
import type { Site } from './site/site.ts';
import { loadPrograms } from './truth/cli/load-programs.ts';
import { loadTruth, type Truth } from './truth/load-truth.ts';
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
}

/**
 * Holds the guides against the specs. Discovery fills in what `options` leave open.
 * Throws a `UserError` where the run cannot be done: a broken configuration or spec, no page, no spec.
 */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  const { changes, ...rest } = options;
  if (changes === undefined) return lintSite(options);
  const { lintChanges } = await import('./lint-changes.ts');
  return lintChanges(rest, changes, { lintSite, lintNothing });
}

async function lintSite(options: LintOptions): Promise<LintResult> {
  const config = await loadConfig(options, { ruleIds: async (modules) => idsOf(await allRules(modules, options.cwd)) });
  const rules = await allRules(config.plugins ?? [], config.cwd);
  const readText = createSources(options.texts);
  const [specs, manifests, site] = await Promise.all([
    loadTruth(config.specs, config),
    loadPrograms(config.programs ?? [], config),
    readSite(config, readText),
  ]);
  const { programs } = manifests;
  const truth = { ...specs, index: Object.keys(programs).length > 0 ? { ...specs.index, programs } : specs.index };
  const { bindings, verdicts, map } = judge(site, truth, config, rules);

  const { pages } = site;
  const isSelected = await selectPages(pages, options.paths, config.cwd);
  const sourceOf = namedIn(config, readText);
  const reported = onPages(verdicts, isSelected);
  const whole = createReport({
    ...reported,
    shown: reported.shown.map((finding) => withSafeEdits(finding, rules, sourceOf)),
    pages: pages.filter((page) => isSelected(page.file)),
    bindings: bindings.filter((binding) => isSelected(binding.file) || isSelected(binding.page)),
    truth: truth.index,
    site: map,
    notes: [...truth.notes, ...unjudgedLinks(config)],
    readSource: sourceOf,
    locateTruth: createLocator((file) => truth.documents.readText(file) ?? manifests.readText(file)),
  });
  const baseline = readBaseline(config, options.rewriteBaseline);
  const held = holdAgainstBaseline(whole, baseline, options.rewriteBaseline ? () => false : isSelected);
  const { hide: redact } = createRedaction([...verdicts.shown, ...verdicts.suppressed], sourceOf);
  return { ...held, pages, bindings, truth: truth.index, config, site: map, redact, sourceOf, isSelected, rules };
}

/** The answer where no file has changed: nothing was read. */
async function lintNothing(options: LintOptions, note: string): Promise<LintResult> {
  const config = await loadConfig(options);
  const truth: SpecIndex = { specs: [], operations: {} };
  const site = mapSite({ pages: [], snippets: new Map(), roots: [], cwd: config.cwd, files: projectFiles });
  const nothing = { shown: [], suppressed: [], pages: [], bindings: [], truth, site, notes: [note] };
  const sourceOf = namedIn(config, createSources());
  return {
    report: createReport({ ...nothing, readSource: sourceOf, locateTruth: () => undefined }),
    entries: new Map(),
    baselined: [],
    pages: [],
    bindings: [],
    truth,
    config,
    site,
    redact: (text) => text,
    sourceOf,
    isSelected: () => false,
    rules: builtIn,
  };
}

/** The text of a file that is named as pages name it. */
function namedIn({ cwd }: Config, readText: ReadText): (file: string) => string {
  return (file) => readText(resolve(cwd, file));
}

/** The pages of a site as they were read; no spec plays a part in it. */
export interface ReadSite extends ExtractedPages {
  /** Without snippets: their mentions are bound in the pages that render them. */
  readonly own: readonly Page[];
  /** By `Page.file`. */
  readonly secrets: ReadonlyMap<string, readonly Secret[]>;
}

export async function readSite(config: Config, readText: ReadText = createSources()): Promise<ReadSite> {
  const sources = pageSources(config);
  const extracted = await extractPages(sources, config, readText);
  const own = new Set(sources.filter((source) => !source.snippet).map((source) => source.file));
  const secrets = await findSecrets(extracted.pages, namedIn(config, readText));
  return { ...extracted, own: extracted.pages.filter((page) => own.has(page.file)), secrets };
}

/** Binds what the pages say and holds it against the truth. Reads no file. */
export function judge(
  { pages, own, snippets, secrets }: ReadSite,
  { index, documents }: Truth,
  config: Config,
  rules: readonly Rule[] = builtIn,
) {
  const schemas = openSchemas(documents.resolve);
  const bindings = bind({ pages: own, snippets, truth: index, schemas, hosts: hostAliases(config) });
  const operations = Object.values(index.operations);
  const site = mapSite({
    pages,
    snippets,
    operations,
    roots: config.docs,
    cwd: config.cwd,
    files: config.files ?? projectFiles,
  });
  const levels = createLevels({ ...config, folder: resolve(config.cwd, dirname(config.file ?? '.')) });
  const vocabulary = vocabularyOf(() => index.specs.flatMap(({ name }) => documents.valuesOf(name)));
  const verdicts = blame(() =>
    check({ bindings, pages, secrets, site, truth: index, schemas, vocabulary, rules, levels }),
  );
  return { bindings, verdicts, map: site };
}

function pageSources(config: Config): PageSource[] {
  return listPages(config).map(({ file, path, root, snippet }) => {
    const { framework, facts, project } = root;
    return { file, path, snippet, framework: frameworkOf(framework), root: root.root, project, facts };
  });
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

/** A finding that stands for equal ones elsewhere is reported where any of them is. */
function onPages(verdicts: Verdicts, isSelected: (file: string) => boolean): Verdicts {
  const touches = ({ file, related, truth }: Finding) =>
    [file, ...related.map((place) => place.file)].some(isSelected) || (truth !== undefined && isSelected(truth.file));
  return { shown: verdicts.shown.filter(touches), suppressed: verdicts.suppressed.filter(touches) };
}
