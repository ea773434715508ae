import type { Sample, SampleMember } from '../../model.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';

const PAIR = /^[A-Za-z_][\w.[\]-]{0,100}=/;

/** `kind=apple&age=12`; other text with an equals sign in it is none. */
export function isForm(text: string): boolean {
  const trimmed = text.trim();
  return (
    trimmed !== '' &&
    !/[{}<>\n]/.test(trimmed.slice(0, 1)) &&
    trimmed.split('&').every((pair) => PAIR.test(pair.trim()))
  );
}

/** The members of all texts, in their order, as one body. */
export function readForm(texts: readonly SourceText[]): Sample | undefined {
  return formOf(texts.flatMap(pairsIn));
}

export function formOf(members: readonly SampleMember[]): Sample | undefined {
  if (members.length === 0) return undefined;
  const starts = members.map(({ nameSpan }) => nameSpan.start);
  const ends = members.map(({ value, nameSpan }) => Math.max(value.span.end, nameSpan.end));
  // A variable may have been assigned anywhere above.
  const span = { start: starts.reduce((a, b) => Math.min(a, b)), end: ends.reduce((a, b) => Math.max(a, b)) };
  return { kind: 'object', span, members, open: false };
}

function pairsIn(text: SourceText): SampleMember[] {
  let start = 0;
  return text.text.split('&').flatMap((pair) => {
    const from = start + (pair.length - pair.trimStart().length);
    start += pair.length + 1;
    return memberOf(slice(text, from, from + pair.trim().length)) ?? [];
  });
}

/** `name=value` */
export function memberOf(pair: SourceText): SampleMember | undefined {
  const equals = pair.text.indexOf('=');
  if (equals < 1) return undefined;
  return {
    name: pair.text.slice(0, equals),
    nameSpan: spanOf(pair, 0, equals),
    value: textSample(slice(pair, equals + 1, pair.text.length)),
  };
}

/** A value says something only where it is spelled out. */
export function textSample(value: SourceText): Sample {
  const kind = value.text !== '' && isPlaceholder(value.text) ? 'unknown' : 'text';
  return { kind, span: spanOf(value, 0, value.text.length), text: value.text };
}
