import type { QueryMention } from '../model.ts';
import { holdsPlaceholder } from '../text/placeholder.ts';
import type { FactDraft, MentionDraft } from './extractor.ts';

/** What an address says of query parameters: that they are there, and a value where a concrete one stands. */
export function queryFacts({ source, target, stance, block }: MentionDraft): readonly FactDraft[] {
  return (target?.query ?? [])
    .filter((query) => !standsForNames(query))
    .map(({ name, span, value, valueSpan }) => ({
      kind: 'field',
      source: source === 'curl' ? 'curl' : 'url',
      span,
      text: name,
      place: 'query',
      path: [name],
      claims: value !== undefined && valueSpan && isConcrete(value) ? { value: { value, span: valueSpan } } : {},
      stance,
      ...(block !== undefined && { block }),
    }));
}

/** `?:filter`, `?[options]`, `?PARAMS`, `?key=value`: the reader knows that another name belongs there. */
function standsForNames({ name, value }: QueryMention): boolean {
  return (
    /^[:[@.]/.test(name) ||
    (value === undefined && /^[A-Z][A-Z0-9_]*$/.test(name)) ||
    (value === name && /^[a-z]+$/.test(name)) ||
    /^(?:param(?:eter)?|key|query|name|foo)\d?=(?:val(?:ue)?|bar)\d?$/.test(`${name}=${value}`)
  );
}

/** An escaped value is not spelled out, so it has no exact text. */
function isConcrete(value: string): boolean {
  return !/[%+]/.test(value) && !holdsPlaceholder(value);
}
