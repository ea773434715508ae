import { join } from 'node:path';
import type { DocsRoot } from '../config/config.ts';
import type { FrameworkId } from '../frameworks/framework.ts';
import { frameworkOf } from '../frameworks/index.ts';
import { detectProjects, type Project } from './detect-projects.ts';
import { createDocsRoot } from './docs-root.ts';
import { namedFolders } from './framework-options.ts';
import { fumadocsFolders } from './fumadocs-sources.ts';
import { isPageName } from './page-files.ts';
import { repositoryOf } from './repository.ts';
import { withoutSamples } from './sample-folders.ts';
import { walkFiles } from './walk-files.ts';

/** Where pages lie below an absolute folder, by the frameworks that are seen there; `forced` overrules what is seen. */
export function findDocs(base: string, forced?: FrameworkId): readonly DocsRoot[] {
  const files = walkFiles(base);
  const pages = files.filter(isPageName);
  const detected = detectProjects(base, files);
  const own = forced ? detected.filter((project) => project.framework === forced) : detected;
  const roots = [
    rootsOfProjects(base, pages, own),
    forced && rootsOfProjects(base, pages, detected).map((root) => ({ ...root, framework: forced })),
    forced && rootsByFolderName(base, pages, forced),
  ].find((found) => found && found.length > 0);
  return roots || plainRoots(base, pages, forced ?? frameworkOfPlain(pages));
}

function rootsOfProjects(base: string, pages: readonly string[], projects: readonly Project[]): DocsRoot[] {
  const roots = projects.flatMap((project) =>
    foldersOf(base, pages, project).map((folder) =>
      createDocsRoot({ root: join(base, folder), project: join(base, project.folder), framework: project.framework }),
    ),
  );
  return roots.filter((root, index) => roots.findIndex((other) => other.root === root.root) === index);
}

/** The folders a project's own configuration names, else the first of the framework's that has pages. */
function foldersOf(base: string, pages: readonly string[], project: Project): readonly string[] {
  const path = join(base, project.folder);
  const named =
    project.framework === 'fumadocs'
      ? fumadocsFolders(path)
      : namedFolders(project.framework, path).map(({ folder }) => folder);
  const hasPages = (folder: string) => pages.some((page) => isBelow(page, folder));
  const own = named.map((root) => below(project.folder, root)).filter(hasPages);
  if (own.length > 0) return own;
  const usual = frameworkOf(project.framework).roots.map((root) => below(project.folder, root));
  return usual.filter(hasPages).slice(0, 1);
}

/** A framework that was named but shows no marker: folders that are called as its roots are. */
function rootsByFolderName(base: string, pages: readonly string[], framework: FrameworkId): DocsRoot[] {
  const folders = foldersAbove(pages);
  for (const root of frameworkOf(framework).roots) {
    const named = folders.filter((folder) => root === folder || folder.endsWith(`/${root}`));
    const outermost = named.filter((folder) => !named.some((other) => other !== folder && isBelow(folder, other)));
    if (outermost.length === 0) continue;
    return withoutSamples(outermost.map((folder) => `${folder}/`)).map((slashed) => {
      const folder = slashed.slice(0, -1);
      const project = folder.slice(0, -root.length);
      return createDocsRoot({ root: join(base, folder), project: join(base, project), framework });
    });
  }
  return [];
}

/** No framework in sight: `docs/` and the README beside it, or everything. */
function plainRoots(base: string, pages: readonly string[], framework: FrameworkId): readonly DocsRoot[] {
  const project = repositoryOf(base) ?? base;
  if (!pages.some((page) => isBelow(page, 'docs'))) return [createDocsRoot({ root: base, project, framework })];
  const docs = createDocsRoot({ root: join(base, 'docs'), project, framework });
  if (!pages.includes('README.md')) return [docs];
  return [docs, { ...createDocsRoot({ root: base, project, framework: 'github' }), include: ['README.md'] }];
}

/** MDX is for some generator, whichever it is. */
function frameworkOfPlain(pages: readonly string[]): FrameworkId {
  const mdx = pages.filter((page) => page.endsWith('.mdx')).length;
  return mdx * 2 > pages.length ? 'lenient' : 'github';
}

function foldersAbove(pages: readonly string[]): string[] {
  const folders = pages.flatMap((page) => {
    const segments = page.split('/').slice(0, -1);
    return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)].sort();
}

function below(folder: string, root: string): string {
  const clean = root.replace(/^\.\/?/, '');
  return [folder, clean].filter((part) => part !== '').join('/');
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
