import { UserError } from '../../errors.ts';
import type { ReadResult, SpecReader, TruthSource } from './source.ts';

const maxRedirects = 5;
const timeoutMs = 30_000;

/** Reads a spec from a URL that the user named, and `$ref`s of the same origin. */
export function openUrl(source: TruthSource): SpecReader {
  if (!URL.canParse(source.location)) {
    throw new UserError('usage', `\`${source.location}\` is no URL.`, { hint: 'Write it out: `https://host/path`.' });
  }
  const { origin, href } = new URL(source.location);
  const root = href.replace(/#.*$/s, '');
  return {
    root,
    nameOf: (url) => (url === root ? source.location : url),
    allows: (url) => URL.canParse(url) && new URL(url).origin === origin,
    read: (url) => readRemote(url, origin, source.headers),
    close: async () => {},
  };
}

async function readRemote(url: string, origin: string, variables: TruthSource['headers']): Promise<ReadResult> {
  const headers: Record<string, string> = {};
  for (const [header, variable] of Object.entries(variables)) {
    const value = process.env[variable];
    if (value === undefined || value === '') {
      const why = `needs the environment variable \`${variable}\` for its header \`${header}\`, and it is not set`;
      return { kind: 'absent', why, hint: `Set \`${variable}\`, or take the header out of \`specs\`.` };
    }
    if (!isHeader(header, value.trim())) {
      const why = `cannot be asked for with the header \`${header}\`, whose name or value in \`${variable}\` is none`;
      return { kind: 'absent', why, hint: 'A header value is one line of plain characters.' };
    }
    headers[header] = value.trim();
  }
  try {
    return await request(url, { origin, headers });
  } catch (error) {
    return { kind: 'absent', why: `could not be fetched: ${reasonOf(error)}`, hint: 'Check the URL and the network.' };
  }
}

/** Asked beforehand, because the message of `fetch` would print the value, which is a secret. */
function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

/** Follows redirects by hand: `fetch` itself takes custom headers along to other origins. */
async function request(
  url: string,
  { origin, headers }: { readonly origin: string; readonly headers: Readonly<Record<string, string>> },
): Promise<ReadResult> {
  let next = new URL(url);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await fetch(next, {
      headers: next.origin === origin ? headers : {},
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return { kind: 'text', text: await response.text() };
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      return { kind: 'absent', why: `answered with status ${response.status}`, hint: hintFor(response.status) };
    }
    next = new URL(location, next);
  }
  return { kind: 'absent', why: `redirects more than ${maxRedirects} times`, hint: 'Name the final URL.' };
}

function hintFor(status: number): string {
  return status === 401 || status === 403
    ? 'Name the headers it needs under `headers`, each with the environment variable that holds its value.'
    : 'Check the URL.';
}

/** `fetch` says only "fetch failed"; the reason is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} seconds`;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return `${String(cause.code)}`;
  return cause instanceof Error ? cause.message : error.message;
}
