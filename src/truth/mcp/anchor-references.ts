import { isMapping, memberOf, pointerTokens } from '../schema/json.ts';

/**
 * The schema of a tool is a document of its own, and `#/$defs/tree` starts at its top (JSON Schema 2020-12, 8.2.3). In the
 * file it lies deeper: such references are made to start at the file's top. Nothing else is copied or changed.
 */
export function anchorReferences(value: unknown, schemas: readonly string[]): unknown {
  return schemas.reduce((document, pointer) => replaceAt(document, pointerTokens(pointer), pointer), value);
}

function replaceAt(value: unknown, [token, ...rest]: readonly string[], base: string): unknown {
  if (token === undefined) return anchored(value, { base, top: value });
  const member = memberOf(value, token);
  if (member === undefined) return value;
  const next = replaceAt(member, rest, base);
  if (next === member) return value;
  if (Array.isArray(value)) return value.with(Number(token), next);
  return isMapping(value) ? { ...value, [token]: next } : value;
}

interface Anchor {
  /** The JSON pointer of the schema in its file. */
  readonly base: string;
  readonly top: unknown;
}

/** The value itself where nothing in it has to change. */
function anchored(value: unknown, anchor: Anchor): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => anchored(item, anchor));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isMapping(value)) return value;
  const members = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    key === '$ref' && typeof member === 'string' ? anchoredReference(member, anchor) : anchored(member, anchor),
  ]);
  return members.some(([key, member]) => member !== value[key]) ? Object.fromEntries(members) : value;
}

/** One that leads nowhere in the schema is left as it is: people also write them from the top of the file. */
function anchoredReference(reference: string, { base, top }: Anchor): string {
  if (reference !== '#' && !reference.startsWith('#/')) return reference;
  const target = pointerTokens(reference.slice(1)).reduce<unknown>((value, token) => memberOf(value, token), top);
  return target === undefined ? reference : `#${base}${reference.slice(1)}`;
}
