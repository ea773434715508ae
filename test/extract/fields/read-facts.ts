import type { Claim, FieldMention, StatusMention } from '../../../src/model.ts';
import { cut, readPage } from '../read-page.ts';

type Reading = Parameters<typeof readPage>[1];

export function fieldsOf(text: string, reading?: Reading): readonly FieldMention[] {
  return readPage(text, reading).mentions.filter((mention) => mention.kind === 'field');
}

export function statusesOf(text: string, reading?: Reading): readonly StatusMention[] {
  return readPage(text, reading).mentions.filter((mention) => mention.kind === 'status');
}

/**
 * The page's fields, one a line: place and path, then the claims, each `name=what the page says`, then what is unlike
 * a claim.
 */
export function fieldsIn(text: string, reading?: Reading): readonly string[] {
  return fieldsOf(text, reading).map(({ place, path, claims, stance }) => {
    const { type, required, deprecated, default: initial, values, exhaustive, value } = claims;
    const say = (name: string, claim: Claim<unknown> | undefined) => (claim ? [`${name}=${claim.value}`] : []);
    return [
      `${place} ${path.join('.')}`,
      ...say('type', type),
      ...say('required', required),
      ...say('deprecated', deprecated),
      ...say('default', initial),
      ...say('value', value),
      ...(values ? [`values=${values.map(({ value: each }) => each).join('|')}${exhaustive ? '!' : ''}`] : []),
      ...(stance === 'claim' ? [] : [stance]),
    ].join(' ');
  });
}

/** `code`, the reason phrase, the stance where it is no claim. */
export function statusesIn(text: string, reading?: Reading): readonly string[] {
  return statusesOf(text, reading).map(({ code, reason, stance }) =>
    [code, ...(reason ? [reason.value] : []), ...(stance === 'claim' ? [] : [stance])].join(' '),
  );
}

/** What the page holds at the spans of a field's name and claims. */
export function coveredBy({ span, claims }: FieldMention, text: string): Readonly<Record<string, string>> {
  const { values, exhaustive: _, ...rest } = claims;
  const spans = Object.entries(rest).map(([name, claim]) => [name, cut(text, claim.span)] as const);
  return {
    name: cut(text, span),
    ...Object.fromEntries(spans),
    ...(values && { values: values.map((value) => cut(text, value.span)).join(' ') }),
  };
}
