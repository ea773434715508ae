import type { HostMention, Server, Spec, SpecIndex } from '../model.ts';

/** A server that a spec or the configuration names, ready to be compared with what guides write. */
export interface KnownServer {
  readonly spec: Spec;
  /** Index into `Spec.servers`; absent for a server that only the configuration names. */
  readonly server?: number;
  /** Without trailing slash; what the paths of the spec stand behind on this server. */
  readonly basePath: string;
  /** What the written host stands for beyond its origin: `$FARM` may be `https://api.orchard.example/v2`. */
  readonly lead: string;
  readonly matches: (host: string) => boolean;
  /** As a message names it. */
  readonly label: string;
  /** The words by which guides or the spec call it: control plane, tenant. */
  readonly surface?: string;
}

/** What writers type for a server → the server URL it stands for, by spec name. */
export type HostAliases = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** All servers of all specs, then those of the configuration. */
export function knownServers(truth: SpecIndex, aliases: HostAliases): KnownServer[] {
  // `{org}.orchard.example` is whatever no other server is called.
  const written = new Set(
    truth.specs.flatMap(({ servers }) =>
      servers.flatMap(({ host }) => (host === undefined || host.includes('{') ? [] : [plainHost(host)])),
    ),
  );
  const stated = truth.specs.flatMap((spec) =>
    spec.servers.flatMap((server, index) => {
      const host = server.host;
      return host === undefined
        ? []
        : [
            {
              spec,
              server: index,
              basePath: server.basePath,
              lead: '',
              matches: unlessWritten(host, hostMatcher(host, server), written),
              label: host,
            },
          ];
    }),
  );
  const configured = truth.specs.flatMap((spec) =>
    Object.entries(aliases[spec.name] ?? {}).map(([text, url]) => aliasServer(spec, text, url)),
  );
  const called = truth.specs.flatMap((spec) =>
    spec.servers.flatMap(({ label, host, basePath }, server): KnownServer[] =>
      label === undefined || host === undefined
        ? []
        : [{ spec, server, basePath, lead: '', matches: isCalled(label), label: host, surface: label }],
    ),
  );
  return [...stated, ...configured, ...called];
}

/** `control-plane` and "Control plane API" are one surface. */
function isCalled(surface: string): (text: string) => boolean {
  const name = plainSurface(surface);
  return (text) => plainSurface(text) === name;
}

function plainSurface(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/ (?:api|endpoints?|hosts?|operations?|routes?|servers?|surface)$/, '');
}

/** Not `$CP` and no address: words. */
function isSurface(text: string): boolean {
  return /^[A-Za-z][\w-]*(?: [\w-]+){0,3}$/.test(text);
}

function unlessWritten(
  host: string,
  matches: (mention: string) => boolean,
  written: ReadonlySet<string>,
): (mention: string) => boolean {
  return host.includes('{') ? (mention) => !written.has(plainHost(mention)) && matches(mention) : matches;
}

function aliasServer(spec: Spec, text: string, url: string): KnownServer {
  const [host = '', ...path] = url.replace(/^[a-z]+:\/\//i, '').split('/');
  const lead = path
    .filter((segment) => segment !== '')
    .map((segment) => `/${segment}`)
    .join('');
  const server = spec.servers.findIndex((candidate) => candidate.host !== undefined && sameHost(candidate.host, host));
  const typed = plainHost(text);
  return {
    spec,
    ...(server >= 0 && { server }),
    basePath: spec.servers[server]?.basePath ?? lead,
    lead,
    matches: isSurface(text) ? isCalled(text) : (mention) => plainHost(mention) === typed,
    label: host,
    ...(isSurface(text) && /[a-z]/.test(text) && { surface: text }),
  };
}

/** Whether a host as a guide writes it may be this server: variables stand for any label, ports must agree. */
function hostMatcher(host: string, server: Server): (mention: string) => boolean {
  // A host that is nothing but a variable (`{server}:{port}`) would claim every host of the world.
  // Its defaults are a host all the same: `localhost:8108`.
  if (!/[a-z]/i.test(host.replace(/\{[^{}]*\}/g, ''))) {
    const usual = host.replace(/\{([^{}]*)\}/g, (_, name: string) => server.variables[name]?.default ?? '');
    return (mention) => /[a-z]/i.test(usual) && sameHost(mention, usual);
  }
  const own = new RegExp(`^${toPattern(host, server)}$`, 'i');
  return (mention) =>
    own.test(withoutDefaultPort(mention)) || own.test(withoutDefaultPort(mention.replace(PLACEHOLDER, 'x')));
}

const PLACEHOLDER =
  /\$?\{\{?[^{}]*\}?\}|<[^<>]*>|\$[A-Za-z_]\w*|(?<=^|\.)[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*(?=\.|:|$)|\[[\w-]+\]/g;

function toPattern(host: string, server: Server): string {
  let pattern = '';
  let from = 0;
  for (const match of host.matchAll(/\{([^{}]*)\}/g)) {
    pattern += escapePattern(host.slice(from, match.index));
    const values = server.variables[match[1] ?? '']?.values ?? [];
    // An enumeration names all values there are; the placeholder itself is written too.
    pattern +=
      values.length > 0 ? `(?:${[...values, 'x'].map(escapePattern).join('|')})` : '[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*';
    from = match.index + match[0].length;
  }
  return pattern + escapePattern(withoutDefaultPort(host.slice(from)));
}

/** `$BASE_URL`, `${BASE_URL}`, `{{ baseUrl }}` and `BASE_URL` are one variable. */
export function plainHost(text: string): string {
  return text
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[\\${}<>[\]\s]/g, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function sameHost(a: string, b: string): boolean {
  return withoutDefaultPort(a).toLowerCase() === withoutDefaultPort(b).toLowerCase();
}

function withoutDefaultPort(host: string): string {
  return host.replace(/:(?:80|443)$/, '');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The servers that a host names; none for an unknown one. `127.0.0.1` and `0.0.0.0` are `localhost`. */
export function serversOf({ text }: HostMention, servers: readonly KnownServer[]): readonly KnownServer[] {
  const known = named.get(servers) ?? new Map<string, readonly KnownServer[]>();
  named.set(servers, known);
  const found = known.get(text) ?? findServers(text, servers);
  known.set(text, found);
  return found;
}

const named = new WeakMap<readonly KnownServer[], Map<string, readonly KnownServer[]>>();

function findServers(host: string, servers: readonly KnownServer[]): readonly KnownServer[] {
  const text = host.replace(/^(?:127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?=:|$)/, 'localhost');
  return servers.filter((server) => server.matches(text) || server.matches(host));
}

/** The servers that are called so in words. */
export function serversCalled(text: string, servers: readonly KnownServer[]): KnownServer[] {
  return servers.filter((server) => server.surface !== undefined && server.matches(text));
}

/** A host that only says "where you run it": it cannot tell servers apart. */
export function isAnyHost(host: string): boolean {
  return /^(?:localhost|127\.\d|0\.0\.0\.0|10\.|192\.168\.|\[::1\])|^your\b|(?:^|\.)(?:example(?:\.\w+)?|test|local|localhost|internal)(?::\d+)?$/i.test(
    host,
  );
}
