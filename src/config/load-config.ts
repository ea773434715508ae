import { dirname, relative, resolve } from 'node:path';
import { findDocs } from '../discover/find-docs.ts';
import { findSpecs } from '../discover/find-specs.ts';
import { toSlashes } from '../discover/repository.ts';
import { failureReason } from '../disk/failure-reason.ts';
import { isThere, readText } from '../disk/read-disk.ts';
import { UserError } from '../errors.ts';
import type { FieldComponent, FrameworkId, OperationComponent } from '../frameworks/framework.ts';
import { frameworkIds, isFrameworkId } from '../frameworks/index.ts';
import type { Config, Level, LintOptions, ProgramSource, SpecSource } from './config.ts';
import { type ConfigDocument, parseConfigDocument } from './config-document.ts';
import type { Attributes, ComponentEntry, ConfigFile, FieldEntry, RuleLevel } from './config-file.ts';
import { configuredDocs } from './docs-roots.ts';
import { findConfig } from './find-config.ts';
import { configuredServers } from './mcp-sources.ts';
import { configuredSpecs, namedSpecs } from './spec-sources.ts';
import { checkRuleIds, suggest, validateConfig } from './validate-config.ts';

/** A configuration file that was accepted. `folder` is what its paths are relative to. */
interface LoadedFile {
  readonly path?: string;
  readonly folder: string;
  readonly content: ConfigFile;
  readonly document?: ConfigDocument;
}

/**
 * All a run has to know: the command line over the configuration file over what discovery finds.
 * With `ruleIds`, a rule that the file names and nobody has is an error; a function gives them when the modules of own rules are known.
 */
export async function loadConfig(options: LintOptions, known: { readonly ruleIds?: RuleIds } = {}): Promise<Config> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const framework = checkFramework(options.framework);
  const file = await loadFile(cwd, options, known.ruleIds);
  const { content, folder } = file;
  return {
    cwd,
    file: file.path === undefined ? undefined : toSlashes(relative(cwd, file.path)),
    docs: content.docs
      ? configuredDocs(content.docs, { folder, framework, document: file.document })
      : findDocs(folder, framework),
    specs: chooseSpecs(options, { cwd, folder, content }),
    programs: programsOf(content.cli, folder),
    mcp: configuredServers(content.mcp, file),
    rules: levelsOf(content.rules),
    overrides: (content.overrides ?? []).map(({ files, rules }) => ({ files, rules: levelsOf(rules) })),
    components: componentsOf(content.components),
    hedges: content.hedges ?? [],
    credentials: Object.fromEntries(
      Object.entries(content.credentials ?? {}).map(([id, { names = [], values = [] }]) => [id, { names, values }]),
    ),
    guards: content.guards ?? {},
    engine: options.engine ?? content.engine ?? 'fast',
    ...baselineOf(options, { cwd, folder, content }),
    ...(options.files && { files: options.files }),
    ...(content.plugins && { plugins: options.plugins ?? pluginsOf(content, folder) }),
  };
}

function checkFramework(name: string | undefined): FrameworkId | undefined {
  if (name === undefined || isFrameworkId(name)) return name;
  throw new UserError('usage', `There is no framework \`${name}\`${suggest(name, frameworkIds)}`, {
    hint: `Known: ${frameworkIds.join(', ')}.`,
  });
}

/** The ids of all rules there are, or how to get them. */
type RuleIds = readonly string[] | ((plugins: readonly string[]) => Promise<readonly string[]>);

/** The modules of own rules that the configuration names, as absolute paths; nothing else of it is looked at. */
export async function findPlugins(cwd: string, named?: string): Promise<readonly string[]> {
  const { content, folder } = await loadFile(resolve(cwd), { config: named });
  return pluginsOf(content, folder);
}

function pluginsOf({ plugins = [] }: ConfigFile, folder: string): readonly string[] {
  return plugins.map((path) => resolve(folder, path));
}

async function loadFile(
  cwd: string,
  { config: named, plugins }: Pick<LintOptions, 'config' | 'plugins'>,
  ruleIds?: RuleIds,
): Promise<LoadedFile> {
  const path = findConfig(cwd, named);
  if (path === undefined) return { folder: cwd, content: {} };
  const document = await parseConfigDocument(toSlashes(relative(cwd, path)), readConfig(path, cwd));
  const [folder, content] = [dirname(path), await validateConfig(document)];
  const ids = typeof ruleIds === 'function' ? await ruleIds(plugins ?? pluginsOf(content, folder)) : ruleIds;
  if (ids) checkRuleIds(document, content, ids);
  return { path, folder, content, document };
}

function readConfig(path: string, cwd: string): string {
  try {
    return readText(path);
  } catch (cause) {
    const name = toSlashes(relative(cwd, path));
    throw new UserError('config-missing', `The configuration \`${name}\` ${failureReason(cause)}.`, { cause });
  }
}

function chooseSpecs(
  options: LintOptions,
  file: { readonly cwd: string; readonly folder: string; readonly content: ConfigFile },
): readonly SpecSource[] {
  const configured = configuredSpecs(file.content.specs ?? {}, file.folder);
  if (options.specs && options.specs.length > 0) return namedSpecs(options.specs, file.cwd, configured);
  if (configured.length > 0) return configured;
  // A site of a command line program or of an MCP server needs no API beside it.
  const others = Object.keys(file.content.cli ?? {}).length > 0 || file.content.mcp !== undefined;
  return findSpecs(file.folder, { optional: others });
}

/** One that nobody names is used where it lies beside the configuration. */
function baselineOf(
  options: LintOptions,
  { cwd, folder, content }: { readonly cwd: string; readonly folder: string; readonly content: ConfigFile },
): { readonly baseline?: string } {
  if (options.baseline === false) return {};
  if (options.baseline !== undefined) return { baseline: resolve(cwd, options.baseline) };
  if (content.baseline !== undefined) return { baseline: resolve(folder, content.baseline) };
  const usual = resolve(folder, 'specwins-baseline.json');
  return options.rewriteBaseline || isThere(usual) ? { baseline: usual } : {};
}

function programsOf(entries: Readonly<Record<string, string>> = {}, folder: string): readonly ProgramSource[] {
  return Object.entries(entries).map(([name, path]) => ({ name, location: resolve(folder, path) }));
}

function levelsOf(rules: Readonly<Record<string, RuleLevel>> = {}): Readonly<Record<string, Level>> {
  return Object.fromEntries(Object.entries(rules).map(([id, level]) => [id, level === 'warn' ? 'warning' : level]));
}

function componentsOf(
  entries: Readonly<Record<string, ComponentEntry>> = {},
): Readonly<Record<string, OperationComponent>> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, componentOf(entry)]));
}

/** Absent attributes stay absent: a component without `method` names none. */
function componentOf({ pathInChildren, field, ...attributes }: ComponentEntry): OperationComponent {
  return {
    ...listsOf(attributes),
    ...(pathInChildren === undefined ? {} : { pathInChildren }),
    ...(field === undefined ? {} : { field: fieldOf(field) }),
  };
}

function fieldOf({ name, ...claims }: FieldEntry): FieldComponent {
  return { name, ...listsOf(claims) };
}

/** One attribute name is a list of one. */
function listsOf(attributes: Readonly<Record<string, Attributes>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(attributes).map(([key, names]) => [key, [names].flat()]));
}
