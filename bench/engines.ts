import { hasShared } from './corpora.ts';
import { compareFacts, corpusPages, readStored, wholeParser } from './engine-differences.ts';

/** Holds the two parsers against each other on every page of the corpora; takes some minutes. */
async function main(): Promise<number> {
  if (!hasShared) {
    console.log('skipped: the measuring material (../shared) is not here');
    return 0;
  }
  const [fast, reference] = [await wholeParser('fast'), await wholeParser('reference')];
  const pages = corpusPages();
  let differing = 0;
  for (const page of pages) {
    const differences = compareFacts(readStored(page, fast), readStored(page, reference));
    if (differences.length === 0) continue;
    differing++;
    console.log(`${page.corpus} ${page.file}`);
    for (const { engine, kind, fact } of differences)
      console.log(`  only ${engine} ${kind} ${JSON.stringify(fact).slice(0, 300)}`);
  }
  console.log(`${pages.length} pages, ${differing} read differently`);
  return differing === 0 ? 0 : 1;
}

process.exitCode = await main();
