import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rules } from '../rules/index.ts';
import { bind } from './bind/bind.ts';
import { check } from './check/check.ts';
import { createLevels } from './check/levels.ts';
import type { Verdicts } from './check/suppress.ts';
import type { Config, LintOptions } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { projectFiles } from './discover/inspect-path.ts';
import { coversPage, isPattern, listPages } from './discover/list-pages.ts';
import { UserError } from './errors.ts';
import { type ExtractedPages, extractPages, type PageSource } from './extract/extract-pages.ts';
import { frameworkOf } from './frameworks/index.ts';
import type { Binding, Finding, Page, Secret, SpecIndex } from './model.ts';
import type { Stage } from './observer.ts';
import { createReport } from './report/create-report.ts';
import { createRedaction, type Redaction } from './report/redact.ts';
import type { Report } from './report/report.ts';
import type { RunAids } from './run-aids.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { mapSite } from './site/map-site.ts';
import type { Site } from './site/site.ts';
import { loadPrograms } from './truth/cli/load-programs.ts';
import { loadTruth, type Truth } from './truth/load-truth.ts';
import { createLocator } from './truth/openapi/locate.ts';
import { openSchemas } from './truth/schema/open-schemas.ts';
import { vocabularyOf } from './truth/schema/vocabulary.ts';

/** What a run found, and the stages' results for whoever wants to look closer. */
export interface LintResult {
  readonly report: Report;
  readonly pages: readonly Page[];
  readonly bindings: readonly Binding[];
  readonly truth: SpecIndex;
  readonly config: Config;
  readonly site: Site;
  /** Takes the secrets that were found out of a text, for whoever prints more than the report. */
  readonly redact: Redaction['hide'];
}

/**
 * Holds the guides against the specs. Discovery fills in what `options` leave open.
 * Throws a `UserError` where the run cannot be done: a broken configuration or spec, no page, no spec.
 */
export async function lint(options: LintOptions = {}, aids: RunAids = {}): Promise<LintResult> {
  const config = await during('configuration', aids, () =>
    loadConfig(options, { ruleIds: rules.map((rule) => rule.id) }),
  );
  const [{ specs, manifests }, site] = await Promise.all([
    during('specs', aids, () => readTruth(config, aids)),
    readSite(config, aids),
  ]);
  const { programs } = manifests;
  const truth = { ...specs, index: Object.keys(programs).length > 0 ? { ...specs.index, programs } : specs.index };
  const { bindings, verdicts, map } = judge(site, truth, config, aids);

  const finish = aids.observer?.begin('report');
  const { pages } = site;
  const selected = await selectPages(pages, options, config.cwd);
  const files = new Set(pages.map((page) => page.file));
  const isPage = (file: string) => files.has(file);
  const readSource = reader(config);
  const report = createReport({
    ...onPages(verdicts, (file) => selected.has(file) || (!isPage(file) && isNamed(file, options, config.cwd))),
    pages: pages.filter((page) => selected.has(page.file)),
    bindings: bindings.filter((binding) => selected.has(binding.file) || selected.has(binding.page)),
    truth: truth.index,
    site: map,
    notes: [...truth.notes, ...unjudgedLinks(config)],
    readSource,
    locateTruth: createLocator((file) => truth.documents.readText(file) ?? manifests.readText(file)),
  });
  const { hide: redact } = createRedaction([...verdicts.shown, ...verdicts.suppressed], readSource);
  finish?.();
  return { report, pages, bindings, truth: truth.index, config, site: map, redact };
}

async function during<Result>(stage: Stage, { observer }: RunAids, work: () => Promise<Result>): Promise<Result> {
  const finish = observer?.begin(stage);
  const result = await work();
  finish?.();
  return result;
}

async function readTruth(config: Config, { memory }: RunAids) {
  const read = async () => ({
    specs: await loadTruth(config.specs, config),
    manifests: await loadPrograms(config.programs ?? [], config),
  });
  return memory ? memory.truth(config, read) : read();
}

