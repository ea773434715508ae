import type { SyntaxNode } from '@lezer/common';
import type { Range } from './lifted-text.ts';

/** What a name stands for from one place of a sample on. */
export interface Definition {
  readonly name: string;
  /** Where the statement that gives the name its value ends. */
  readonly from: number;
  /** The statements that surely run after it, as those of one branch of an `if`. */
  readonly block: Range;
  /** The loops around it: what comes later in one may come before what stands higher up. */
  readonly loops: readonly Range[];
  readonly meaning: Meaning;
}

/** `steps` lead into the value, as those of `const { data: { id } } = value`; `[]` is a step into a list. */
export type Meaning =
  | { readonly kind: 'value' | 'item'; readonly node: SyntaxNode; readonly steps: readonly string[] }
  | {
      readonly kind: 'parameter';
      readonly owner: SyntaxNode;
      readonly index: number;
      readonly steps: readonly string[];
    }
  | { readonly kind: 'function'; readonly node: SyntaxNode }
  | { readonly kind: 'other' };

/** What a sample does to the value of a name after it was made. */
export interface Change {
  readonly from: number;
  /** `member`: `body.name = value`. `call`: `form.append(…)`, `url.searchParams.set(…)`. `unclear`: anything deeper. */
  readonly kind: 'member' | 'call' | 'unclear';
  readonly node: SyntaxNode;
  /** The method of a call, with the property on which it is called, as in `searchParams.set`. */
  readonly method?: string;
}

/** The kinds of nodes that matter for where a name holds. */
export interface ScopeSyntax {
  /** Nodes that have names of their own. */
  readonly scopes: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly loops: ReadonlySet<string>;
  /** Whether a node may be skipped while what stands around it runs. */
  readonly conditional: (node: SyntaxNode, parent: SyntaxNode) => boolean;
}

/** All names of a sample, by the scopes in which they hold. */
export interface Names {
  readonly syntax: ScopeSyntax;
  readonly scopes: Map<string, Map<string, Definition[]>>;
  readonly changes: Map<Definition, Change[]>;
}

/** Nothing that a guide shows is nested deeper. */
const DEEPEST = 200;

/** A name that is defined more often belongs to no guide. */
const MOST_DEFINITIONS = 100;

/** Nor does any change a value more often; what comes after is only noted to be there. */
const MOST_CHANGES = 100;

export function createNames(syntax: ScopeSyntax): Names {
  return { syntax, scopes: new Map(), changes: new Map() };
}

/** Adds a definition to the innermost scope around `place`, or to the one that has the name already. */
export function define(
  names: Names,
  place: SyntaxNode,
  definition: Pick<Definition, 'name' | 'from' | 'meaning'> & { readonly assigned?: boolean },
): void {
  const { name, from, meaning, assigned } = definition;
  const scope = assigned ? (definingScope(names, place, name) ?? rootOf(place)) : scopeAround(names, place);
  const key = keyOf(scope);
  const defined = names.scopes.get(key) ?? new Map<string, Definition[]>();
  names.scopes.set(key, defined);
  const same = defined.get(name) ?? [];
  defined.set(name, same);
  if (same.length <= MOST_DEFINITIONS) same.push({ name, from, meaning, ...surroundings(names, place, scope) });
}

/** What the name at `use` stands for; nothing where that depends on which way the sample ran. */
export function definitionOf(names: Names, use: SyntaxNode, name: string): Definition | undefined {
  let later = false;
  let scope: SyntaxNode | null = use;
  for (let depth = 0; scope && depth < DEEPEST; depth++, scope = scope.parent) {
    const defined = names.scopes.get(keyOf(scope))?.get(name);
    if (defined) return valid(defined, use, later);
    // A callback runs where it stands; any other function may run at any time.
    if (names.syntax.functions.has(scope.name) && scope.parent?.name !== 'ArgList') later = true;
  }
  return undefined;
}

function valid(defined: readonly Definition[], use: SyntaxNode, later: boolean): Definition | undefined {
  if (defined.length > MOST_DEFINITIONS) return undefined;
  if (later) return defined.length === 1 ? defined[0] : undefined;
  const last = defined.findLast(({ from }) => from <= use.from);
  if (!last || !contains(last.block, use)) return undefined;
  const again = defined.some(
    ({ from, loops }) =>
      from > use.from &&
      loops.some((loop) => contains(loop, use) && !contains(loop, { from: last.from, to: last.from })),
  );
  return again ? undefined : last;
}

/** Notes what happens to the value of the name at `use`. */
export function noteChange(names: Names, definition: Definition, change: Change): void {
  const changes = names.changes.get(definition) ?? [];
  names.changes.set(definition, changes);
  if (changes.length < MOST_CHANGES) changes.push(change);
  else if (changes.length === MOST_CHANGES) changes.push({ from: change.from, kind: 'unclear', node: change.node });
}

function definingScope(names: Names, place: SyntaxNode, name: string): SyntaxNode | undefined {
  let scope: SyntaxNode | null = place;
  for (let depth = 0; scope && depth < DEEPEST; depth++, scope = scope.parent) {
    if (names.scopes.get(keyOf(scope))?.has(name)) return scope;
  }
  return undefined;
}

function scopeAround({ syntax }: Names, place: SyntaxNode): SyntaxNode {
  let node = place;
  for (let depth = 0; depth < DEEPEST && node.parent; depth++) {
    node = node.parent;
    if (syntax.scopes.has(node.name)) return node;
  }
  return node;
}

function rootOf(place: SyntaxNode): SyntaxNode {
  let node = place;
  for (let depth = 0; depth < DEEPEST && node.parent; depth++) node = node.parent;
  return node;
}

function surroundings({ syntax }: Names, place: SyntaxNode, scope: SyntaxNode): Pick<Definition, 'block' | 'loops'> {
  let block: Range | undefined;
  const loops: Range[] = [];
  let node = place;
  for (let depth = 0; depth < DEEPEST && node.parent && keyOf(node) !== keyOf(scope); depth++) {
    if (syntax.loops.has(node.name)) loops.push({ from: node.from, to: node.to });
    if (!block && syntax.conditional(node, node.parent)) block = { from: node.from, to: node.to };
    node = node.parent;
  }
  return { block: block ?? { from: scope.from, to: scope.to }, loops };
}

function contains(range: Range, inner: Range): boolean {
  return range.from <= inner.from && inner.to <= range.to;
}

/** One node of a tree, whichever object stands for it. */
export function keyOf(node: SyntaxNode): string {
  return `${node.from}-${node.to}-${node.name}`;
}
