import type {
  ArgumentBinding,
  ArgumentMention,
  BoundTool,
  Claim,
  McpServer,
  Sample,
  Span,
  ToolBinding,
  TruthPlace,
} from '../../model.ts';
import { likeName } from '../../text/like-names.ts';
import { joinPath } from '../../text/list-names.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { jsonTypesOf } from '../../text/type-words.ts';
import { compareSample, type Discrepancy } from '../schema/compare-sample.ts';
import { defaultOf, requiredOf } from '../schema/describe.ts';
import { lookUpPath } from '../schema/look-up-path.ts';
import type { Schemas } from '../schema/schema.ts';
import { typesOf } from '../schema/types-of.ts';
import { valuesOf } from '../schema/values-of.ts';
import { toolAt } from './known-tools.ts';

/** What a guide says of an argument, and the tool's input schema refutes. */
export type ArgumentProblem = {
  /** The argument's path, `filter.species`. */
  readonly argument: string;
  readonly span: Span;
  readonly place: TruthPlace;
} & (
  | {
      readonly kind: 'unknown';
      readonly names: readonly string[];
      /** What was meant, by its own name and by its path. */
      readonly nearest?: { readonly name: string; readonly argument: string; readonly firm: boolean };
    }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'type';
      readonly right: readonly string[];
      readonly written: readonly string[];
      readonly word: boolean;
    }
  | { readonly kind: 'value'; readonly value: string; readonly values: readonly string[] }
  | { readonly kind: 'presence'; readonly required: boolean }
);

interface Truth {
  readonly servers: readonly McpServer[];
  readonly schemas: Schemas;
}

/** Holds what a guide shows or says of the arguments of a tool against the tool's input schema. */
export function argumentProblems(
  { mention, target }: ToolBinding | ArgumentBinding,
  { servers, schemas }: Truth,
): readonly ArgumentProblem[] {
  const input = target.status === 'bound' ? inputOf(target, servers) : undefined;
  if (!input) return [];
  switch (mention.kind) {
    case 'tool':
      return mention.arguments ? sampleProblems(mention.arguments, input, schemas) : [];
    case 'arguments':
      return sampleProblems(mention.value, input, schemas).filter(({ kind }) => kind !== 'missing');
    case 'argument':
      return fieldProblems(mention, input, schemas);
  }
}

function inputOf({ server, tool }: BoundTool, servers: readonly McpServer[]): TruthPlace | undefined {
  return toolAt(servers, server, tool)?.inputSchema;
}

function sampleProblems(sample: Sample, input: TruthPlace, schemas: Schemas): readonly ArgumentProblem[] {
  const shown = sample.kind === 'object' ? sample.members.map(({ name }) => name) : [];
  const discrepancies = compareSample(schemas, [input], { sample, direction: 'request' });
  const problems = discrepancies.flatMap((each) => problemOf(each, shown) ?? []);
  // What is called `orchard` where `orchard_id` is required is told once.
  const meant = new Set(
    problems.flatMap((each) => (each.kind === 'unknown' && each.nearest ? [each.nearest.argument] : [])),
  );
  return problems.filter(({ kind, argument }) => kind !== 'missing' || !meant.has(argument));
}

/** `null` for an argument that may not be null is left alone: few schemas are exact about that. */
function problemOf(each: Discrepancy, shown: readonly string[]): ArgumentProblem | undefined {
  const { span, place, path } = each;
  const at = { argument: joinPath(path), span, place };
  switch (each.kind) {
    case 'unknown-field': {
      const free = path.length > 1 ? each.names : each.names.filter((name) => !shown.includes(name));
      return unknown({ span, place }, path, { free, names: each.names });
    }
    case 'missing-field':
      return { kind: 'missing', ...at, span: { start: span.start, end: span.start + 1 } };
    case 'wrong-type':
      return { kind: 'type', ...at, right: each.expected, written: [each.found], word: false };
    case 'unknown-value':
      return { kind: 'value', ...at, value: each.value, values: each.values };
    case 'null-value':
    case 'read-only':
    case 'write-only':
      return undefined;
  }
}

/** `free` are the names that may have been meant: those which stand beside it already are not. */
function unknown(
  at: Pick<ArgumentProblem, 'place' | 'span'>,
  path: readonly string[],
  { free, names }: { readonly free: readonly string[]; readonly names: readonly string[] },
): ArgumentProblem {
  const like = likeName(path.at(-1) ?? '', free);
  const nearest = like && { ...like, argument: joinPath([...path.slice(0, -1), like.name]) };
  return { kind: 'unknown', ...at, argument: joinPath(path), names, ...(nearest && { nearest }) };
}

type StatedField = Extract<ArgumentMention, { kind: 'argument' }>;

function fieldProblems(mention: StatedField, input: TruthPlace, schemas: Schemas): readonly ArgumentProblem[] {
  const { path, span, claims } = mention;
  const answer = lookUpPath(schemas, [input], path);
  const argument = joinPath(path);
  if (answer.status === 'open') return [];
  if (answer.status === 'absent') {
    const place = schemas.open(answer.owners[0] ?? input).place;
    return [unknown({ span, place }, path.slice(0, answer.step + 1), { free: answer.names, names: answer.names })];
  }
  const [place] = answer.places;
  if (!place) return [];
  return [
    ...typeProblems(claims.type, typesOf(schemas, answer.places), { argument, place }),
    ...valueProblems(mention, valuesOf(schemas, answer.places) ?? [], { argument, place }),
    ...presenceProblems(mention, { argument, place, input, schemas }),
  ];
}

type At = Pick<ArgumentProblem, 'argument' | 'place'>;

function typeProblems(claim: Claim<string> | undefined, types: readonly string[], at: At): readonly ArgumentProblem[] {
  const written = (claim ? (jsonTypesOf(claim.value) ?? []) : []).filter((type) => type !== 'null');
  const right = types.filter((type) => type !== 'null');
  if (!claim || written.length === 0 || right.length === 0 || written.some((type) => suits(type, right))) return [];
  return [{ kind: 'type', ...at, span: claim.span, right, written, word: true }];
}

/** Guides call any number a number. */
function suits(said: string, right: readonly string[]): boolean {
  return (
    right.includes(said) ||
    (/^(?:number|integer)$/.test(said) && right.some((type) => /^(?:number|integer)$/.test(type)))
  );
}

function valueProblems({ claims }: StatedField, listed: readonly unknown[], at: At): readonly ArgumentProblem[] {
  const values = listed.filter((value) => value !== null).map(String);
  const stated = [claims.values ?? [], claims.value ?? [], claims.default ?? []].flat();
  if (values.length === 0) return [];
  return stated
    .filter(({ value }) => value !== '' && value !== 'null' && !values.includes(value) && !isPlaceholder(value))
    .map(({ value, span }) => ({ kind: 'value', ...at, span, value, values }));
}

interface Presence extends At {
  readonly input: TruthPlace;
  readonly schemas: Schemas;
}

/** Only a tool that requires any argument says which of them are optional; what has a default need not be given. */
function presenceProblems(
  { path, claims }: StatedField,
  { input, schemas, ...at }: Presence,
): readonly ArgumentProblem[] {
  const [name = '', ...deeper] = path;
  const claim = claims.required;
  const required = requiredOf(schemas, [input]);
  if (!claim || deeper.length > 0 || required.length === 0 || required.includes(name) === claim.value) return [];
  if (!claim.value && defaultOf(schemas, [at.place]) !== undefined) return [];
  return [{ kind: 'presence', ...at, span: claim.span, required: !claim.value }];
}
