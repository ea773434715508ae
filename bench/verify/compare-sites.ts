import { alignIds } from './align-ids.ts';
import type { ExpectedPage } from './expected-pages.ts';
import type { RenderedPage } from './rendered-pages.ts';

/** How much of a site was compared, and where specwins and the framework differ: one line each. */
export interface Comparison {
  readonly ids: number;
  readonly routes: number;
  /** Ids which specwins does not claim to know; they are not among `ids`. */
  readonly dynamic: number;
  readonly differences: readonly string[];
}

/** Holds what specwins makes of a project against what its framework made of it; pages are matched by route. */
export function compareSites(
  expected: readonly ExpectedPage[],
  rendered: readonly RenderedPage[],
  ownRoutes: readonly string[],
): Comparison {
  const byRoute = new Map(rendered.map((page) => [page.route, page]));
  const routed = expected.filter(({ route }) => route !== undefined);
  const known = new Set([...ownRoutes, ...routed.map(({ route }) => route)]);
  const unknown = rendered.filter(({ route }) => !known.has(route));
  const pages = routed.map((page) => comparePage(page, byRoute.get(page.route ?? '')));
  return {
    ids: sum(pages.map(({ ids }) => ids)),
    routes: pages.length + unknown.length,
    dynamic: sum(pages.map(({ dynamic }) => dynamic)),
    differences: [
      ...sharedRoutes(routed),
      ...pages.flatMap(({ differences }) => differences),
      ...unknown.map(({ route }) => `The site has ${route}, which specwins knows of no page.`),
    ],
  };
}

type PageComparison = Omit<Comparison, 'routes'>;

function comparePage(page: ExpectedPage, rendered: RenderedPage | undefined): PageComparison {
  if (!rendered) return differing(`${page.file}: the site has nothing at ${page.route}.`);
  if (page.failure !== undefined) return differing(`${page.file}: specwins cannot read it: ${page.failure}`);
  return compareIds(page, rendered.ids);
}

function differing(difference: string): PageComparison {
  return { ids: 0, dynamic: 0, differences: [difference] };
}

/** A snippet stands where its component does, which is a place of any ids: they are looked for among what is left there. */
function compareIds({ file, ids, snippetIds }: ExpectedPage, rendered: readonly string[]): PageComparison {
  const { onlyExpected, onlyRendered, dynamic } = alignIds(ids, rendered);
  const missing = [...onlyExpected, ...without(snippetIds, [...onlyRendered, ...dynamic])];
  const surplus = without(onlyRendered, snippetIds);
  const open = without(dynamic, without(snippetIds, onlyRendered)).length;
  return {
    ids: rendered.length - open,
    dynamic: open,
    differences: [
      ...missing.map((id) => `${file}: specwins makes \`${id}\`, the site does not.`),
      ...surplus.map((id) => `${file}: the site makes \`${id}\`, specwins does not.`),
    ],
  };
}

/** Of two pages with one address, the site has but one. */
function sharedRoutes(pages: readonly ExpectedPage[]): readonly string[] {
  return pages.flatMap(({ file, route }, index) => {
    const other = pages.slice(0, index).find((page) => page.route === route);
    return other ? [`${file}: specwins gives it the address of ${other.file}, ${route}.`] : [];
  });
}

/** The first list without what the second has, each as often as it is there. */
function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return all.filter((one) => {
    const index = rest.indexOf(one);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
