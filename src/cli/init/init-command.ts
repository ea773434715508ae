import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { loadConfig } from '../../config/load-config.ts';
import { mayBeMeant } from '../../discover/find-specs.ts';
import { repositoryOf, toSlashes } from '../../discover/walk-files.ts';
import { UserError } from '../../errors.ts';
import { frameworkIds, isFrameworkId } from '../../frameworks/index.ts';
import { listNames } from '../../text/list-names.ts';
import type { Asker, Io } from '../io.ts';
import { observed } from '../observe.ts';
import { askCandidates, askHosts, joinHosts } from './ask.ts';
import { askerOf } from './asker.ts';
import { renderConfig } from './config-text.ts';
import { findManifests, type Manifests } from './find-manifests.ts';
import { planHook } from './hook.ts';
import { type Chosen, findCandidates, type Survey, statedDocs, survey } from './survey.ts';
import { planWorkflow } from './workflow.ts';
import { type NewFile, writeFiles } from './write-files.ts';

export interface InitFlags {
  readonly spec?: readonly string[];
  readonly framework?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly workflow?: boolean;
  readonly hook?: boolean;
}

const configName = 'specwins.config.yaml';

/** Writes a configuration that says what a run would find out by itself, and what only a person knows. */
export async function runInit(flags: InitFlags, io: Io, hookOptions: string): Promise<number> {
  const { cwd } = io;
  const repository = repositoryOf(cwd) ?? cwd;
  const existing = existingConfig(cwd);
  const more = flags.workflow || flags.hook;
  refuse(existing, flags);
  const files: NewFile[] = [];
  const said: string[] = [];
  if (existing === undefined || flags.force) {
    const planned = await planConfig(flags, io);
    if (planned === undefined) {
      io.stdout.write('Nothing was written.\n');
      return 130;
    }
    files.push({ path: join(cwd, configName), text: planned.text });
    said.push(...planned.said);
  } else if (more) said.push(`\`${existing}\` stays as it is.`);
  if (flags.workflow) files.push(planWorkflow(cwd, repository, flags));
  const hook = flags.hook ? planHook(cwd, repository, { options: hookOptions }) : undefined;
  if (hook) files.push(hook);
  else if (flags.hook) said.push('The hook is there already.');
  if (flags.dryRun) printFiles(files, io);
  else await finish(files, said, io);
  return 0;
}

const names = [configName, 'specwins.config.json', 'specwins.config.jsonc'];

function existingConfig(cwd: string): string | undefined {
  return names.find((name) => existsSync(join(cwd, name)));
}

function refuse(existing: string | undefined, { force, workflow, hook }: InitFlags): void {
  if (existing === undefined) return;
  if (force && existing !== configName) {
    throw new UserError('write-failed', `\`${existing}\` would stand beside the new \`${configName}\`.`, {
      hint: 'Remove or rename it first; two configurations in one folder are an error.',
    });
  }
  if (force || workflow || hook) return;
  throw new UserError('write-failed', `There is a configuration already: \`${existing}\`.`, {
    hint: 'Use --force to replace it, or --dry-run --force to see what would be written.',
  });
}

interface Planned {
  readonly text: string;
  readonly said: readonly string[];
}

async function planConfig(flags: InitFlags, io: Io): Promise<Planned | undefined> {
  const { cwd } = io;
  const asker = askerOf(io, flags);
  const framework = checkFramework(flags.framework);
  const found = findCandidates(cwd, { spec: flags.spec, ...(framework !== undefined && { framework }) });
  const candidates = await askCandidates(asker, found, cwd);
  if (candidates === undefined) return undefined;
  const partial = candidates.docs.length < found.docs.length;
  const open = asker === undefined && flags.spec === undefined && !mayBeMeant(candidates.specs);
  const chosen: Chosen = { ...candidates, cwd, framework, partial, open };
  const { result } = await observed(io, {}, (observer) => survey(chosen, { observer }));
  const hosts = await askHosts(asker, result.hosts);
  const manifests = findManifests(cwd);
  const programs = await askPrograms(asker, manifests);
  if (hosts === undefined || programs === undefined) return undefined;
  const all = joinHosts(hosts.told, hosts.sure);
  const isSure = Object.keys(hosts.sure).length === 0 || result.findsTheSame(hosts.told, all);
  const stated = isSure ? all : hosts.told;
  const root = chosen.docs[0]?.root;
  const text = renderConfig({
    cwd,
    schema: schemaAddress(cwd),
    docs: statedDocs(chosen),
    root: root === undefined ? undefined : toSlashes(relative(cwd, root)) || '.',
    specs: chosen.specs,
    specsOpen: open,
    hosts: stated,
    shownHosts: isSure ? hosts.open : joinHosts(hosts.open, hosts.sure),
    credential: result.truth.specs.flatMap(({ credentials }) => credentials)[0]?.id,
    programs: programs.stated,
    shownPrograms: programs.shown,
    toolList: manifests.toolLists[0],
  });
  return { text, said: describe(chosen, result, stated) };
}

