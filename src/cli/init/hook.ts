import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { toSlashes } from '../../discover/repository.ts';
import { failureReason } from '../../disk/failure-reason.ts';
import { UserError } from '../../errors.ts';
import { type CommandLine, commandLineOf, fromTop } from './command-line.ts';
import type { NewFile } from './write-files.ts';

const files = '\\.(mdx?|ya?ml|json)$';
const lefthookFiles = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'];
const preCommitFile = '.pre-commit-config.yaml';

/** What else the hook's run takes: options that this version has. */
export interface HookOptions {
  readonly options: string;
}

/**
 * An entry for whatever runs hooks in the repository: lefthook, husky, else pre-commit. Nothing where it is there already.
 * Comments and order of a file that is there stay as they are.
 */
export function planHook(cwd: string, repository: string, { options }: HookOptions): NewFile | undefined {
  const line = commandLineOf(cwd, repository);
  const lefthook = lefthookFiles.map((name) => join(repository, name)).find((path) => existsSync(path));
  if (lefthook !== undefined) return addToLefthook(lefthook, repository, fromTop(line, options));
  if (existsSync(join(repository, '.husky'))) return addToHusky(repository, line, options);
  return addToPreCommit(join(repository, preCommitFile), repository, entryOf(line, options));
}

/** pre-commit runs no shell. */
function entryOf(line: CommandLine, options: string): string {
  const command = fromTop(line, options);
  return line.folder === '' ? command : `sh -c ${JSON.stringify(command)}`;
}

function addToPreCommit(path: string, repository: string, entry: string): NewFile | undefined {
  const text = readHooks(path, repository);
  if (mentions(text)) return undefined;
  const document = open(path, repository, text);
  const hook = { id: 'specwins', name: 'specwins', entry, language: 'system', files, pass_filenames: false };
  const added = document.createNode({ repo: 'local', hooks: [hook] });
  // A spec that changes can make any page wrong, so the whole site is checked.
  const repos = document.get('repos');
  if (isSeq(repos)) repos.add(added);
  else if (repos === undefined || repos === null) document.set('repos', document.createNode([added]));
  else throw unexpected(path, repository, '`repos` is no list');
  return { path, text: document.toString({ lineWidth: 0 }), waitsFor: installedBy('pre-commit install') };
}

function addToLefthook(path: string, repository: string, run: string): NewFile | undefined {
  const text = readHooks(path, repository);
  if (mentions(text)) return undefined;
  const document = open(path, repository, text);
  const job = { glob: '*.{md,mdx,yaml,yml,json}', run };
  const jobs = document.getIn(['pre-commit', 'jobs']);
  if (isSeq(jobs)) jobs.add(document.createNode({ name: 'specwins', ...job }));
  else document.setIn(['pre-commit', 'commands', 'specwins'], document.createNode(job));
  return { path, text: document.toString({ lineWidth: 0 }), waitsFor: installedBy('lefthook install') };
}

function addToHusky(repository: string, line: CommandLine, options: string): NewFile | undefined {
  const path = join(repository, '.husky/pre-commit');
  const text = readHooks(path, repository);
  if (mentions(text)) return undefined;
  const command = fromTop(line, options);
  const lead = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return { path, text: `${lead}${line.folder === '' ? command : `(${command})`}\n`, executable: true };
}

/** The hooks that are there already; '' where there are none. */
function readHooks(path: string, repository: string): string {
  if (!existsSync(path)) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw unexpected(path, repository, `it ${failureReason(cause)}`);
  }
}

/** husky needs no such step: it is there where its folder is. */
function installedBy(command: string): string {
  return `\`${command}\` makes git call the hook, once in each clone.`;
}

/** A comment is no entry. */
function mentions(text: string): boolean {
  return text.split('\n').some((line) => /\bspecwins\b/.test(line.replace(/(?:^|\s)#.*$/, '')));
}

function open(path: string, repository: string, text: string): Document {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw unexpected(path, repository, error.message.split('\n')[0]?.replace(/:$/, '') ?? 'it is no YAML');
  if (document.contents !== null && !isMap(document.contents)) throw unexpected(path, repository, 'it is no mapping');
  return document;
}

function unexpected(path: string, repository: string, reason: string): UserError {
  const name = toSlashes(relative(repository, path));
  return new UserError('write-failed', `No hook can be added to \`${name}\`: ${reason}.`, {
    hint: 'Mend the file, or run it again without --hook. Nothing was written.',
  });
}
