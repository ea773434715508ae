import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Corpus, corpora } from '../corpora.ts';
import { varyPage, wordsOf } from './vary-page.ts';

/** Where the guides of a site lie in its repository, where that is not its whole. */
const docsFolders: Readonly<Record<string, string>> = {
  anycrawl: 'apps/docs/content/docs',
  ollama: 'docs',
  ory: 'docs',
  'trigger.dev': 'docs',
};

export interface MultipliedSite {
  readonly folder: string;
  readonly pages: number;
  readonly bytes: number;
}

interface Original {
  readonly corpus: Corpus;
  readonly files: readonly string[];
  readonly pages: number;
}

/**
 * A repository of about that many pages: the sites side by side, smallest first, again and again as long as one more fits.
 * The first copy of a site is the site; in each further one, the words of the prose are others. Every copy is a docs root of
 * its own, under its own framework. An earlier run's folder is used again.
 */
export function multiplySites(parent: string, target: number): MultipliedSite {
  const folder = join(parent, `pages-${target}`);
  const record = join(folder, '.made.json');
  if (existsSync(record)) return { folder, ...JSON.parse(readFileSync(record, 'utf8')) };
  const originals = corpora.map(readOriginal).sort((one, other) => one.pages - other.pages);
  const words = wordsOf(
    originals.flatMap(({ corpus, files }) => files.filter(isPage).map((file) => read(corpus, file))),
  );
  const made = { pages: 0, bytes: 0 };
  const docs: { root: string; framework: string | undefined }[] = [];
  for (let copy = 0; ; copy++) {
    const fitting = originals.filter(({ pages }) => pages < target / 3);
    const before = made.pages;
    for (const original of fitting) {
      // A little more is nearer to the target than a little less.
      if (made.pages + original.pages > target * 1.02) break;
      const name = `${original.corpus.name}-${copy}`;
      made.pages += original.pages;
      made.bytes += writeCopy(original, join(folder, name), copy, words);
      docs.push({
        root: join(name, docsFolders[original.corpus.name] ?? '.'),
        framework: original.corpus.options.framework,
      });
    }
    if (made.pages === before) break;
  }
  const config = {
    docs,
    specs: specsOf(originals.filter(({ corpus }) => existsSync(join(folder, `${corpus.name}-0`)))),
  };
  writeFileSync(join(folder, 'specwins.config.json'), `${JSON.stringify(config, undefined, 2)}\n`);
  writeFileSync(record, JSON.stringify(made));
  return { folder, ...made };
}

function readOriginal(corpus: Corpus): Original {
  const files = readdirSync(corpus.options.cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(corpus.options.cwd.length + 1));
  return { corpus, files, pages: files.filter(isPage).length };
}

/** The specs of all sites, by names that no two share. */
function specsOf(originals: readonly Original[]): Readonly<Record<string, string>> {
  const named = originals.flatMap(({ corpus: { name, options } }) =>
    (options.specs ?? []).map((spec, index) => [`${name.replace('.', '-')}-${index}`, `${name}-0/${spec}`]),
  );
  return Object.fromEntries(named);
}

function writeCopy({ corpus, files }: Original, folder: string, copy: number, words: readonly string[]): number {
  let bytes = 0;
  for (const file of files) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    if (!isPage(file)) {
      copyFileSync(join(corpus.options.cwd, file), target);
      continue;
    }
    const text = read(corpus, file);
    const varied = copy === 0 ? text : varyPage(text, words, `${copy}/${corpus.name}/${file}`);
    bytes += Buffer.byteLength(varied);
    writeFileSync(target, varied);
  }
  return bytes;
}

function read({ options }: Corpus, file: string): string {
  return readFileSync(join(options.cwd, file), 'utf8');
}

function isPage(file: string): boolean {
  return /\.mdx?$/.test(file);
}
