import { createHash } from 'node:crypto';

/** What a finding says of a text in a file. */
export interface Statement {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly message: string;
}

/**
 * What a message says is wrong, without what to do about it: the first sentence part, `No spec describes /harvest`. What stands behind
 * its semicolon changes when the truth offers something else, and the drift is the same.
 */
export function claimOf(message: string): string {
  let quoted = false;
  for (let at = 0; at < message.length; at++) {
    if (message[at] === '`') quoted = !quoted;
    else if (message[at] === ';' && !quoted) return message.slice(0, at);
  }
  return message;
}

/** Made of what does not change when lines move; the second equal statement of a file has another one than the first. */
export function createFingerprints(): (statement: Statement) => string {
  const counts = new Map<string, number>();
  return ({ rule, file, text, message }) => {
    // Git may give one checkout other line ends than another.
    const identity = JSON.stringify([rule, file, text.replaceAll('\r\n', '\n'), claimOf(message)]);
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    return createHash('sha256').update(`${identity} ${count}`).digest('hex').slice(0, 24);
  };
}
