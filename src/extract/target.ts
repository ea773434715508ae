import type { HostMention, QueryMention, RequestTarget } from '../model.ts';
import { type SourceText, spanOf } from '../text/source-text.ts';
import { findPlaceholders, insidePlaceholder, type Placeholder, parseSegment } from './segment.ts';

/** What is longer is a token, a picture or a whole document; RFC 9110, 4.1 asks servers for twice as much. */
export const longestAddress = 4000;

/**
 * Takes the URL, path or shorthand apart that stands at `start`–`end` of `source`.
 *
 * On a command line (`form`) a first word in capitals is a host: `FARM/trees`.
 * Nothing comes back where it cannot be the address of a request: no slash and no host, too long, or characters that
 * no address holds outside its placeholders. All spans are offsets in the file.
 */
export function parseTarget(
  source: SourceText,
  start: number,
  end: number,
  form?: 'command',
): RequestTarget | undefined {
  if (end - start > longestAddress) return undefined;
  const text = source.text.slice(start, end);
  const placeholders = findPlaceholders(text);
  if (hasForeignCharacter(text, placeholders)) return undefined;
  const parts = splitAddress(text, placeholders, form === 'command');
  if (parts === undefined) return undefined;
  const at = (from: number, to: number) => spanOf(source, start + from, start + to);
  const host = parts.host && {
    text: parts.host.text,
    span: at(parts.host.start, parts.host.end),
    kind: parts.host.kind,
  };
  return {
    text,
    span: at(0, text.length),
    ...(host && { host }),
    pathSpan: at(parts.pathStart, parts.pathEnd),
    segments: splitPath(text.slice(parts.pathStart, parts.pathEnd), parts.pathStart).map((piece) =>
      parseSegment(piece.text, at(piece.start, piece.start + piece.text.length)),
    ),
    query: parts.query === undefined ? [] : readQuery(text, parts.query, at),
  };
}

interface AddressParts {
  readonly host?: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly kind: HostMention['kind'];
  };
  readonly pathStart: number;
  readonly pathEnd: number;
  readonly query?: { readonly start: number; readonly end: number };
}

function splitAddress(text: string, placeholders: readonly Placeholder[], command: boolean): AddressParts | undefined {
  const free = (index: number) => !insidePlaceholder(placeholders, index);
  const find = (chars: string, from: number) => {
    for (let i = from; i < text.length; i++) if (chars.includes(text.charAt(i)) && free(i)) return i;
    return text.length;
  };
  const scheme = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.exec(text)?.[0] ?? '';
  if (scheme !== '' && !/^(?:https?:|wss?:)?\/\/$/i.test(scheme)) return undefined;
  const hostEnd = find('/?#', scheme.length);
  const authority = text.slice(scheme.length, hostEnd);
  const hostStart = scheme.length + Math.max(authority.lastIndexOf('@') + 1, 0);
  const hostText = text.slice(hostStart, hostEnd);
  const kind =
    hostKind(hostText, scheme !== '') ?? (command && /^[A-Z][A-Z0-9_]*$/.test(hostText) ? 'variable' : undefined);
  if (scheme !== '' && kind === undefined) return undefined;
  const pathStart = kind === undefined ? 0 : hostEnd;
  if (kind === undefined && !hasPathShape(text, find)) return undefined;
  const pathEnd = find('?#', pathStart);
  const queryEnd = text[pathEnd] === '?' ? find('#', pathEnd) : pathEnd;
  return {
    ...(kind && { host: { text: hostText, start: hostStart, end: hostEnd, kind } }),
    pathStart,
    pathEnd,
    ...(queryEnd > pathEnd && { query: { start: pathEnd + 1, end: queryEnd } }),
  };
}

/** `/x`, or a shorthand without the first slash such as `v1/files`. */
function hasPathShape(text: string, find: (chars: string, from: number) => number): boolean {
  return text.startsWith('/') ? text.length > 1 : find('/', 0) < find('?#', 0);
}

