import type { RequestTarget } from '../../model.ts';
import { slice } from '../../text/source-text.ts';
import { parseTarget } from '../target.ts';
import { readMessage } from './http-message.ts';
import { liftPieces, type Piece, verbatimPiece } from './lifted-text.ts';
import { type Line, splitLines } from './lines.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';
import { requestSample } from './request-sample.ts';

/** Raw HTTP and request lines, `POST /trees`, in fences of any language. */
export const readHttp: CodeReader = (fence) => {
  if (SILENT.test(fence.lang)) return [];
  const lines = splitLines(fence.code.text);
  const variables = fileVariables(fence.code.text);
  const found = lines.flatMap((line, index) => {
    const request = readLine(fence, line);
    return request ? [{ request, index }] : [];
  });
  return found.flatMap(({ request, index }, at) => {
    const following = lines.slice(index + 1, found[at + 1]?.index ?? lines.length);
    return samplesOf(fence, { request, following: upToSeparator(following), variables });
  });
};

/** Languages whose lines begin with such words for other reasons, or that another reader covers. */
const SILENT = /^(?:diff|patch|logs?|sql|csv|tsv|mermaid|mdx-code-block|nginx|apache|robots|robots-txt)$/;
const PROGRAM =
  /^(?:js|jsx|javascript|ts|tsx|typescript|mjs|py|python|go|golang|java|kotlin|php|rb|ruby|rs|rust|cs|csharp|c|cpp|swift|dart|css|html|vue|svelte|dockerfile|toml)$/;
const HTTP = /^(?:http|https|rest)$/;

// --------------------------------------------------------------------------------------------- request lines

interface RequestLine {
  readonly methods: readonly Piece[];
  /** Of the address, as indices into the fence's text. */
  readonly start: number;
  readonly end: number;
  readonly lineEnd: number;
  /** `HTTP/1.1` follows. */
  readonly raw: boolean;
}

/** HTTP's own methods, and words that guides put in their place. */
const METHOD = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|QUERY|DEL|UPDATE|REMOVE|CREATE|LIST|EDIT|FETCH|PURGE)';
const LINE = new RegExp(
  String.raw`^([ \t]*(?:[>*•-][ \t]+)?)(${METHOD}(?:[ \t]{0,3}[|/,][ \t]{0,3}${METHOD}){0,6})[ \t]+(?=\S)`,
);
const LINE_ANY_CASE = new RegExp(LINE.source, 'i');

