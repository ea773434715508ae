import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Sample, SampleMember } from '../../model.ts';
import { type SourceText, spanOf } from '../../text/source-text.ts';

/** A part of a text which an expression fills in. */
export interface Hole {
  readonly start: number;
  readonly end: number;
}

/** The object or list that a string of JSON shows; nothing for other texts. Whatever an expression fills in is unknown. */
export function jsonLiteral(source: SourceText, holes: readonly Hole[] = []): Sample | undefined {
  if (!/^\s*[[{]/.test(source.text) || source.text.length > 100_000 || isDeep(source.text)) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(masked(source.text, holes), errors, { allowTrailingComma: true });
  return root && errors.length === 0 ? sampleOf(source, root, { holes, depth: 0 }) : undefined;
}

/** The parser calls itself for each level, and gives up with an exception. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    if (depth > 200) return true;
  }
  return false;
}

/** A number may stand wherever a hole does: in a string, or for a value of its own. */
function masked(text: string, holes: readonly Hole[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of holes) {
    masked += text.slice(from, start) + '0'.padEnd(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

interface JsonPlace {
  readonly holes: readonly Hole[];
  readonly depth: number;
}

function sampleOf(source: SourceText, node: Node, place: JsonPlace): Sample {
  const { offset, length, children = [] } = node;
  const span = spanOf(source, offset, offset + length);
  const inner: JsonPlace = { ...place, depth: place.depth + 1 };
  const text = source.text.slice(offset, offset + length);
  const unknown = (end: number): Sample => ({
    kind: 'unknown',
    span: spanOf(source, offset, end),
    text: source.text.slice(offset, Math.min(end, offset + 200)),
  });
  if (place.depth > 30) return unknown(offset + length);
  const hole = place.holes.find(({ start, end }) => start < offset + length && offset < end);
  if (hole && !node.children) return unknown(Math.max(offset + length, hole.end));
  switch (node.type) {
    case 'object':
      return {
        kind: 'object',
        span,
        members: children.flatMap((child) => memberOf(source, child, inner)),
        open: false,
      };
    case 'array':
      return { kind: 'array', span, items: children.map((child) => sampleOf(source, child, inner)), open: false };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: node.type, span, text };
    case 'string':
    case 'property':
      return {
        kind: 'string',
        span: spanOf(source, offset + 1, offset + length - 1),
        text: typeof node.value === 'string' ? node.value : text,
      };
  }
}

function memberOf(source: SourceText, property: Node, place: JsonPlace): readonly SampleMember[] {
  const [key, value] = property.children ?? [];
  if (!key || !value || typeof key.value !== 'string') return [];
  const nameSpan = spanOf(source, key.offset + 1, key.offset + key.length - 1);
  return [{ name: key.value, nameSpan, value: sampleOf(source, value, place) }];
}