/** The text of a file that is named as pages name it. */
function reader({ cwd }: Config): (file: string) => string {
  return (file) => readFileSync(resolve(cwd, file), 'utf8');
}

/** The pages of a site as they were read; no spec plays a part in it. */
export interface ReadSite extends ExtractedPages {
  /** Without snippets: their mentions are bound in the pages that render them. */
  readonly own: readonly Page[];
  /** By `Page.file`. */
  readonly secrets: ReadonlyMap<string, readonly Secret[]>;
}

export async function readSite(config: Config, aids: RunAids = {}): Promise<ReadSite> {
  const { observer, memory } = aids;
  const sources = pageSources(config);
  const extracted = await during('pages', aids, () =>
    extractPages(sources, config, { cache: memory?.pages, observer }),
  );
  const own = new Set(sources.filter((source) => !source.snippet).map((source) => source.file));
  const secrets = await during('secrets', aids, () => findSecrets(extracted.pages, reader(config)));
  return { ...extracted, own: extracted.pages.filter((page) => own.has(page.file)), secrets };
}

/** Binds what the pages say and holds it against the truth. Reads no file. */
export function judge(
  { pages, own, snippets, secrets }: ReadSite,
  { index, documents }: Truth,
  config: Config,
  { observer }: RunAids = {},
) {
  const bound = observer?.begin('binding');
  const schemas = openSchemas(documents.resolve);
  const bindings = bind({ pages: own, snippets, truth: index, schemas, hosts: hostAliases(config) });
  const operations = Object.values(index.operations);
  const site = mapSite({ pages, snippets, operations, roots: config.docs, cwd: config.cwd, files: projectFiles });
  bound?.();
  const checked = observer?.begin('rules');
  const levels = createLevels({ ...config, folder: resolve(config.cwd, dirname(config.file ?? '.')) });
  const vocabulary = vocabularyOf(() => index.specs.flatMap(({ name }) => documents.valuesOf(name)));
  const verdicts = check({
    bindings,
    pages,
    secrets,
    site,
    truth: index,
    schemas,
    vocabulary,
    rules,
    levels,
    observer,
  });
  checked?.();
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

/** Named paths limit what is reported; the whole site is read all the same, since links and prefixes need it. */
async function selectPages(
  pages: readonly Page[],
  { paths = [] }: LintOptions,
  cwd: string,
): Promise<ReadonlySet<string>> {
  const globs = await Promise.all(paths.map((path) => expandGlob(path, cwd)));
  const covering = (named: readonly string[]) =>
    pages.filter((page) => named.some((path) => coversPage(path, page.file, cwd)));
  const idle = paths.find((_, index) => covering(globs[index] ?? []).length === 0);
  if (idle !== undefined) {
    throw new UserError('no-pages', `\`${idle}\` names no page of the docs.`, {
      hint: 'Pages are Markdown and MDX files below the docs roots.',
    });
  }
  return new Set((paths.length === 0 ? pages : covering(globs.flat())).map((page) => page.file));
}

async function expandGlob(path: string, cwd: string): Promise<string[]> {
  if (!isPattern(path, cwd)) return [path];
  const { default: fastGlob } = await import('fast-glob');
  return fastGlob(path, { cwd });
}

/** Navigation files are no pages; they are reported on unless other paths are asked for. */
function isNamed(file: string, { paths = [] }: LintOptions, cwd: string): boolean {
  return paths.length === 0 || paths.some((path) => coversPage(path, file, cwd));
}

/** A finding that stands for equal ones elsewhere is reported where any of them is. */
function onPages(verdicts: Verdicts, isSelected: (file: string) => boolean): Verdicts {
  const touches = ({ file, related }: Finding) => isSelected(file) || related.some((place) => isSelected(place.file));
  return { shown: verdicts.shown.filter(touches), suppressed: verdicts.suppressed.filter(touches) };
}
