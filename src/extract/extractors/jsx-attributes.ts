import { parser } from '@lezer/javascript';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { joined, type SourceText, slice } from '../../text/source-text.ts';
import { offsetsOf } from '../lift.ts';

/**
 * An attribute of a JSX element: `value` where it is a plain string, `expression` where it is code in braces, `flag`
 * where it is its name alone.
 */
export interface Attribute {
  readonly name: string;
  readonly flag?: SourceText;
  readonly value?: SourceText;
  readonly expression?: SourceText;
}

/** The attributes with the place of their values. Engines do not agree on positions of attributes, so the source is searched. */
export function attributesOf(node: MdxJsxFlowElement | MdxJsxTextElement, doc: SourceText): Attribute[] {
  const { start, end } = offsetsOf(node);
  const source = slice(doc, start, end);
  const attributes: Attribute[] = [];
  let from = (node.name?.length ?? 0) + 1;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { name, value } = attribute;
    const text = typeof value === 'object' && value !== null ? value.value : value;
    if (text === null || text === undefined) {
      const flag = patternsOf(name).flag.exec(source.text.slice(from));
      if (flag) attributes.push({ name, flag: slice(source, from + flag.index, from + flag.index + name.length) });
      continue;
    }
    const at = patternsOf(name).start.exec(source.text.slice(from));
    if (!at) continue;
    const open = from + at.index + at[0].length;
    const place = placeOf(text, source, open);
    from = place ? open + text.length : open;
    if (!place) continue;
    attributes.push(
      typeof value === 'string' ? { name, value: place } : { name, expression: place, ...stringIn(place) },
    );
  }
  return attributes;
}

/**
 * Where the value stands. Engines take the indentation of its lines away, so each line is looked for behind the one before;
 * a value with character references differs from its source, and has no exact place.
 */
function placeOf(value: string, source: SourceText, from: number): SourceText | undefined {
  const pieces: SourceText[] = [];
  let at = from;
  for (const line of value.split(/(?<=\n)/)) {
    const text = pieces.length === 0 ? line : line.trimStart();
    const start = source.text.indexOf(text.trimEnd(), at);
    if (start < 0 || start > at + 200) return undefined;
    pieces.push(slice(source, start, start + text.length));
    at = start + text.trimEnd().length;
  }
  return joined(pieces);
}

/** `{"GET /x"}` is a string all the same. */
function stringIn(expression: SourceText): { value?: SourceText } {
  const match = /^\s*(["'`])([^"'`$]*)\1\s*$/.exec(expression.text);
  if (!match) return {};
  const start = expression.text.indexOf(match[1] ?? '') + 1;
  return { value: slice(expression, start, start + (match[2]?.length ?? 0)) };
}

/** The `method` and `path` of each object literal in `[{ method: 'get', path: '/harvests' }]`. */
export function objectsIn(expression: SourceText): { method?: SourceText; path?: SourceText }[] {
  // In parentheses, so that a brace opens an object and not a block.
  const tree = parser.parse(`(${expression.text})`);
  const objects: { method?: SourceText; path?: SourceText }[] = [];
  const text = (from: number, to: number) => slice(expression, from - 1, to - 1);
  tree.iterate({
    enter(node) {
      if (node.name === 'ObjectExpression') objects.push({});
      if (node.name !== 'Property') return;
      const [key, value] = [node.node.firstChild, node.node.lastChild];
      const current = objects.at(-1);
      if (!key || value?.name !== 'String' || !current) return;
      const name = text(key.from, key.to).text.replace(/["']/g, '');
      if (name === 'method' || name === 'path') current[name] = text(value.from + 1, value.to - 1);
    },
  });
  return objects;
}

interface Patterns {
  readonly flag: RegExp;
  readonly start: RegExp;
}

const knownPatterns = new Map<string, Patterns>();

/** The name of an attribute alone, and with the beginning of its value: sites have a few names and thousands of attributes. */
function patternsOf(name: string): Patterns {
  const escaped = escapePattern(name);
  const patterns = knownPatterns.get(name) ?? {
    flag: new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`),
    start: new RegExp(String.raw`(?<![\w-])${escaped}\s*=\s*["'{]`),
  };
  knownPatterns.set(name, patterns);
  return patterns;
}

function escapePattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
