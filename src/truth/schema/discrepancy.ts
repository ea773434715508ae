import type { Span, TruthPlace } from '../../model.ts';

/** A point at which a sample and the schemas disagree. Whether it is worth a word is for a rule to say. */
export type Discrepancy = UnknownField | OneWayField | WrongType | NullValue | UnknownValue | MissingField;

interface At {
  /** In the sample: of the name for fields, else of the value; of the whole object for what is missing. */
  readonly span: Span;
  /** From the top of the sample, with `[]` for a step into a list. */
  readonly path: readonly string[];
  /** The schema that says otherwise. */
  readonly place: TruthPlace;
}

export interface UnknownField extends At {
  readonly kind: 'unknown-field';
  readonly name: string;
  /** The names that could stand there. */
  readonly names: readonly string[];
  /** The spec forbids others outright. */
  readonly closed: boolean;
  /** Another place below the top at which the spec has this name. */
  readonly elsewhere?: readonly string[];
}

/** `read-only` in a request, `write-only` in an answer. */
export interface OneWayField extends At {
  readonly kind: 'read-only' | 'write-only';
  readonly name: string;
}

export interface WrongType extends At {
  readonly kind: 'wrong-type';
  /** JSON types. */
  readonly expected: readonly string[];
  readonly found: 'object' | 'array' | 'string' | 'number' | 'boolean';
}

/** `null` where the spec does not allow it; few specs are exact about that. */
export interface NullValue extends At {
  readonly kind: 'null-value';
  readonly expected: readonly string[];
}

export interface UnknownValue extends At {
  readonly kind: 'unknown-value';
  readonly value: string;
  /** All that are possible, as one would print them. */
  readonly values: readonly string[];
  readonly nearest?: string;
}

/** Only in requests, and only where the sample leaves nothing out. */
export interface MissingField extends At {
  readonly kind: 'missing-field';
  readonly name: string;
  /** All names that are required there. */
  readonly required: readonly string[];
}
