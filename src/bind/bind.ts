import type { Binding, Mention, OperationBinding, OperationMention, Page, SpecIndex } from '../model.ts';
import type { Schemas } from '../truth/schema/schema.ts';
import { bindCommands } from './commands/bind-commands.ts';
import { decideTarget } from './decide.ts';
import { bindFacts } from './facts/bind-facts.ts';
import { hintedSpecs } from './hints.ts';
import { type HostAliases, knownServers } from './hosts.ts';
import { learnUsage } from './learn-usage.ts';
import { placeMention } from './place.ts';
import { bindTools } from './tools/bind-tools.ts';

export interface BindInput {
  readonly pages: readonly Page[];
  /** Files which each page renders as its own, directly and through others. */
  readonly snippets: ReadonlyMap<string, readonly Page[]>;
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
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
    return shownWith(page, input).flatMap((shown) =>
      shown.mentions.filter(isOperation).map((mention) => ({
        page,
        file: shown.file,
        mention,
        placement: placeMention(mention, shown, { specs, servers, truth: input.truth }),
      })),
    );
  });
  const usage = learnUsage(placed);
  const operations = placed.map((entry) => ({
    page: entry.page.file,
    file: entry.file,
    mention: entry.mention,
    target: decideTarget(entry, { usage, servers, truth: input.truth }),
  }));
  const byPage = new Map<string, OperationBinding[]>();
  for (const binding of operations) {
    const own = byPage.get(binding.page);
    if (own) own.push(binding);
    else byPage.set(binding.page, [binding]);
  }
  const facts = input.pages.flatMap((page) =>
    bindFacts({ ...input, page, shown: shownWith(page, input), operations: byPage.get(page.file) ?? [] }),
  );
  const { programs } = input.truth;
  const commands = programs
    ? input.pages.flatMap((page) => bindCommands({ page, shown: shownWith(page, input), programs }))
    : [];
  const shown = input.pages.map((page) => ({ page: page.file, documents: shownWith(page, input) }));
  const tools = bindTools(shown, input);
  const others = facts.filter(({ mention }) => !tools.claimed.has(mention));
  return [...operations, ...others, ...commands, ...tools.bindings];
}

/** The page, then the snippets that it renders. */
function shownWith(page: Page, { snippets }: BindInput): readonly Page[] {
  return [page, ...(snippets.get(page.file) ?? [])];
}

function isOperation(mention: Mention): mention is OperationMention {
  return mention.kind === 'operation';
}
