import type { Command, Option } from 'commander';

/** A command as a shell completes it; '' is what stands without a command's name. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** Words that its argument takes; none means files. */
  readonly values: readonly string[];
}

export interface OptionWords {
  /** `--format`. */
  readonly long: string;
  /** `-h`. */
  readonly short?: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** Words that it takes; none means files, or anything. */
  readonly values: readonly string[];
}

/** Words that commander does not know, by the option, or the command, that takes them. */
export interface KnownValues {
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

/** Reads off the program what there is to complete, so that no script can lag behind it. */
export function commandWords(program: Command, known: KnownValues): readonly CommandWords[] {
  const help = program.createHelp();
  const named = help.visibleCommands(program);
  const values: KnownValues['commands'] = { help: named.map((command) => command.name()), ...known.commands };
  return [program, ...named].map((command) => ({
    name: command === program ? '' : command.name(),
    description: command.description(),
    options: help.visibleOptions(command).flatMap((option) => optionWords(option, known)),
    values: command === program ? [] : (values[command.name()] ?? []),
  }));
}

function optionWords(option: Option, { options }: KnownValues): readonly OptionWords[] {
  if (option.long === undefined || option.long === null) return [];
  return [
    {
      long: option.long,
      ...(option.short && { short: option.short }),
      description: option.description,
      takesValue: option.required || option.optional,
      values: options[option.long] ?? [],
    },
  ];
}
