import type { MethodMention, RequestTarget } from '../../model.ts';
import { type SourceText, spanOf } from '../../text/source-text.ts';
import { longestAddress, parseTarget } from '../target.ts';
import type { Phrase } from './phrase.ts';
import { firstFrom, overlapsAny, type Range } from './ranges.ts';

/** An operation that a phrase names. Ranges are in the phrase's text. */
export interface NamedOperation extends Range {
  readonly method?: MethodMention;
  readonly target: RequestTarget;
  /** Inside back quotes; else it stands in plain text. */
  readonly code: boolean;
  /** A word beside it says that it is an endpoint, or a method does. */
  readonly certain: boolean;
}

const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT|QUERY|DEL';
/** There are no more methods than these to list; without a limit a line of nothing else is read again from each. */
const METHOD_LIST = String.raw`(?:${METHODS})(?:\s{0,9}[/|,]\s{0,9}(?:${METHODS})|\s{1,9}(?:and|or)\s{1,9}(?:${METHODS})){0,10}`;
/** White space belongs to a path inside placeholders only: `/trees/(id or name)`, `{{< orchard/host >}}/trees`. */
const SPACED = String.raw`\{\{[^{}\n]*\}\}|\{[^{}\n]*\}|<[^<>\n]*>|(?<=\/)\([a-z][^()/\n]*\)`;
const CALL = new RegExp(
  String.raw`^\s*(?<methods>${METHOD_LIST}|get|post|put|patch|delete|[A-Z]{4,9}(?=\s+/[\w{:<]))[\s:]+(?<path>(?:${SPACED}|\S)+)`,
);
const ONLY_METHODS = new RegExp(String.raw`^\s*${METHOD_LIST}\s*$`);
const PLAIN_CALL = new RegExp(
  String.raw`(?<![\w/])(?<methods>${METHOD_LIST})\s+(?:requests?\s+to\s+(?:the\s+)?)?(?<path>(?:https?://|\{\{[^{}\n]*\}\}/|\$\{?[A-Z][A-Z0-9_]*\}?/|/(?=[\w{:<$.*\[~]))(?:${SPACED}|[^\s"'’”])*)`,
  'g',
);
/** Words that may stand between a method and the path it belongs to: "a `POST` request to the `/x`". */
const LINKING =
  /(?<methods>METHOD_LIST)(?:[\s*_:()“"']|\b(?:request|requests|call|calls|method|verb|operation|HTTP|to|the|on|at|against|for|of|your|our|an?|this|new|API|endpoint|route|path|URL)\b)*$/;
const BEFORE = new RegExp(LINKING.source.replace('METHOD_LIST', METHOD_LIST));
const BEFORE_CODE = new RegExp(
  String.raw`(?<![\w/])(?<methods>${METHOD_LIST})(?<joint>\s*(?:,|\/|\||,?\s*\b(?:and|or)\b)\s*)$`,
);
/** "`/x` (POST)", "the `/x` endpoint with `POST`", "`/x` using the DELETE method", "`/x` supports GET and PUT". */
const AFTER = new RegExp(
  String.raw`^(?:\s+(?:API\s+)?(?:endpoint|route|path|API))?(?:\s*\(\s*(?<listed>${METHOD_LIST})\s*\)|\s+(?:with|using|via|through|by|supports?|accepts?|allows?)\s+(?:an?\s+|the\s+)?(?:HTTP\s+)?(?<said>${METHOD_LIST})\b(?!\s*[/\x60]))`,
);
const CUE_AFTER = /^\s*(?:\([^)]*\)\s*)?(?:API\s+)?(?:endpoints?|routes?|API|operation|request)\b/;
const CUE_BEFORE =
  /\b(?:endpoints?|routes?|API|request(?:s)? to|call(?:s|ing)?|hit(?:s|ting)?)(?:\s+(?:the|is|at|named|called|:))*[\s:(*]*$/i;

/** All operations named in a phrase, in order; a list of methods before one path gives one each. */
export function findOperations(phrase: Phrase): NamedOperation[] {
  const inCode = phrase.codes.flatMap((code) => readCode(phrase, code));
  const inText = readPlainText(phrase);
  const named = [...inCode, ...inText].sort((a, b) => a.start - b.start);
  return [...named, ...borrowPaths(phrase, named)];
}

function readCode(phrase: Phrase, code: Range): NamedOperation[] {
  const text = phrase.text.slice(code.start, code.end);
  const call = CALL.exec(text);
  if (call?.groups) {
    const { methods = '', path = '' } = call.groups;
    const pathStart = code.start + call[0].length - path.length;
    const target = parseTarget(phrase, pathStart, pathStart + trimmed(path));
    if (!target || !isAddress(path, target) || isFileCommand(methods, path)) return [];
    const start = code.start + call[0].indexOf(methods);
    const end = pathStart + trimmed(path);
    return splitMethods(phrase, start, methods).map((method) => ({
      start,
      end,
      method,
      target,
      code: true,
      certain: true,
    }));
  }
  const start = code.start + (text.length - text.trimStart().length);
  const end = start + text.trim().length;
  if (!/^(?:\/|https?:\/\/|[$<{A-Z])/.test(text.trim())) return [];
  const target = parseTarget(phrase, start, end);
  if (!target || target.segments.length === 0) return [];
  if (target.host === undefined && !text.trim().startsWith('/')) return [];
  return methodsAround(phrase, { start, end }, target);
}

/** A path alone in code: the sentence may give its methods. */
function methodsAround(phrase: Phrase, range: Range, target: RequestTarget): NamedOperation[] {
  const before = phrase.text.slice(Math.max(range.start - 80, 0), range.start);
  const after = phrase.text.slice(range.end, range.end + 60);
  const lead = BEFORE.exec(before)?.groups?.methods;
  const tail = AFTER.exec(after);
  if (lead !== undefined && !belongsToEarlierPath(before)) {
    const start = range.start - before.length + before.lastIndexOf(lead);
    return splitMethods(phrase, start, lead).map((method) => ({ ...range, method, target, code: true, certain: true }));
  }
  const later = tail?.groups?.listed ?? tail?.groups?.said;
  if (tail && later !== undefined) {
    const start = range.end + tail[0].lastIndexOf(later);
    return splitMethods(phrase, start, later).map((method) => ({
      ...range,
      method,
      target,
      code: true,
      certain: true,
    }));
  }
  const certain = CUE_AFTER.test(after) || CUE_BEFORE.test(before);
  return [{ ...range, target, code: true, certain }];
}

const METHOD_AND_PATH = new RegExp(String.raw`(?:${METHODS})[\s:]+\S*/\S*[\s\S]*$`);
const METHOD_NEAR = new RegExp(String.raw`(?:${METHODS})\W+(?:\w+\W+){0,4}$`);

/** "`GET /x` on the `/y`": the method already has its path. */
function belongsToEarlierPath(before: string): boolean {
  return METHOD_AND_PATH.test(before) && !METHOD_NEAR.test(before);
}

function readPlainText(phrase: Phrase): NamedOperation[] {
  const found: NamedOperation[] = [];
  for (const match of phrase.text.matchAll(PLAIN_CALL)) {
    const { methods = '', path = '' } = match.groups ?? {};
    const start = match.index;
    if (overlapsAny(phrase.codes, start, start + methods.length)) continue;
    const pathStart = start + match[0].length - path.length;
    if (overlapsAny(phrase.codes, pathStart, pathStart + 1)) continue;
    const end = pathStart + trimmed(path);
    const target = parseTarget(phrase, pathStart, end);
    if (!target || target.segments.length === 0) continue;
    found.push(
      ...splitMethods(phrase, start, methods).map((method) => ({
        start,
        end,
        method,
        target,
        code: false,
        certain: true,
      })),
    );
  }
  return found;
}

/** "`PATCH` and `DELETE /x`": a method alone in code, joined by "and", takes the path of its neighbour. */
function borrowPaths(phrase: Phrase, named: readonly NamedOperation[]): NamedOperation[] {
  const calls = named.filter((operation) => operation.method);
  const starts = calls.map((call) => ({ call, start: call.start, end: call.start + 1 }));
  return [...phrase.codes, ...methodsBefore(phrase, calls)].flatMap((code) => {
    const text = phrase.text.slice(code.start, code.end);
    if (!ONLY_METHODS.test(text)) return [];
    const next = firstFrom(starts, code.end)?.call;
    if (!next?.method || !/^\s*(?:,|and|or|\/|\|)\s*(?:and|or)?\s*$/.test(phrase.text.slice(code.end, next.start)))
      return [];
    const lead = text.length - text.trimStart().length;
    return splitMethods(phrase, code.start + lead, text.trim()).map((method) => ({
      ...code,
      method,
      target: next.target,
      code: true,
      certain: true,
    }));
  });
}

/** "PATCH and `DELETE /x`": methods in plain text right before an operation in code. */
function methodsBefore(phrase: Phrase, calls: readonly NamedOperation[]): Range[] {
  const starts = new Set(calls.map((call) => call.start));
  return phrase.codes.flatMap((code) => {
    if (!starts.has(code.start)) return [];
    const list = BEFORE_CODE.exec(phrase.text.slice(Math.max(code.start - 80, 0), code.start))?.groups;
    if (!list?.methods) return [];
    const end = code.start - (list.joint?.length ?? 0);
    const start = end - list.methods.length;
    return overlapsAny(phrase.codes, start, end) ? [] : [{ start, end }];
  });
}

/** Whether a text is one method or a list of methods and nothing else. */
export function isMethodList(text: string): boolean {
  return ONLY_METHODS.test(text);
}

/** `GET|POST`, `GET, POST`, `PATCH and DELETE`: each with its own span. */
export function splitMethods(source: SourceText, start: number, list: string): MethodMention[] {
  return [...list.matchAll(/[A-Za-z]+/g)]
    .filter((match) => !/^(?:and|or)$/.test(match[0]))
    .map((match) => ({
      value: match[0].toUpperCase(),
      span: spanOf(source, start + match.index, start + match.index + match[0].length),
      implied: false,
    }));
}

/** Length of a path without the punctuation of the sentence around it. */
function trimmed(path: string): number {
  let length = path.length;
  if (length > longestAddress) return length;
  while (length > 1) {
    const last = path.charAt(length - 1);
    const opener = { ')': '(', ']': '[', '}': '{', '>': '<' }[last];
    const unopened = opener !== undefined && !path.slice(0, length).includes(opener);
    if (!unopened && !/[.,;:!?*_"'`]/.test(last)) break;
    if (/(?:\.\.\.|\/\*{1,2})$/.test(path.slice(Math.max(length - 3, 0), length))) break;
    length--;
  }
  return length;
}

/** `get /etc/hosts` is a command of a file transfer; nobody writes an operation so. */
function isFileCommand(methods: string, path: string): boolean {
  return methods === methods.toLowerCase() && /^\/(?:bin|dev|etc|home|lib|opt|proc|root|tmp|usr|var)\//.test(path);
}

/** After a method even `v1/files` is an address; a word without a slash is not. */
function isAddress(path: string, target: RequestTarget): boolean {
  return path.startsWith('/') || target.host !== undefined || (target.segments.length > 1 && /^[\w{<$]/.test(path));
}
