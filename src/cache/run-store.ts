import { join } from 'node:path';
import { type Answer, type Asking, askAgain } from '../disk/ask-again.ts';
import type { Witness } from '../disk/witness.ts';
import type { Reading } from '../extract/known-pages.ts';
import type { Judgement, MentionsInFile } from '../report/judgement.ts';
import { hashOf } from '../text/hash-of.ts';
import { parseJson } from './page-line.ts';
import { type Count, readSealed, toAscii, writeSealed } from './sealed-file.ts';

/** What a run over a whole site came to, and what is needed to report on it. */
export interface KnownRun {
  readonly judgement: Judgement;
  /** Of all pages. */
  readonly mentions: readonly MentionsInFile[];
  /** Absolute. */
  readonly cwd: string;
  /** Absolute; absent where the run has none, and `null` where it was told to do without. */
  readonly baseline?: string | null | undefined;
  /** How its pages were read. */
  readonly reading: Reading;
}

/** A known run, and the pages on which it rests and that have changed since; it holds only where there are none. */
export interface RecalledRun {
  readonly run: KnownRun;
  readonly changed: readonly ChangedPage[];
  /** Keeps what the run comes to with the pages of now, by the same name or by another. */
  keep(run: KnownRun, name?: string): void;
}

export interface ChangedPage {
  /** Absolute. */
  readonly path: string;
  /** Hashes of what it held, and of what it holds. */
  readonly before: string;
  readonly after: string;
}

/** A run whose questions to the disk are written down. */
export interface RecordedRun {
  readonly witness: Witness;
  /** Leaves what the run came to for the next one, unless it rests on more than the disk. */
  keep(run: KnownRun): void;
}

/** What whole runs came to, from one process to the next, by everything that they asked the disk. */
export interface RunStore {
  /**
   * The run of this name, where the disk gives every answer again that it rests on, but for some pages; none is read that has not
   * changed. `mentions`: whether they are needed where nothing has; else there are none. `mayRestOn`: whether what a file holds may play
   * a part.
   */
  recall(name: string, needs: RecallNeeds): RecalledRun | undefined;
  record(name: string, placeOf?: PlaceOf): RecordedRun;
  /** Keeps a known run by one more name, unless some run has that name already. */
  copy(name: string, to: string, placeOf: PlaceOf): void;
}

export interface RecallNeeds {
  readonly mentions: boolean;
  readonly mayRestOn?: (path: string) => boolean;
}

/** The absolute path at which a question is to be asked again; nothing where the name of the run says already what the answer is. */
export type PlaceOf = (answer: Pick<Answer, 'answer' | 'path' | 'question'>) => string | undefined;

interface RunStoreOptions {
  readonly folder: string;
  readonly version: string;
  readonly byState: boolean;
  readonly now: () => number;
  readonly count: Count;
}

/** The parts of a run are files of their own: few runs need all. They belong together where they have one id, since runs may be parallel. */
interface Parts {
  readonly asked: readonly AnswerLine[];
  readonly found: Omit<KnownRun, 'mentions'>;
  readonly mentions: readonly MentionsInFile[];
}

/** An answer without the names of its members, of which there are thousands. */
type AnswerLine = readonly [Answer['question'], path: string, answer: string, stamp: string];