const ORIGIN_WORD =
  /(?:^|[_-])(?:URL|URI|HOST|HOSTNAME|ENDPOINT|BASE|ORIGIN|DOMAIN|SERVER|ADDR|ADDRESS|API)(?:$|[_-])/i;

/** Whether the text before the first slash is a host; without a scheme only what cannot be a folder or a first segment. */
function hostKind(text: string, afterScheme: boolean): HostMention['kind'] | undefined {
  if (text === '') return undefined;
  const placeholders = findPlaceholders(text);
  const [only] = placeholders;
  if (only && only.start === 0 && only.end === text.length) {
    const named = ORIGIN_WORD.test(spaced(only.name)) || only.style === 'shell' || only.style === 'template';
    return afterScheme || named ? 'variable' : undefined;
  }
  if (/^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*$/.test(text) && (afterScheme || ORIGIN_WORD.test(text))) return 'variable';
  const fixed = placeholders.reduceRight((rest, p) => `${rest.slice(0, p.start)}x${rest.slice(p.end)}`, text);
  const port = /:(?:\d+|x)$/.test(fixed);
  const name = fixed.replace(/:(?:\d+|x)?$/, '');
  if (!/^[\p{L}\p{N}._-]*$|^\[[0-9a-f:]+\]$/iu.test(name)) return undefined;
  const bare = port || name === 'localhost' || /^\d+(?:\.\d+){3}$/.test(name) || isDomain(name);
  if (!afterScheme && !bare) return undefined;
  return placeholders.length > 0 ? 'pattern' : 'literal';
}

/** `api.orchard.example`, but not `v1.2` or `index.md`. */
function isDomain(name: string): boolean {
  return (
    /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[a-z]{2,}$/iu.test(name) &&
    !/\.(?:mdx?|html?|jsx?|tsx?|json|ya?ml|py|go|rb|sh|txt|png|svg|pdf|zip)$/i.test(name)
  );
}

/** `baseUrl` → `base_Url`, so that its words can be told apart. */
function spaced(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_');
}

function splitPath(path: string, offset: number): { text: string; start: number }[] {
  const placeholders = findPlaceholders(path);
  const pieces: { text: string; start: number }[] = [];
  let start = 0;
  for (let i = 0; i <= path.length; i++) {
    if (i < path.length && (path[i] !== '/' || insidePlaceholder(placeholders, i))) continue;
    // A whole URL as a value (`/publish/https://example.com`) is one segment.
    if (/^https?:$/i.test(path.slice(start, i))) {
      pieces.push({ text: path.slice(start), start: offset + start });
      break;
    }
    if (i > start) pieces.push({ text: path.slice(start, i), start: offset + start });
    start = i + 1;
  }
  return pieces;
}

function readQuery(
  text: string,
  range: { readonly start: number; readonly end: number },
  at: (from: number, to: number) => { start: number; end: number },
): QueryMention[] {
  const query: QueryMention[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(/([^&=\s]+)(?:=([^&]*))?(?:&(?:amp;)?|$)/g)) {
    const [, name = '', value] = match;
    // `?...`, `?{query}` and `?$PARAMS` stand for parameters without naming one.
    if (!/^[\w.[\]$@:-]+$/.test(name) || name.startsWith('$') || /^\.+$/.test(name)) continue;
    const start = range.start + match.index;
    const end = start + name.length;
    const valued = value !== undefined && { value, valueSpan: at(end + 1, end + 1 + value.length) };
    query.push({ name, span: at(start, end), ...valued });
  }
  return query;
}

/** Characters that end an address: white space, quotes, back quotes, pipes outside placeholders. */
function hasForeignCharacter(text: string, placeholders: readonly Placeholder[]): boolean {
  if (placeholders.length === 0) return text === '' || /[\s"'`|^]|(?<!&amp);|\\(?![{}$])/.test(text);
  for (const match of text.matchAll(/[\s"'`|^]|(?<!&amp);|\\(?![{}$])/g)) {
    if (!insidePlaceholder(placeholders, match.index)) return true;
  }
  return text === '';
}
