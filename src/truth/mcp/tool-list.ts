import { UserError } from '../../errors.ts';
import type { McpTool } from '../../model.ts';
import { isMapping, joinPointer, memberOf, stringAt } from '../schema/json.ts';
import { anchorReferences } from './anchor-references.ts';

/** An answer to `tools/list` as it lies in a file, or as a server gave it. */
export interface ToolList {
  readonly tools: readonly McpTool[];
  /** The parsed file, in which the schemas of the tools are found by their places. */
  readonly value: unknown;
  /** The server has more tools than it gave with this answer. */
  readonly incomplete: boolean;
  /** JSON pointer of the list itself. */
  readonly pointer: string;
}

/**
 * Reads a result of `tools/list`, a whole response that holds one, or the bare list of tools. `file` is what findings call
 * it. Throws a `UserError` for anything else.
 */
export function readToolList(file: string, value: unknown): ToolList {
  const found = findList(file, value);
  if (found.tools.length === 0) throw unusable(file, 'lists no tools', 'An empty list would make every tool unknown.');
  const tools = found.tools.map((tool, index) => readTool(file, tool, joinPointer(found.pointer, index)));
  requireUniqueNames(file, tools);
  const places = tools.flatMap(({ inputSchema }) => inputSchema?.pointer ?? []);
  const incomplete = typeof memberOf(found.owner, 'nextCursor') === 'string';
  return { tools, value: anchorReferences(value, places), incomplete, pointer: found.pointer };
}

interface FoundList {
  readonly tools: readonly unknown[];
  readonly pointer: string;
  /** What holds the list. */
  readonly owner: unknown;
}

function findList(file: string, value: unknown): FoundList {
  if (Array.isArray(value)) return { tools: value, pointer: '', owner: undefined };
  const result = memberOf(value, 'result');
  const [owner, pointer] = result === undefined ? [value, ''] : [result, '/result'];
  const tools = memberOf(owner, 'tools');
  if (Array.isArray(tools)) return { tools, pointer: `${pointer}/tools`, owner };
  const failure = stringAt(memberOf(value, 'error'), 'message');
  const lack = failure === undefined ? 'no `tools` stand at its top' : `it holds the error "${failure}"`;
  throw unusable(file, `is no answer to \`tools/list\`: ${lack}`);
}

function readTool(file: string, value: unknown, pointer: string): McpTool {
  const name = stringAt(value, 'name');
  if (name === undefined || name === '') throw unusable(file, `has no \`name\` at \`${pointer}\``);
  const title = stringAt(value, 'title');
  const description = stringAt(value, 'description');
  const hasSchema = isMapping(memberOf(value, 'inputSchema'));
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(hasSchema && { inputSchema: { file, pointer: `${pointer}/inputSchema` } }),
    place: { file, pointer },
  };
}

function requireUniqueNames(file: string, tools: readonly McpTool[]): void {
  const names = new Set<string>();
  for (const { name } of tools) {
    if (names.has(name)) throw unusable(file, `lists the tool \`${name}\` twice`);
    names.add(name);
  }
}

const hint = 'Save what the server answers to `tools/list`, or let `mcp.command` ask it.';

function unusable(file: string, why: string, advice = hint): UserError {
  return new UserError('mcp-unreadable', `\`${file}\` ${why}.`, { hint: advice });
}
