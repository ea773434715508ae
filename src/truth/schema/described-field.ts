import type { BoundFact, FactBinding, FieldMention, Operation, Parameter, SpecIndex, TruthPlace } from '../../model.ts';
import { operationAt } from '../openapi/lookup.ts';
import { defaultOf, isDeprecated, itemsOf, requiredOf } from './describe.ts';
import { lookUpPath } from './look-up-path.ts';
import type { Schemas } from './schema.ts';
import { typesOf } from './types-of.ts';
import { valuesOf } from './values-of.ts';

/** What the spec says of the field that a mention names. */
export type DescribedField =
  | {
      readonly status: 'found';
      readonly operation: Operation;
      /** Where it is described, first of all. */
      readonly place: TruthPlace;
      /** JSON types in reach; none: any. */
      readonly types: readonly string[];
      /** All values it can have, where the spec lists them. */
      readonly values?: readonly unknown[];
      readonly default?: unknown;
      /** Absent where it depends on which alternative is meant. */
      readonly required?: boolean;
      /** The spec requires something else beside it, so that it says what is required at all. */
      readonly othersRequired: boolean;
      readonly deprecated: boolean;
    }
  /** Not described where it should be: these are. */
  | {
      readonly status: 'absent';
      readonly operation: Operation;
      readonly place: TruthPlace;
      readonly names: readonly string[];
      /** The part of the path that is described. */
      readonly above: readonly string[];
      readonly closed: boolean;
    }
  | { readonly status: 'undecided' };

interface Truth {
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}

/** Several rules look at one field; what was looked up once is kept as long as its binding lives. */
const lookedUp = new WeakMap<FactBinding, DescribedField>();

/** Looks up the field that a bound mention names; `undecided` where its binding or the spec leaves it open. */
export function describeField(binding: FactBinding, truth: Truth): DescribedField {
  const known = lookedUp.get(binding) ?? lookUp(binding, truth);
  lookedUp.set(binding, known);
  return known;
}

function lookUp({ mention, target }: FactBinding, { truth, schemas }: Truth): DescribedField {
  if (mention.kind !== 'field' || target.status !== 'bound') return { status: 'undecided' };
  const operation = operationAt(truth, target.operations[0] ?? '');
  if (!operation) return { status: 'undecided' };
  const path = pathOf(mention, target);
  switch (target.where) {
    case 'path':
    case 'query':
    case 'header':
    case 'cookie':
      return unlessInPath(describeParameter(path, operation, { where: target.where, schemas }), path, truth);
    case 'request':
    case 'response':
      return describeMember(path, operation, { roots: target.schemas, schemas });
    case 'credential':
    case 'status':
      return { status: 'undecided' };
  }
}

function unlessInPath(described: DescribedField, path: readonly string[], truth: SpecIndex): DescribedField {
  const missing = described.status === 'absent' && isPartOfPath(path.join('.'), described.operation, truth);
  return missing ? { status: 'undecided' } : described;
}

/** Some specs have `/trees` and `/trees?recursion=1` as paths of their own. */
function isPartOfPath(name: string, { spec, path }: Operation, { specs }: SpecIndex): boolean {
  const base = path.replace(/\?.*$/s, '');
  return specs.some(
    (each) =>
      each.name === spec &&
      each.paths.some(
        ({ template }) =>
          template.startsWith(`${base}?`) && new URLSearchParams(template.slice(base.length + 1)).has(name),
      ),
  );
}

/** The path of a field as the spec has it. */
export function pathOf(mention: FieldMention, target: BoundFact): readonly string[] {
  return target.path ?? mention.path;
}

function describeParameter(
  path: readonly string[],
  operation: Operation,
  { where, schemas }: { readonly where: Parameter['in']; readonly schemas: Schemas },
): DescribedField {
  const all = operation.parameters.filter((parameter) => parameter.in === where);
  const parameter = findParameter(all, path.join('.'));
  if (!parameter) {
    const names = all.map(({ name }) => name);
    return { status: 'absent', operation, place: operation.place, names, above: [], closed: false };
  }
  const roots = parameter.schema ? [parameter.schema] : [];
  const described = describe(roots, schemas);
  return {
    status: 'found',
    operation,
    ...described,
    place: parameter.place,
    required: parameter.required,
    othersRequired: all.some((other) => other !== parameter && other.required),
    deprecated: parameter.deprecated || described.deprecated,
  };
}

/** Header names have no case (RFC 9110, 5.1); `filter[name]` and `ids[]` belong to `filter` and `ids`. */
export function findParameter(parameters: readonly Parameter[], name: string): Parameter | undefined {
  const base = name.replace(/\[.*$/s, '');
  return (
    parameters.find((parameter) => parameter.name === name) ??
    parameters.find((parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === name.toLowerCase()) ??
    parameters.find((parameter) => parameter.name.replace(/\[\]$/, '') === base)
  );
}

function describeMember(
  path: readonly string[],
  operation: Operation,
  { roots, schemas }: { readonly roots: readonly TruthPlace[]; readonly schemas: Schemas },
): DescribedField {
  const answer = lookUpPath(schemas, roots, path);
  const [root] = roots;
  if (answer.status === 'open' || root === undefined) return { status: 'undecided' };
  if (answer.status === 'absent') {
    const place = schemas.open(answer.owners[0] ?? root).place;
    const above = path.slice(0, answer.step);
    return { status: 'absent', operation, place, names: answer.names, above, closed: answer.closed };
  }
  const [place] = answer.places;
  if (place === undefined) return { status: 'undecided' };
  const name = path.at(-1) ?? '';
  const parents =
    path.length > 1 ? lookUpPath(schemas, roots, path.slice(0, -1)) : ({ status: 'found', places: roots } as const);
  const required = parents.status === 'found' && name !== '[]' ? requiredAt(schemas, parents.places) : [];
  const certain = required.every((names) => names.includes(name) === required[0]?.includes(name));
  return {
    status: 'found',
    operation,
    ...describe(answer.places, schemas),
    place,
    ...(certain && required[0] && { required: required[0].includes(name) }),
    othersRequired: required.some((names) => names.some((other) => other !== name)),
  };
}

/** The required names of each alternative. A name asked of a list is meant of its items. */
function requiredAt(schemas: Schemas, parents: readonly TruthPlace[]): readonly (readonly string[])[] {
  const owners = parents.flatMap((place) => {
    const items = typesOf(schemas, [place]).includes('array') ? itemsOf(schemas, [place]) : [];
    return items.length > 0 ? items : [place];
  });
  return owners.map((place) => requiredOf(schemas, [place]));
}

function describe(roots: readonly TruthPlace[], schemas: Schemas) {
  const values = valuesOf(schemas, roots);
  const fallback = defaultOf(schemas, roots);
  return {
    types: typesOf(schemas, roots),
    ...(values !== undefined && { values }),
    ...(fallback !== undefined && { default: fallback.value }),
    deprecated: isDeprecated(schemas, roots),
  };
}
