import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../errors.ts';
import type { ReadResult, SpecReader, TruthSource } from './source.ts';

const run = promisify(execFile);

/** Paths of a git tree as URLs, so that relative `$ref`s stay in the tree. */
const tree = 'gittree://spec/';

const checkRef = 'Check the ref and the path; in CI, a shallow clone may not hold the ref.';

interface GitLocation {
  /** A folder or a remote URL; absent for the repository around the working directory. */
  readonly repository?: string;
  readonly ref: string;
  readonly path: string;
}

/** Reads a spec, and its relative `$ref`s, from a commit. A remote is fetched into a temporary folder until `close`. */
export async function openGit(source: TruthSource, cwd: string): Promise<SpecReader> {
  const { repository, ref, path } = parseLocation(source.location);
  const prefix = `git:${repository === undefined ? '' : `${repository}#`}${ref}:`;
  const root = new URL(encodePath(path), tree).href;
  const store = await openRepository({ repository, ref }, cwd);
  // One process at a time: a spec of a thousand files must not start a thousand.
  let last: Promise<unknown> = Promise.resolve();
  return {
    root,
    nameOf: (url) => (url === root ? source.location : prefix + pathOf(url)),
    allows: (url) => url.startsWith(tree) && isDecodable(url),
    read(url) {
      const reading = last.then(() => store.read(pathOf(url)));
      last = reading;
      return reading;
    },
    close: store.close,
  };
}

interface GitStore {
  read(path: string): Promise<ReadResult>;
  close(): Promise<void>;
}

async function openRepository({ repository, ref }: Omit<GitLocation, 'path'>, cwd: string): Promise<GitStore> {
  if (repository === undefined || !isRemote(repository)) {
    const folder = resolve(cwd, repository ?? '.');
    return { read: (path) => show(folder, { ref }, path), close: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'specwins-git-'));
  const close = () => rm(folder, { recursive: true, force: true });
  const failure = await fetchRef(folder, repository, ref);
  if (failure !== undefined) return { read: async () => failure, close };
  return { read: (path) => show(folder, { ref, commit: 'FETCH_HEAD' }, path), close };
}

function parseLocation(location: string): GitLocation {
  const match = /^git:(?:([^#]+)#)?([^:#]+):(.+)$/s.exec(location);
  const [, repository, ref = '', path = ''] = match ?? [];
  // A leading dash would be read as an option of git.
  if (match === null || ref.startsWith('-') || repository?.startsWith('-')) {
    throw new UserError('usage', `\`${location}\` names no file of a git repository.`, {
      hint: 'Write `git:<ref>:<path>`, or `git:<repo>#<ref>:<path>`.',
    });
  }
  return { repository, ref, path };
}

/** URLs and `git@host:path`; helper transports such as `ext::` run commands and are no remotes here. */
function isRemote(repository: string): boolean {
  return /^(?:https?|ssh|git|file):\/\//i.test(repository) || /^[\w.-]+@[\w.-]+:/.test(repository);
}

async function fetchRef(folder: string, url: string, ref: string): Promise<ReadResult | undefined> {
  try {
    await git(folder, ['init', '--quiet', '--bare', '--template=']);
    await git(folder, ['fetch', '--quiet', '--depth=1', '--no-tags', '--', url, ref]);
    return undefined;
  } catch (error) {
    return absent(error);
  }
}

/** `commit` is what git calls the ref here: of a remote only `FETCH_HEAD` is known. */
async function show(
  folder: string,
  { ref, commit = ref }: { readonly ref: string; readonly commit?: string },
  path: string,
): Promise<ReadResult> {
  try {
    return { kind: 'text', text: await git(folder, ['show', '--no-textconv', `${commit}:${path}`, '--']) };
  } catch (error) {
    if (!stderrOf(error).includes('bad revision')) return absent(error);
    const known = await hasCommit(folder, commit);
    return { kind: 'absent', why: known ? `is not in \`${ref}\`` : `names the unknown ref \`${ref}\``, hint: checkRef };
  }
}

async function hasCommit(folder: string, commit: string): Promise<boolean> {
  return git(folder, ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  );
}

async function git(folder: string, parameters: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...parameters], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    env: gitEnvironment(),
  });
  return stdout;
}

/** In a commit hook git names its own repository by variables, which would win over the folder. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const own = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY)$/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}

function absent(error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { kind: 'absent', why: 'needs `git`, which is not installed', hint: 'Install git.' };
  const stderr = stderrOf(error).split('\n');
  const line = stderr.find((text) => text.startsWith('fatal:')) ?? stderr[0] ?? '';
  const reason = line.replace(/^fatal: /, '').replace(/\.$/, '');
  return { kind: 'absent', why: `could not be read from git: ${reason}`, hint: checkRef };
}

function stderrOf(error: unknown): string {
  return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
}

function encodePath(path: string): string {
  return path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/');
}

function isDecodable(url: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(url);
}

function pathOf(url: string): string {
  return decodeURIComponent(url.slice(tree.length));
}
