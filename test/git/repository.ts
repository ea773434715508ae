import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeOrchard } from '../cli/orchard.ts';
import { type CliResult, runCli } from '../cli/run-cli.ts';

/** A repository in a temporary folder, and what a test does in it. */
export interface TestRepository {
  readonly cwd: string;
  git(...parameters: string[]): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  commit(message?: string): void;
  lint(...argv: string[]): Promise<CliResult>;
  /** The rules and files of what is reported. */
  findings(...argv: string[]): Promise<readonly string[]>;
}

/** The settings of the machine must not decide over a test, nor a hook in which it runs. */
export const gitEnv: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@orchard.example',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@orchard.example',
};

/** The orchard's site as the first commit of `main`; its page on harvests has drifted. */
export function writeRepository(more: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = openTestRepository(writeOrchard(more));
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.commit('Plant');
  return repository;
}

export function openTestRepository(cwd: string, env: Readonly<Record<string, string>> = {}): TestRepository {
  const git = (...parameters: string[]) =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', ...parameters], {
      cwd,
      env: gitEnv,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const lint = (...argv: string[]) => runCli(argv, cwd, { ...gitEnv, ...env });
  return {
    cwd,
    git,
    write(file, text) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), text);
    },
    remove: (file) => rmSync(join(cwd, file)),
    commit(message = 'Tend') {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
    },
    lint,
    async findings(...argv) {
      const { stdout, stderr } = await lint('--format', 'json', ...argv);
      if (stderr !== '') throw new Error(stderr);
      const { findings }: { findings: { rule: string; file: string }[] } = JSON.parse(stdout);
      return findings.map(({ rule, file }) => `${file} ${rule}`);
    },
  };
}
