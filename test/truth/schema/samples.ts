import type { Sample } from '../../../src/model.ts';

/** A parsed value as a sample; its spans are those of a text that holds nothing else. */
export function sampleOf(value: unknown): Sample {
  const span = { start: 0, end: 0 };
  if (Array.isArray(value)) return { kind: 'array', span, items: value.map(sampleOf), open: false };
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => ({ name, nameSpan: span, value: sampleOf(member) }));
    return { kind: 'object', span, members, open: false };
  }
  const text = String(value);
  switch (typeof value) {
    case 'string':
      return { kind: 'string', span, text };
    case 'number':
      return { kind: 'number', span, text };
    case 'boolean':
      return { kind: 'boolean', span, text };
    default:
      return { kind: value === null ? 'null' : 'unknown', span, text };
  }
}

/** A form or a query string, whose values have no types. */
export function formSample(values: Readonly<Record<string, string>>): Sample {
  const span = { start: 0, end: 0 };
  const members = Object.entries(values).map(([name, text]) => ({
    name,
    nameSpan: span,
    value: { kind: 'text' as const, span: { start: 0, end: text.length }, text },
  }));
  return { kind: 'object', span, members, open: false };
}
