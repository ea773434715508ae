import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type {
  CommandMention,
  FactMention,
  Mention,
  OperationMention,
  Page,
  RequestTarget,
  Sample,
  Span,
  ToolMention,
} from '../../src/model.ts';

/** Every span of a page that lies outside its file, or that covers other characters than it claims. */
export function misplacedSpans(page: Page, text: string): readonly string[] {
  const outside = spansIn(page)
    .filter(({ start, end }) => !(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length))
    .map(({ start, end }) => `${start}-${end} lies outside the file`);
  return [
    ...outside,
    ...(page.hedges ?? []).flatMap(({ span, text: words }) => unlike(text.slice(span.start, span.end), words)),
    ...page.mentions.flatMap((mention) => errorsOf(mention, text)),
  ];
}

function errorsOf(mention: Mention, text: string): readonly string[] {
  switch (mention.kind) {
    case 'operation':
      return mentionErrors(mention, text);
    case 'command':
      return commandErrors(mention, text);
    case 'tool':
      return toolErrors(mention, text);
    case 'credential':
    case 'field':
    case 'payload':
    case 'status':
      return factErrors(mention, text);
  }
}

/** Each word of a command stands where its span says, up to what a shell takes away. */
function commandErrors({ words }: CommandMention, text: string): readonly string[] {
  return words
    .filter(({ form }) => form !== 'open')
    .map(({ text: claim, span }) => ({ raw: text.slice(span.start, span.end), claim }))
    .filter(({ raw, claim }) => raw !== claim && unescaped(raw) !== unescaped(claim))
    .map(({ raw, claim }) => `«${raw}» should be «${claim}»`);
}

function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSpan(value)) return [value];
  return Object.values(value).flatMap((part: unknown) => spansIn(part));
}

function toolErrors({ text: name, span }: ToolMention, text: string): readonly string[] {
  const shown = text.slice(span.start, span.end);
  return shown === name || shown.includes('\\') ? [] : [`the tool ${name} covers ${shown}`];
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}

/** Requests in fences may be put together from several pieces of code; their readers have tests of their own. */
const WRITTEN = ['frontmatter', 'heading', 'inline-code', 'jsx', 'prose', 'table'];

function mentionErrors({ source, method, target, base }: OperationMention, text: string): readonly string[] {
  if (!WRITTEN.includes(source)) return [];
  const claims = [
    ...(method && !method.implied ? [{ span: method.span, claim: method.value, method: true }] : []),
    ...(target ? partsOf(target) : []),
    ...(base ? partsOf(base) : []),
  ];
  return claims.flatMap(({ span, claim, ...rest }) => {
    const raw = text.slice(span.start, span.end);
    return unlike('method' in rest ? raw.toUpperCase() : raw, claim);
  });
}

/** A complaint where what stands in the file is something else than what it was read as. */
function unlike(raw: string, claim: string): readonly string[] {
  if (raw === claim || plainText(raw) === claim || bare(raw) === bare(claim)) return [];
  return [`«${raw}» should be «${claim}»`];
}

function partsOf(target: RequestTarget): readonly { readonly span: Span; readonly claim: string }[] {
  const { host, pathSpan, segments, query } = target;
  const from = target.text.indexOf(
    segments[0]?.text ?? '',
    host ? target.text.indexOf(host.text) + host.text.length : 0,
  );
  const end = /[?#]/.exec(target.text.replace(/\{[^{}]*\}|<[^<>]*>/g, (braced) => 'x'.repeat(braced.length)))?.index;
  const path = target.text.slice(target.text.startsWith('/', from - 1) ? from - 1 : from, end);
  return [
    { span: target.span, claim: target.text },
    ...(segments.length > 0 ? [{ span: pathSpan, claim: path }] : []),
    ...(host ? [{ span: host.span, claim: host.text }] : []),
    ...segments.map(({ span, text }) => ({ span, claim: text })),
    ...query.map(({ span, name }) => ({ span, claim: name })),
  ];
}

interface Held {
  readonly span: Span;
  readonly claim: string;
}

/** Names of fields and members and the values that are claimed for them stand where their spans say. */
function factErrors(fact: FactMention, text: string): readonly string[] {
  return heldBy(fact)
    .map(({ span, claim }) => ({ raw: text.slice(span.start, span.end), claim }))
    .filter(({ raw, claim }) => raw !== claim && plainText(raw) !== claim && unescaped(raw) !== unescaped(claim))
    .map(({ raw, claim }) => `«${raw}» should be «${claim}»`);
}

function heldBy(fact: FactMention): readonly Held[] {
  if (fact.kind === 'status')
    return [{ span: fact.span, claim: fact.text }, ...(fact.reason ? [held(fact.reason)] : [])];
  // In a matrix the mark is the statement, and the name stands elsewhere.
  if (fact.kind === 'credential')
    return fact.words.filter(({ span }) => span.start !== fact.span.start || span.end !== fact.span.end).map(held);
  if (fact.kind === 'payload') {
    // `-F`, `--json` and `json=` state a media type without spelling it out.
    const type = fact.mediaType && fact.source !== 'curl' && fact.source !== 'call' ? [held(fact.mediaType)] : [];
    return [...type, ...namesIn(fact.value)];
  }
  const { value, values = [], type, default: initial } = fact.claims;
  return [
    { span: fact.span, claim: fact.text },
    // curl makes the header of `-u` itself, and a program joins a value of pieces.
    ...(value && !value.value.endsWith('…') && fact.source !== 'call' ? [held(value)] : []),
    ...[...values, ...(type ? [type] : []), ...(initial ? [initial] : [])].map(held),
  ];
}

function held({ value, span }: { readonly value: string; readonly span: Span }): Held {
  return { span, claim: value };
}

function namesIn(sample: Sample): readonly Held[] {
  if (sample.kind === 'array') return sample.items.flatMap(namesIn);
  if (sample.kind !== 'object') return [];
  return sample.members.flatMap(({ name, nameSpan, value }) => [{ span: nameSpan, claim: name }, ...namesIn(value)]);
}

/** Without what JSON, a shell or Markdown put around and between characters. */
function unescaped(raw: string): string {
  return plainText(raw.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    .replace(/\n[ \t>]*/g, ' ')
    .replace(/[\\'"`]/g, '');
}

/** Escapes and character references undone. */
function plainText(raw: string): string {
  return raw
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => decodeNamedCharacterReference(name) || whole);
}

/** Marks may stand inside a range that covers several nodes: `**`, back quotes, link targets, tags, quoted braces. */
function bare(raw: string): string {
  return plainText(raw)
    .replace(/\]\([^()]*\)|<\/?[a-z]+>/gi, '')
    .replace(/[`*_[\]'"{}\s\\]/g, '');
}
