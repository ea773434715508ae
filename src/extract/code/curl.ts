import type { MethodMention, QueryMention, RequestTarget, Span } from '../../model.ts';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { parseTarget } from '../target.ts';
import { bodyFileOf, optionFacts } from './curl-facts.ts';
import { curlOptions, type GivenOption, httpieOptions, sortWords, wgetOptions } from './curl-options.ts';
import { readItems } from './httpie-facts.ts';
import { printsAll, readerFacts } from './jq.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';
import { requestSample } from './request-sample.ts';
import {
  defaultValues,
  findShellCommands,
  literalValues,
  resolveWord,
  type ShellCommand,
  type ShellWord,
} from './shell-commands.ts';

/** Reads the requests of command lines: curl, wget and HTTPie. */
export const readCurl: CodeReader = (fence) => readCommands(fence, findShellCommands(fence.code));

function readCommands(fence: Fence, commands: readonly ShellCommand[]): RequestSample[] {
  const defaults = commands.length > 0 ? defaultValues(fence.code.text) : [];
  return commands.flatMap((command) =>
    readCommand(fence, command, new Map([...defaults, ...literalValues(command.assigned)])),
  );
}

function readCommand(fence: Fence, command: ShellCommand, variables: ReadonlyMap<string, string>): RequestSample[] {
  const nameSpan = spanOf(fence.code, command.start, command.nameEnd);
  const read = readerFacts(command.readers);
  return callsOf(command, nameSpan).flatMap(({ method, addresses, query, bodyFile, facts }) =>
    targetsOf(addresses, command).map(({ target, end }, index) =>
      requestSample(fence, {
        source: 'curl',
        start: command.start,
        end: Math.max(end, command.nameEnd),
        method,
        target: query.length > 0 ? { ...target, query: [...target.query, ...query] } : target,
        variables,
        bodyFile,
        // Of several addresses the first stands for all: they are sent the same.
        ...(index === 0 && { facts: [...facts, ...read] }),
        ...(printsAll(command.readers) && { extent: { start: command.start, end: command.end } }),
      }),
    ),
  );
}

/** One transfer of a command: its addresses share a method. */
interface Call {
  readonly addresses: readonly ShellWord[];
  readonly method?: MethodMention | undefined;
  readonly query: readonly QueryMention[];
  readonly bodyFile?: string | undefined;
  readonly facts: readonly FactDraft[];
}

function callsOf(command: ShellCommand, nameSpan: Span): readonly Call[] {
  if (command.name === 'curl') return curlCalls(command, nameSpan);
  if (command.name === 'wget') return [wgetCall(command, nameSpan)];
  return [httpieCall(command, nameSpan)];
}

function targetsOf(addresses: readonly ShellWord[], command: ShellCommand): { target: RequestTarget; end: number }[] {
  const found = addresses.flatMap((word) => {
    const target = readAddress(resolveWord(word, command.assigned));
    return target ? [{ target, end: word.end }] : [];
  });
  // `curl $OPTIONS https://…`: a variable alone is the address only where nothing else is.
  const spelled = found.filter(({ target }) => target.segments.length > 0 || target.host?.kind !== 'variable');
  return spelled.length > 0 ? spelled : found.slice(0, 1);
}

