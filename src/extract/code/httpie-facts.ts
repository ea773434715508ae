import type { QueryMention, Sample, SampleMember } from '../../model.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { type SourceText, slice } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { readSample } from '../sample/read-sample.ts';
import type { GivenOption } from './curl-options.ts';
import { formOf, textSample } from './form-sample.ts';
import { bodyFacts, headerFact, payloadFact, wholeSpan } from './message-facts.ts';

interface Items {
  readonly query: readonly QueryMention[];
  readonly facts: readonly FactDraft[];
}

/** What `name=value`, `name:=json`, `name==query` and `Name:value` say (HTTPie, "Request items"). */
export function readItems(items: readonly SourceText[], options: readonly GivenOption[]): Items {
  const form = options.some(({ name }) => /^(?:-f|--form|--multipart)$/.test(name));
  const raw = options.find(({ name }) => name === '--raw')?.value;
  const query: QueryMention[] = [];
  const facts: FactDraft[] = [];
  const members: SampleMember[] = [];
  let open = false;
  for (const item of items) {
    const { name, separator, value } = splitItem(item) ?? {};
    if (!name || !value) continue;
    const nameSpan = wholeSpan(name);
    if (separator === '==')
      query.push({ name: name.text, span: nameSpan, value: value.text, valueSpan: wholeSpan(value) });
    else if (separator === ':') facts.push(headerFact('curl', { name: name.text, nameText: name, value }));
    // `tree[kind]=apple` nests; which object it makes is not spelled out.
    else if (!form && /[[\]]/.test(name.text)) open = true;
    else members.push({ name: name.text, nameSpan, value: itemValue(separator ?? '', value, form) });
  }
  const body = formOf(members);
  const [first] = items;
  if (body?.kind === 'object' && first)
    facts.push(payloadFact({ value: { ...body, open }, fragment: false }, first, SENT));
  return { query, facts: raw ? [...facts, ...bodyFacts(raw, SENT)] : facts };
}

const SENT = { source: 'curl', direction: 'request' } as const;

function splitItem(item: SourceText): { name: SourceText; separator: string; value: SourceText } | undefined {
  const match = /^([A-Za-z_][\w.[\]-]{0,100})(:=@|:=|==|=@|=|:|@)/.exec(item.text);
  if (!match) return undefined;
  const [all, name = '', separator = ''] = match;
  return { name: slice(item, 0, name.length), separator, value: slice(item, all.length, item.text.length) };
}

function itemValue(separator: string, value: SourceText, form: boolean): Sample {
  if (separator === ':=') return jsonValue(value);
  if (separator === '=' && form) return textSample(value);
  const spelled = separator === '=' && !isPlaceholder(value.text);
  return { kind: spelled ? 'string' : 'unknown', span: wholeSpan(value), text: value.text };
}

function jsonValue(value: SourceText): Sample {
  const { text } = value;
  const span = wholeSpan(value);
  const whole = readSample(value);
  if (whole?.values[0]) return whole.values[0].value;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { kind: 'number', span, text };
  if (/^(?:true|false)$/.test(text)) return { kind: 'boolean', span, text };
  return { kind: text === 'null' ? 'null' : 'unknown', span, text };
}
