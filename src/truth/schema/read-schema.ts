import type { TruthPlace } from '../../model.ts';
import { isMapping, joinPointer, type Mapping, membersWithMerged, memberWithMerged } from './json.ts';
import { compilePattern } from './pattern.ts';
import { readDiscriminator } from './read-discriminator.ts';
import type { Schema } from './schema.ts';

/** The value that a place leads to. */
export type ValueAt = (place: TruthPlace) => unknown;

export interface SchemaSource {
  readonly place: TruthPlace;
  readonly value: unknown;
  /** What the `$ref` leads to that stands in it. */
  readonly base?: TruthPlace;
}

/** Reads one schema of any dialect; what it contains stays unread. */
export function readSchema({ place, value, base }: SchemaSource, valueAt: ValueAt): Schema {
  // `false` allows nothing at all; nobody documents a field with it, so it is not held against a guide.
  if (!isMapping(value)) return { ...blankSchema(place), others: 'open', unknown: value !== true };
  const node = { place, value };
  const composed = {
    allOf: [...listedAt(node, 'allOf'), ...(base === undefined ? [] : [base])],
    alternatives: [...listedAt(node, 'oneOf'), ...listedAt(node, 'anyOf')],
  };
  const discriminator = readDiscriminator(node, composed.alternatives);
  const format = textAt(value, 'format');
  const name = nameOf(place);
  const standard = memberWithMerged(value, 'default');
  return {
    ...blankSchema(place),
    ...(name !== undefined && { name }),
    ...readTypes(value),
    ...(format !== undefined && { format }),
    required: new Set(textsAt(value, 'required')),
    ...readMembers(node, { composed: composed.allOf.length + composed.alternatives.length > 0, valueAt }),
    ...readItems(node),
    ...(standard !== undefined && { default: standard.value }),
    deprecated: isTrue(value, 'deprecated'),
    readOnly: isTrue(value, 'readOnly'),
    writeOnly: isTrue(value, 'writeOnly'),
    ...composed,
    ...(discriminator !== undefined && { discriminator }),
    unknown:
      memberWithMerged(value, '$dynamicRef') !== undefined || memberWithMerged(value, '$recursiveRef') !== undefined,
  };
}

/** A schema that says nothing. */
export function blankSchema(place: TruthPlace): Schema {
  return {
    place,
    types: [],
    nullable: false,
    properties: new Map(),
    required: new Set(),
    patterns: [],
    conditional: [],
    others: 'silent',
    prefixItems: [],
    deprecated: false,
    readOnly: false,
    writeOnly: false,
    allOf: [],
    alternatives: [],
    unknown: false,
  };
}

interface SchemaNode {
  readonly place: TruthPlace;
  readonly value: Mapping;
}

const jsonTypes = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

function readTypes(value: Mapping): Pick<Schema, 'types' | 'nullable' | 'values'> {
  const values = valuesOf(value);
  const stated = memberWithMerged(value, 'type')?.value;
  const listed = (Array.isArray(stated) ? stated : stated === undefined ? [] : [stated]).map(String);
  const given = listed.length > 0 ? listed : (values ?? []).map(typeOf);
  const nullable =
    isTrue(value, 'nullable') ||
    isTrue(value, 'x-nullable') ||
    listed.includes('null') ||
    values?.includes(null) === true;
  // `file` of Swagger 2.0 and words that are no types leave it open.
  const known = given.every((type) => jsonTypes.has(type)) ? given : [];
  const types = [...new Set(nullable && known.length > 0 ? [...known, 'null'] : known)];
  return { types, nullable, ...(values !== undefined && { values }) };
}

function valuesOf(value: Mapping): readonly unknown[] | undefined {
  const constant = memberWithMerged(value, 'const');
  if (constant !== undefined) return [constant.value];
  const list = memberWithMerged(value, 'enum')?.value;
  return Array.isArray(list) && list.length > 0 ? list : undefined;
}