function checkFramework(name: string | undefined) {
  if (name === undefined || isFrameworkId(name)) return name;
  throw new UserError('usage', `There is no framework \`${name}\`.`, { hint: `Known: ${frameworkIds.join(', ')}.` });
}

type Programs = Readonly<Record<string, string>>;

/** A manifest adds checks that a run without it does not make: only a person says so. */
async function askPrograms(
  asker: Asker | undefined,
  { programs }: Manifests,
): Promise<{ readonly stated: Programs; readonly shown: Programs } | undefined> {
  const all = Object.fromEntries(programs.map(({ name, path }) => [name, path]));
  if (asker === undefined || programs.length === 0) return { stated: {}, shown: all };
  const answer = await asker.choose(`Hold calls of ${listNames(Object.keys(all))} against their manifest too?`, [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ]);
  if (answer === undefined) return undefined;
  return answer === 'yes' ? { stated: all, shown: {} } : { stated: {}, shown: all };
}

/** The schema of the package that is installed; else of the one that npm has. */
function schemaAddress(cwd: string): string {
  const inside = 'specwins/dist/src/config/schema.json';
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', inside);
    if (existsSync(path)) {
      const way = toSlashes(relative(cwd, path));
      return way.startsWith('.') ? way : `./${way}`;
    }
    if (dirname(folder) === folder) return `https://unpkg.com/${inside}`;
  }
}

function describe(
  { cwd, docs, specs, open }: Chosen,
  { pages, truth, notes }: Survey,
  hosts: object,
): readonly string[] {
  const roots = docs.map(({ root, framework }) => `\`${toSlashes(relative(cwd, root)) || '.'}\` (${framework})`);
  const counts = pages > 0 ? `, ${pages} pages` : '';
  const operations = Object.keys(truth.operations).length;
  const aliases = Object.values(hosts).flatMap((entries: object) => Object.keys(entries));
  return [
    `Docs: ${roots.join(', ') || 'none found; set `docs.root`'}${counts}.`,
    specs.length === 0
      ? 'Specs: none found; set `specs`.'
      : `Specs: ${listNames(specs.map(({ name }) => name))}${operations > 0 ? `, ${operations} operations` : ''}.`,
    ...(!open ? [] : ['There are too many specs to know which are meant; keep those in the file.']),
    ...(aliases.length > 0 ? [`Hosts: ${listNames(aliases)}.`] : []),
    ...notes.map((note) => `Note: ${note}`),
  ];
}

function printFiles(files: readonly NewFile[], { cwd, stdout }: Io): void {
  for (const { path, text } of files) stdout.write(`# ${toSlashes(relative(cwd, path))}\n\n${text}\n`);
}

/** Says what was written once the configuration was seen to load. */
async function finish(files: readonly NewFile[], said: readonly string[], io: Io): Promise<void> {
  writeFiles(files);
  const written = files.map(({ path }) => toSlashes(relative(io.cwd, path)));
  io.stdout.write([...said, ...(written.length > 0 ? [`Wrote ${listNames(written)}.`] : []), ''].join('\n'));
  try {
    await loadConfig({ cwd: io.cwd }, { ruleIds: rules.map(({ id }) => id) });
  } catch (error) {
    // The file is as good as what was found: without any spec it waits for one.
    if (!(error instanceof UserError) || !['no-spec', 'spec-ambiguous'].includes(error.code)) throw error;
    io.stdout.write(`Before a run can be done: ${error.message} ${error.hint ?? ''}\n`);
    return;
  }
  io.stdout.write('Next: `npx specwins`\n');
}
