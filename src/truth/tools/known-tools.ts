import { distance } from 'fastest-levenshtein';
import type { McpServer, McpTool, NearTool } from '../../model.ts';
import { likeName, wordsOf } from '../../text/like-names.ts';

/** The server, by its index, that has a tool of exactly this name; of several the first. */
export function serverWith(servers: readonly McpServer[], among: readonly number[], name: string): number | undefined {
  return among.find((index) => servers[index]?.tools.some((tool) => tool.name === name));
}

export function toolAt(servers: readonly McpServer[], server: number, name: string): McpTool | undefined {
  return servers[server]?.tools.find((tool) => tool.name === name);
}

/** The tool that was probably meant by a name that none of the servers has. */
export function nearestTool(
  servers: readonly McpServer[],
  among: readonly number[],
  name: string,
): NearTool | undefined {
  const names = [...new Set(among.flatMap((index) => (servers[index]?.tools ?? []).map((tool) => tool.name)))];
  const slips = names.filter((other) => isSlip(name, other));
  const [slip, ...others] = slips;
  const like = slip !== undefined && others.length === 0 ? { name: slip, firm: true } : likeName(name, names);
  const server = like && serverWith(servers, among, like.name);
  if (!like || server === undefined) return undefined;
  return { server, tool: like.name, firm: slips.length === 1 };
}

/**
 * Whether only spelling tells two names apart: separators, case, the order of their words, or a letter or two in a word. `get_tree`
 * and `set_tree` are near too, and mean different things.
 */
function isSlip(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.join('') === others.join('') || words.toSorted().join(' ') === others.toSorted().join(' ')) return true;
  return words.length === others.length && words.every((word, index) => isLikeWord(word, others[index] ?? ''));
}

function isLikeWord(one: string, other: string): boolean {
  if (one === other) return true;
  const far = distance(one, other);
  return one[0] === other[0] && far <= 2 && far * 3 <= Math.max(one.length, other.length);
}

/** Whether one of the names is the other with something in front of it, as clients and gateways write them. */
export function isAffixed(name: string, tool: string): boolean {
  const [short, long] = name.length < tool.length ? [name, tool] : [tool, name];
  return (
    long.length > short.length + 1 &&
    long.endsWith(short) &&
    /[_.:/-]/.test(long.charAt(long.length - short.length - 1))
  );
}

/** "The server has", "The server `orchard` has", "The servers `orchard` and `cellar` have". */
export function haveServers(servers: readonly McpServer[], among: readonly number[]): string {
  const names = among.map((index) => servers[index]?.name);
  const [only] = names;
  if (names.length < 2) return only === undefined ? 'The server has' : `The server \`${only}\` has`;
  const quoted = names.map((name) => `\`${name}\``);
  return `The servers ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} have`;
}
