import { plainHost } from './hosts.ts';
import { prefixOf } from './path-words.ts';
import type { PlacedMention } from './place.ts';
import { findRenames, type Rename } from './renamed-words.ts';

/**
 * What a run learns from the mentions that are plain, before it judges the others: which unnamed hosts serve this API,
 * and under which prefixes the site calls its own or another server.
 */
export interface Usage {
  /** Whether addresses under this host are mostly those of the specs. */
  serves(host: string): boolean;
  /** Whether paths under this prefix are called on our servers, on this page or (page '') anywhere. */
  own(prefix: string, page?: string): boolean;
  foreign(prefix: string, page?: string): boolean;
  /** The path that a mention had before its family was renamed, as the spec has it now. */
  renamed(entry: PlacedMention): Rename | undefined;
  /** Whether the other calls of the same sample go to our servers. */
  amongOwn(entry: PlacedMention): boolean;
  /** Whether the calls that a page writes without a host are mostly none of the specs': it is about another API. */
  strange(page: string): boolean;
}

export function learnUsage(placed: readonly PlacedMention[]): Usage {
  const hosts = new Map<string, { matched: Set<string>; missed: Set<string> }>();
  const own = new Set<string>();
  const foreign = new Set<string>();
  const variables = new Set<string>();
  const calls = new Map<string, { matched: Set<string>; missed: Set<string> }>();
  for (const { page, mention, placement } of placed) {
    const { target } = mention;
    if (!target) continue;
    const [best] = placement.fits;
    const fits = best !== undefined && !best.match.weak && best.match.literals > 0 && best.hasMethod;
    if (!target.host) {
      if (mention.method) count(calls, page.file, target.text, best !== undefined);
      continue;
    }
    if (placement.host === 'variable') variables.add(plainHost(target.host.text));
    if (placement.host !== 'own')
      count(hosts, plainHost(target.host.text), target.segments.map(({ text }) => text).join('/'), fits);
    const prefix = prefixOf(target.segments);
    if (prefix === undefined) continue;
    const side = placement.host === 'own' ? own : placement.host === 'unknown' && !fits ? foreign : undefined;
    side?.add(key(prefix, page.file)).add(key(prefix));
  }
  const renames = findRenames(placed);
  return {
    renamed: (entry) => renames.get(entry),
    amongOwn(entry) {
      const { fence } = entry.mention;
      if (fence === undefined) return false;
      const others = placed.filter(
        (other) => other !== entry && other.file === entry.file && other.mention.fence === fence,
      );
      return others.length > 1 && others.every((other) => other.placement.host === 'own');
    },
    serves(host) {
      const seen = hosts.get(plainHost(host));
      // A placeholder is ours when one path fits; a name of its own must show more.
      const enough = variables.has(plainHost(host)) ? 1 : 2;
      return seen !== undefined && seen.matched.size >= enough && seen.matched.size >= seen.missed.size;
    },
    strange(page) {
      const seen = calls.get(page);
      return seen !== undefined && seen.missed.size > 2 && seen.missed.size > 2 * seen.matched.size;
    },
    own: (prefix, page) => own.has(key(prefix, page)),
    foreign: (prefix, page) => foreign.has(key(prefix, page)),
  };
}

function count(
  hosts: Map<string, { matched: Set<string>; missed: Set<string> }>,
  host: string,
  path: string,
  fits: boolean,
): void {
  const seen = hosts.get(host) ?? { matched: new Set(), missed: new Set() };
  (fits ? seen.matched : seen.missed).add(path);
  hosts.set(host, seen);
}

function key(prefix: string, page = ''): string {
  return `${page}\0${prefix}`;
}
