import type { Direction, Setting } from '../../model.ts';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { contentTopic } from '../sample/content-topic.ts';
import { readSample } from '../sample/read-sample.ts';
import { headersIn } from './http-message.ts';
import { type Line, splitLines } from './lines.ts';
import { mediaTypeOf, payloadFact } from './message-facts.ts';
import type { Fence, RequestSample } from './request.ts';

/** What a fence shows of an answer, and which of its requests got it. */
export interface Answer {
  readonly fact: FactDraft;
  /** Index into the fence's requests. */
  readonly request?: number;
}

/** Status lines, and JSON on lines of its own, behind the requests of a fence or where it has none. */
export function readAnswers({ code }: Fence, requests: readonly RequestSample[]): readonly Answer[] {
  return gapsBetween(code.text, requests).flatMap(({ start, end, request }) => {
    const sample = request === undefined ? undefined : requests[request];
    const facts = readGap(slice(code, start, end), sample);
    return facts.map((fact) => ({ fact, ...(request !== undefined && { request }) }));
  });
}

/** Whether a fence without requests may show an answer. */
export function mayHoldAnswer(text: string): boolean {
  return /^[ \t]*(?:<[ \t]?)?HTTP\/\d/m.test(text);
}

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly request?: number;
}

function gapsBetween(text: string, requests: readonly RequestSample[]): readonly Gap[] {
  const known = requests.flatMap(({ extent }, request) => (extent ? [{ ...extent, request }] : []));
  // Several methods or addresses in one request share its answer; the first stands for them.
  const apart = known.filter(({ start }, index) => known[index - 1]?.start !== start);
  const behind = apart.map(({ end, request }, index) => ({
    start: end,
    end: Math.max(end, apart[index + 1]?.start ?? text.length),
    request,
  }));
  return requests.length === 0 ? [{ start: 0, end: text.length }] : behind;
}

// --------------------------------------------------------------------------------------------------- one gap

interface Reading {
  readonly code: SourceText;
  readonly lines: readonly Line[];
  readonly sample: RequestSample | undefined;
  /** Index of the next line. */
  next: number;
  blank: boolean;
  /** What was said last. */
  heard: { setting: Setting; direction?: Direction; mediaType?: ReturnType<typeof mediaTypeOf> };
}

/** Reads lines until one is no part of an answer: another command, a program, prose. */
function readGap(code: SourceText, sample: RequestSample | undefined): readonly FactDraft[] {
  const lines = splitLines(code.text);
  const reading: Reading = { code, lines, sample, next: 0, blank: false, heard: { setting: {} } };
  if (sample && !/^[\s;)"'`}]*(?:(?:#|\/\/).*)?$/.test(lines[0]?.text ?? '')) return [];
  if (sample) reading.next = 1;
  const facts: FactDraft[] = [];
  for (let line = lines[reading.next]; line; line = lines[reading.next]) {
    const read = readLine(reading, line);
    if (!read) break;
    facts.push(...read);
  }
  return facts;
}

function readLine(reading: Reading, line: Line): readonly FactDraft[] | undefined {
  reading.next++;
  const text = line.text.trim();
  if (text === '') {
    reading.blank = true;
    return [];
  }
  const status = readStatus(reading, line);
  if (status) return [status];
  if (/^[{[]/.test(text)) return readBody(reading, line);
  const label = labelOf(text);
  if (label !== undefined) {
    reading.heard = { setting: { words: label.slice(0, 200) }, ...directionOf(label) };
    return [];
  }
  // `curl -v` tells what it does.
  return reading.sample?.source === 'curl' && /^(?:[*<>](?:\s|$)|% Total|\s*\d+\s+\d+\s)/.test(text) ? [] : undefined;
}

const STATUS =
  /^([ \t]*(?:<[ \t]?)?HTTP\/\d(?:\.\d)?[ \t]{1,10})([1-5]\d\d)(?:([ \t]{1,10})([A-Za-z][A-Za-z' -]{0,40}))?[ \t]*$/;

/** `HTTP/1.1 404 Not Found` and the headers below it. */
function readStatus(reading: Reading, line: Line): FactDraft | undefined {
  const match = STATUS.exec(line.text);
  if (!match) return undefined;
  const [, lead = '', code = '', space = '', words = ''] = match;
  const start = line.start + lead.length;
  const reasonStart = start + code.length + space.length;
  const value = words.trimEnd();
  const headers = headersIn(reading.code, reading.lines.slice(reading.next, reading.next + 60), true);
  reading.next += headers.length;
  const topic = /^[45]/.test(code) ? { topic: 'error' as const } : {};
  reading.heard = { setting: { ...topic, status: code }, direction: 'response', mediaType: mediaTypeOf(headers) };
  return {
    kind: 'status',
    source: 'http',
    span: spanOf(reading.code, start, start + code.length),
    text: code,
    code,
    ...(value !== '' && { reason: { value, span: spanOf(reading.code, reasonStart, reasonStart + value.length) } }),
    stance: 'claim',
  };
}

function readBody(reading: Reading, line: Line): readonly FactDraft[] | undefined {
  const { code, lines, heard, sample } = reading;
  // Without a request only a status line says that this is an answer.
  if (!sample && heard.setting.status === undefined) return undefined;
  if (heard.mediaType && !/json/.test(heard.mediaType.value)) return undefined;
  const text = slice(code, line.start, code.text.length);
  const read = readSample(text, 1);
  const [value] = read?.values ?? [];
  if (!read?.tidy || !value) return undefined;
  const end = line.start + read.end;
  // What goes on behind it is a command or a program after all.
  const rest = code.text.slice(end, end + 200).split('\n', 1)[0] ?? '';
  if (!/^[\s,;%]*(?:(?:#|\/\/).*)?$/.test(rest)) return undefined;
  while ((lines[reading.next]?.start ?? end) < end) reading.next++;
  const direction = heard.direction ?? defaultDirection(reading);
  const source = sample?.source === 'curl' ? 'json' : 'http';
  const fact = payloadFact(value, text, { source, direction, mediaType: heard.mediaType });
  const setting = { ...contentTopic(value.value), ...heard.setting };
  return [Object.keys(setting).length > 0 ? { ...fact, setting } : fact];
}

/** A command prints its answer; below a request line only what no request can be is one. */
function defaultDirection({ sample, blank }: Reading): Direction {
  if (sample?.source === 'curl') return 'response';
  const bodiless = /^(?:GET|HEAD|DELETE)$/.test(sample?.method?.value ?? '');
  return sample?.source === 'request-line' && bodiless && blank ? 'response' : 'unknown';
}

/** A comment, or a line that holds nothing but such a word: `# Response`, `Output:`, `200 OK`. */
function labelOf(text: string): string | undefined {
  const comment = /^(?:#+|\/\/|--+|=+>|→)\s*(.*?)[\s#=:-]*$/.exec(text.slice(0, 300));
  if (comment) return comment[1];
  return /^(?:(?:example|sample|the|server|json)\s)?(?:response|output|result|answer|returns?|request body)(?:\s\W?\d{3}\W?)?(?:\s\w+)?:?$/i.test(
    text,
  )
    ? text.replace(/:$/, '')
    : undefined;
}

function directionOf(label: string): { direction?: Direction } {
  if (/\b(?:responses?|returns?|output|results?|answers?|prints)\b/i.test(label)) return { direction: 'response' };
  return /\b(?:request|body|payload|sends?)\b/i.test(label) ? { direction: 'request' } : {};
}
