import type { Finding } from '../model.ts';

/** What stands in a report where a secret stood. */
export const REDACTED = '[redacted]';

/** Takes secrets out of what is printed. */
export interface Redaction {
  /** Puts `[redacted]` in place of each. */
  hide(text: string): string;
  /** Puts a dot in place of each of their characters, so that columns stay what they are. */
  cover(line: string): string;
}

/**
 * Knows the secrets by the findings about them, silenced or not. A secret is hidden wherever it turns up: in the line of another
 * finding, in its message, in a mention.
 */
export function createRedaction(findings: readonly Finding[], textOf: (file: string) => string): Redaction {
  const values = findings
    .filter(({ redacted }) => redacted)
    .flatMap(({ file, span, related }) => [{ file, span }, ...related])
    .flatMap(({ file, span }) => piecesOf(textOf(file).slice(span.start, span.end)));
  // The longest first: one may be part of another.
  const secrets = [...new Set(values)].sort((one, other) => other.length - one.length);
  const replace = (text: string, replacement: (secret: string) => string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, () => replacement(secret)), text);
  return {
    hide: (text) => replace(text, () => REDACTED),
    cover: (line) => replace(line, (secret) => '•'.repeat(secret.length)),
  };
}

/** A key of many lines is shown line by line, and its first and last line are no secret. */
function piecesOf(value: string): readonly string[] {
  const lines = value.split(/\r?\n|\\n/).map((line) => line.trim());
  return lines.length === 1 ? lines : lines.filter((line) => line.length >= 8 && !line.startsWith('-----'));
}
