import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { pageJson } from '../cache/page-line.ts';
import { isTooDeep } from '../extract/extract-page.ts';
import { createExtractorTimes } from '../extract/extractor-times.ts';
import { openReader, type PageText } from '../extract/read-page.ts';
import { frameworkOf } from '../frameworks/index.ts';
import type { Page } from '../model.ts';
import { searchText } from '../secrets/find-secrets.ts';
import type { BatchAnswer, PageBatch, ThreadedPage, ThreadSetup } from './messages.ts';
import { nestsDeeply } from './nests-deeply.ts';

/** Reads batches of pages for the main thread, which has started this module as a thread. */
function answerBatches(port: MessagePort, { options, timed }: ThreadSetup): void {
  const times = timed ? createExtractorTimes() : undefined;
  const reader = openReader(options, times);
  const answer = async ({ pages, sites }: PageBatch): Promise<BatchAnswer> => {
    const read: (ThreadedPage | undefined)[] = [];
    for (const { file, text, site } of pages) {
      const { framework, facts } = sites[site] ?? {};
      if (framework) read.push(await readThreaded({ file, text, framework: frameworkOf(framework), facts }, reader));
    }
    return { pages: read, times: times?.take() ?? new Map() };
  };
  // One at a time, so that what is asked first is there first.
  let last = Promise.resolve();
  port.on('message', (batch: PageBatch) => {
    last = last.then(async () => port.postMessage(await answer(batch)));
  });
}

async function readThreaded(
  page: PageText,
  reader: Promise<(page: PageText) => Promise<Page>>,
): Promise<ThreadedPage | undefined> {
  if (nestsDeeply(page.text)) return undefined;
  try {
    const read = await (await reader)(page);
    return isTooDeep(read) ? undefined : { json: pageJson(read), secrets: await searchText(page.text) };
  } catch {
    // A bug: the main thread comes upon it too, and tells it.
    return undefined;
  }
}

if (parentPort) answerBatches(parentPort, workerData);
