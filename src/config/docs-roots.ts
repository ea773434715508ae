import { dirname, relative, resolve } from 'node:path';
import { detectProjects, type Project } from '../discover/detect-projects.ts';
import { createDocsRoot } from '../discover/docs-root.ts';
import { findDocs } from '../discover/find-docs.ts';
import { toSlashes } from '../discover/repository.ts';
import { walkFiles } from '../discover/walk-files.ts';
import { statPath } from '../disk/stat-path.ts';
import { UserError } from '../errors.ts';
import type { FrameworkId } from '../frameworks/framework.ts';
import type { DocsRoot } from './config.ts';
import { type ConfigDocument, describePlace } from './config-document.ts';
import type { DocsEntry } from './config-file.ts';

interface Surroundings {
  /** Absolute folder of the configuration. */
  readonly folder: string;
  /** The command line's framework; it wins over the file's. */
  readonly framework?: FrameworkId;
  readonly document?: ConfigDocument;
}

/** The docs roots of a configuration, completed by detection where it is silent. */
export function configuredDocs(docs: DocsEntry | readonly DocsEntry[], around: Surroundings): readonly DocsRoot[] {
  let known: readonly Project[] | undefined;
  const projects = (): readonly Project[] => {
    known ??= detectProjects(around.folder, walkFiles(around.folder));
    return known;
  };
  if (!isList(docs)) return rootsOf(docs, ['docs', 'root'], { ...around, projects });
  return docs.flatMap((entry, index) => rootsOf(entry, ['docs', index, 'root'], { ...around, projects }));
}

/** The projects below the folder are looked for once, however many roots there are. */
interface Searched extends Surroundings {
  readonly projects: () => readonly Project[];
}

function rootsOf(entry: DocsEntry, path: readonly (string | number)[], around: Searched): readonly DocsRoot[] {
  const framework = around.framework ?? entry.framework;
  if (entry.root === undefined) {
    return findDocs(around.folder, framework).map((found) => createDocsRoot({ ...found, ...settingsOf(entry) }));
  }
  const root = resolve(around.folder, entry.root);
  if (!statPath(root)?.isDirectory()) throw noFolder(entry.root, path, around.document);
  const project = projectOf(root, { ...around, framework });
  return [createDocsRoot({ root, ...project, ...settingsOf(entry) })];
}

function settingsOf(entry: DocsEntry): Pick<DocsEntry, 'baseUrl' | 'include' | 'exclude'> {
  const { baseUrl, include, exclude } = entry;
  return { ...(baseUrl !== undefined && { baseUrl }), ...(include && { include }), ...(exclude && { exclude }) };
}

/** The nearest project around a root, its own folder first and the configuration's last. */
function projectOf(root: string, { folder, framework, ...around }: Searched): Pick<DocsRoot, 'project' | 'framework'> {
  const projects = around.projects().filter((project) => framework === undefined || project.framework === framework);
  for (let place = root; isInside(place, folder); place = dirname(place)) {
    const here = toSlashes(relative(folder, place));
    const project = projects.find((candidate) => candidate.folder === here);
    if (project) return { project: place, framework: project.framework };
    if (place === folder) break;
  }
  return { project: folder, framework: framework ?? 'github' };
}

function isInside(path: string, folder: string): boolean {
  return !toSlashes(relative(folder, path)).startsWith('..');
}

function noFolder(root: string, path: readonly (string | number)[], document?: ConfigDocument): UserError {
  const place = document ? `, in ${describePlace(document.file, document.placeOf(path, 'value'))}` : '';
  return new UserError(
    'config-invalid',
    `\`${path.join('.')}\` names the folder \`${root}\`, which is not there${place}.`,
    {
      hint: 'Paths are relative to the folder of the configuration.',
    },
  );
}

function isList(docs: DocsEntry | readonly DocsEntry[]): docs is readonly DocsEntry[] {
  return Array.isArray(docs);
}
