import { type SourceText, slice } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { readSample } from '../sample/read-sample.ts';
import type { Line } from './lines.ts';
import {
  bodyFacts,
  cookieFacts,
  type Header,
  headerFact,
  mediaTypeOf,
  payloadFact,
  readHeader,
} from './message-facts.ts';

/** What stands below a request line, up to the next one. */
export interface MessagePlace {
  readonly code: SourceText;
  readonly lines: readonly Line[];
  readonly method: string;
  /** The fence is HTTP, or the request line says so: whatever looks like a header is one. */
  readonly raw: boolean;
}

export interface Message {
  readonly facts: readonly FactDraft[];
  /** Behind the last header or the body, as an index into the fence's text; nothing where there is neither. */
  readonly end?: number;
}

/** The headers and the body of a request (RFC 9112, 2.1); consoles put the body right below the request line. */
export function readMessage({ code, lines, method, raw }: MessagePlace): Message {
  const headers = headersIn(code, lines, raw);
  const last = lines[headers.length - 1];
  const facts = headers.flatMap((header) => [
    ...(header.value.text === '' ? [] : [headerFact('http', header)]),
    ...(header.name.toLowerCase() === 'cookie' ? cookieFacts('http', header.value) : []),
  ]);
  const sent = bodyIn({
    code,
    lines: lines.slice(headers.length),
    headers,
    strict: !raw && headers.length === 0,
    method,
  });
  const end = sent?.end ?? (last && last.start + last.text.length);
  return { facts: [...facts, ...(sent?.facts ?? [])], ...(end !== undefined && { end }) };
}

/** Words that end a line with a colon in any text; a list of request lines may be annotated with them. */
const PLAIN_HEADER =
  /^(?:accept|authorization|connection|cookie|date|etag|expect|from|host|origin|range|referer|upgrade|via)$/i;

/** The header of each line from the first on. */
export function headersIn(code: SourceText, lines: readonly Line[], any: boolean): readonly Header[] {
  const headers: Header[] = [];
  for (const line of lines.slice(0, 60)) {
    const lead = /^[ \t]*(?:[<>][ \t]+)?/.exec(line.text)?.[0].length ?? 0;
    const header = readHeader(slice(code, line.start + lead, line.start + line.text.length));
    if (!header || !(any || header.name.includes('-') || PLAIN_HEADER.test(header.name))) break;
    headers.push(header);
  }
  return headers;
}

interface BodyPlace {
  readonly code: SourceText;
  readonly lines: readonly Line[];
  readonly headers: readonly Header[];
  /** Nothing says that this is HTTP: what stands behind an empty line may as well be the answer. */
  readonly strict: boolean;
  readonly method: string;
}

function bodyIn({ code, lines, headers, strict, method }: BodyPlace): Required<Message> | undefined {
  const at = lines.findIndex(({ text }) => text.trim() !== '');
  const [first, last] = [lines[at], lines.at(-1)];
  if (!first || !last || (at > 0 && (strict || /^(?:GET|HEAD)$/.test(method)))) return undefined;
  const facts = { source: 'http', direction: 'request', mediaType: mediaTypeOf(headers) } as const;
  if (/^\s*[{[]/.test(first.text)) {
    const text = slice(code, first.start, last.start + last.text.length);
    const sample = readSample(text, 1);
    const [value] = sample?.values ?? [];
    return value && sample?.tidy
      ? { facts: [payloadFact(value, text, facts)], end: first.start + sample.end }
      : undefined;
  }
  if (at === 0) return undefined;
  // Writers break a form before each `&`, so that it can be read.
  const goesOn = lines.slice(at + 1).findIndex(({ text }) => !/^[ \t]*&/.test(text));
  const final = (goesOn < 0 ? last : lines[at + goesOn]) ?? first;
  const end = final.start + final.text.length;
  const form = bodyFacts(slice(code, first.start, end), facts);
  return form.length > 0 ? { facts: form, end } : undefined;
}
