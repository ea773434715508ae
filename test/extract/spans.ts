import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { OperationMention, Page, RequestTarget, Span } from '../../src/model.ts';

/** Every span of a page that lies outside its file, or that covers other characters than it claims. */
export function misplacedSpans(page: Page, text: string): readonly string[] {
  const outside = spansIn(page)
    .filter(({ start, end }) => !(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length))
    .map(({ start, end }) => `${start}-${end} lies outside the file`);
  return [
    ...outside,
    ...page.mentions.flatMap((mention) => (mention.kind === 'operation' ? mentionErrors(mention, text) : [])),
  ];
}

function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSpan(value)) return [value];
  return Object.values(value).flatMap((part: unknown) => spansIn(part));
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
  return claims
    .map(({ span, claim, ...rest }) => {
      const raw = text.slice(span.start, span.end);
      return { raw: 'method' in rest ? raw.toUpperCase() : raw, claim };
    })
    .filter(({ raw, claim }) => raw !== claim && plainText(raw) !== claim && bare(raw) !== bare(claim))
    .map(({ raw, claim }) => `«${raw}» should be «${claim}»`);
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
