import type { Phrase } from '../phrase/phrase.ts';

/** Columns of which the cells are words of a process, of a list of terms, or matters that no API has. */
const VALUE_HEAD =
  /\b(?:status|state|values?|stage|phase|enum|options?|abbreviation|term|acronym|date|eta|release|when|timeline|deadline|pric(?:e|es|ing)|venue|opponent|support|ends?|eol|until|since|meaning|stands for)\b/i;

/** What stands beside TBD or TODO where these are stages. */
const STAGE =
  /^(?:done|doing|in[ _-]?progress|open|closed|wip|final|pending|scheduled|confirmed|cancel+ed|draft|blocked|shipped|planned)$/i;

/** Whether the cells of a column are values or names, so that a word in one says nothing about the row. */
export function holdsValues([head, ...rows]: readonly (readonly Phrase[])[], column: number): boolean {
  if (column === 0 || VALUE_HEAD.test(head?.[column]?.text ?? '')) return true;
  return rows.some((row) => STAGE.test(row[column]?.text.trim() ?? ''));
}
