import { setImmediate as turn } from 'node:timers/promises';
import type { FreshPage, ReadFresh } from '../extract/fresh-page.ts';
import type { ReadingAhead, ReadingAids } from '../extract/read-ahead.ts';
import type { PageText } from '../extract/read-page.ts';
import type { Page } from '../model.ts';
import { searchText } from '../secrets/find-secrets.ts';
import { batchesOf } from './batches.ts';
import type { BatchAnswer, PageBatch, ThreadedPage, ThreadSetup } from './messages.ts';
import { type PromisedPages, promisePages } from './promised-pages.ts';
import { type PageWorker, startWorker } from './start-worker.ts';

type Batch = readonly PageText[];

/**
 * Reads pages in `threads` threads and in this one; whoever is done with a batch takes the next one. What a thread cannot read, or
 * had when it was lost, is read here.
 */
export function readBeside(
  pages: readonly PageText[],
  threads: number,
  { start = startWorker, ...aids }: ReadingAids & { readonly start?: typeof startWorker },
): ReadingAhead {
  const { readHere, times } = aids;
  const waiting = [...batchesOf(pages, threads + 1)];
  const promised = promisePages(pages);
  const here = workHere(waiting, async (page) => {
    const read = readAndSearch(page, readHere);
    promised.settle(page, read);
    await read.catch(() => undefined);
  });
  const giveBack = (batches: readonly Batch[]) => {
    waiting.unshift(...batches);
    here.go();
  };
  const answering = new Set<PageWorker>();
  const setup = setupOf(aids);
  const noteTimes = (given: BatchAnswer['times'], worker: PageWorker) => {
    answering.add(worker);
    for (const [id, time] of given) times?.add(id, time);
  };
  const workers = Array.from({ length: Math.min(threads, waiting.length - 1) }).flatMap(
    () => employ(waiting, { start, setup, promised, giveBack, noteTimes }) ?? [],
  );
  here.go();
  return {
    threads: () => answering.size,
    read: (page) => promised.take(page) ?? readHere(page),
    end() {
      here.stop();
      for (const worker of workers) worker.end();
    },
  };
}

/** A configuration holds more than this, and not all of it can be sent. */
function setupOf({ options, times }: ReadingAids): ThreadSetup {
  const { engine, components, programs = [], hedges = [] } = options;
  return {
    options: { engine, components, programs: programs.map(({ name }) => ({ name })), hedges },
    timed: times !== undefined,
  };
}

async function readAndSearch(page: PageText, readHere: ReadFresh): Promise<FreshPage> {
  return { ...(await readHere(page)), secrets: await searchText(page.text) };
}

/** Takes batches in this thread, and lets others have their say after each page. */
function workHere(waiting: Batch[], read: (page: PageText) => Promise<void>) {
  let running = false;
  let stopped = false;
  const work = async () => {
    running = true;
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      for (const page of batch) {
        await turn();
        if (stopped) return;
        await read(page);
      }
    }
    running = false;
  };
  return {
    go: () => void (running || stopped || work()),
    stop() {
      stopped = true;
    },
  };
}

/** One is read, and the next one lies ready. */
const AT_A_TIME = 2;

interface Work {
  readonly start: typeof startWorker;
  readonly setup: ThreadSetup;
  readonly promised: PromisedPages;
  readonly giveBack: (batches: readonly Batch[]) => void;
  readonly noteTimes: (times: BatchAnswer['times'], worker: PageWorker) => void;
}

/** Starts a thread that takes batches until there are none. */
function employ(waiting: Batch[], { start, setup, promised, giveBack, noteTimes }: Work): PageWorker | undefined {
  const sent: Batch[] = [];
  const worker = start(setup, {
    answered({ pages, times }) {
      const batch = sent.shift() ?? [];
      if (worker) noteTimes(times, worker);
      for (const [index, page] of batch.entries()) {
        const read = pages[index];
        if (read) promised.settle(page, freshPage(read));
      }
      const left = batch.filter((_, index) => !pages[index]);
      if (left.length > 0) giveBack([left]);
      feed();
    },
    lost: () => giveBack(sent.splice(0)),
  });
  const feed = () => {
    for (const batch of waiting.splice(0, AT_A_TIME - sent.length)) {
      sent.push(batch);
      worker?.send(messageOf(batch));
    }
    // Its memory is worth more than its company.
    if (sent.length === 0) worker?.end();
  };
  if (worker) feed();
  return worker;
}

function freshPage({ json, secrets }: ThreadedPage): FreshPage {
  // A page is plain data, and this one was made by the same code.
  const page: Page = JSON.parse(json);
  return { page, json, secrets };
}

/** Each site once: what is known of a project may be much. */
function messageOf(batch: Batch): PageBatch {
  const sites: PageBatch['sites'][number][] = [];
  const pages = batch.map(({ file, text, framework: { id: framework }, facts }) => {
    const known = sites.findIndex((site) => site.framework === framework && site.facts === facts);
    const site = known < 0 ? sites.push({ framework, facts }) - 1 : known;
    return { file, text, site };
  });
  return { sites, pages };
}
