import { ends, isConditional, isSetApart, opens, type Setting } from './unit.ts';

/** "TBD" and its like in capitals, and what they stand for. */
export const OPEN_WORDS = /\b(?:TBD|TBC|[Tt]o\s{1,9}be\s{1,9}(?:confirmed|determined|decided|clarified))\b/g;

/** What is open at a date, a price or a match is no statement about an API. */
const OTHER_MATTERS =
  /\b(?:dates?|eta|releas(?:e|es|ed|ing)|launch(?:es|ed)?|ga|deadlines?|timelines?|schedul\w*|venues?|pric(?:e|es|ing)|opponents?|speakers?|agenda|events?|match(?:es)?|games?|teams?|players?|rounds?|shows?|sessions?|flights?|gates?|seats?|winners?|appointments?|bookings?|orders?|payments?|transactions?)\b|^\W*(?:status|state)\W*$/i;

/** Whether the words say that the writer left something open, and do not name a value, a firm or a stage of a process. */
export function leavesOpen(setting: Setting): boolean {
  const { words, lead, rest, unit } = setting;
  if (unit.defined.has(abbreviationOf(words)) || OTHER_MATTERS.test(lead)) return false;
  if (setting.alone) return standsAlone(setting);
  if (/[([]$/.test(lead))
    return /^(?:[;,:—–-]|[)\]] ?(?:$|[.;,:!?)]|[—–]))/.test(rest) && !/\b(?:marked|shown|set)\b.?.?$/i.test(lead);
  if (/[([][^)\]]{0,60}$/.test(lead) && /^[)\]]/.test(rest)) return /^TB[DC]$/.test(words);
  if (lead === '') return /^TB[DC]$/.test(words) && /^(?::|[—–]|-{1,2}\s)/.test(rest);
  if (!ends(rest) || isConditional(lead)) return false;
  if (isSetApart(lead) || lead.endsWith('=') || PREDICATE.test(lead)) return true;
  return /^TB[DC]$/.test(words) && SUBJECT.test(lead);
}

/** "Response shape TBD", "200, 404, others TBD" */
const SUBJECT =
  /\b(?:shapes?|names?|paths?|routes?|endpoints?|fields?|headers?|parameters?|limits?|defaults?|formats?|schemas?|payloads?|bod(?:y|ies)|responses?|codes?|scopes?|quotas?|semantics|details?|others|timeouts?|permissions?)$/i;

const PREDICATE = /(?:\b(?:is|are|remains?)|['’]s)(?: (?:still|yet|currently|as yet))?$/i;

/** A cell, a paragraph or an item that holds nothing else. */
function standsAlone({ unit, rest }: Setting): boolean {
  if (unit.holdsValues || unit.form === 'heading' || rest.startsWith('?')) return false;
  // A comment of its own line stands for code that was left out.
  return unit.form !== 'comment' || unit.trailing === true;
}

function abbreviationOf(words: string): string {
  if (/^TB[DC]$/.test(words)) return words;
  return /confirmed|clarified/.test(words) ? 'TBC' : 'TBD';
}

/** The words that a text explains: "Trunk-based development (TBD)", "TBD (to be determined)", "TBC: to be confirmed". */
export function definedWords(text: string): ReadonlySet<string> {
  return new Set(['TBD', 'TBC'].filter((letters) => text.includes(letters) && EXPLAINED[letters]?.test(text)));
}

const EXPLAINED: Readonly<Record<string, RegExp>> = { TBD: explanation('TBD'), TBC: explanation('TBC') };

function explanation(letters: string): RegExp {
  const words = [...letters].map((letter) => `[${letter}${letter.toLowerCase()}]\\w{0,20}`).join('[ \\n-]');
  const mark = '[*_"”“`]{0,3}';
  return new RegExp(
    String.raw`\b${words}${mark} ?[(|–—-]+ ?${mark}${letters}\b|\b${letters}${mark} ?[(|:=–—-]+ ?${mark}${words}\b`,
  );
}

/** Tasks that a writer left behind, in capitals. */
export const TASK_WORDS = /\b(?:TODO|FIXME)\b/g;

/** What a reader shall do with the sample. */
const READERS_TASK =
  /\byour\b|^\W*(?:replace|insert|change|set|put|enter|paste|customi[sz]e|implement|handle|create|call|send)\b/i;
const VERIFIES =
  /^\W{0,3}(?:\([^()]{1,40}\)\W{0,2})?(?:verify|confirm|double-check)(?: (?:that|whether|if|this|these|the|exact|actual|correct|real|current)){0,4} (?:paths?|endpoints?|routes?|field names?|parameter names?|header names?|enums?|defaults?|prefix(?:es)?|http methods?)\b/i;

/** Whether a task is left to the writer and not given to the reader. */
export function isWritersTask(setting: Setting): boolean {
  const { lead, rest, unit, alone } = setting;
  if (unit.form === 'comment') return opens(lead) && VERIFIES.test(rest);
  if (unit.form === 'heading' || !opens(lead) || READERS_TASK.test(rest)) return false;
  if (alone) return standsAlone(setting);
  if (/[([]$/.test(lead) && /^[)\]]/.test(rest)) return true;
  return /^(?:\([\w@ .-]{1,40}\) ?)?:|^(?:[—–]|--)\s|^(?:verify|confirm|check|document|describe|explain)\b/i.test(rest);
}
