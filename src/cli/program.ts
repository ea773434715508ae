import { Command, Option } from 'commander';
import { UserError } from '../errors.ts';
import { version } from '../version.ts';
import { addChangeOptions } from './change-options.ts';
import { describeExamples } from './examples.ts';
import { addHelpCommand } from './help-command.ts';
import type { InitFlags } from './init/plan-config.ts';
import { columnsOf, type Io } from './io.ts';
import type { LintFlags } from './lint-command.ts';
import { guardValues } from './option-values.ts';
import type { RulesFlags } from './rules-command.ts';
import { addRunOptions, checkPaths, chooseFrom, collect, type RunFlags } from './run-options.ts';

/** Builds the command line. Commands are imported when they run, so that `--help` and `--version` load nothing else. */
export function createProgram(io: Io, exit: (code: number) => void): Command {
  const program = new Command('specwins');
  program
    .description('Checks API guides in MDX and Markdown against OpenAPI. When prose and spec disagree, the spec wins.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      getOutHelpWidth: () => Math.min(columnsOf(io), 120),
      writeErr: (text) => io.stderr.write(text),
      // `main` says it in our words.
      outputError: () => undefined,
    })
    .addHelpText('after', () => `${describeExamples('')}\n${exitCodes}`);
  addLintCommand(program, io, exit);
  addLintCommand(
    program
      .command('lint', { hidden: true })
      .description('Hold the guides against the specs; the same without the word.'),
    io,
    exit,
  );
  addExplainCommand(program, io);
  addMentionsCommand(program, io);
  addInitCommand(program, io, exit);
  addRulesCommand(program, io);
  addCompletionCommand(program, io);
  addHelpCommand(program);
  for (const command of program.commands)
    command.addHelpText('after', () => describeExamples(command.name() === 'lint' ? '' : command.name()));
  for (const command of [program, ...program.commands]) guardValues(command);
  return program;
}

const exitCodes = `
Exit codes:
  0    clean
  1    findings at or above --fail-on
  2    the run could not be done: bad configuration, unreadable spec, no page
  3    a bug of specwins
  130  ended by Ctrl-C`;

const commands = ['lint', 'explain', 'mentions', 'init', 'rules', 'completion', 'help'];

// Stated here, since the reporters are not loaded for `--help`.
const formats =
  'terminal (default), json, jsonl, sarif, github, gitlab, junit, markdown, html or agent; <name>=<file> writes a file; repeatable';

const failOnLevels = ['error', 'warning', 'info', 'never'] as const;

function addLintCommand(command: Command, io: Io, exit: (code: number) => void): void {
  addChangeOptions(
    addRunOptions(command.argument('[paths...]', 'files or folders to report on; without them all docs')),
  )
    .option('--quiet', 'report errors only')
    .optionsGroup('How it is shown:')
    .option('--format <name>', formats, collect)
    .option('--output <file>', 'write the report to a file')
    .option('--stats', 'say on stderr where the time went')
    .optionsGroup('What makes it fail:')
    .option(
      '--fail-on <level>',
      'exit 1 from here: error, warning, info or never',
      chooseFrom('--fail-on', failOnLevels),
      'error',
    )
    .option('--max-warnings <n>', 'exit 1 at more warnings than this', parseCount)
    .optionsGroup('What it does besides:')
    .option('--fix', 'make the edits that are safe, and report what is left')
    .addOption(new Option('--fix-dry-run', 'print them as a diff instead, for `git apply`').conflicts('fix'))
    .option('--watch', 'lint again whenever something changes, and print the difference')
    .action(async (paths: readonly string[], flags: LintFlags) => {
      checkPaths(paths, commands, io);
      if (flags.watch) {
        const { runWatch } = await import('./watch/watch-command.ts');
        exit(await runWatch(paths, flags, io));
        return;
      }
      const { runLint } = await import('./lint-command.ts');
      exit(await runLint(paths, flags, io));
    });
}

function addExplainCommand(program: Command, io: Io): void {
  addRunOptions(program.command('explain'))
    .description('Print what the mentions on a line were bound to, and why.')
    .argument('<file:line>', 'a line of a guide, as guides/harvests.mdx:12')
    .action(async (place: string, flags: RunFlags) => {
      const { runExplain } = await import('./explain-command.ts');
      await runExplain(place, flags, io);
    });
}

function addMentionsCommand(program: Command, io: Io): void {
  addRunOptions(program.command('mentions'))
    .description('Print every mention with its binding, as JSON.')
    .argument('[paths...]', 'files or folders to report on; without them all docs')
    .action(async (paths: readonly string[], flags: RunFlags) => {
      checkPaths(paths, [], io);
      const { runMentions } = await import('./mentions-command.ts');
      await runMentions(paths, flags, io);
    });
}

function addInitCommand(program: Command, io: Io, exit: (code: number) => void): void {
  program
    .command('init')
    .description('Write a configuration from what is found here.')
    .option('--yes', 'ask nothing')
    .option('--dry-run', 'print what would be written')
    .option('--force', 'replace what is there already')
    .option('--workflow', 'also write a GitHub workflow for pull requests')
    .option('--hook', 'also add a hook to lefthook, husky or pre-commit')
    .option('--spec <spec>', 'a spec, as for linting; repeatable', collect)
    .option('--framework <name>', 'the docs framework; else it is detected')
    .action(async (flags: InitFlags) => {
      const { runInit } = await import('./init/init-command.ts');
      const staged = program.options.some(({ long }) => long === '--staged') ? ' --staged' : '';
      exit(await runInit(flags, io, staged));
    });
}

function addRulesCommand(program: Command, io: Io): void {
  program
    .command('rules')
    .description("List the rules, or print one rule's page.")
    .argument('[id]', 'a rule')
    .option('--config <file>', 'the configuration, for rules of your own')
    .option('--color', 'colour the output, whatever it goes to')
    .option('--no-color', 'do not colour it')
    .action(async (id: string | undefined, flags: RulesFlags) => {
      const { runRules } = await import('./rules-command.ts');
      await runRules(id, flags, io);
    });
}

function addCompletionCommand(program: Command, io: Io): void {
  program
    .command('completion')
    .description('Print what makes a shell complete commands, options and rules.')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { runCompletion } = await import('./completion/completion-command.ts');
      runCompletion(shell, program, io);
    });
}

function parseCount(given: string): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new UserError('usage', `\`--max-warnings\` takes a number; it was given \`${given}\`.`);
}
