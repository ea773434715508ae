import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { LintOptions } from '../config/config.ts';
import { isPattern } from '../discover/path-argument.ts';
import { UserError } from '../errors.ts';
import { nearestName } from '../text/nearest-name.ts';
import { addCacheOptions, type CacheFlags } from './cache-flags.ts';
import type { Io } from './io.ts';
import { addThreadOption, type ThreadFlags } from './thread-flags.ts';

/** The options of every command that reads docs and specs. */
export interface RunFlags extends CacheFlags, ThreadFlags {
  readonly spec?: readonly string[];
  readonly config?: string;
  readonly framework?: string;
  readonly engine?: 'fast' | 'reference';
  readonly color?: boolean;
}

export function addRunOptions(command: Command): Command {
  const reading = command
    .optionsGroup('What is read:')
    .option('--spec <spec>', 'a spec: <file>, <url> or git:<ref>:<path>; <name>=… names it; repeatable', collect)
    .option('--config <file>', 'the configuration; else specwins.config.* is looked for upwards')
    .option('--framework <name>', 'the docs framework; else it is detected')
    .option('--engine <name>', 'the parser: fast or reference', chooseFrom('--engine', ['fast', 'reference']));
  return addThreadOption(addCacheOptions(reading))
    .optionsGroup('How it is shown:')
    .option('--color', 'colour the output, whatever it goes to')
    .option('--no-color', 'do not colour it');
}

export function toLintOptions(flags: RunFlags, paths: readonly string[], { cwd }: Io): LintOptions {
  return {
    cwd,
    paths,
    specs: flags.spec ?? [],
    ...(flags.config === undefined ? {} : { config: flags.config }),
    ...(flags.framework === undefined ? {} : { framework: flags.framework }),
    ...(flags.engine === undefined ? {} : { engine: flags.engine }),
  };
}

/** A path that is not there is a typing error, of the path or of a command. */
export function checkPaths(paths: readonly string[], commands: readonly string[], { cwd }: Io): void {
  const absent = paths.find((path) => path === '' || (!existsSync(resolve(cwd, path)) && !isPattern(path, cwd)));
  if (absent === undefined) return;
  const command = absent === paths[0] ? nearestName(absent, commands) : undefined;
  if (command) throw new UserError('usage', `There is no command or path \`${absent}\`; did you mean \`${command}\`?`);
  throw new UserError('no-pages', `There is no file or folder \`${absent}\`.`, {
    hint: `Paths are taken from ${cwd}.`,
  });
}

/** A parser for an option that takes one of a few words. */
export function chooseFrom<const Choice extends string>(
  option: string,
  choices: readonly Choice[],
): (given: string) => Choice {
  return (given) => {
    const chosen = choices.find((choice) => choice === given);
    if (chosen !== undefined) return chosen;
    const nearest = nearestName(given, choices);
    throw new UserError('usage', `\`${option}\` takes ${choices.join(', ')}; it was given \`${given}\`.`, {
      ...(nearest === undefined ? {} : { hint: `Did you mean \`${nearest}\`?` }),
    });
  };
}

/** A parser for an option that may be given several times. */
export function collect(given: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, given];
}
