import type { RunObserver, Stage } from '../observer.ts';
import { columnsOf, type Io } from './io.ts';

/** A run that is over sooner shows nothing: a flicker helps nobody. */
const patience = 300;
/** Between two drawings. */
const pause = 80;

const words: Readonly<Record<Stage, string>> = {
  configuration: 'Looking for docs and specs',
  specs: 'Reading specs',
  pages: 'Reading pages',
  secrets: 'Looking for secrets',
  binding: 'Binding mentions to operations',
  rules: 'Checking rules',
  report: 'Writing the report',
};

/** A line on stderr that says what a long run is at. */
export interface Progress extends RunObserver {
  /** Takes the line away. */
  erase(): void;
}

/**
 * Draws nothing where no person looks, and never hides the cursor: Ctrl-C may end the process at any moment, and nobody
 * would be there to bring it back. No timer is at work; the run itself has to say that it goes on.
 */
export function createProgress(io: Io, now: () => number = () => performance.now()): Progress {
  const { stderr, env } = io;
  const shown = stderr.isTTY === true && env.TERM !== 'dumb' && !env.CI;
  // The clock is loaded when it is first read.
  const started = shown ? now() : 0;
  let drawn = '';
  let last = Number.NEGATIVE_INFINITY;
  const running: Stage[] = [];

  const draw = (text: string, urgent: boolean): void => {
    if (!shown) return;
    const time = now();
    if (time - started < patience || text === drawn || (!urgent && time - last < pause)) return;
    stderr.write(`\r\u001b[2K${text.slice(0, Math.max(0, columnsOf({ ...io, stdout: stderr }) - 1))}`);
    drawn = text;
    last = time;
  };
  return {
    begin(stage) {
      running.push(stage);
      draw(`${words[stage]} …`, true);
      return () => {
        running.splice(running.indexOf(stage), 1);
        const before = running.at(-1);
        if (before !== undefined) draw(`${words[before]} …`, true);
      };
    },
    page(_, { done, total }) {
      draw(`${words.pages} ${done}/${total}`, done === total);
    },
    rule(id, work) {
      draw(`${words.rules}: ${id}`, false);
      return work();
    },
    erase() {
      if (drawn !== '') stderr.write('\r\u001b[2K');
      drawn = '';
    },
  };
}
