import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { mayBeMeant } from '../../discover/find-specs.ts';
import { toSlashes } from '../../discover/repository.ts';
import { statPath } from '../../disk/stat-path.ts';
import { UserError } from '../../errors.ts';
import type { FrameworkId } from '../../frameworks/framework.ts';
import { frameworkIds, isFrameworkId } from '../../frameworks/index.ts';
import { listNames } from '../../text/list-names.ts';
import type { Asker, Io } from '../io.ts';
import { observed } from '../observe.ts';
import { askCandidates, askFramework, askHosts, joinHosts } from './ask.ts';
import { askerOf } from './asker.ts';
import { renderConfig } from './config-text.ts';
import { findManifests, type Manifests } from './find-manifests.ts';
import { type Candidates, type Chosen, findCandidates, type Survey, statedDocs, survey } from './survey.ts';

export interface InitFlags {
  readonly spec?: readonly string[];
  readonly framework?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly workflow?: boolean;
  readonly hook?: boolean;
}

export interface Planned {
  readonly text: string;
  readonly said: readonly string[];
}

/** The text of the configuration; nothing where the person who was asked walked away. */
export async function planConfig(flags: InitFlags, io: Io): Promise<Planned | undefined> {
  const { cwd } = io;
  const asker = askerOf(io, flags);
  const located = await locate(asker, flags, cwd);
  if (located === undefined) return undefined;
  const { found, framework } = located;
  const candidates = await askCandidates(asker, found, cwd);
  if (candidates === undefined) return undefined;
  const partial = candidates.docs.length < found.docs.length;
  const open = asker === undefined && flags.spec === undefined && !mayBeMeant(candidates.specs);
  const chosen: Chosen = { ...candidates, cwd, framework, partial, open };
  const { result } = await observed(io, {}, (observer) => survey(chosen, { observer, threads: 'auto' }));
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

interface Located {
  readonly found: Candidates;
  readonly framework: FrameworkId | undefined;
}

async function locate(asker: Asker | undefined, flags: InitFlags, cwd: string): Promise<Located | undefined> {
  const framework = checkFramework(flags.framework);
  const found = findCandidates(cwd, { spec: flags.spec, framework });
  checkSpecs(found, cwd);
  const isKnown = found.docs.some((root) => root.framework !== 'lenient');
  if (asker === undefined || framework !== undefined || isKnown || found.docs.length === 0) return { found, framework };
  const told = await askFramework(asker);
  if (told === undefined) return undefined;
  if (told === 'unknown') return { found, framework };
  return { found: findCandidates(cwd, { spec: flags.spec, framework: told }), framework: told };
}

/** One that is broken is told; one that is not there is a typing error, and not to be written down. */
function checkSpecs({ specs }: Candidates, cwd: string): void {
  const absent = specs.find(({ kind, location }) => kind === 'file' && !statPath(location)?.isFile());
  if (absent === undefined) return;
  const path = toSlashes(relative(cwd, absent.location));
  throw new UserError('spec-unreadable', `There is no spec \`${path}\`.`, { hint: `Paths are taken from ${cwd}.` });
}

function checkFramework(name: string | undefined): FrameworkId | undefined {
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
