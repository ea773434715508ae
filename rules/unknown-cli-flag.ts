import type { Command, CommandBinding, Flag, FlagUse, Program } from '../src/model.ts';
import { defineRule, type RuleContext, replacing, speaksOfToday } from '../src/rule.ts';
import { type LikeName, likeName } from '../src/text/like-names.ts';
import { listNames } from '../src/text/list-names.ts';
import { isPlaceholder } from '../src/text/placeholder.ts';
import { commandAt, describeCommand, flagsAlong } from '../src/truth/cli/lookup.ts';

const messages = {
  similar: '`{command}` has no flag `{flag}`; did you mean `{nearest}`?',
  unknown: '`{command}` has no flag `{flag}`; it has {flags}.',
  none: '`{command}` has no flag `{flag}`; it takes none.',
  value: '`{flag}` of `{command}` cannot be `{value}`; it can be {values}.',
  similarValue: '`{flag}` of `{command}` cannot be `{value}`; did you mean `{nearest}`?',
  missing: '`{command}` is called without {flags}, which it requires.',
} as const;

export default defineRule({
  id: 'unknown-cli-flag',
  summary: 'A guide may only give a command flags and values that it has, and must give those that it requires.',
  severity: 'error',
  joinsPlaces: true,
  messages,
  command(binding, context) {
    const { mention, target } = binding;
    const program = context.truth.programs?.[mention.program];
    const command = program && target.status === 'bound' ? commandAt(program, target.command) : undefined;
    if (target.status !== 'bound' || !program || !command || !speaksOfToday(mention)) return;
    const call = { binding, program, command, name: describeCommand(program, target.command) };
    for (const use of target.flags) {
      if (use.name === undefined) reportUnknown(use, call, context);
      else reportValue(use, call, context);
    }
    reportMissing(target.flags, call, context);
  },
});

interface Call {
  readonly binding: CommandBinding;
  readonly program: Program;
  readonly command: Command;
  /** As messages write it. */
  readonly name: string;
}

type Context = RuleContext<typeof messages>;

function reportUnknown({ text, span }: FlagUse, { binding, command, name }: Call, { report }: Context): void {
  const shared = { at: { file: binding.file, span }, truth: command.place };
  const names = command.flags.map((flag) => flag.name);
  const like = likeFlag(text, names);
  if (like) {
    const data = { command: name, flag: text, nearest: like.name };
    const edits = like.sure ? replacing(text, span, like.name) : [];
    report({ ...shared, message: 'similar', data, suggestions: [like.name], edits });
  } else if (names.length > 0) {
    report({ ...shared, message: 'unknown', data: { command: name, flag: text, flags: listNames(names) } });
  } else {
    report({ ...shared, message: 'none', data: { command: name, flag: text } });
  }
}

/** `-name` for `--name`, `--api_key` for `--api-key`; of one letter nothing follows. */
function likeFlag(text: string, names: readonly string[]): LikeName | undefined {
  const bare = text.replace(/^--?/, '');
  if (bare.length < 2) return undefined;
  if (names.includes(`--${bare}`)) return { name: `--${bare}`, firm: true, sure: true };
  const like = likeName(
    bare,
    names.map((name) => name.replace(/^--?/, '')),
  );
  const name = like && names.find((each) => each.replace(/^--?/, '') === like.name);
  return like && name !== undefined ? { ...like, name } : undefined;
}

function reportValue({ text, name, value }: FlagUse, call: Call, { report }: Context): void {
  const flag = flagCalled(name ?? '', call);
  if (flag?.values === undefined || value === undefined) return;
  const { values } = flag;
  // A list is taken apart, where the flag takes several.
  const parts = flag.value === 'many' ? value.value.split(',').map((part) => part.trim()) : [value.value];
  const strange = parts.find((part) => !isOneOf(part, values));
  if (strange === undefined) return;
  const shared = { at: { file: call.binding.file, span: value.span }, truth: flag.place };
  const data = { command: call.name, flag: text, value: strange };
  const like = likeName(strange, values);
  if (like?.firm) {
    const edits = parts.length === 1 && like.sure ? replacing(strange, value.span, like.name) : [];
    report({
      ...shared,
      message: 'similarValue',
      data: { ...data, nearest: like.name },
      suggestions: [like.name],
      edits,
    });
  } else report({ ...shared, message: 'value', data: { ...data, values: listNames(values) } });
}

function isOneOf(value: string, values: readonly string[]): boolean {
  const small = value.toLowerCase();
  return value === '' || isPlaceholder(value) || values.some((each) => each.toLowerCase() === small);
}

/** A flag of the command, or of one above it, behind which it was given. */
function flagCalled(name: string, { binding, program }: Call): Flag | undefined {
  const path = binding.target.status === 'bound' ? binding.target.command : [];
  return flagsAlong(program, path).findLast((flag) => flag.name === name);
}

/** Only of a call that shows all of itself it follows that something is not given. */
function reportMissing(uses: readonly FlagUse[], { binding, command, name }: Call, { report }: Context): void {
  const { mention, file } = binding;
  const asksForHelp = uses.some((use) => use.name === undefined || /^(?:--help|-h|--version)$/.test(use.name));
  if (!mention.whole || command.commands.length > 0 || asksForHelp) return;
  const missing = command.flags.filter((flag) => flag.required && !uses.some((use) => use.name === flag.name));
  const [first] = missing;
  if (first === undefined) return;
  const flags = listNames(missing.map((flag) => flag.name));
  report({ message: 'missing', at: { file, span: mention.span }, truth: first.place, data: { command: name, flags } });
}
