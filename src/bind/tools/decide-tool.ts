import type { BoundTool, MissingTool, NearTool, ToolTarget } from '../../model.ts';
import { hasSeveralWords, wordsOf } from '../../text/like-names.ts';
import { isAffixed, nearestTool, serverWith } from '../../truth/tools/known-tools.ts';
import { because } from '../reasons.ts';
import type { Block, ScopedTool, ToolContext } from './tool-context.ts';

/**
 * What a name of a tool is bound to; nothing where it is only a name and nothing shows that a tool is meant. That a server
 * has no such tool is said only where enough shows that this server is meant.
 */
export function decideTool(tool: ScopedTool, context: ToolContext): ToolTarget | undefined {
  const { mention, scope, server } = tool;
  const plain = mention.said === 'nothing' || mention.said === 'verb';
  if (scope.kind === 'foreign') return plain ? undefined : foreign(`it speaks of \`${scope.name}\``);
  if (context.defined.has(mention.text))
    return plain ? undefined : foreign('the page itself defines a tool of this name');
  const own = server === undefined ? undefined : bound(tool, server, context);
  if (own) return own;
  const missing = server === undefined ? decideMissing(tool, context) : undefined;
  if (missing) return missing;
  return plain ? undefined : unplaced('nothing shows that a tool of a known server is meant');
}

function foreign(detail: string): ToolTarget {
  return { status: 'foreign', evidence: [because('server', detail)] };
}

function unplaced(detail: string): ToolTarget {
  return { status: 'unplaced', evidence: [because('tool', detail)] };
}

function bound(tool: ScopedTool, server: number, context: ToolContext): BoundTool | undefined {
  const { mention, scope } = tool;
  const several = hasSeveralWords(mention.text);
  const near = context.knownNear(tool).size;
  const block = context.blockOf(tool);
  // Many servers have a tool `search`: beside no other tool of the server it may be anybody's.
  if (!several && scope.kind !== 'own' && near < 2 && block.known < 2) return undefined;
  if (!several && mention.said !== 'form' && mention.said !== 'words' && block.known < 2) return undefined;
  const certain = mention.said === 'form' && (several || scope.kind === 'own' || near > 1);
  const evidence = [because('name', 'the server has a tool of exactly this name')];
  return { status: 'bound', server, tool: mention.text, certainty: certain ? 'certain' : 'likely', evidence };
}

interface Search {
  readonly servers: readonly number[];
  readonly near: NearTool | undefined;
  /** How many own tools are named beside it. */
  readonly known: number;
  readonly context: ToolContext;
}

function decideMissing(tool: ScopedTool, context: ToolContext): MissingTool | undefined {
  const { mention, scope } = tool;
  const all = context.servers.map((_, index) => index);
  const servers = scope.kind === 'own' ? scope.servers : all;
  if (servers.some((index) => context.servers[index]?.incomplete)) return undefined;
  if (isPrefixed(tool, servers, context)) return undefined;
  const nearest = nearestTool(context.servers, servers, mention.text);
  // Between single words a letter or two make another word: `context` is no slip for `connect`, unless among other tools.
  const sure = mention.said === 'form' || hasSeveralWords(mention.text) || isMostlyOwn(context.blockOf(tool));
  const near = nearest && { ...nearest, firm: nearest.firm && sure };
  const known = context.knownNear(tool).size;
  const why = reasonFor(tool, { servers, near, known, context });
  if (!why) return undefined;
  const elsewhere = serverWith(context.servers, all, mention.text);
  return {
    status: 'missing',
    servers,
    certainty: why.certainty,
    ...(near && { nearest: near }),
    ...(elsewhere !== undefined && { elsewhere }),
    evidence: [because(mention.said === 'form' ? 'form' : 'words', why.detail)],
  };
}

/** Clients write `orchard_list_trees` for `list_trees`; guides write the short name for one that is listed with a prefix. */
function isPrefixed({ mention }: ScopedTool, servers: readonly number[], { servers: all }: ToolContext): boolean {
  const { text, said } = mention;
  return servers.some((index) =>
    all[index]?.tools.some(({ name }) => isAffixed(text, name) && (said !== 'form' || text.length > name.length)),
  );
}

interface Reason {
  readonly certainty: 'certain' | 'likely';
  readonly detail: string;
}

function reasonFor(tool: ScopedTool, search: Search): Reason | undefined {
  const { scope, mention } = tool;
  if (scope.kind === 'unknown') return undefined;
  switch (mention.said) {
    case 'form':
      return byForm(tool, search);
    case 'words':
      return byWords(tool, search) ?? byBlock(tool, search);
    case 'verb':
      return search.near?.firm && search.known > 0
        ? { certainty: 'likely', detail: 'it is called, and is spelt almost like a tool beside other tools' }
        : undefined;
    case 'nothing':
      return search.near?.firm ? byBlock(tool, search) : undefined;
  }
}

function byForm({ scope }: ScopedTool, { near, known }: Search): Reason | undefined {
  if (scope.kind === 'own') return { certainty: 'certain', detail: `it is called as a tool of \`${scope.name}\`` };
  if (near?.firm) return { certainty: 'certain', detail: 'it is called as a tool, and is spelt almost like one' };
  if (known > 1) return { certainty: 'certain', detail: 'it is called as a tool beside tools of the server' };
  return known > 0 ? { certainty: 'likely', detail: 'it is called as a tool beside one of the server' } : undefined;
}

function byWords({ scope, mention }: ScopedTool, { servers, near, known, context }: Search): Reason | undefined {
  const speaksOfMcp = context.page.mcpServers !== undefined;
  if (near?.firm && (speaksOfMcp || known > 0 || scope.kind === 'own'))
    return { certainty: 'likely', detail: 'it is called a tool, and is spelt almost like one' };
  if (!hasSeveralWords(mention.text)) return undefined;
  const amongOwn = known > 1 && isLikeAny(mention.text, servers, context);
  if (scope.kind === 'own')
    return amongOwn || mention.server !== undefined
      ? { certainty: 'likely', detail: `it is called a tool of \`${scope.name}\`` }
      : undefined;
  const unsaid = scope.kind === 'unsaid' && speaksOfMcp && amongOwn;
  return unsaid
    ? { certainty: 'likely', detail: `it is called a tool beside ${known} tools of the server` }
    : undefined;
}

/** A column, a list or a row of headings that mostly holds own tools holds nothing else. */
function byBlock(tool: ScopedTool, { near, context }: Search): Reason | undefined {
  const { mention } = tool;
  if (!hasSeveralWords(mention.text) && !near?.firm) return undefined;
  const own = context.blockOf(tool);
  const block = isMostlyOwn(own) ? own : context.wideBlockOf(tool);
  if (block !== own && (own.all > 1 || block.known < 4 || block.known * 5 < block.all * 4)) return undefined;
  const certain = mention.source === 'table' && mention.said === 'words' && block.known * 4 >= block.all * 3;
  return { certainty: certain ? 'certain' : 'likely', detail: `it stands among ${block.known} tools of the server` };
}

function isMostlyOwn({ known, all }: Block): boolean {
  return known > 1 && known * 5 >= all * 3;
}

/** Another verb for the same things: `create_org_token` beside `mint_org_token`. */
function isLikeAny(name: string, servers: readonly number[], { servers: all }: ToolContext): boolean {
  return servers.some((index) => all[index]?.tools.some((tool) => sharesTwoWords(name, tool.name)));
}

function sharesTwoWords(one: string, other: string): boolean {
  const words = new Set(wordsOf(other));
  return wordsOf(one).filter((word) => words.has(word)).length > 1;
}
