import type { Range } from '../phrase/ranges.ts';
import {
  ADMISSIONS,
  type Certainty,
  judgeAdmission,
  judgeNote,
  judgeOrder,
  judgePredicate,
  judgeState,
  NOTES,
  ORDERS,
  PREDICATES,
  STATES,
} from './doubt-words.ts';
import { isWritersTask, leavesOpen, OPEN_WORDS, TASK_WORDS } from './open-words.ts';
import { isMentionOnly, type Setting, settingOf, type Unit } from './unit.ts';

/** Words that say that something was not verified, or left open. */
export interface FoundHedge extends Range {
  readonly words: string;
  readonly says: 'unverified' | 'unfinished';
  /** Else it counts only where the truth knows what it speaks of. */
  readonly certain: boolean;
}

interface Reader {
  readonly pattern: RegExp;
  readonly says: FoundHedge['says'];
  readonly judge: (setting: Setting) => Certainty;
}

const READERS: readonly Reader[] = [
  { pattern: ORDERS, says: 'unverified', judge: judgeOrder },
  { pattern: STATES, says: 'unverified', judge: judgeState },
  { pattern: ADMISSIONS, says: 'unverified', judge: judgeAdmission },
  { pattern: PREDICATES, says: 'unverified', judge: judgePredicate },
  { pattern: NOTES, says: 'unverified', judge: judgeNote },
  { pattern: OPEN_WORDS, says: 'unfinished', judge: (setting) => (leavesOpen(setting) ? 'certain' : undefined) },
  { pattern: TASK_WORDS, says: 'unfinished', judge: (setting) => (isWritersTask(setting) ? 'certain' : undefined) },
];

/** Some words of each hedge: hardly a paragraph has any of them. */
const HINT = new RegExp(
  [
    'TB[DC]|TODO|FIXME',
    String.raw`\bto\s{1,9}(?:verify\b|be\s{1,9}(?:confirm|determin|decid|clarif|verif|check|review|double))`,
    String.raw`\bagainst\b|\b(?:api|back-?end|platform|engineering|dev)\s{1,9}(?:team|dev|engineer)`,
    String.raw`\bun(?:confirmed|verified)\b|\bverify\s{1,9}this\b|\bdouble[-\s]{1,9}check`,
    String.raw`(?:\bnot|n['’]t|\byet|\bbeen|\bneeds?|\bactually|\bis|\bare|\bbe)\s{1,9}(?:verif|confirm|double|test)`,
  ].join('|'),
  'i',
);

/** Whether a text needs to be looked at closer; `own` are the phrases of the configuration. */
export function mayHoldHedge(text: string, own: RegExp | undefined): boolean {
  return HINT.test(text) || (own !== undefined && text.search(own) >= 0);
}

/** The hedges of a unit, in order. One is told once: "TODO verify against handler" is one thought. */
export function findHedges(unit: Unit, own: RegExp | undefined): readonly FoundHedge[] {
  const readers: readonly Reader[] =
    own === undefined ? READERS : [{ pattern: own, says: 'unverified', judge: () => 'certain' }, ...READERS];
  const found: RankedHedge[] = [];
  for (const [rank, { pattern, says, judge }] of readers.entries()) {
    for (const match of unit.phrase.text.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const setting = settingOf(unit, range);
      if (isMentionOnly(unit, range, setting)) continue;
      const certainty = judge(setting);
      if (certainty) found.push({ ...range, words: setting.words, says, certain: certainty === 'certain', rank });
    }
  }
  return onePerThought(found, unit.phrase.text);
}

/** A hedge, and how early its reader comes. */
interface RankedHedge extends FoundHedge {
  readonly rank: number;
}

/** Of hedges that overlap or follow one another with nothing but marks between, the one of the first reader stays. */
function onePerThought(found: readonly RankedHedge[], text: string): readonly FoundHedge[] {
  const kept: RankedHedge[] = [];
  for (const hedge of found.toSorted((one, other) => one.start - other.start)) {
    const last = kept.at(-1);
    const apart = last === undefined || (last.end <= hedge.start && /\w/.test(text.slice(last.end, hedge.start)));
    if (apart) kept.push(hedge);
    else if (hedge.rank < last.rank) kept.splice(-1, 1, hedge);
  }
  return kept.map(({ rank: _, ...hedge }) => hedge);
}
