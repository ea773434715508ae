import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { loadConfig } from '../../config/load-config.ts';
import { repositoryOf, toSlashes } from '../../discover/repository.ts';
import { UserError } from '../../errors.ts';
import { listNames } from '../../text/list-names.ts';
import type { Io } from '../io.ts';
import { planHook } from './hook.ts';
import { type InitFlags, planConfig } from './plan-config.ts';
import { planWorkflow } from './workflow.ts';
import { type NewFile, writeFiles } from './write-files.ts';

const configName = 'specwins.config.yaml';

/** Writes a configuration that says what a run would find out by itself, and what only a person knows. */
export async function runInit(flags: InitFlags, io: Io, hookOptions: string): Promise<number> {
  const { cwd } = io;
  const repository = repositoryOf(cwd) ?? cwd;
  const existing = existingConfig(cwd);
  const more = flags.workflow || flags.hook;
  refuse(existing, flags);
  const files: NewFile[] = [];
  const said: string[] = [];
  if (existing === undefined || flags.force) {
    const planned = await planConfig(flags, io);
    if (planned === undefined) {
      io.stdout.write('Nothing was written.\n');
      return 130;
    }
    files.push({ path: join(cwd, configName), text: planned.text });
    said.push(...planned.said);
  } else if (more) said.push(`\`${existing}\` stays as it is.`);
  if (flags.workflow) files.push(planWorkflow(cwd, repository, flags));
  const hook = flags.hook ? planHook(cwd, repository, { options: hookOptions }) : undefined;
  if (hook) files.push(hook);
  else if (flags.hook) said.push('The hook is there already.');
  if (flags.dryRun) printFiles(files, io);
  else await finish(files, said, io);
  return 0;
}

const names = [configName, 'specwins.config.json', 'specwins.config.jsonc'];

function existingConfig(cwd: string): string | undefined {
  return names.find((name) => existsSync(join(cwd, name)));
}

function refuse(existing: string | undefined, { force, workflow, hook }: InitFlags): void {
  if (existing === undefined) return;
  if (force && existing !== configName) {
    throw new UserError('write-failed', `\`${existing}\` would stand beside the new \`${configName}\`.`, {
      hint: 'Remove or rename it first; two configurations in one folder are an error.',
    });
  }
  if (force || workflow || hook) return;
  throw new UserError('write-failed', `There is a configuration already: \`${existing}\`.`, {
    hint: 'Use --force to replace it, or --dry-run --force to see what would be written.',
  });
}

function printFiles(files: readonly NewFile[], { cwd, stdout }: Io): void {
  for (const { path, text } of files) stdout.write(`# ${toSlashes(relative(cwd, path))}\n\n${text}\n`);
}

/** Says what was written once the configuration was seen to load. */
async function finish(files: readonly NewFile[], said: readonly string[], io: Io): Promise<void> {
  writeFiles(files);
  const written = files.map(({ path }) => toSlashes(relative(io.cwd, path)));
  const waiting = files.flatMap(({ waitsFor }) => waitsFor ?? []);
  io.stdout.write(
    [...said, ...(written.length > 0 ? [`Wrote ${listNames(written)}.`] : []), ...waiting, ''].join('\n'),
  );
  try {
    await loadConfig({ cwd: io.cwd }, { ruleIds: rules.map(({ id }) => id) });
  } catch (error) {
    // The file is as good as what was found: without any spec it waits for one.
    if (!(error instanceof UserError) || !['no-spec', 'spec-ambiguous'].includes(error.code)) throw error;
    io.stdout.write(`Before a run can be done: ${error.message} ${error.hint ?? ''}\n`);
    return;
  }
  io.stdout.write('Next: `npx specwins`\n');
}
