import type { McpServer, Page, ToolMention } from '../../model.ts';
import { hasSeveralWords } from '../../text/like-names.ts';
import { serverWith } from '../../truth/tools/known-tools.ts';
import { mapSections, type Sections } from '../facts/sections.ts';
import type { OwnershipOf } from './own-servers.ts';
import { createScopes, type ToolScope } from './tool-scope.ts';

/** One document with the tools that it names. */
export interface ToolContext {
  readonly page: Page;
  readonly servers: readonly McpServer[];
  readonly tools: readonly ScopedTool[];
  /** Names that the document gives to tools of the reader's own. */
  readonly defined: ReadonlySet<string>;
  /** The own tools named beside a mention. */
  knownNear(tool: ScopedTool): ReadonlySet<string>;
  /** How many different names stand in its table, its list, or beside it as headings, and how many are own tools. */
  blockOf(tool: ScopedTool): Block;
  /** The same for all that is said to list tools and stands in the same section, or is a heading of the same level. */
  wideBlockOf(tool: ScopedTool): Block;
}

export interface Block {
  readonly known: number;
  readonly all: number;
}

export interface ScopedTool {
  readonly mention: ToolMention;
  readonly scope: ToolScope;
  /** The own server that has a tool of this name. */
  readonly server: number | undefined;
}

export function readTools(page: Page, servers: readonly McpServer[], ownershipOf: OwnershipOf): ToolContext {
  const mentions = page.mentions.filter((mention) => mention.kind === 'tool');
  const scopeOf = createScopes(page, ownershipOf);
  const all = servers.map((_, index) => index);
  const defined = new Set(mentions.filter(({ source }) => source === 'definition').map(({ text }) => text));
  const tools = mentions
    .filter(({ source }) => source !== 'definition')
    .map((mention): ScopedTool => {
      const scope = scopeOf(mention);
      const among = scope.kind === 'foreign' || defined.has(mention.text) ? [] : all;
      return {
        mention,
        scope,
        server: serverWith(servers, scope.kind === 'own' ? scope.servers : among, mention.text),
      };
    });
  const parents = mapSections(tools.some(({ mention }) => mention.source === 'heading') ? page.headings : []);
  return {
    page,
    servers,
    tools,
    defined,
    knownNear: createNeighbours(page, tools, ownershipOf),
    blockOf: createBlocks(tools, (mention) => blockKey(mention, parents)),
    wideBlockOf: createBlocks(tools, (mention) => wideKey(mention, { page, parents })),
  };
}

/** Tools of the page, or, where that names other servers too, of the largest section below the title around a mention. */
function createNeighbours(page: Page, tools: readonly ScopedTool[], ownershipOf: OwnershipOf) {
  const mixed = (page.mcpServers ?? []).some(({ name }) => ownershipOf(name).kind !== 'own');
  const sections = mapSections(mixed ? page.headings : []);
  const areaOf = ({ mention }: ScopedTool): number =>
    mixed ? (sections.around(mention.section).findLast((each) => (page.headings[each]?.level ?? 1) > 1) ?? -1) : -1;
  const byArea = new Map<number, Set<string>>();
  for (const tool of tools) {
    if (!isTelling(tool)) continue;
    const area = areaOf(tool);
    byArea.set(area, (byArea.get(area) ?? new Set()).add(tool.mention.text));
  }
  const none: ReadonlySet<string> = new Set();
  return (tool: ScopedTool) => byArea.get(areaOf(tool)) ?? none;
}

/** A word like `search` that only happens to be a name tells nothing. */
function isTelling({ mention, server }: ScopedTool): boolean {
  return server !== undefined && (mention.said !== 'nothing' || hasSeveralWords(mention.text));
}

function createBlocks(tools: readonly ScopedTool[], keyOf: (mention: ToolMention) => string | undefined) {
  const blocks = new Map<string, Map<string, boolean>>();
  for (const { mention, server } of tools) {
    const key = keyOf(mention);
    if (key === undefined) continue;
    const names = blocks.get(key) ?? new Map<string, boolean>();
    blocks.set(key, names.set(mention.text, server !== undefined));
  }
  const counted = new Map(
    [...blocks].map(([key, names]) => [key, { known: [...names.values()].filter(Boolean).length, all: names.size }]),
  );
  return ({ mention }: ScopedTool): Block => counted.get(keyOf(mention) ?? '') ?? { known: 0, all: 0 };
}

function blockKey({ source, block, section }: ToolMention, parents: Sections): string | undefined {
  if (source === 'heading') return `heading ${parents.around(section)[1]}`;
  const listed = source === 'table' || source === 'list' || source === 'allow-list' || source === 'sample';
  return listed && block !== undefined ? `${source} ${block}` : undefined;
}

/** Generators write a list for each tool; pages that group tools have a heading of tools above each group. */
function wideKey(
  { source, said, section }: ToolMention,
  { page, parents }: { readonly page: Page; readonly parents: Sections },
): string | undefined {
  if (said !== 'words') return undefined;
  if (source === 'list') return `list ${section}`;
  const parent = page.headings[parents.around(section)[1] ?? -1]?.text ?? page.title ?? '';
  return source === 'heading' && /\btools?\b/i.test(parent) ? `heading ${page.headings[section]?.level}` : undefined;
}
