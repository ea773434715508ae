import type { Binding, Page, SpecIndex } from '../model.ts';
import { decideTarget } from './decide.ts';
import { hintedSpecs } from './hints.ts';
import { type HostAliases, knownServers } from './hosts.ts';
import { learnUsage } from './learn-usage.ts';
import { placeMention } from './place.ts';

export interface BindInput {
  readonly pages: readonly Page[];
  /** Files which each page renders as its own, directly and through others. */
  readonly snippets: ReadonlyMap<string, readonly Page[]>;
  readonly truth: SpecIndex;
  readonly hosts: HostAliases;
}

/**
 * Ties every mention to what it speaks of; each gets exactly one outcome.
 *
 * First every mention is placed on its own: whose host is it, which paths does it fit? What that shows about hosts and
 * prefixes of the whole run then helps to decide the mentions that fit nothing.
 */
export function bind(input: BindInput): Binding[] {
  const servers = knownServers(input.truth, input.hosts);
  const placed = input.pages.flatMap((page) => {
    const specs = hintedSpecs(page, input.truth);
    const shown = [page, ...(input.snippets.get(page.file) ?? [])];
    return shown.flatMap(({ file, mentions }) =>
      mentions.map((mention) => ({
        page,
        file,
        mention,
        placement: placeMention(mention, { specs, servers, truth: input.truth }),
      })),
    );
  });
  const usage = learnUsage(placed);
  return placed.map((entry) => ({
    page: entry.page.file,
    file: entry.file,
    mention: entry.mention,
    target: decideTarget(entry, { usage, truth: input.truth }),
  }));
}
