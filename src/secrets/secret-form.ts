import { looksInvented } from './looks-invented.ts';

/** Where a credential stands in its match. */
export interface SecretPart {
  readonly start: number;
  readonly end: number;
}

/** A way in which credentials are written, and how to tell one that works from one that was made up. */
export interface SecretForm {
  /** With its article: `an AWS access key`. */
  readonly kind: string;
  /** What to write instead. */
  readonly placeholder: string;
  /** The part of a match that nobody may know, where it looks real; else nothing. */
  readonly secretIn: (match: string) => SecretPart | undefined;
}

/** A form that secretlint knows. */
export interface PresetForm extends SecretForm {
  /** So many characters behind what it names belong to the match. */
  readonly reach?: number;
}

/** A value with a prefix of its own. `body` is the part that its owner did not choose, where that is not all of it. */
export function token(kind: string, placeholder: string, body = /[\s\S]*/): SecretForm {
  return {
    kind,
    placeholder,
    secretIn: (match) => (looksInvented(body.exec(match)?.[0] ?? match) ? undefined : wholeOf(match)),
  };
}

export function wholeOf(match: string): SecretPart {
  return { start: 0, end: match.length };
}
