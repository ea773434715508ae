import { pointerTokens } from '../../src/truth/schema/json.ts';

/** An object of a parsed document that may be changed. */
export type Json = Record<string, unknown>;

/** The object at a JSON pointer; nothing where there is none. */
export function at(root: Json, pointer: string): Json | undefined {
  let value: unknown = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isJson(value)) value = value[token];
    else return undefined;
  }
  return isJson(value) ? value : undefined;
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives a member another name and keeps the order. */
export function rename(object: Json, from: string, to: string): void {
  const entries = Object.entries(object);
  for (const [name] of entries) delete object[name];
  for (const [name, value] of entries) object[name === from ? to : name] = value;
}
