import type { TruthPlace } from '../../model.ts';

/**
 * One schema of a spec, one level deep, with `$ref` followed and the dialects of OpenAPI 2, 3.0 and 3.1 made alike.
 * What it leads to are places, to be opened when somebody asks: schemas are cyclic, and large ones are seldom needed whole.
 */
export interface Schema {
  /** Where it stands once its `$ref` is followed; two equal places are one schema. */
  readonly place: TruthPlace;
  /** The last step of the pointer for a named schema (`#/components/schemas/Tree`), for messages. */
  readonly name?: string;
  /** JSON types; `null` among them where the value may be null. None: every type. */
  readonly types: readonly string[];
  /** It says outright that the value may be null, which also holds for what it is composed of. */
  readonly nullable: boolean;
  readonly format?: string;
  readonly properties: ReadonlyMap<string, TruthPlace>;
  readonly required: ReadonlySet<string>;
  /** Patterns of `patternProperties`; one that cannot be compiled matches everything. */
  readonly patterns: readonly { readonly matches: (name: string) => boolean; readonly place: TruthPlace }[];
  /** Members that are there under a condition only (`then`, `else`, `dependentSchemas`). */
  readonly conditional: readonly TruthPlace[];
  /**
   * Further members. `closed`: none (`additionalProperties: false`). `open`: the spec says that any may come, or calls it an
   * object and says nothing of its members. `silent`: it does not say whether there are others than those it lists; where
   * it lists none, it adds nothing to what is composed with it, and alone it allows everything. A place: any, with that schema.
   */
  readonly others: 'closed' | 'open' | 'silent' | TruthPlace;
  readonly items?: TruthPlace;
  readonly prefixItems: readonly TruthPlace[];
  /** `const` is an enumeration of one. Values as in the spec. */
  readonly values?: readonly unknown[];
  readonly default?: unknown;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly allOf: readonly TruthPlace[];
  /** `oneOf` and `anyOf` together: one of these at least. */
  readonly alternatives: readonly TruthPlace[];
  readonly discriminator?: Discriminator;
  /** A `$ref` that leads to nothing that was read, or no schema at all: it proves nothing. `not` and `if` only narrow. */
  readonly unknown: boolean;
}

export interface Discriminator {
  readonly property: string;
  /** Value → the alternative that it chooses, where the spec maps it or its name says so. */
  readonly choices: ReadonlyMap<string, TruthPlace>;
}

/** The schemas of all specs of a run. What was opened once is kept. */
export interface Schemas {
  /** Never throws: a place that holds no schema gives one that proves nothing. */
  open(place: TruthPlace): Schema;
}

/** What the spec says about a member of an object. */
export type FieldAnswer =
  /** In each of these the member is described. */
  | { readonly status: 'found'; readonly places: readonly TruthPlace[] }
  /** Nothing describes it, and it may be there all the same. */
  | { readonly status: 'open' }
  /** Nothing describes it, and everything lists its members: these. `closed` where the spec forbids others outright. */
  | { readonly status: 'absent'; readonly names: readonly string[]; readonly closed: boolean };

/** What a word names in a spec. */
export type WordKind =
  | 'property'
  | 'parameter'
  | 'header'
  | 'value'
  | 'operation'
  | 'event'
  | 'path'
  | 'tag'
  | 'schema';

/** All words of a spec: what they name, and whether they occur at all. */
export interface Vocabulary {
  /** The spec names something exactly so. */
  has(word: string, kind?: WordKind): boolean;
  /** The values that the spec lists for properties of this name, wherever they are. */
  valuesOf(name: string): readonly string[];
  /** The name that was probably meant by one that the spec does not have. */
  nearest(word: string, kind?: WordKind): NearWord | undefined;
  /** It stands somewhere in the spec, as a name or within a text; a dotted name does where all its parts do. */
  occursAnywhere(word: string): boolean;
}

export interface NearWord {
  readonly word: string;
  readonly kind: WordKind;
  /** `respelt`: the same words in other letters (`apiKey`, `api_key`). `reordered`: in another order. `slip`: a few letters. */
  readonly likeness: 'respelt' | 'reordered' | 'slip';
}
