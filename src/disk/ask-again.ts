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

/** What the disk answers now. A text whose file has not changed is not read. */
export function askAgain(known: Answer, { byState, now }: Asking): Pick<Answer, 'answer' | 'stamp'> {
  const { question, path, answer, stamp } = known;
  if (question !== 'page' && question !== 'text') return { answer: askNow(question, path), stamp };
  const state = byState ? (stampOf(path, now) ?? '') : '';
  return state !== '' && state === stamp ? { answer, stamp } : { answer: textNow(path), stamp: state };
}

function askNow(question: Exclude<Question, 'page' | 'text'>, path: string): string {
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
