import type { MissingCommand, Program } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { commandAt, describeCommand } from '../src/truth/cli/lookup.ts';

export default defineRule({
  id: 'unknown-cli-command',
  summary: 'A guide may only call commands that the program has.',
  severity: 'error',
  joinsPlaces: true,
  editsMarks: true,
  messages: {
    similar: '`{program}` has no command `{command}`; did you mean {nearest}?',
    unknown: '`{program}` has no command `{command}`; `{owner}` has {commands}.',
  },
  command({ file, mention, target }, { truth, report }) {
    const program = truth.programs?.[mention.program];
    if (target.status !== 'missing' || !program || !speaksOfToday(mention)) return;
    const owner = commandAt(program, target.owner);
    const shared = { at: { file, span: target.word.span }, ...(owner && { truth: owner.place }) };
    const names = [...target.owner, target.word.value];
    if (target.nearest.length > 0) {
      const meant = target.nearest.map((path) => written(program, path));
      // Only the marks between the words are wrong: `apps create` for `apps:create`.
      const command = meant.includes(written(program, names)) ? names.join(' ') : written(program, names);
      const data = { program: program.name, command, nearest: meant.map((each) => `\`${each}\``).join(' or ') };
      return report({ ...shared, message: 'similar', data, ...remedy(target, program) });
    }
    const commands = listNames((owner?.commands ?? []).filter(({ hidden }) => !hidden).map(({ name }) => name));
    if (commands === '') return;
    const data = {
      program: program.name,
      command: written(program, names),
      owner: describeCommand(program, target.owner),
      commands,
    };
    report({ ...shared, message: 'unknown', data });
  },
});

/** The words of a command without the program's name. */
function written(program: Program, path: readonly string[]): string {
  return describeCommand(program, path).slice(program.name.length + 1);
}

function remedy({ nearest, edit }: MissingCommand, program: Program) {
  return { suggestions: nearest.map((path) => describeCommand(program, path)), edits: edit ? [edit] : [] };
}
