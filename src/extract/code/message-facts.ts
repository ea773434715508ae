import type { Claim, Direction, PayloadMention } from '../../model.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { readSample, type SampleValue } from '../sample/read-sample.ts';
import { isForm, readForm } from './form-sample.ts';

/** `Bearer $TOKEN` says of which kind the credential is, whatever stands for it. */
const SCHEME = /^[A-Za-z][\w-]{1,20}\s+\S/;

/** A header as it stands in a line of a message or in an option. */
export interface Header {
  readonly name: string;
  readonly nameText: SourceText;
  /** Without the white space around it. */
  readonly value: SourceText;
}

/** RFC 9110, 5.6.2 and 5.1: a token, a colon, a value. */
export function readHeader(line: SourceText): Header | undefined {
  const match = /^(\s*)([A-Za-z][\w.-]{0,100})(\s{0,4}:\s*)(?!\/\/)(?=\S|$)/.exec(line.text);
  if (!match) return undefined;
  const [all, lead = '', name = ''] = match;
  const start = lead.length;
  const end = Math.max(line.text.trimEnd().length, all.length);
  return { name, nameText: slice(line, start, start + name.length), value: slice(line, all.length, end) };
}

type FieldSource = 'curl' | 'http';

export function headerFact(source: FieldSource, { name, nameText, value }: Header): FactDraft {
  return {
    kind: 'field',
    source,
    span: wholeSpan(nameText),
    text: name,
    place: 'header',
    path: [name],
    claims: isPlaceholder(value.text) && !SCHEME.test(value.text) ? {} : { value: claimOf(value) },
    stance: 'claim',
  };
}

/** `Cookie: session=abc; theme=dark` and curl's `-b`. */
export function cookieFacts(source: FieldSource, value: SourceText): readonly FactDraft[] {
  return [...value.text.matchAll(/(?:^|;)\s{0,10}([\w.-]{1,100})=([^;\s]*)/g)].flatMap((match) => {
    const [all, name = '', content = ''] = match;
    if (isPlaceholder(name)) return [];
    const start = match.index + all.length - content.length - 1 - name.length;
    const contentText = slice(value, start + name.length + 1, start + name.length + 1 + content.length);
    const fact: FactDraft = {
      kind: 'field',
      source,
      span: spanOf(value, start, start + name.length),
      text: name,
      place: 'cookie',
      path: [name],
      claims: isPlaceholder(content) ? {} : { value: claimOf(contentText) },
      stance: 'claim',
    };
    return [fact];
  });
}

/** The media type of a `Content-Type`, without its parameters. */
export function mediaTypeOf(headers: readonly Header[]): Claim<string> | undefined {
  const value = headers.findLast(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const type = value && /^[\w.+*-]+\/[\w.+*-]+/.exec(value.text)?.[0];
  return type ? { value: type.toLowerCase(), span: spanOf(value, 0, type.length) } : undefined;
}

export interface BodyFacts {
  readonly source: Extract<PayloadMention['source'], 'curl' | 'http' | 'json'>;
  readonly direction: Direction;
  readonly mediaType?: Claim<string> | undefined;
}

/** The bodies that a text holds: JSON, or a form; nothing where it is neither, or not what its media type says. */
export function bodyFacts(text: SourceText, facts: BodyFacts): readonly FactDraft[] {
  const type = facts.mediaType?.value;
  if (/^\s*[{["]/.test(text.text)) {
    if (type?.startsWith('multipart/')) return [];
    return (readSample(text)?.values ?? []).map((value) => payloadFact(value, text, facts));
  }
  if (type !== undefined && !type.endsWith('/x-www-form-urlencoded')) return [];
  const form = isForm(text.text) ? readForm([text]) : undefined;
  return form ? [payloadFact({ value: form, fragment: false }, text, facts)] : [];
}

export function payloadFact(
  { value, fragment }: Pick<SampleValue, 'fragment' | 'value'>,
  { text }: SourceText,
  { source, direction, mediaType }: BodyFacts,
): FactDraft {
  return {
    kind: 'payload',
    source,
    span: value.span,
    text: firstLine(text),
    direction,
    value,
    ...(mediaType && { mediaType }),
    fragment,
    stance: 'claim',
  };
}

/** Enough to recognise a body by; all of it would double the page. */
export function firstLine(text: string): string {
  return /^\s*([^\n]{0,80})/.exec(text)?.[1]?.trimEnd() ?? '';
}

export function wholeSpan(text: SourceText) {
  return spanOf(text, 0, text.text.length);
}

function claimOf(value: SourceText): Claim<string> {
  return { value: value.text, span: wholeSpan(value) };
}