/** The JSON type of a parsed value. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

type Members = Pick<Schema, 'properties' | 'patterns' | 'conditional' | 'others'>;

function readMembers(node: SchemaNode, context: { readonly composed: boolean; readonly valueAt: ValueAt }): Members {
  const properties = new Map(placesIn(node, 'properties').map(({ name, place }) => [name, place]));
  const patterns = placesIn(node, 'patternProperties').map(({ name, place }) => ({
    matches: compilePattern(name),
    place,
  }));
  const conditional = [
    ...['then', 'else'].flatMap((key) => childAt(node, key) ?? []),
    ...placesIn(node, 'dependentSchemas').map(({ place }) => place),
  ];
  // A slip of indentation, which would make a map of anything an object with one odd member.
  const slipped = properties.size === 1 && properties.has('additionalProperties');
  if (slipped) properties.clear();
  const others = slipped ? 'open' : readOthers(node, { ...context, lists: properties.size + patterns.length > 0 });
  const names = typeof others === 'string' ? [] : allowedNames(node, context.valueAt);
  if (typeof others === 'string' || names.length === 0) return { properties, patterns, conditional, others };
  // A map whose keys are an enumeration is as good as a list of members.
  for (const name of names) if (!properties.has(name)) properties.set(name, others);
  return { properties, patterns, conditional, others: 'closed' };
}

function readOthers(
  node: SchemaNode,
  { composed, lists }: { readonly composed: boolean; readonly lists: boolean },
): Schema['others'] {
  const stated =
    memberWithMerged(node.value, 'additionalProperties') ?? memberWithMerged(node.value, 'unevaluatedProperties');
  if (stated?.value === false) return stated.name === 'unevaluatedProperties' && composed ? 'silent' : 'closed';
  if (stated?.value === true) return 'open';
  if (stated !== undefined && isMapping(stated.value)) {
    return saysNothing(stated.value) ? 'open' : under(node, stated.pointer);
  }
  const object = readTypes(node.value).types.includes('object');
  return object && !lists && !composed ? 'open' : 'silent';
}

/** `{}` and schemas of which only people have something to read. */
function saysNothing(value: Mapping): boolean {
  const words = new Set(['description', 'title', 'example', 'examples', 'nullable', 'deprecated']);
  return membersWithMerged(value).every(({ name }) => words.has(name) || name.startsWith('x-'));
}

function allowedNames(node: SchemaNode, valueAt: ValueAt): readonly string[] {
  const names = childAt(node, 'propertyNames');
  const value = names && valueAt(names);
  return isMapping(value) ? (valuesOf(value) ?? []).filter((name) => typeof name === 'string') : [];
}

function readItems(node: SchemaNode): Pick<Schema, 'items' | 'prefixItems'> {
  const items = memberWithMerged(node.value, 'items');
  // Before 2020-12 a list of items was what `prefixItems` is now.
  if (Array.isArray(items?.value)) return { prefixItems: listedAt(node, 'items') };
  const single = items?.value === false ? undefined : childAt(node, 'items');
  return { prefixItems: listedAt(node, 'prefixItems'), ...(single !== undefined && { items: single }) };
}

function nameOf({ pointer }: TruthPlace): string | undefined {
  const name = /^\/(?:components\/schemas|definitions|\$defs)\/([^/]+)$/.exec(pointer)?.[1];
  return name?.replaceAll('~1', '/').replaceAll('~0', '~');
}

function under({ place }: SchemaNode, pointer: string): TruthPlace {
  return { file: place.file, pointer: place.pointer + pointer };
}

function childAt(node: SchemaNode, key: string): TruthPlace | undefined {
  const member = memberWithMerged(node.value, key);
  return member && under(node, member.pointer);
}

function listedAt(node: SchemaNode, key: string): readonly TruthPlace[] {
  const member = memberWithMerged(node.value, key);
  if (!Array.isArray(member?.value)) return [];
  return member.value.map((_, i) => under(node, joinPointer(member.pointer, i)));
}

function placesIn(node: SchemaNode, key: string): readonly { readonly name: string; readonly place: TruthPlace }[] {
  const member = memberWithMerged(node.value, key);
  return membersWithMerged(member?.value).map(({ name, pointer }) => ({
    name,
    place: under(node, `${member?.pointer}${pointer}`),
  }));
}

function textAt(value: Mapping, key: string): string | undefined {
  const member = memberWithMerged(value, key)?.value;
  return typeof member === 'string' ? member : undefined;
}

/** `required` of a parameter of Swagger 2.0 is a boolean and says nothing of members. */
function textsAt(value: Mapping, key: string): readonly string[] {
  const member = memberWithMerged(value, key)?.value;
  return Array.isArray(member) ? member.filter((each) => typeof each === 'string') : [];
}

function isTrue(value: Mapping, key: string): boolean {
  return memberWithMerged(value, key)?.value === true;
}
