import type { Page } from '../model.ts';
import type { Site } from '../site/site.ts';
import type { LinkCounts } from './report.ts';

/** How many links of a page were followed to their end. */
export function countLinks(page: Page, site: Pick<Site, 'findFragment' | 'resolve'>): LinkCounts {
  const counts = { checked: 0, unverified: 0, external: 0 };
  for (const { url } of page.links) counts[outcomeOf(url, page.file, site)] += 1;
  return counts;
}

function outcomeOf(
  url: string,
  file: string,
  site: Pick<Site, 'findFragment' | 'resolve'>,
): 'checked' | 'external' | 'unverified' {
  const target = site.resolve(url, file);
  if (target.status === 'external') return 'external';
  if (target.status === 'unverifiable') return 'unverified';
  if (target.status !== 'page' || target.fragment === undefined) return 'checked';
  return site.findFragment(target.file, target.fragment).status === 'unverifiable' ? 'unverified' : 'checked';
}
