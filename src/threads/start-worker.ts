import { Worker } from 'node:worker_threads';
import type { BatchAnswer, PageBatch, ThreadSetup } from './messages.ts';

/** A thread that reads pages. */
export interface PageWorker {
  send(batch: PageBatch): void;
  /** Nothing is heard of it any more. */
  end(): void;
}

export interface WorkerEvents {
  /** Batches are answered in the order in which they were sent. */
  answered(answer: BatchAnswer): void;
  /** It cannot go on, or never began. */
  lost(): void;
}

/** As much as the main thread has on most systems: parsers in native code go down the stack of the system, and end the process where it is over. */
const STACK_MB = 8;

/** Starts a thread; nothing where none may be started. */
export function startWorker(setup: ThreadSetup, { answered, lost }: WorkerEvents): PageWorker | undefined {
  let over = false;
  const lose = () => {
    if (!over) lost();
    over = true;
  };
  try {
    const worker = new Worker(entry(), {
      workerData: setup,
      resourceLimits: { stackSizeMb: STACK_MB },
    });
    worker.on('message', (answer: BatchAnswer) => {
      if (!over) answered(answer);
    });
    for (const event of ['error', 'messageerror', 'exit']) worker.on(event, lose);
    return {
      send: (batch) => worker.postMessage(batch),
      end() {
        over = true;
        void worker.terminate();
      },
    };
  } catch {
    return undefined;
  }
}

/** It lies beside this module, also where that is part of the bundle; see `bin/build/bundle.ts`. */
function entry(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? './page-worker.mjs' : './page-worker.js', import.meta.url);
}
