import { knownServers, plainHost, serversOf } from '../../bind/hosts.ts';
import type { Binding, Spec, SpecIndex } from '../../model.ts';

/** What guides write for a server where the spec has none of that name, and the servers that it may be. */
export interface SeenHost {
  readonly text: string;
  /** How many calls that are bound to the spec go there. */
  readonly count: number;
  readonly spec: string;
  /** URLs of the spec's servers; first the one that serves most of what is called there. */
  readonly servers: readonly string[];
}

/** A variable that is written once is more likely a slip than a name. */
const fewest = 2;
const most = 8;

/** `$CP`, `{{baseUrl}}`, `<org>.orchard.example`, most used first. */
export function seenHosts(bindings: readonly Binding[], truth: SpecIndex): readonly SeenHost[] {
  const known = knownServers(truth, {});
  const seen = new Map<string, Calls>();
  for (const { file, mention, target } of bindings) {
    if (mention.kind !== 'operation' || target.status !== 'bound' || !('spec' in target)) continue;
    const host = mention.target?.host;
    if (host === undefined || host.kind === 'literal' || serversOf(host, known).length > 0) continue;
    const key = JSON.stringify([target.spec, plainHost(host.text)]);
    const entry = seen.get(key) ?? { text: host.text, spec: target.spec, places: new Set(), votes: new Map() };
    // A snippet is bound once for each page that renders it.
    entry.places.add(`${file}:${mention.span.start}`);
    for (const operation of target.operations) vote(entry.votes, truth.operations[operation]?.servers ?? []);
    seen.set(key, entry);
  }
  return [...seen.values()]
    .map((calls) => ({
      text: calls.text,
      spec: calls.spec,
      count: calls.places.size,
      servers: serversIn(calls, truth.specs),
    }))
    .filter(({ count, servers }) => count >= fewest && servers.length > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, most);
}

interface Calls {
  readonly text: string;
  readonly spec: string;
  readonly places: Set<string>;
  /** By index into `Spec.servers`. */
  readonly votes: Map<number, number>;
}

/** An operation of a single server says more than one that all of them have. */
function vote(votes: Map<number, number>, servers: readonly number[]): void {
  for (const server of servers) votes.set(server, (votes.get(server) ?? 0) + 1 / servers.length);
}

function serversIn({ spec: name, votes }: Calls, specs: readonly Spec[]): readonly string[] {
  const servers = specs.find((spec) => spec.name === name)?.servers ?? [];
  const ranked = [...servers.entries()].sort(([one], [other]) => (votes.get(other) ?? 0) - (votes.get(one) ?? 0));
  return [...new Set(ranked.filter(([, { host }]) => host !== undefined).map(([, { url }]) => url))];
}
