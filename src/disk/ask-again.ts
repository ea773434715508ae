import { readFileSync } from 'node:fs';
import { hashOf } from '../text/hash-of.ts';
import { stampOf } from './file-stamp.ts';
import { kindOf, listFolder, namesAnswer, readHead, refusalOf, sizeOf } from './read-disk.ts';
import type { Question } from './witness.ts';

/** A question to the disk, and what it answered. */
export interface Answer {
  readonly question: Question;
  /** Absolute. */
  readonly path: string;
  readonly answer: string;
  /** The state of the file then; empty where that proves nothing. */
  readonly stamp: string;
}

export interface Asking {
  /** That a file has not changed is told by its state, where that outlasts a run; else by its content alone. */
  readonly byState: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The answer, with the state of its file now, where the disk answers the same again; else nothing. */
export function askAgain(known: Answer, { byState, now }: Asking): Answer | undefined {
  const { question, path, answer, stamp } = known;
  if (question !== 'text') return askNow(question, path) === answer ? known : undefined;
  const state = byState ? (stampOf(path, now) ?? '') : '';
  if (state !== '' && state === stamp) return known;
  if (textNow(path) !== answer) return undefined;
  return state === '' ? known : { ...known, stamp: state };
}

function askNow(question: Exclude<Question, 'text'>, path: string): string {
  try {
    switch (question) {
      case 'head':
        return hashOf(readHead(path));
      case 'kind':
        return kindOf(path) ?? '';
      case 'names':
        return namesAnswer(listFolder(path));
      case 'size':
        return String(sizeOf(path));
    }
  } catch (cause) {
    return refusalOf(cause);
  }
}

/** A text and its bytes have one hash; bytes that are no text have another than what was made of them, and count as changed. */
function textNow(path: string): string {
  try {
    return hashOf(readFileSync(path));
  } catch (cause) {
    return refusalOf(cause);
  }
}
