import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { nearestName } from '../text/nearest-name.ts';

/** Adds `help [command]`. Commander's own answers a name that it does not know with everything, as if it had been asked for that. */
export function addHelpCommand(program: Command): void {
  program.helpCommand(false);
  program
    .command('help')
    .description('Print what a command takes.')
    .argument('[command]', 'a command; without it, all of them')
    .action((name: string | undefined) => (name === undefined ? program : find(program, name)).help());
}

function find(program: Command, name: string): Command {
  const command = program.commands.find((each) => each.name() === name);
  if (command !== undefined) return command;
  const names = program
    .createHelp()
    .visibleCommands(program)
    .map((each) => each.name());
  const nearest = nearestName(name, names);
  throw new UserError('usage', `There is no command \`${name}\`${nearest ? `; did you mean \`${nearest}\`?` : '.'}`, {
    hint: `There are ${names.join(', ')}.`,
  });
}
