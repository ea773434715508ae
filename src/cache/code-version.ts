import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../version.ts';

/** To be raised when what is kept, or how, becomes another. */
const FORMAT = 2;

let known: string | undefined;

/**
 * Tells apart all code that may read something else of the same page: the version of this package and of what it is installed with. Where
 * it is being worked on, every build is a version.
 */
export function codeVersion(): string {
  known ??= computeVersion(fileURLToPath(import.meta.url));
  return known;
}

export function computeVersion(module: string): string {
  const folder = packageFolder(module);
  const hash = createHash('sha1').update(`${FORMAT} ${version} ${process.version}`);
  for (const lock of installedLocks(folder)) hash.update(readFileSync(lock));
  // What is published has no sources and never changes.
  if (existsSync(join(folder, 'src'))) addCode(hash, module, folder);
  return `${version}-${hash.digest('hex').slice(0, 16)}`;
}

function packageFolder(module: string): string {
  let folder = dirname(module);
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** In which package managers note what they have installed. */
const LOCKS = ['.package-lock.json', '.yarn-state.yml', '.yarn-integrity', 'lock.yaml'];

/** Of the folders in which the package lies and of its own one: parsers are dependencies, and may be updated without it. */
function installedLocks(folder: string): readonly string[] {
  const places = [join(folder, 'node_modules')];
  for (let place = folder; dirname(place) !== place; place = dirname(place)) {
    if (['node_modules', '.pnpm'].includes(basename(place))) places.push(place);
  }
  return places.flatMap((place) => LOCKS.map((name) => join(place, name))).filter((file) => existsSync(file));
}

/** The code that runs: TypeScript as it is written, or what was built of it. The chunks of the bundle are called by their contents. */
function addCode(hash: Hash, module: string, folder: string): void {
  const bundle = /^(.*[\\/]dist[\\/]cli)[\\/]/.exec(module)?.[1];
  if (bundle === undefined) for (const file of codeBeside(module, folder)) hash.update(readFileSync(file));
  else hash.update(readFileSync(join(bundle, 'main.js'))).update(readdirSync(join(bundle, 'chunks')).sort().join());
}

function codeBeside(module: string, folder: string): readonly string[] {
  const ending = module.endsWith('.ts') ? '.ts' : '.js';
  const tops = ending === '.ts' ? ['src', 'rules'] : ['dist'];
  return tops
    .map((top) => join(folder, top))
    .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)))
    .filter((file) => file.endsWith(ending) || file.endsWith('.json'))
    .sort();
}
