import type { Claim, Sample, SampleMember } from '../../model.ts';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import type { GivenOption } from './curl-options.ts';
import { formOf, isForm, memberOf, readForm } from './form-sample.ts';
import {
  bodyFacts,
  cookieFacts,
  type Header,
  headerFact,
  mediaTypeOf,
  payloadFact,
  readHeader,
  wholeSpan,
} from './message-facts.ts';
import type { ShellCommand } from './shell-commands.ts';

type Shell = Pick<ShellCommand, 'assigned' | 'files' | 'input'>;

/** What the options of a curl or wget command send: headers, cookies, credentials, a body. */
export function optionFacts(options: readonly GivenOption[], shell: Shell): readonly FactDraft[] {
  // A quote that was closed twice swallows the options behind it.
  if (options.some(swallowsOthers)) return [];
  const valuesOf = (...names: readonly string[]) =>
    options.flatMap(({ name, value }) => (value && names.includes(name) ? [value] : []));
  const headers = valuesOf('-H', '--header').flatMap((value) => readHeader(value) ?? []);
  const named = headers.filter(({ value }) => value.text !== '');
  return [
    ...named.map((header) => headerFact('curl', header)),
    ...valuesOf('-u', '--user').map((value) => authorization('Basic …', value)),
    ...valuesOf('--oauth2-bearer').map((value) => authorization('Bearer …', value)),
    ...valuesOf('-b', '--cookie').flatMap((value) => cookieFacts('curl', value)),
    ...named.flatMap(({ name, value }) => (name.toLowerCase() === 'cookie' ? cookieFacts('curl', value) : [])),
    ...bodyOf(options, headers, shell),
  ];
}

/** A header on a line that went on over its end has the indentation of the next one in it. */
function swallowsOthers({ name, value }: GivenOption): boolean {
  const header = name === '-H' || name === '--header';
  return value !== undefined && (header ? /\s{2,10}--?[A-Za-z]/ : /\n\s{0,40}--?[A-Za-z]/).test(value.text);
}

/** curl makes a header of the word; what it holds is the reader's own. */
function authorization(value: string, word: SourceText): FactDraft {
  const span = wholeSpan(word);
  return {
    kind: 'field',
    source: 'curl',
    span,
    text: word.text,
    place: 'header',
    path: ['Authorization'],
    claims: { value: { value, span } },
    stance: 'claim',
  };
}

// ------------------------------------------------------------------------------------------------------ bodies

const DATA = /^(?:-d|--data|--data-(?:ascii|binary|raw)|--json|--post-data|--body-data)$/;
const FORM = /^(?:-F|--form|--form-string)$/;

function bodyOf(options: readonly GivenOption[], headers: readonly Header[], shell: Shell): readonly FactDraft[] {
  const form = options.filter(({ name }) => FORM.test(name));
  if (form.length > 0) return multipart(form);
  const data = options.filter(({ name }) => DATA.test(name) || name === '--data-urlencode');
  if (data.length === 0) return [];
  const json = data.find(({ name }) => name === '--json');
  const mediaType = mediaTypeOf(headers) ?? (json && { value: 'application/json', span: wholeSpan(json.word.value) });
  return dataFacts(data, mediaType, shell);
}

function dataFacts(
  data: readonly GivenOption[],
  mediaType: Claim<string> | undefined,
  shell: Shell,
): readonly FactDraft[] {
  const [first, ...others] = data;
  const texts = data.map((option) => writtenData(option, shell));
  const facts = { source: 'curl' as const, direction: 'request' as const, mediaType };
  const whole = others.length === 0 && first?.name !== '--data-urlencode' ? texts[0] : undefined;
  if (whole) return bodyFacts(whole, facts);
  if (mediaType && !mediaType.value.endsWith('/x-www-form-urlencoded')) return [];
  const members = data.map((option, index) => formMembers(option, texts[index]));
  // A part that is not known may hold anything.
  const known = members.filter((part) => part !== undefined).flat();
  const body = formOf(known);
  if (body?.kind !== 'object' || !texts[0]) return [];
  const open = members.some((part) => part === undefined);
  return [payloadFact({ value: { ...body, open }, fragment: false }, texts[0], facts)];
}

/** The data as it is sent; nothing where it comes from a file or a variable that is not written here. */
function writtenData({ name, value }: GivenOption, { assigned, files, input }: Shell): SourceText | undefined {
  if (!value) return undefined;
  const variable = /^\$\{?(\w+)\}?$/.exec(value.text)?.[1];
  if (variable !== undefined) return assigned.get(variable);
  if (!value.text.startsWith('@') || name === '--data-raw' || name === '--data-urlencode') return value;
  const file = value.text.slice(1);
  return STDIN.test(file) ? input : files.get(file);
}

const STDIN = /^(?:-|\/dev\/stdin)$/;

/** The file that is the body, where nothing else is: `-d @tree.json`, `-T tree.json`, wget's `--post-file`. */
export function bodyFileOf(options: readonly GivenOption[], { files }: Shell): string | undefined {
  const [only, ...others] = options.filter(({ name }) => DATA.test(name) || FORM.test(name) || FILE.test(name));
  if (!only?.value || others.length > 0) return undefined;
  const [, file] = (FILE.test(only.name) ? /^(.+)$/ : /^@(.+)$/).exec(only.value.text) ?? [];
  const unknown = only.name === '--data-raw' || FORM.test(only.name) || file === undefined || /[$`*]/.test(file);
  return unknown || STDIN.test(file) || files.has(file) ? undefined : file;
}

const FILE = /^(?:-T|--upload-file|--post-file|--body-file)$/;

function formMembers({ name }: GivenOption, text: SourceText | undefined): readonly SampleMember[] | undefined {
  if (!text) return undefined;
  if (name !== '--data-urlencode') {
    const form = isForm(text.text) ? readForm([text]) : undefined;
    return form?.kind === 'object' ? form.members : undefined;
  }
  const file = /^([\w.[\]-]{1,100})@/.exec(text.text)?.[1];
  if (file !== undefined) return [fileMember(text, file.length)];
  const member = memberOf(text);
  return member && [member];
}

/** `name@file` and `name=@file`: what is sent is not written here. */
function fileMember(text: SourceText, nameEnd: number): SampleMember {
  const value: Sample = {
    kind: 'unknown',
    span: spanOf(text, nameEnd + 1, text.text.length),
    text: text.text.slice(nameEnd + 1),
  };
  return { name: text.text.slice(0, nameEnd), nameSpan: spanOf(text, 0, nameEnd), value };
}

function multipart(form: readonly GivenOption[]): readonly FactDraft[] {
  const members = form.flatMap(({ name, value }) => (value ? (formMember(name, value) ?? []) : []));
  const body = formOf(members);
  const [first] = form;
  if (!body || !first?.value) return [];
  const mediaType = { value: 'multipart/form-data', span: wholeSpan(first.word.value) };
  const facts = { source: 'curl' as const, direction: 'request' as const, mediaType };
  return [payloadFact({ value: body, fragment: false }, first.value, facts)];
}

/** `file=@tree.png;type=image/png` */
function formMember(option: string, value: SourceText): SampleMember | undefined {
  const equals = value.text.indexOf('=');
  if (equals < 1 || /[\s"'{]/.test(value.text.slice(0, equals))) return undefined;
  if (/^[@<]/.test(value.text.slice(equals + 1)) && option !== '--form-string') return fileMember(value, equals);
  const attributes = option === '--form-string' ? -1 : value.text.search(/;\s?(?:type|filename|headers|encoder)=/);
  return memberOf(slice(value, 0, attributes === -1 ? value.text.length : attributes));
}