export function openRunStore({ folder, version, byState, now, count }: RunStoreOptions): RunStore {
  const pathOf = (name: string, part: string) => join(folder, `run-${hashOf(name).slice(0, 12)}.${part}`);
  const read = <Part extends keyof Parts>(name: string, part: Part, id?: string): Kept<Parts[Part]> | undefined => {
    const text = readSealed(pathOf(name, part), version);
    count({ read: text?.length ?? 0 });
    const kept: unknown = text === undefined ? undefined : parseJson(text);
    return isKept<Parts[Part]>(kept) && (id === undefined || kept.id === id) ? kept : undefined;
  };
  const write = <Part extends keyof Parts>(name: string, part: Part, kept: Kept<Parts[Part]>): boolean => {
    const written = writeSealed(pathOf(name, part), version, toAscii(JSON.stringify(kept)));
    count({ written });
    return written > 0;
  };
  const keep = (name: string, asked: readonly AnswerLine[], { mentions, ...found }: KnownRun): void => {
    const id = hashOf(JSON.stringify([name, asked]));
    const isWhole = write(name, 'found', { id, value: found }) && write(name, 'mentions', { id, value: mentions });
    if (isWhole) write(name, 'asked', { id, value: asked });
  };
  return {
    recall(name, { mentions: needsMentions, mayRestOn = () => true }) {
      const asked = read(name, 'asked');
      if (!asked?.value.every(([question, path]) => question !== 'text' || mayRestOn(path))) return undefined;
      const again = askAllAgain(asked.value, { byState, now: now() });
      if (again === undefined) return undefined;
      const { lines, changed } = again;
      const found = read(name, 'found', asked.id);
      const mentions = needsMentions || changed.length > 0 ? read(name, 'mentions', asked.id)?.value : [];
      if (found === undefined || mentions === undefined) return undefined;
      if (changed.length === 0 && lines.some((line, index) => line !== asked.value[index]))
        write(name, 'asked', { id: asked.id, value: lines });
      return { run: { ...found.value, mentions }, changed, keep: (now, as = name) => keep(as, lines, now) };
    },
    record(name, placeOf) {
      const { witness, answers } = createRecord();
      return {
        witness,
        keep(run) {
          const asked = answers();
          if (asked) keep(name, placeOf ? asked.flatMap((line) => moved(line, placeOf)) : asked, run);
        },
      };
    },
    copy(name, to, placeOf) {
      if (read(to, 'asked')) return;
      const asked = read(name, 'asked');
      const [found, mentions] = [read(name, 'found', asked?.id), read(name, 'mentions', asked?.id)];
      if (!asked || !found || !mentions) return;
      const lines = asked.value.flatMap((line) => moved(line, placeOf));
      keep(to, lines, { ...found.value, mentions: mentions.value });
    },
  };
}

/** A state that belongs to another place tells nothing. */
function moved([question, path, answer, stamp]: AnswerLine, placeOf: PlaceOf): readonly AnswerLine[] {
  const place = placeOf({ question, path, answer });
  return place === undefined ? [] : [[question, place, answer, place === path ? stamp : '']];
}

interface Kept<Value> {
  readonly id: string;
  readonly value: Value;
}

/** What was sealed was written by this code. */
function isKept<Value>(value: unknown): value is Kept<Value> {
  return typeof value === 'object' && value !== null && 'id' in value && 'value' in value;
}

/** With more of them there is hardly anything to be spared. */
const MOST_CHANGED = 100;

/** The answers of now and the pages that differ; nothing as soon as another answer does. */
function askAllAgain(
  known: readonly AnswerLine[],
  asking: Asking,
): { readonly lines: readonly AnswerLine[]; readonly changed: readonly ChangedPage[] } | undefined {
  const lines: AnswerLine[] = [];
  const changed: ChangedPage[] = [];
  for (const line of known) {
    const [question, path, answer, stamp] = line;
    const now = askAgain({ question, path, answer, stamp }, asking);
    lines.push(now.answer === answer && now.stamp === stamp ? line : [question, path, now.answer, now.stamp]);
    if (now.answer === answer) continue;
    changed.push({ path, before: answer, after: now.answer });
    if (question !== 'page' || now.answer.startsWith('!') || changed.length > MOST_CHANGED) return undefined;
  }
  return { lines, changed };
}

/** Writes down each question once. Where one is answered in two ways, something changed during the run, and it can never be told again. */
function createRecord(): { readonly witness: Witness; answers(): readonly AnswerLine[] | undefined } {
  const answers = new Map<string, AnswerLine>();
  let isWhole = true;
  return {
    witness: {
      saw(question, path, answer, stamp = '') {
        const key = `${question} ${path}`;
        const known = answers.get(key);
        // The earliest state proves most.
        if (known === undefined) answers.set(key, [question, path, answer, stamp]);
        else if (known[2] !== answer) isWhole = false;
      },
      cannotTell() {
        isWhole = false;
      },
    },
    answers: () => (isWhole ? [...answers.values()] : undefined),
  };
}
