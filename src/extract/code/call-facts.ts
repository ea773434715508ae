import type { Claim, FieldMention, Sample, SampleMember, Setting, Span, Stance } from '../../model.ts';
import type { FactDraft } from '../extractor.ts';

/** What a call sends, as far as the code shows it. */
export interface SentParts {
  readonly headers?: Sample | undefined;
  readonly query?: Sample | undefined;
  readonly cookies?: Sample | undefined;
  readonly body?: SentBody | undefined;
  /** Where the code states credentials in another way than by a header. */
  readonly credentials?: Claim<string> | undefined;
}

export interface SentBody {
  readonly value: Sample;
  /** The expression, of which the first line is enough to tell it by. */
  readonly text: string;
  /** What the code makes of it, where no header says otherwise. */
  readonly mediaType?: Claim<string> | undefined;
  /** It is sent as a form, unless a header says otherwise. */
  readonly form?: boolean;
}

/** The headers, parameters and the body of a call as facts. */
export function sentFacts(parts: SentParts, stance: Stance): readonly FactDraft[] {
  const { headers, query, cookies, body, credentials } = parts;
  const stated = contentType(headers);
  return [
    ...membersOf(headers).map((member) => field('header', member, stance)),
    ...(credentials ? [credentialsFact(credentials, stance)] : []),
    ...membersOf(cookies).map((member) => field('cookie', member, stance)),
    ...membersOf(query).map((member) => field('query', member, stance)),
    ...(body && body.value.kind !== 'unknown' ? [payload(body, stated, stance)] : []),
  ];
}

/** `auth=(user, password)` sends an `Authorization` header without naming it. */
function credentialsFact({ value, span }: Claim<string>, stance: Stance): FactDraft {
  const form = { kind: 'field', source: 'call', place: 'header', path: ['Authorization'] } as const;
  return { ...form, span, text: value, claims: {}, stance };
}

function field(place: FieldMention['place'], { name, nameSpan, value }: SampleMember, stance: Stance): FactDraft {
  const claim = valueClaim(place, value);
  return {
    kind: 'field',
    source: 'call',
    span: nameSpan,
    text: name,
    place,
    path: [name],
    claims: claim ? { value: claim } : {},
    stance,
  };
}

function payload(body: SentBody, stated: Claim<string> | undefined, stance: Stance): FactDraft {
  const { value, text, mediaType, form = false } = body;
  const type = stated ?? mediaType;
  const isForm = type ? /urlencoded|form-data/.test(type.value) : form;
  const shown = isForm ? asForm(value) : value;
  return {
    kind: 'payload',
    source: 'call',
    span: shown.span,
    text: text.slice(0, 80).split('\n', 1)[0] ?? '',
    direction: 'request',
    value: shown,
    ...(type && { mediaType: type }),
    fragment: false,
    stance,
  };
}

function membersOf(sample: Sample | undefined): readonly SampleMember[] {
  return sample?.kind === 'object' ? sample.members : [];
}

function contentType(headers: Sample | undefined): Claim<string> | undefined {
  const member = membersOf(headers).find(({ name }) => name.toLowerCase() === 'content-type');
  return member?.value.kind === 'string' ? { value: member.value.text, span: member.value.span } : undefined;
}

/** Forms hold texts: nothing in them has a type. */
export function asForm(value: Sample): Sample {
  switch (value.kind) {
    case 'object':
      return { ...value, members: value.members.map((member) => ({ ...member, value: asForm(member.value) })) };
    case 'array':
      return { ...value, items: value.items.map(asForm) };
    case 'string':
    case 'number':
    case 'boolean':
      return { ...value, kind: 'text' };
    case 'null':
    case 'text':
    case 'unknown':
      return value;
  }
}

/** The value, unless the reader is to fill it in; of a header also the scheme in front of what is filled in. */
function valueClaim(place: FieldMention['place'], value: Sample): Claim<string> | undefined {
  if (value.kind === 'unknown') {
    const scheme = place === 'header' ? schemeIn(value.text) : undefined;
    return scheme === undefined ? undefined : { value: scheme, span: value.span };
  }
  if (!('text' in value) || value.kind === 'null' || isPlaceholder(value.text)) return undefined;
  return { value: value.text, span: value.span };
}

/** Of `` `Bearer ${token}` `` and `'Bearer ' + token` what stands between the first quote marks, where it starts with a scheme. */
function schemeIn(text: string): string | undefined {
  const open = /^[a-zA-Z]{0,2}(["'`])/.exec(text);
  const start = open?.[0].length ?? 0;
  const end = open?.[1] === undefined ? -1 : text.indexOf(open[1], start);
  const inside = text.slice(start, end < 0 ? undefined : end);
  return open && /^[A-Za-z][\w-]{2,20} /.test(inside) ? inside : undefined;
}

/** `YOUR_KEY`, `<id>`, `{id}`, `${id}`, `...`: what the reader puts there the guide does not say. */
function isPlaceholder(text: string): boolean {
  return (
    (text === '' ||
      /^[<{[$%].*[>}\]%]$|^\$|\.{3}|…|[<{]\w+[>}]$|^(?:your|my)[\s_-]|^x{3,}$/i.test(text.slice(0, 300)) ||
      // A scheme in front tells something.
      /^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(text)) &&
    !/^[A-Z][a-z]+ \S/.test(text)
  );
}

/** A field that the code takes out of an answer. */
export function readFact(read: {
  readonly path: readonly string[];
  readonly span: Span;
  readonly setting?: Setting | undefined;
  readonly stance: Stance;
}): FactDraft {
  const { path, span, setting, stance } = read;
  const form = { kind: 'field', source: 'read', place: 'response' } as const;
  return { ...form, span, text: path.at(-1) ?? '', path, claims: {}, stance, ...(setting && { setting }) };
}

export function statusFact(code: string, span: Span, stance: Stance): FactDraft {
  return { kind: 'status', source: 'read', span, text: code, code, stance };
}

/** What the condition around a read says of the answer, as `if (!response.ok)`; `met` on its first branch. */
export function settingOf(condition: string, met: boolean): Setting | undefined {
  const text = condition.slice(0, 200);
  const equal = /status(?:_?code)?\s*={2,3}\s*([1-5]\d\d)\b/i.exec(text)?.[1];
  if (equal !== undefined && met) return { ...(/^[45]/.test(equal) && { topic: 'error' }), status: equal };
  const refused =
    /(?:!|\bnot\s+)\(?[\w.]{1,60}\.ok\b|status(?:_?code)?\s*(?:!={1,2}\s*2\d\d|>=?\s*(?:299|[34]\d\d))/i.test(text);
  const accepted =
    equal?.startsWith('2') || /^\W{0,5}[\w.]{1,60}\.ok\W{0,5}$|status(?:_?code)?\s*<=?\s*(?:299|300|400)/i.test(text);
  return (met ? refused : accepted && !refused) ? { topic: 'error' } : undefined;
}
