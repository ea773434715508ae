import type { Span } from '../../model.ts';

/**
 * A value as a configuration file writes it out, with its place there; the same for JavaScript, JSON and YAML. `open` says that
 * code or a file elsewhere may add to it.
 */
export type Literal =
  | LiteralString
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: number | boolean | null | undefined }
  | LiteralArray
  | LiteralObject
  /** What only running the file would tell. */
  | { readonly kind: 'unknown'; readonly span: Span };

/** Its span leaves the quotes out. */
export interface LiteralString {
  readonly kind: 'string';
  readonly span: Span;
  readonly value: string;
}

export interface LiteralArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly Literal[];
  readonly open: boolean;
}

export interface LiteralObject {
  readonly kind: 'object';
  readonly span: Span;
  readonly members: readonly LiteralMember[];
  readonly open: boolean;
}

export interface LiteralMember {
  readonly key: string;
  /** Without quotes. */
  readonly keySpan: Span;
  readonly value: Literal;
}

/** The value of a key; of several, the last, which is the one that holds. */
export function memberOf(literal: Literal | undefined, key: string): Literal | undefined {
  return literal?.kind === 'object' ? literal.members.findLast((member) => member.key === key)?.value : undefined;
}

/** The text under a key. */
export function stringOf(literal: Literal | undefined, key: string): string | undefined {
  const value = memberOf(literal, key);
  return value?.kind === 'string' ? value.value : undefined;
}

/** The items of a list; none of any other value. */
export function itemsOf(literal: Literal | undefined): readonly Literal[] {
  return literal?.kind === 'array' ? literal.items : [];
}
