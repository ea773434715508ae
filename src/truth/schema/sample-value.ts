import type { Sample } from '../../model.ts';

/** Whether a value as written can be of one of these JSON types; none means any. */
export function suitsTypes(sample: Sample, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => suitsType(sample, type));
}

function suitsType(sample: Sample, type: string): boolean {
  switch (sample.kind) {
    case 'unknown':
      return true;
    case 'number':
      return type === 'number' || (type === 'integer' && mayBeInteger(sample.text));
    case 'text':
      return suitsText(sample.text.trim(), type);
    case 'object':
    case 'array':
    case 'string':
    case 'boolean':
    case 'null':
      return type === sample.kind;
  }
}

/** `1.0` is an integer in JSON. What JavaScript or Python alone can read as a number is let pass. */
function mayBeInteger(text: string): boolean {
  const value = Number(text);
  return Number.isNaN(value) || Number.isInteger(value);
}

/** Forms and query strings write everything as text. */
function suitsText(text: string, type: string): boolean {
  if (type === 'integer') return /^[+-]?\d+$/.test(text);
  if (type === 'number') return text !== '' && !Number.isNaN(Number(text));
  if (type === 'boolean') return /^(?:true|false|yes|no|on|off|0|1)$/i.test(text);
  if (type === 'null') return /^(?:null|none|)$/i.test(text);
  return true;
}

/** Whether a value as written is this value of the spec: strings exactly, numbers by what they are worth. */
export function equalsValue(text: string, value: unknown): boolean {
  if (typeof value === 'string') return value === text;
  if (typeof value === 'boolean') return String(value) === text.toLowerCase();
  return String(value) === text || (typeof value === 'number' && text.trim() !== '' && Number(text) === value);
}

/** A value of the spec as one would write it. */
export function printValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
