import { isMapping, type Mapping, memberOf } from './json.ts';
import type { WordKind } from './schema.ts';

/** The words of a spec. */
export interface Words {
  readonly byKind: Readonly<Record<WordKind, ReadonlySet<string>>>;
  /** The values that properties and parameters of a name have where they are listed beside it. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every key and every text, each once. */
  readonly texts: ReadonlySet<string>;
  /** Whether all of it was read. */
  readonly whole: boolean;
}

/** Aliases of YAML can blow up a small file; no spec is this large. */
const maxNodes = 5_000_000;
const maxDepth = 1_000;

/**
 * How a value is read. `plain`: keys are keywords. `free`: examples and extensions, in which no key means anything. A kind, or
 * `keys`: the keys are names that the author of the spec gave.
 */
type Mode = 'plain' | 'free' | 'keys' | WordKind;

/** Walks the parsed files of a spec once. */
export function gatherWords(documents: readonly unknown[]): Words {
  const byKind = noWords();
  const texts = new Set<string>();
  const values = new Map<string, Set<string>>();
  let nodes = 0;
  const visit = (value: unknown, mode: Mode, depth: number): void => {
    nodes += 1;
    if (typeof value === 'string') texts.add(value);
    else if (typeof value !== 'object' || value === null || nodes > maxNodes) return;
    else if (depth > maxDepth) nodes = maxNodes + 1;
    else if (Array.isArray(value)) for (const item of value) visit(item, mode === 'free' ? 'free' : 'plain', depth + 1);
    else if (isMapping(value)) {
      for (const key of Object.keys(value)) {
        const below = value[key];
        texts.add(key);
        if (mode === 'property') noteValues(key, below, values);
        if (mode === 'free') visit(below, 'free', depth + 1);
        else visit(below, mode === 'plain' ? readKeyword(key, value, byKind) : readName(key, mode, byKind), depth + 1);
      }
    }
  };
  visit(documents, 'plain', 0);
  return { byKind, values, texts, whole: nodes <= maxNodes };
}

/** Of a list the values of its items. */
function noteValues(name: string, schema: unknown, values: Map<string, Set<string>>): void {
  const items = memberOf(schema, 'items');
  const listed = memberOf(schema, 'enum') ?? memberOf(items, 'enum') ?? memberOf(schema, 'const');
  if (listed === undefined) return;
  const own = values.get(name) ?? new Set();
  addTexts(listed, own);
  values.set(name, own);
}

type Sets = Readonly<Record<WordKind, Set<string>>>;

function noWords(): Sets {
  return {
    property: new Set(),
    parameter: new Set(),
    header: new Set(),
    value: new Set(),
    operation: new Set(),
    event: new Set(),
    path: new Set(),
    tag: new Set(),
    schema: new Set(),
  };
}

const keywordModes: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  ['properties', 'property'],
  ['patternProperties', 'keys'],
  ['dependentSchemas', 'keys'],
  ['headers', 'header'],
  ['schemas', 'schema'],
  ['definitions', 'schema'],
  ['$defs', 'schema'],
  ['paths', 'path'],
  ['webhooks', 'event'],
  ['x-webhooks', 'event'],
  ['callbacks', 'event'],
  ['mapping', 'value'],
  ['responses', 'keys'],
  ['content', 'keys'],
  ['parameters', 'keys'],
  ['requestBodies', 'keys'],
  ['securitySchemes', 'keys'],
  ['securityDefinitions', 'keys'],
  ['pathItems', 'keys'],
  ['encoding', 'keys'],
  ['links', 'keys'],
  ['variables', 'keys'],
  ['example', 'free'],
  ['examples', 'free'],
  ['default', 'free'],
]);

/** Keywords whose value is a word or a list of words. */
const keywordKinds: ReadonlyMap<string, WordKind> = new Map<string, WordKind>([
  ['enum', 'value'],
  ['const', 'value'],
  ['required', 'property'],
  ['propertyName', 'property'],
  ['operationId', 'operation'],
  ['tags', 'tag'],
]);

/** Notes the words that a keyword states, and says how what stands below it is read. */
function readKeyword(key: string, owner: Mapping, sets: Sets): Mode {
  const kind = keywordKinds.get(key);
  if (kind !== undefined) addTexts(owner[key], sets[kind]);
  else if (key === 'in' && typeof owner.name === 'string' && owner.in !== 'body') {
    (owner.in === 'header' ? sets.header : sets.parameter).add(owner.name);
  }
  return keywordModes.get(key) ?? (key.startsWith('x-') ? 'free' : 'plain');
}

/** Notes a name that the author gave. */
function readName(key: string, mode: 'keys' | WordKind, sets: Sets): Mode {
  if (key === '<<') return mode;
  if (mode !== 'keys') addName(key, mode, sets);
  return 'plain';
}

function addName(key: string, kind: WordKind, sets: Sets): void {
  if (kind !== 'path') {
    sets[kind].add(key);
    return;
  }
  for (const [, name, word] of key.matchAll(/\{([^{}]{1,200})\}|([^/{}?&=#]{1,200})/g)) {
    if (name !== undefined) sets.parameter.add(name);
    if (word !== undefined) sets.path.add(word);
  }
}

function addTexts(value: unknown, words: Set<string>): void {
  for (const each of Array.isArray(value) ? value : [value]) {
    const text = isMapping(each) ? each.name : each;
    if (typeof text === 'string') words.add(text);
  }
}
