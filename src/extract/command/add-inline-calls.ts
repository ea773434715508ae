import type { CommandSource, Stance } from '../../model.ts';
import { slice } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import type { Phrase } from '../phrase/phrase.ts';
import type { Range } from '../phrase/ranges.ts';
import { sentenceAround, stanceOf } from '../phrase/stance.ts';
import { readInlineCall } from './read-calls.ts';

interface InlineSetting {
  readonly source: CommandSource;
  /** Whether what stands around the phrase says that commands are meant; where it cannot, the phrase has to. */
  readonly certain?: boolean;
  /** Where the surroundings (a column "Old") say more than the sentence. */
  readonly stance?: Stance;
}

/** Words beside which code that begins with the name of a program is a command, and not the name of something else. */
const CUES =
  /\b(?:runs?|running|ran|execut\w+|commands?|sub-?commands?|CLI|invok\w+|calls?|calling|typ(?:e|ing)|us(?:e|es|ed|ing)|via|terminal|shell|console|prompt|flags?|options?)\b/i;
const RENAMED = /^\s*(?:→|->|=>|—>)\s*$/;

/** Adds the calls that pieces of code in a phrase are. */
export function addInlineCalls(phrase: Phrase, { source, certain, stance }: InlineSetting, page: PageContext): void {
  for (const [index, range] of phrase.codes.entries()) {
    const call = readInlineCall(slice(phrase, range.start, range.end), page.programs);
    if (!call) continue;
    page.command({
      ...call,
      source,
      certain: call.certain || (certain ?? isAlone(phrase, range)) || isCalled(phrase, range),
      stance: stance ?? (isOldName(phrase, range, phrase.codes[index + 1]) ? 'historical' : stanceAt(phrase, range)),
    });
  }
}

/** What the words at a place say of a command. Whose machine it runs on changes nothing: the program is not the reader's. */
function stanceAt(phrase: Phrase, range: Range): Stance {
  const stance = stanceOf(phrase, range);
  return stance === 'reader' ? 'claim' : stance;
}

/** A heading or a line that is nothing but the command. */
function isAlone({ text }: Phrase, { start, end }: Range): boolean {
  return text.slice(0, start).trim() === '' && text.slice(end).trim() === '';
}

function isCalled(phrase: Phrase, range: Range): boolean {
  const [start, end] = sentenceAround(phrase, range);
  return CUES.test(phrase.text.slice(start, range.start)) || CUES.test(phrase.text.slice(range.end, end));
}

/** "`molctl login` → `molctl auth login`" */
function isOldName({ text }: Phrase, { end }: Range, next: Range | undefined): boolean {
  return next !== undefined && RENAMED.test(text.slice(end, next.start));
}
