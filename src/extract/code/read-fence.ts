import { readCurl } from './curl.ts';
import { readHttp } from './http.ts';
import { readJavascript } from './javascript.ts';
import { mayHoldLiteralCalls, readLiteralCalls } from './literal-calls.ts';
import { readMermaid } from './mermaid.ts';
import { readPython } from './python.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';

interface ReaderEntry {
  /** A cheap test: parsers are only reached by fences that may hold something for them. */
  readonly suits: (lang: string, text: string) => boolean;
  readonly read: CodeReader;
}

const JAVASCRIPT = /^(?:js|jsx|javascript|ts|tsx|typescript|mjs|cjs|mts|cts|node|nodejs|html|vue|svelte)$/;
const PYTHON = /^(?:py|python|python3|py3)$/;
/** Programs, and texts that are read elsewhere or state nothing. */
const NO_SHELL =
  /^(?:js|jsx|javascript|ts|tsx|typescript|mjs|cjs|mts|cts|node|nodejs|vue|svelte|py|python|python3|go|golang|java|kotlin|kt|php|rb|ruby|rs|rust|cs|csharp|c#|c|cpp|swift|dart|mermaid|mdx-code-block|diff|patch)$/;

const REQUEST_LINE =
  /^[ \t]*(?:[>*•-][ \t]+)?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|QUERY|DEL|UPDATE|REMOVE|CREATE|LIST|EDIT|FETCH|PURGE)\b/m;
const JAVASCRIPT_CALL =
  /\b(?:fetch|ofetch|axios|ky|got|request|superagent|needle|EventSource|Request|XMLHttpRequest|ajax)\b|\.(?:open|get|post|put|patch|delete|del|head)\s*[(<]/;
const PYTHON_CALL = /\b(?:requests|httpx|aiohttp|urllib|urllib3|urlopen|session|client|http)\b/;
/**
 * Such words stand in many samples that send nothing: handlers of requests, clients of another kind. Parsing takes long, so
 * one of them must be called, or something else on one of them.
 */
const JAVASCRIPT_SENDS = new RegExp(
  [
    String.raw`(?:fetch|Fetch|axios|\bky|\bgot|\brequest|superagent|needle|ajax|\bRequest|\bEventSource)(?=\s*(?:[(<]|\?\.|\/[*/]))`,
    String.raw`(?:axios|\bky|\bgot|superagent|\brequest|\bhttps?|\bneedle|\bunirest|\bhttpClient|\bjQuery|fetch|\$\w*)\s*[?!]?\s*\.\s*(?:get|post|put|patch|delete|del|head|options|request|create|extend)\b`,
    String.raw`\bopen\s*[(<]`,
  ].join('|'),
);
const PYTHON_SENDS = /\.(?:get|post|put|patch|delete|head|options|request|stream)\b|\b(?:Request|urlopen)\b/;

const READERS: readonly ReaderEntry[] = [
  { suits: (lang) => lang === 'mermaid', read: readMermaid },
  { suits: holdsCommand, read: readCurl },
  { suits: (lang, text) => REQUEST_LINE.test(text) || /^https?$|^rest$/.test(lang), read: readHttp },
  {
    suits: (lang, text) =>
      JAVASCRIPT.test(lang)
        ? JAVASCRIPT_CALL.test(text) && JAVASCRIPT_SENDS.test(text)
        : lang === '' && /\b(?:fetch|axios(?:\.\w+)?)\(/.test(text),
    read: readJavascript,
  },
  {
    suits: (lang, text) =>
      PYTHON.test(lang)
        ? PYTHON_CALL.test(text) && PYTHON_SENDS.test(text)
        : lang === '' && /\brequests\.\w+\(/.test(text),
    read: readPython,
  },
  { suits: mayHoldLiteralCalls, read: readLiteralCalls },
];

/** A command may also stand in a fence whose language is wrong, as a line of its own. */
function holdsCommand(lang: string, text: string): boolean {
  if (lang === 'mermaid' || lang === 'mdx-code-block') return false;
  return NO_SHELL.test(lang)
    ? /^(?:\$ )?curl[ \t]/m.test(text)
    : /\b(?:curl|curl\.exe|wget|https?|xhs?)[ \t\\]/.test(text);
}

/** Whether `readFence` can find anything: most fences hold no request, and need not be lifted out of the page. */
export function mayHoldRequest(lang: string, text: string): boolean {
  return READERS.some(({ suits }) => suits(lang, text));
}

/** The requests that a fence sends, in the order in which they stand. */
export function readFence(fence: Fence): readonly RequestSample[] {
  const samples = READERS.flatMap(({ suits, read }) => (suits(fence.lang, fence.code.text) ? read(fence) : []));
  return samples.sort((a, b) => a.span.start - b.span.start);
}
