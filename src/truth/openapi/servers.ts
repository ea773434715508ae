import type { Server, ServerVariable } from '../../model.ts';
import { entriesAt, labelAt, listAt, stringAt } from '../schema/json.ts';

type Variables = Readonly<Record<string, ServerVariable>>;

/** More combinations of path variables than this are not worth their memory; the defaults come first. */
const maxVariants = 32;

/** The servers of a `servers` list (OpenAPI 3.1, section 4.8.5), each with all values that its variables take in paths. */
export function readServers(list: readonly unknown[]): readonly Server[] {
  return list.flatMap((entry) => {
    const url = stringAt(entry, 'url');
    const label = shortLabel(stringAt(entry, 'name') ?? stringAt(entry, 'description'));
    const servers = url === undefined ? [] : parseServer(url.trim(), readVariables(entry));
    return label === undefined ? servers : servers.map((server) => ({ ...server, label }));
  });
}

/** Whole sentences describe a server; a few words name it. */
function shortLabel(text: string | undefined): string | undefined {
  const label = text?.trim().replace(/\.$/, '') ?? '';
  return /^[A-Za-z][\w-]*(?: [\w-]+){0,3}$/.test(label) && label.length <= 40 ? label : undefined;
}

/** Swagger 2.0 spells a server in three fields; without `host` it is the one that serves the description. */
export function readSwaggerServers(root: unknown): readonly Server[] {
  const basePath = stringAt(root, 'basePath') ?? '';
  const host = stringAt(root, 'host');
  if (host === undefined) return parseServer(basePath === '' ? '/' : basePath, {});
  const schemes = listAt(root, 'schemes').filter((scheme) => typeof scheme === 'string');
  const slash = basePath === '' || basePath.startsWith('/') ? '' : '/';
  return (schemes.length > 0 ? schemes : ['https']).flatMap((scheme) =>
    parseServer(`${scheme}://${host}${slash}${basePath}`, {}),
  );
}

function readVariables(server: unknown): Variables {
  return Object.fromEntries(
    entriesAt(server, 'variables').map(([name, variable]) => {
      const values = listAt(variable, 'enum').filter((value) => typeof value === 'string' || typeof value === 'number');
      return [name, { default: labelAt(variable, 'default') ?? '', values: values.map(String) }];
    }),
  );
}

function parseServer(url: string, variables: Variables): readonly Server[] {
  const whole = /^\{([^{}]*)\}(.*)$/s.exec(url);
  const origins = whole === null ? [] : valuesOf(variables[whole[1] ?? '']).filter(hasOrigin);
  // `{server}/v1`: the variable holds the origin as well, so each of its values is a server of its own.
  if (origins.length > 0) return origins.flatMap((origin) => parseServer(origin + (whole?.[2] ?? ''), variables));
  const { host, path } = splitUrl(url, variables);
  const bases = new Set(expandPath(path, variables).map(normaliseBasePath));
  return [...bases].map((basePath) => ({ url, ...(host !== '' && { host }), basePath, variables }));
}

function hasOrigin(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
}

function splitUrl(url: string, variables: Variables): { readonly host: string; readonly path: string } {
  const absolute = /^(?:(?:[a-z][a-z0-9+.-]*|\{[^{}]*\}):)?\/\/(.*)$/is.exec(url);
  if (absolute === null) return { host: '', path: url };
  const rest = absolute[1] ?? '';
  let end = 0;
  let path = '';
  for (const [piece] of rest.matchAll(/\{[^{}]*\}|[^{]+|\{/g)) {
    const cut = authorityEnd(piece, variables);
    path = cut.path + rest.slice(end + piece.length);
    if (cut.ended) return { host: normaliseHost(rest.slice(0, end) + cut.authority), path };
    end += piece.length;
  }
  return { host: normaliseHost(rest), path: '' };
}

/** How much of a piece belongs to the authority. `{basePath}` may hold the slash, and `{host}` a path after it. */
function authorityEnd(
  piece: string,
  variables: Variables,
): { readonly authority: string; readonly path: string; readonly ended: boolean } {
  const name = /^\{([^{}]*)\}$/.exec(piece)?.[1];
  const text = name === undefined ? piece : (variables[name]?.default ?? '');
  const slash = text.search(/[/?#]/);
  if (slash < 0) return { authority: piece, path: '', ended: false };
  if (name === undefined) return { authority: piece.slice(0, slash), path: piece.slice(slash), ended: true };
  return slash === 0
    ? { authority: '', path: piece, ended: true }
    : { authority: piece, path: text.slice(slash), ended: true };
}

function normaliseHost(authority: string): string {
  return authority
    .replace(/^.*@/s, '')
    .split(/(\{[^{}]*\})/)
    .map((piece) => (piece.startsWith('{') ? piece : piece.toLowerCase()))
    .join('');
}

function expandPath(path: string, variables: Variables): readonly string[] {
  let variants = [''];
  for (const piece of path.split(/(\{[^{}]*\})/)) {
    const values = piece.startsWith('{') ? valuesOf(variables[piece.slice(1, -1)]) : [];
    const next = (values.length > 0 ? values : [piece]).flatMap((value) => variants.map((start) => start + value));
    variants = next.slice(0, maxVariants);
  }
  return variants;
}

/** The default first. */
function valuesOf(variable: ServerVariable | undefined): readonly string[] {
  return variable === undefined ? [] : [...new Set([variable.default, ...variable.values])];
}

function normaliseBasePath(path: string): string {
  const [clean = ''] = path.split(/[?#]/);
  const segments = clean.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.map((segment) => `/${segment}`).join('');
}
