import { indexLines, type Lines } from '../../text/lines.ts';

/** A file as passages quote it, its secrets covered; offsets are those of the file itself. */
export interface QuotedFile {
  readonly text: string;
  readonly lines: Lines;
}

export function quoteFile(text: string): QuotedFile {
  return { text, lines: indexLines(text) };
}
