import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'specwins-packed');
const parts = ['package.json', 'bin', 'rules', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const onWindows = process.platform === 'win32';

/** Why nothing can be packed or installed here; absent where it can. */
export const withoutNpm =
  spawnSync('npm', ['--version'], { shell: onWindows }).status === 0 ? undefined : 'npm is not installed';

/** Runs npm without its notices. No argument comes from outside of the tests. */
export function npm(cwd: string, ...parameters: readonly string[]): string {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return execFileSync('npm', [...parameters, ...quiet], { cwd, encoding: 'utf8', shell: onWindows });
}

/**
 * The tarball that a user gets: compiled and packed once, whichever tests ask for it, and kept until something that goes into it
 * changes. `npm pack` in the repository itself would build into `dist` while other tests read there.
 */
export function packPackage(): string {
  const folder = join(cache, keyOf());
  const tarball = () => readdirSync(folder).find((name) => name.endsWith('.tgz'));
  while (!existsSync(folder)) {
    const lock = `${folder}.lock`;
    if (takesLock(lock)) pack(folder, lock);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return join(folder, tarball() ?? '');
}

/** Lays the content of the tarball into a folder, as npm would install it but without its dependencies. */
export function unpackPackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // Relative, since `tar` may take `C:` for a host.
  cpSync(packPackage(), join(folder, 'packed.tgz'));
  execFileSync('tar', ['-xzf', 'packed.tgz', '--strip-components=1'], { cwd: folder });
  rmSync(join(folder, 'packed.tgz'));
}

/** Whoever makes the folder packs. One that a run left behind when it was ended is taken away. */
function takesLock(lock: string): boolean {
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 180_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function pack(folder: string, lock: string): void {
  const work = mkdtempSync(join(cache, 'work-'));
  try {
    if (existsSync(folder)) return;
    for (const old of readdirSync(cache).filter((name) => /^[0-9a-f]+$/.test(name))) {
      rmSync(join(cache, old), { recursive: true, force: true });
    }
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '--outDir', join(work, 'dist')], { cwd: root });
    const bundle = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bin/build/bundle.ts')];
    execFileSync(process.execPath, [...bundle, join(work, 'dist')], { cwd: root });
    for (const part of parts) cpSync(join(root, part), join(work, part), { recursive: true });
    mkdirSync(join(work, 'packed'));
    npm(work, 'pack', '--ignore-scripts', '--pack-destination', 'packed');
    renameSync(join(work, 'packed'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmdirSync(lock);
  }
}

/** What goes into the package. */
function keyOf(): string {
  const hash = createHash('sha256');
  for (const part of [...parts, 'src', 'tsconfig.json', 'package-lock.json']) {
    const path = join(root, part);
    const below = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [path];
    for (const file of below.sort()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 24);
}
