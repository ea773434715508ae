import type { Command } from 'commander';
import { rules } from '../../../rules/index.ts';
import { UserError } from '../../errors.ts';
import { frameworkIds } from '../../frameworks/index.ts';
import { reporters } from '../../report/index.ts';
import type { Io } from '../io.ts';
import { commandWords, type KnownValues } from './command-words.ts';
import { scripts } from './scripts.ts';

/** Prints what a shell has to read once to complete our words. */
export function runCompletion(shell: string, program: Command, { stdout }: Io): void {
  if (!isShell(shell)) {
    const known = Object.keys(scripts).join(', ');
    throw new UserError('usage', `There is no completion for \`${shell}\`; there is one for ${known}.`);
  }
  stdout.write(scripts[shell](commandWords(program, knownValues())));
}

function knownValues(): KnownValues {
  return {
    options: {
      '--engine': ['fast', 'reference'],
      '--fail-on': ['error', 'warning', 'info', 'never'],
      '--format': Object.keys(reporters),
      '--framework': frameworkIds,
    },
    commands: { completion: Object.keys(scripts), rules: rules.map(({ id }) => id) },
  };
}

function isShell(name: string): name is keyof typeof scripts {
  return Object.hasOwn(scripts, name);
}
