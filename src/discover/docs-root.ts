import type { DocsRoot } from '../config/config.ts';
import type { FrameworkId } from '../frameworks/framework.ts';
import { frameworkOf } from '../frameworks/index.ts';
import { findDestinations, findRedirects } from './find-redirects.ts';
import { configuredBaseUrl } from './framework-options.ts';
import { fumadocsBaseUrl } from './fumadocs-sources.ts';
import { readNavigation } from './navigation/read-navigation.ts';
import { readProjectFacts } from './project-facts.ts';
import { walkFiles } from './walk-files.ts';

/** Completes what is known of a docs root by what its project's files and its framework say. */
export function createDocsRoot(known: {
  readonly root: string;
  readonly project: string;
  readonly framework: FrameworkId;
  readonly baseUrl?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}): DocsRoot {
  const read =
    known.framework === 'fumadocs'
      ? fumadocsBaseUrl(known.project, known.root)
      : configuredBaseUrl(known.framework, known.project, known.root);
  const baseUrl = known.baseUrl ?? read ?? frameworkOf(known.framework).baseUrl;
  return {
    root: known.root,
    project: known.project,
    framework: known.framework,
    baseUrl: normalizeBaseUrl(baseUrl),
    include: known.include ?? ['**/*.{md,mdx}'],
    exclude: known.exclude ?? [],
    redirects: findRedirects(known.project),
    destinations: findDestinations(known.project),
    facts: readProjectFacts(known),
    navigation: readNavigation(known, walkFiles(known.root)),
  };
}

/** `docs/`, `/docs/` and `/docs` are the same; the root is ''. */
function normalizeBaseUrl(baseUrl: string): string {
  const trimmed = baseUrl.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}
