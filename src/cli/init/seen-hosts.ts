import { knownServers, plainHost, serversOf } from '../../bind/hosts.ts';
import type { Binding, Spec, SpecIndex } from '../../model.ts';

/** What guides write for a server where the spec has none of that name, and the servers that it may be. */
export interface SeenHost {
  readonly text: string;
  /** How many calls that are bound to the spec go there. */
  readonly count: number;
  readonly spec: string;
  /** URLs of the spec's servers. */
  readonly servers: readonly string[];
}

/** A variable that is written once is more likely a slip than a name. */
const fewest = 2;
const most = 8;

/** `$CP`, `{{baseUrl}}`, `<org>.orchard.example`, most used first. */
export function seenHosts(bindings: readonly Binding[], truth: SpecIndex): readonly SeenHost[] {
  const known = knownServers(truth, {});
  const seen = new Map<string, { readonly text: string; readonly spec: string; places: Set<string> }>();
  for (const { file, mention, target } of bindings) {
    if (mention.kind !== 'operation' || target.status !== 'bound' || 'program' in target) continue;
    const host = mention.target?.host;
    if (host === undefined || host.kind === 'literal' || serversOf(host, known).length > 0) continue;
    const key = JSON.stringify([target.spec, plainHost(host.text)]);
    const entry = seen.get(key) ?? { text: host.text, spec: target.spec, places: new Set() };
    // A snippet is bound once for each page that renders it.
    entry.places.add(`${file}:${mention.span.start}`);
    seen.set(key, entry);
  }
  return [...seen.values()]
    .map(({ text, spec, places }) => ({ text, spec, count: places.size, servers: serversIn(spec, truth.specs) }))
    .filter(({ count, servers }) => count >= fewest && servers.length > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, most);
}

function serversIn(name: string, specs: readonly Spec[]): readonly string[] {
  const servers = specs.find((spec) => spec.name === name)?.servers ?? [];
  return [...new Set(servers.filter(({ host }) => host !== undefined).map(({ url }) => url))];
}
