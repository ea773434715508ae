import type { McpServer, Page, SpecIndex } from '../../model.ts';
import { hasSeveralWords, wordsOf } from '../../text/like-names.ts';
import { nearestTool, serverWith } from '../../truth/tools/known-tools.ts';
import { createNaming } from './server-naming.ts';

/** Whose a server is that guides name. */
export type Ownership =
  | { readonly kind: 'own'; readonly servers: readonly number[] }
  | { readonly kind: 'foreign' }
  /** One of the own servers goes without a name, and it may be that. */
  | { readonly kind: 'unknown' };

export type OwnershipOf = (name: string) => Ownership;

/**
 * Tells own servers from those of others by the names that guides give them: names of the configuration, of the servers
 * themselves, of the product, and names under which guides mention several own tools. A server that is the only one of which
 * the guides speak, and whose tools are mostly own ones, is the own one.
 */
export function learnServers(pages: readonly Page[], truth: SpecIndex): OwnershipOf {
  const servers = truth.mcpServers ?? [];
  const all = servers.map((_, index) => index);
  const uses = usesByName(pages, servers);
  const spoken = new Set(pages.flatMap(({ mcpServers = [] }) => mcpServers.map(({ name }) => keyOf(name))));
  const titles = truth.specs.map(({ title }) => namedWords(title ?? ''));
  const nameless = servers.some(({ name }) => name === undefined);
  const told = new Map<string, Ownership>();
  return (written) => {
    const known = told.get(written) ?? tell(written);
    told.set(written, known);
    return known;
  };

  function tell(written: string): Ownership {
    const key = keyOf(written);
    const words = namedWords(written);
    const stated = all.filter((index) =>
      servers[index]?.names.some((name) => keyOf(name) === key || areOneName(namedWords(name), words)),
    );
    if (stated.length > 0) return { kind: 'own', servers: stated };
    const product = words.length > 0 && titles.some((title) => words.every((word) => title.includes(word)));
    const use = uses.get(key);
    const learned = use !== undefined && weightOf(use.known) > 2 && use.known.size >= use.unknown.size;
    const only =
      nameless &&
      uses.size === 1 &&
      use !== undefined &&
      spoken.has(key) &&
      use.known.size + use.perhaps.size > use.unknown.size;
    if (product || learned || only) return { kind: 'own', servers: all };
    return { kind: nameless ? 'unknown' : 'foreign' };
  }
}

interface Uses {
  readonly known: Set<string>;
  /** Almost the names of own tools: slips in them, or tools of another server. They tell little. */
  readonly perhaps: Set<string>;
  readonly unknown: Set<string>;
}

/** Of each name the tools that its own form gives to it, or that stand in a section which names no other server more closely. */
function usesByName(pages: readonly Page[], servers: readonly McpServer[]): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>();
  const useOf = (name: string): Uses => {
    const key = keyOf(name);
    const known = uses.get(key) ?? { known: new Set(), perhaps: new Set(), unknown: new Set() };
    uses.set(key, known);
    return known;
  };
  const isOwn = rememberOwn(servers);
  for (const page of pages) {
    for (const { name } of page.mcpServers ?? []) useOf(name);
    const namesOf = createNaming(page);
    for (const mention of page.mentions) {
      if (mention.kind !== 'tool') continue;
      for (const name of namesOf(mention)) {
        const { known, perhaps, unknown } = useOf(name);
        const own = isOwn(mention.text);
        if (own === 'own') known.add(mention.text);
        else if (own === 'perhaps') perhaps.add(mention.text);
        else if (mention.said === 'form' || mention.said === 'words') unknown.add(mention.text);
      }
    }
  }
  return uses;
}

/** Many servers have a tool `search`; few have `list_trees`. */
function weightOf(names: ReadonlySet<string>): number {
  return [...names].reduce((sum, name) => sum + (hasSeveralWords(name) ? 2 : 1), 0);
}

function rememberOwn(servers: readonly McpServer[]): (name: string) => 'other' | 'own' | 'perhaps' {
  const all = servers.map((_, index) => index);
  const told = new Map<string, 'other' | 'own' | 'perhaps'>();
  const tell = (name: string) => {
    if (serverWith(servers, all, name) !== undefined) return 'own';
    return nearestTool(servers, all, name)?.firm ? 'perhaps' : 'other';
  };
  return (name) => {
    const own = told.get(name) ?? tell(name);
    told.set(name, own);
    return own;
  };
}

/** `orchard-mcp`, `Orchard` and `orchard_mcp_server` are one name. */
function keyOf(name: string): string {
  return namedWords(name).join('') || wordsOf(name).join('');
}

/** "Orchard Cloud", or `plugin_orchard_orchard`, for the server `orchard`. */
function areOneName(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}

function namedWords(name: string): readonly string[] {
  return wordsOf(name).filter((word) => !/^(?:mcp|servers?|api|apis|rest|docs)$/.test(word));
}
