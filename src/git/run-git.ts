import { execFile } from 'node:child_process';
import { UserError } from '../errors.ts';

/** Where a `git` works and what it is told by variables. */
export interface GitPlace {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What `git` said when it refused. */
export class GitFailure extends Error {
  readonly stderr: string;

  constructor(stderr: string, cause: unknown) {
    super(stderr, { cause });
    this.stderr = stderr;
  }
}

/** No program that watches files is asked, and paths come as they are. */
const settings = ['core.fsmonitor=false', 'core.quotePath=false', 'diff.relative=false', 'diff.noprefix=false'].flatMap(
  (setting) => ['-c', setting],
);

/** Runs `git` without a shell and returns its output. Throws a `GitFailure` where it refuses. */
export function runGit({ folder, env }: GitPlace, parameters: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...settings, ...parameters],
      { cwd: folder, env: quiet(env), encoding: 'buffer', maxBuffer: Infinity, windowsHide: true },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else if (error.code === 'ENOENT') reject(noGit(error));
        else reject(new GitFailure(stderr.toString(), error));
      },
    );
    // A git that ends before it has read all is told apart by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The fields of an output with `-z`. */
export function fieldsOf(output: Buffer): readonly string[] {
  const fields = output.toString().split('\0');
  return fields.at(-1) === '' ? fields.slice(0, -1) : fields;
}

/** What git gives as the reason, without its prefix. */
export function reasonOf({ stderr }: GitFailure): string {
  const lines = stderr.split('\n');
  const line = lines.find((text) => text.startsWith('fatal:')) ?? lines[0] ?? '';
  return line.replace(/^fatal: /, '').replace(/\.$/, '');
}

/** Asks nobody, fetches nothing, and speaks the language that is read here. */
function quiet(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}

function noGit(cause: Error): UserError {
  return new UserError('git', 'What changed cannot be told without `git`, which was not found.', {
    hint: 'Install git, or name files with --files or as arguments.',
    cause,
  });
}
