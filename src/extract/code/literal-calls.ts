import type { MethodMention } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import { parseTarget } from '../target.ts';
import { type Assignments, findAssignments, literalAssignments, readLiteralAddress } from './literal-expression.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';
import { requestSample } from './request-sample.ts';

/**
 * A call that sends a request. `begin` ends where the address begins; its group `method` or `verb` states the
 * method. `later` finds a method that is stated after the address.
 */
interface CallForm {
  readonly begin: RegExp;
  readonly later?: RegExp;
  /** What the library sends where no method is stated; absent where that cannot be told from the call. */
  readonly implied?: string;
}

const VERBS = 'get|post|put|patch|delete|head|options';
const VERBS_PASCAL = 'Get|Post|Put|Patch|Delete|Head|Options';

const go: readonly CallForm[] = [
  {
    begin:
      /\bhttp\.NewRequest(?:WithContext\(\s*[\w.]+(?:\(\))?\s*,|\()\s*(?:"(?<method>[A-Za-z]+)"|http\.Method(?<verb>\w+)|\w+)\s*,\s*/dg,
  },
  { begin: /\b(?:http|client|httpClient|c)\.(?<verb>Get|Post|Head)\(\s*/dg },
  { begin: /\bhttp\.(?<verb>Post)Form\(\s*/dg },
];
const php: readonly CallForm[] = [
  {
    begin: /\bcurl_init\(\s*(?=["'$])|\bCURLOPT_URL\s*(?:,|=>)\s*/dg,
    later:
      /CURLOPT_CUSTOMREQUEST\s*(?:,|=>)\s*["'](?<method>[A-Za-z]+)["']|CURLOPT_(?<verb>POST)(?:\s*(?:,|=>)\s*(?:true|1)\b|FIELDS\b)/d,
  },
  { begin: /->request(?:Async)?\(\s*["'](?<method>[A-Za-z]+)["']\s*,\s*/dg },
  { begin: /\bnew\s+\\?(?:[A-Za-z]+\\)*Request\(\s*["'](?<method>[A-Za-z]+)["']\s*,\s*/dg },
  {
    begin: new RegExp(
      String.raw`(?:\$(?:\w*[cC]lient|http|guzzle)|\bHttp::\w+\([^()\n]{0,200}\))->(?<verb>${VERBS})\(\s*`,
      'dg',
    ),
  },
  { begin: new RegExp(String.raw`\bHttp::(?<verb>${VERBS})\(\s*`, 'dg') },
];
const ruby: readonly CallForm[] = [
  { begin: new RegExp(String.raw`\bNet::HTTP::(?<verb>${VERBS_PASCAL})\.new\(?\s*`, 'dg') },
  { begin: /\bNet::HTTP\.(?<verb>get|post|put|delete)(?:_response|_form)?\(?\s*/dg },
  {
    begin: new RegExp(
      String.raw`\b(?:HTTParty|Faraday|RestClient|HTTP|Excon|Typhoeus)\.(?<verb>${VERBS})[( ]\s*`,
      'dg',
    ),
  },
];
const java: readonly CallForm[] = [
  {
    begin: /\.uri\(\s*|\bHttpRequest\.newBuilder\(\s*(?=URI)/dg,
    later: /\.(?<verb>GET|POST|PUT|DELETE|HEAD)\(|\.method\(\s*"(?<method>[A-Za-z]+)"|\.build\(/d,
    implied: 'GET',
  },
  {
    begin: /\.url\(\s*/dg,
    later: /\.(?<verb>get|post|put|patch|delete|head)\(|\.method\(\s*"(?<method>[A-Za-z]+)"|\.build\(/d,
    implied: 'GET',
  },
  { begin: new RegExp(String.raw`\b(?:Unirest|client|httpClient)\.(?<verb>${VERBS})\(\s*(?=")`, 'dg') },
];
const csharp: readonly CallForm[] = [
  { begin: /\bnew\s+RestRequest\(\s*(?=[$@]?")/dg, later: /\bMethod\.(?<verb>\w+)/d },
  { begin: /\bHttpRequestMessage\(\s*(?:HttpMethod\.(?<verb>\w+)|new\s+HttpMethod\("(?<method>\w+)"\))\s*,\s*/dg },
  {
    begin:
      /\.(?<verb>Get|Post|Put|Patch|Delete)(?:AsJson|String|Stream|FromJson|ByteArray)?Async(?:<[^<>()\n]{0,80}>{1,3})?\(\s*/dg,
  },
];
const rust: readonly CallForm[] = [
  { begin: /\b(?:reqwest|ureq)::(?:blocking::)?(?<verb>get|post|put|patch|delete|head)\(\s*/dg },
  { begin: new RegExp(String.raw`(?:\bclient|\bClient::new\(\))\s*\.(?<verb>${VERBS})\(\s*`, 'dg') },
  { begin: /\.request\(\s*(?:reqwest::)?Method::(?<verb>\w+)\s*,\s*/dg },
];
const swift: readonly CallForm[] = [
  { begin: /\bURL\(\s*string:\s*/dg, later: /\bhttpMethod\s*=\s*"(?<method>[A-Za-z]+)"/d },
];
const dart: readonly CallForm[] = [
  { begin: new RegExp(String.raw`\b(?:http|dio|client)\.(?<verb>${VERBS})\(\s*`, 'dg') },
];

/** The forms of each language; a fence without a known language is not searched for calls. */
const FORMS: Readonly<Record<string, readonly CallForm[]>> = {
  go,
  golang: go,
  php,
  rb: ruby,
  ruby,
  java,
  kotlin: java,
  kt: java,
  cs: csharp,
  csharp,
  'c#': csharp,
  rs: rust,
  rust,
  swift,
  dart,
};

export function mayHoldLiteralCalls(lang: string, text: string): boolean {
  return Object.hasOwn(FORMS, lang) && (FORMS[lang] ?? []).some(({ begin }) => text.search(begin) >= 0);
}

/** Reads the calls of Go, PHP, Ruby, Java, Kotlin, C#, Rust, Swift and Dart whose address is spelt out in the fence. */
export const readLiteralCalls: CodeReader = (fence) => {
  const forms = Object.hasOwn(FORMS, fence.lang) ? (FORMS[fence.lang] ?? []) : [];
  if (forms.length === 0) return [];
  const assignments = findAssignments(fence.code.text);
  const variables = literalAssignments(fence.code, assignments);
  return forms.flatMap((form) => readForm(fence, { form, assignments, variables }));
};

interface Search {
  readonly form: CallForm;
  readonly assignments: Assignments;
  readonly variables: ReadonlyMap<string, string>;
}

function readForm(fence: Fence, { form, assignments, variables }: Search): RequestSample[] {
  const matches = [...fence.code.text.matchAll(form.begin)];
  return matches.flatMap((match, index) => {
    const at = match.index + match[0].length;
    const found = readLiteralAddress({ code: fence.code, assignments, at });
    const target = found && parseTarget(found.address, 0, found.address.text.length);
    if (!found || !target || (target.host === undefined && !target.text.startsWith('/'))) return [];
    const limit = Math.min(matches[index + 1]?.index ?? Number.POSITIVE_INFINITY, found.end + 1500);
    const method = methodOf(fence, { form, match, from: found.end, limit });
    return [requestSample(fence, { source: 'call', start: match.index, end: found.end, method, target, variables })];
  });
}

interface MethodSearch {
  readonly form: CallForm;
  readonly match: RegExpExecArray;
  readonly from: number;
  readonly limit: number;
}

function methodOf(fence: Fence, { form, match, from, limit }: MethodSearch): MethodMention | undefined {
  const stated = methodIn(fence, match, 0);
  if (stated) return stated;
  const later = form.later?.exec(fence.code.text.slice(from, limit));
  const after = later ? methodIn(fence, later, from) : undefined;
  if (after || form.implied === undefined) return after;
  return { value: form.implied, span: spanOf(fence.code, match.index, match.index + match[0].length), implied: true };
}

function methodIn(fence: Fence, match: RegExpExecArray, base: number): MethodMention | undefined {
  const groups = match.indices?.groups;
  const range = groups?.method ?? groups?.verb;
  if (!range) return undefined;
  const [start, end] = [base + range[0], base + range[1]];
  return {
    value: fence.code.text.slice(start, end).toUpperCase(),
    span: spanOf(fence.code, start, end),
    implied: false,
  };
}
