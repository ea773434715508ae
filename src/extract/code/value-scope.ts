import type { SyntaxNode } from '@lezer/common';
import type { Sample, SampleMember, Span } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import { type CodeScope, contentRange, textOf } from './call-scope.ts';
import { type Change, type Definition, definitionOf, type Names } from './names.ts';

/** What is needed to say what an expression stands for. */
export interface ValueScope extends CodeScope {
  readonly names: Names;
  /** How many more values may be read in this fence: variables in variables may grow without end. */
  readonly budget: { left: number };
}

/** A name, also one that is short for a member of the same name. */
export function isName({ name }: SyntaxNode): boolean {
  return name === 'VariableName' || name === 'PropertyDefinition';
}

/** Values in values are read this far. */
export const DEEPEST_VALUE = 30;

/** Variables are followed this far. */
export const MOST_HOPS = 6;

/** What a step from a variable to its value counts among the steps into a value. */
const HOP = DEEPEST_VALUE / MOST_HOPS;

export function valueScope({ code }: CodeScope, names: Names): ValueScope {
  return { code, names, budget: { left: 4000 } };
}

export function spanOfNode(scope: CodeScope, node: SyntaxNode): Span {
  return spanOf(scope.code, node.from, node.to);
}

/** A value that the sample leaves to a variable, a call or the reader. */
export function unknownSample(scope: CodeScope, node: SyntaxNode): Sample {
  return { kind: 'unknown', span: spanOfNode(scope, node), text: textOf(scope, node).slice(0, 200) };
}

/** A string between its quote marks. */
export function stringSample(scope: CodeScope, node: SyntaxNode): Sample {
  const { start, end } = contentRange(scope, node);
  const raw = scope.code.text.slice(start, end);
  return { kind: 'string', span: spanOf(scope.code, start, end), text: unescaped(raw) };
}

/** The name of a member: a word or a quoted string. */
export function memberName(scope: CodeScope, node: SyntaxNode): { readonly name: string; readonly nameSpan: Span } {
  const { start, end } = node.name === 'String' ? contentRange(scope, node) : { start: node.from, end: node.to };
  return { name: unescaped(scope.code.text.slice(start, end)), nameSpan: spanOf(scope.code, start, end) };
}

export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, long, short, letter) => {
    const code: unknown = long ?? short;
    if (typeof code === 'string') return String.fromCharCode(Number.parseInt(code, 16));
    const plain: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };
    return plain[letter] ?? letter;
  });
}

/** A later member takes the place of an earlier one of the same name. */
export function mergeMembers(members: readonly SampleMember[]): readonly SampleMember[] {
  const last = new Map(members.map((member) => [member.name, member]));
  return last.size === members.length ? members : [...last.values()];
}

/** A comment that stands for members which were left out, or in a line of its own tells of them. */
export function isElision(scope: CodeScope, comment: SyntaxNode): boolean {
  if (/\.{3}|…/.test(textOf(scope, comment).slice(0, 300))) return true;
  const before = scope.code.text.slice(Math.max(comment.from - 80, 0), comment.from);
  return /\n[ \t]*$/.test(before);
}

/** What a name was given, and what happened to it between there and `use`. */
export function knownValue(
  scope: ValueScope,
  use: SyntaxNode,
): { readonly definition: Definition; readonly node: SyntaxNode; readonly changes: readonly Change[] } | undefined {
  const definition = definitionOf(scope.names, use, textOf(scope, use));
  const meaning = definition?.meaning;
  if (!definition || meaning?.kind !== 'value' || meaning.steps.length > 0) return undefined;
  return { definition, node: meaning.node, changes: scope.names.changes.get(definition) ?? [] };
}

type ObjectSample = Extract<Sample, { kind: 'object' }>;

/** What happens to an object between its literal and the place where its name is used. */
export interface Changed {
  readonly use: SyntaxNode;
  readonly changes: readonly Change[];
  readonly depth: number;
}

/** How a language reads a value, and an object that was changed since it was made. */
export interface ValueReader {
  readonly read: (scope: ValueScope, node: SyntaxNode, depth: number) => Sample | undefined;
  readonly withChanges: (scope: ValueScope, sample: ObjectSample, changed: Changed) => Sample;
}

/** The literal which a variable holds; the variable itself where it holds something else. */
export function namedSample(
  scope: ValueScope,
  node: SyntaxNode,
  { depth, read, withChanges }: ValueReader & { readonly depth: number },
): Sample {
  const known = knownValue(scope, node);
  const sample = known && read(scope, known.node, depth + HOP);
  if (!known || !sample || sample.kind === 'unknown') return unknownSample(scope, node);
  if (sample.kind === 'array') return known.changes.length > 0 ? { ...sample, open: true } : sample;
  return sample.kind === 'object' ? withChanges(scope, sample, { use: node, changes: known.changes, depth }) : sample;
}