function readLine(fence: Fence, line: Line): RequestLine | undefined {
  if (line.text.length > 4000) return undefined;
  const match = (HTTP.test(fence.lang) ? LINE_ANY_CASE : LINE).exec(line.text);
  if (!match) return undefined;
  const [before, lead = '', words = ''] = match;
  const written = addressAt(line.text, before.length);
  const rest = line.text.slice(before.length + written.length);
  const address = written.replace(written.includes('(') ? /[.,;:]+$/ : /(?<!\.)[.,;:)]+$|["'`]+$/, '');
  if (!looksLikeAddress(address, rest) || !mayFollow(rest, fence.lang)) return undefined;
  const methods = [...words.matchAll(/[A-Za-z]+/g)].map((word) => {
    const start = line.start + lead.length + word.index;
    return verbatimPiece(fence.code, start, start + word[0].length);
  });
  if (methods.some((method) => isPseudo(method.text)) && !/^(?:\/\w|https?:)/.test(address)) return undefined;
  const start = line.start + before.length;
  const lineEnd = line.start + line.text.length;
  return { methods, start, end: start + address.length, lineEnd, raw: /^\s+HTTP\/\d/.test(rest) };
}

/** Up to the next space outside `{{ … }}` and `<…>`. */
function addressAt(text: string, from: number): string {
  const pattern = /(?:\{\{[^{}\n]{0,120}\}\}|<[A-Za-z][^<>\n]{0,80}>|\S)+/y;
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
}

function looksLikeAddress(text: string, rest: string): boolean {
  if (text === '/') return /^\s*(?:$|#|\/\/|HTTP\/)/.test(rest);
  if (/^\/\/|^\/\*|^\/$/.test(text)) return false;
  return /^(?:\/|https?:\/\/|\{\{|\$\{?[A-Za-z]|<[A-Za-z]|localhost[:/]|[A-Z][A-Z0-9_]*(?:URL|HOST)\/|[\w{}-]+(?:\.[\w{}-]+)+(?::\d+)?\/)/.test(
    text,
  );
}

function isPseudo(method: string): boolean {
  return !/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|QUERY)$/i.test(method);
}

/** What a dev server logs is no claim: `GET /trees 200 in 12ms`. In code, only a comment may follow. */
function mayFollow(rest: string, lang: string): boolean {
  if (/^[ \t]+(?:[-–—→=>:]+[ \t]*)?[1-5]\d\d\b.*(?:\d ?(?:ms|µs|us|s)\b|\d+ ?(?:bytes|kB|KB|B)\b|- *$)/.test(rest))
    return false;
  if (/^[ \t][1-5]\d\d(?:[ \t]+(?:\d|in\b|-)|[ \t]*$)/.test(rest)) return false;
  return !PROGRAM.test(lang) || /^[ \t]*(?:$|HTTP\/\d|#|\/\/|--|—|–|\*\/)/.test(rest);
}

// --------------------------------------------------------------------------------------------------- samples

/** `###` parts the requests of one file. */
function upToSeparator(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(({ text }) => text.startsWith('###'));
  return end === -1 ? lines : lines.slice(0, end);
}

interface Found {
  readonly request: RequestLine;
  readonly following: readonly Line[];
  readonly variables: ReadonlyMap<string, string>;
}

function samplesOf(fence: Fence, { request, following, variables }: Found): RequestSample[] {
  const query = request.end > request.start ? queryLines(fence, following) : [];
  const address = liftPieces(fence.code, [verbatimPiece(fence.code, request.start, request.end), ...query]);
  const target = parseTarget(address, 0, address.text.length);
  if (!target) return [];
  const host = target.host ? undefined : hostHeader(fence, following);
  const raw = request.raw || HTTP.test(fence.lang);
  const method = request.methods[0]?.text.toUpperCase() ?? '';
  const message = readMessage({ code: fence.code, lines: following.slice(query.length), method, raw });
  const start = request.methods[0]?.start ?? request.start;
  const extent = { start, end: message.end ?? query.at(-1)?.end ?? request.lineEnd };
  return request.methods.map((method) =>
    requestSample(fence, {
      source: raw || host ? 'http' : 'request-line',
      start: request.methods.length > 1 ? method.start : start,
      end: request.end,
      method: {
        value: method.text.toUpperCase(),
        span: { start: fence.code.at(method.start), end: fence.code.at(method.end - 1) + 1 },
        implied: false,
      },
      target: host ? { ...target, host } : target,
      variables,
      // Which of several methods takes the body is not said.
      ...(request.methods.length === 1 && { facts: message.facts }),
      extent,
    }),
  );
}

/** A query that goes on over the next lines, each beginning with `?` or `&`. */
function queryLines(fence: Fence, following: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const line of following) {
    const match = /^([ \t]*)([?&][^\s#]+)[ \t]*(?:HTTP\/[\d.]+[ \t]*)?$/.exec(line.text);
    if (!match) break;
    const start = line.start + (match[1]?.length ?? 0);
    pieces.push(verbatimPiece(fence.code, start, start + (match[2]?.length ?? 0)));
  }
  return pieces;
}

/** RFC 9110, 7.2: a request in origin form names its server in `Host`. */
function hostHeader(fence: Fence, following: readonly Line[]): RequestTarget['host'] {
  for (const line of following.slice(0, 40)) {
    const header = /^[ \t]*(?:>[ \t]+)?([\w-]+):[ \t]*(\S*)[ \t]*$/.exec(line.text);
    if (/^[ \t]*>?[ \t]*$/.test(line.text) || !/^[ \t]*(?:>[ \t]+)?[\w-]+:/.test(line.text)) return undefined;
    if (header?.[1]?.toLowerCase() !== 'host') continue;
    const start = line.start + line.text.lastIndexOf(header[2] ?? '');
    const whole = slice(fence.code, start, start + (header[2]?.length ?? 0));
    // A scheme in front makes even a single word a host.
    return parseTarget(
      liftPieces(fence.code, [
        { text: '//', start, end: start + 1 },
        verbatimPiece(fence.code, start, start + whole.text.length),
      ]),
      0,
      whole.text.length + 2,
    )?.host;
  }
  return undefined;
}

/** `@baseUrl = https://…`, as the REST clients of editors have it. */
function fileVariables(text: string): ReadonlyMap<string, string> {
  if (!text.includes('@')) return new Map();
  return new Map(
    [...text.matchAll(/^@([\w.-]+)[ \t]*=[ \t]*(\S+)[ \t]*$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}