/** A word without scheme, host or leading slash is the rest of a header that lost its quotes: `application/json`. */
function readAddress(given: SourceText): RequestTarget | undefined {
  const word = withoutTypographicQuotes(given);
  const text = word.text;
  const target = parseTarget(word, 0, text.length, 'command') ?? readUntidy(word);
  return target && (target.host || /^[/{<[$:]/.test(target.text)) ? target : undefined;
}

/** Marks which a word processor put where the shell's own quotes were. */
function withoutTypographicQuotes(word: SourceText): SourceText {
  const start = /^[“”‘’]/.test(word.text) ? 1 : 0;
  return slice(word, start, word.text.length - (/.[“”‘’]$/.test(word.text) ? 1 : 0));
}

/** An address that was broken after a slash, holds spaces in its query, or lost its closing quote. */
function readUntidy(word: SourceText): RequestTarget | undefined {
  const broken = /\/\n[ \t]*(?=[\w{<$-])/.exec(word.text);
  if (broken) {
    const joined = without(word, broken.index + 1, broken.index + broken[0].length);
    return parseTarget(joined, 0, joined.text.length);
  }
  const [line = ''] = /^[^\n]*/.exec(word.text) ?? [];
  const query = line.indexOf('?');
  const space = query === -1 ? -1 : line.slice(query).search(/\s/);
  const end = space === -1 ? line.trimEnd().replace(/\\$/, '').trimEnd().length : query + space;
  return end > 0 ? parseTarget(word, 0, end) : undefined;
}

function without(word: SourceText, start: number, end: number): SourceText {
  return {
    text: word.text.slice(0, start) + word.text.slice(end),
    at: (index) => word.at(index < start ? index : index + end - start),
  };
}

// ------------------------------------------------------------------------------------------------------ curl

function curlCalls(command: ShellCommand, nameSpan: Span): readonly Call[] {
  return splitAtNext(command.words).map((words) => {
    const { options, operands } = sortWords(words, curlOptions);
    const urls = options.flatMap((option) =>
      option.name === '--url' && option.value ? [{ ...option.word, value: option.value }] : [],
    );
    const asGet = options.find((option) => option.name === '-G' || option.name === '--get');
    const dataQuery = asGet ? options.filter((option) => /^(?:-d|--data.*)$/.test(option.name)) : [];
    const urlQuery = options.filter((option) => option.name === '--url-query');
    const sent = asGet ? options.filter((option) => !dataQuery.includes(option)) : options;
    return {
      addresses: [...urls, ...operands].sort((a, b) => a.start - b.start),
      method: curlMethod(options, operands, nameSpan),
      query: [...dataQuery, ...urlQuery].flatMap((option) => (option.value ? queryOf(option.value) : [])),
      bodyFile: bodyFileOf(sent, command),
      facts: optionFacts(sent, command),
    };
  });
}

/** `--next` begins a transfer with options of its own. */
function splitAtNext(words: readonly ShellWord[]): readonly (readonly ShellWord[])[] {
  const groups: ShellWord[][] = [[]];
  for (const word of words) {
    if (word.value.text === '--next' || word.value.text === '-:') groups.push([]);
    else groups.at(-1)?.push(word);
  }
  return groups;
}

const IMPLIED_BY: readonly (readonly [RegExp, string])[] = [
  [/^(?:-G|--get)$/, 'GET'],
  [/^(?:-I|--head)$/, 'HEAD'],
  [/^(?:-T|--upload-file)$/, 'PUT'],
  [/^(?:-d|-F|--data(?:-\w+)?|--json|--form(?:-string)?)$/, 'POST'],
];

function curlMethod(
  options: readonly GivenOption[],
  operands: readonly ShellWord[],
  nameSpan: Span,
): MethodMention | undefined {
  const stated = options.findLast((option) => option.name === '-X' || option.name === '--request');
  if (stated) return stated.value && statedMethod(stated.value);
  // A dash that a word processor made long, or a method without `-X`: what was meant is not for us to say.
  if (operands.some(({ value }) => /^(?:[–—].*|[A-Z]{3,7})$/.test(value.text))) return undefined;
  // A quote that was closed twice swallows the options after it, the data among them.
  const swallows = ({ text }: SourceText) => /\n\s*--?[A-Za-z]/.test(text);
  if (operands.some(({ value }) => swallows(value)) || options.some(({ value }) => value && swallows(value)))
    return undefined;
  for (const [name, value] of IMPLIED_BY) {
    const option = options.find((given) => name.test(given.name));
    if (option) return { value, span: wordSpan(option.word), implied: true };
  }
  return { value: 'GET', span: nameSpan, implied: true };
}

/** Nothing where the method is a variable. */
function statedMethod(value: SourceText): MethodMention | undefined {
  if (!/^[A-Za-z]{2,20}$/.test(value.text)) return undefined;
  return { value: value.text.toUpperCase(), span: spanOf(value, 0, value.text.length), implied: false };
}

function wordSpan(word: ShellWord): Span {
  return spanOf(word.value, 0, word.value.text.length);
}

/** `name=value&name=value`, as `-d` and `--data-urlencode` take it; `@file` and `=value` name nothing. */
function queryOf(value: SourceText): QueryMention[] {
  return [...value.text.matchAll(/(?:^|&)([\w.[\]$:-]+)=([^&]*)/g)].map((match) => {
    const [all, name = '', content = ''] = match;
    const start = match.index + (all.startsWith('&') ? 1 : 0);
    const end = start + name.length;
    const valueSpan = spanOf(value, end + 1, end + 1 + content.length);
    return { name, span: spanOf(value, start, end), value: content, valueSpan };
  });
}

// ------------------------------------------------------------------------------------------- wget and HTTPie

function wgetCall(command: ShellCommand, nameSpan: Span): Call {
  const { options, operands } = sortWords(command.words, wgetOptions);
  const stated = options.findLast((option) => option.name === '--method');
  const posts = options.find((option) => /^--post-(?:data|file)$/.test(option.name));
  const shared = {
    addresses: operands,
    query: [],
    bodyFile: bodyFileOf(options, command),
    facts: optionFacts(options, command),
  };
  if (stated) return { ...shared, method: stated.value && statedMethod(stated.value) };
  const method = posts
    ? { value: 'POST', span: wordSpan(posts.word), implied: true }
    : { value: 'GET', span: nameSpan, implied: true };
  return { ...shared, method };
}

/** `http [METHOD] URL [item …]`; items with `=` make a body and so a POST (HTTPie, "Optional GET and POST"). */
function httpieCall(command: ShellCommand, nameSpan: Span): Call {
  const { options, operands } = sortWords(command.words, httpieOptions);
  const [first, second] = operands;
  const nothing = { addresses: [], query: [], facts: [] };
  if (first === undefined) return nothing;
  const states = /^[A-Z]{3,7}$/.test(first.value.text) && second !== undefined;
  const address = states ? second : first;
  const items = operands.slice(states ? 2 : 1).map((word) => word.value);
  const sends = items.some(({ text: item }) => /^[^:=]+(?:=(?!=)|:=|@)/.test(item));
  const implied: MethodMention = { value: sends ? 'POST' : 'GET', span: nameSpan, implied: true };
  const method = states ? statedMethod(first.value) : implied;
  return looksLikeAddress(address.value.text)
    ? { addresses: [address], method, ...readItems(items, options) }
    : nothing;
}

/** `:8080/trees` is short for localhost (HTTPie, "URL shortcuts"); an address needs a slash, a port or a dot. */
function looksLikeAddress(text: string): boolean {
  return /^:\d*\/|^:\d+$|^[\w${<].*[/.:]/.test(text);
}
