import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type { Span } from '../../model.ts';
import type { Literal, LiteralMember } from './literal.ts';

/** Aliases may stand within one another; no configuration is that deep, or that long once they are unfolded. */
const DEEPEST = 100;
const MOST_NODES = 100_000;
/** To find the anchor of an alias, the parser looks through the file. */
const ALIAS_COST = 300;

/**
 * The value a YAML file holds; nothing where it is broken. What has a tag of its own, as `!ENV` and `!!python/name:`, is unknown;
 * a key that is there twice is none of our business.
 */
export function readYamlLiteral(text: string): Literal | undefined {
  const document = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  return literalOf(document.contents, { document, text, depth: 0, budget: { left: MOST_NODES } });
}

interface YamlPlace {
  readonly document: Document;
  readonly text: string;
  readonly depth: number;
  readonly budget: { left: number };
}

function literalOf(node: unknown, place: YamlPlace): Literal {
  const { document, depth, budget } = place;
  const span = spanOf(node);
  budget.left -= isAlias(node) ? ALIAS_COST : 1;
  if (depth > DEEPEST || budget.left < 0) return { kind: 'unknown', span };
  const inner = { ...place, depth: depth + 1 };
  if (isAlias(node)) return literalOf(node.resolve(document), inner);
  if (!isNode(node)) return { kind: 'scalar', span, value: null };
  if (hasOwnTag(node)) return { kind: 'unknown', span };
  if (isMap(node)) {
    const members = node.items.flatMap(({ key, value }) => memberOf(key, value, inner));
    return { kind: 'object', span, members, open: false };
  }
  if (isSeq(node)) return { kind: 'array', span, items: node.items.map((item) => literalOf(item, inner)), open: false };
  return isScalar(node) ? scalarOf(node, place) : { kind: 'unknown', span };
}

function memberOf(key: unknown, value: unknown, place: YamlPlace): readonly LiteralMember[] {
  if (!isScalar(key)) return [];
  return [{ key: String(key.value), keySpan: contentOf(key), value: literalOf(value, place) }];
}

function scalarOf(scalar: Scalar, { text }: YamlPlace): Literal {
  const { value } = scalar;
  const span = contentOf(scalar);
  if (typeof value === 'string') return { kind: 'string', span, value };
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'scalar', span, value };
  if (value === null || value === undefined) return { kind: 'scalar', span, value: null };
  // Dates and other rich values, which a file name may look like.
  return { kind: 'string', span, value: text.slice(span.start, span.end) };
}

function hasOwnTag({ tag }: Node): boolean {
  return tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null|timestamp)$/.test(tag);
}

/** Where the text of a scalar lies, without its quotes. */
function contentOf(scalar: Scalar): Span {
  const { start, end } = spanOf(scalar);
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  return quoted && end - start > 1 ? { start: start + 1, end: end - 1 } : { start, end };
}

function spanOf(node: unknown): Span {
  const [start, end] = isNode(node) && node.range ? node.range : [0, 0];
  return { start, end };
}
