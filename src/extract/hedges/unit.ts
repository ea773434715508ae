import type { Phrase } from '../phrase/phrase.ts';
import { overlapsAny, type Range, rangeAround } from '../phrase/ranges.ts';
import { sentenceAround } from '../phrase/stance.ts';

/** A piece of text that a reader takes in at once, in which a hedge may stand. */
export interface Unit {
  readonly phrase: Phrase;
  readonly form: 'prose' | 'heading' | 'cell' | 'comment';
  /** Cells of a column of values, such as statuses or terms, are values themselves. */
  readonly holdsValues?: boolean;
  /** The words that the page explains, as an abbreviation of something. */
  readonly defined: ReadonlySet<string>;
  /** A comment stands behind something on its line. */
  readonly trailing?: boolean;
}

/** Words and what stands around them in their sentence, as one line each. */
export interface Setting {
  readonly words: string;
  readonly lead: string;
  readonly rest: string;
  /** Nothing else stands in the unit. */
  readonly alone: boolean;
  readonly unit: Unit;
  readonly range: Range;
}

/** `:::note` and `[!NOTE]` open an admonition and belong to no sentence. */
const ADMONITION = /^\s*(?::{3,}[\w-]+[^\n]*\n|\[![A-Za-z]+\])\s*/;

export function settingOf(unit: Unit, range: Range): Setting {
  const { phrase } = unit;
  const [start, end] = sentenceAround(phrase, range);
  const opened = ADMONITION.exec(phrase.text)?.[0].length ?? 0;
  return {
    words: oneLine(phrase.text.slice(range.start, range.end)),
    lead: withoutMarks(oneLine(phrase.text.slice(Math.max(start, opened), range.start))),
    rest: oneLine(phrase.text.slice(range.end, end)),
    alone:
      phrase.text.length - opened - (range.end - range.start) < MARKS && !/\w/.test(textAround(phrase, opened, range)),
    unit,
    range,
  };
}

/** More than this nobody puts around words that stand alone. */
const MARKS = 20;

function textAround({ text }: Phrase, opened: number, { start, end }: Range): string {
  return text.slice(opened, start) + text.slice(end);
}

/** A pattern of which each space also stands for the end of a line; without regard to case. */
export function wrapping(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', String.raw`\s{1,9}`), 'gi');
}

/** `⚠️ Verify` begins with its word. */
function withoutMarks(lead: string): string {
  return /\w/.test(lead) || isSetApart(lead) ? lead : '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Code, struck out text and links speak of the words, or of something that is called so; so do words in quotation marks. */
export function isMentionOnly({ phrase }: Unit, range: Range, { lead, rest }: Setting): boolean {
  // What follows may stand in code: "verify against `handler.go`".
  if (overlapsAny(phrase.codes, range.start, range.start + 1) || rangeAround(phrase.deletions, range)) return true;
  return rangeAround(phrase.links, range) !== undefined || isQuoted(lead, rest);
}

function isQuoted(lead: string, rest: string): boolean {
  if (lead.split('"').length % 2 === 0 && rest.includes('"')) return true;
  if (lead.lastIndexOf('“') > lead.lastIndexOf('”') && rest.includes('”')) return true;
  return /['‘]$/.test(lead) && /^['’]/.test(rest);
}

/** The words open a sentence, a bracket or what stands behind a dash or a colon. */
export function opens(lead: string): boolean {
  return lead === '' || isSetApart(lead);
}

/** The words are set apart from a statement: in brackets, behind a dash or a colon, or as a task. */
export function isSetApart(lead: string): boolean {
  return /[([;:—–]$|(?:^|\s)-{1,2}$|\b(?:TODO|FIXME)$/.test(lead);
}

/** Nothing of the clause follows. */
export function ends(rest: string): boolean {
  return /^(?:$|[.;,()\]!?]|(?:—|–|-{1,2})(?:\s|$))/.test(rest);
}

/** The sentence says when something holds, what is called so, or what is shown: it does not say that it is open. */
export function isConditional(lead: string): boolean {
  return CONDITIONAL.test(lead);
}

const CONDITIONAL =
  /\b(?:if|when(?:ever)?|while|until|unless|whether|where|whose|who|(?:that|which) (?:is|are)|(?:can|may|might|could) (?:still )?be|set to|marked|shows?|displays?|reads?|says?|called|named|label?led|listed as|values?|means?|stands for|abbreviat\w*)\b/i;
