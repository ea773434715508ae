import { join } from 'node:path';
import { type Answer, type Asking, askAgain } from '../disk/ask-again.ts';
import type { Witness } from '../disk/witness.ts';
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
  /** Absolute; absent where the run has none. */
  readonly baseline?: string | undefined;
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
   * The run of this name, where the disk gives every answer again that it rests on; no page is read that has not changed. `mentions`:
   * whether they are needed; else there are none. `mayRestOn`: whether what a file holds may play a part.
   */
  recall(name: string, needs: RecallNeeds): KnownRun | undefined;
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
      const answers = askAllAgain(asked.value, { byState, now: now() });
      if (answers === undefined) return undefined;
      const found = read(name, 'found', asked.id);
      const mentions = needsMentions ? read(name, 'mentions', asked.id)?.value : [];
      if (found === undefined || mentions === undefined) return undefined;
      if (answers.some((answer, index) => answer !== asked.value[index]))
        write(name, 'asked', { id: asked.id, value: answers });
      return { ...found.value, mentions };
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

/** The answers with the states of now; nothing as soon as one is another. */
function askAllAgain(lines: readonly AnswerLine[], asking: Asking): readonly AnswerLine[] | undefined {
  const again: AnswerLine[] = [];
  for (const line of lines) {
    const [question, path, answer, stamp] = line;
    const now = askAgain({ question, path, answer, stamp }, asking);
    if (now === undefined) return undefined;
    again.push(now.stamp === stamp ? line : [question, path, answer, now.stamp]);
  }
  return again;
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
