import { bindCommands } from '../../../src/bind/commands/bind-commands.ts';
import type { Command, CommandTarget, Flag, Program } from '../../../src/model.ts';
import { readPage } from '../../extract/read-page.ts';

const place = { file: 'cli.json', pointer: '' };

/** A flag from `--row -r <n>`: its spellings, then how it takes a value. */
export function flag(usage: string, more: Partial<Flag> = {}): Flag {
  const [name = '', ...rest] = usage.split(' ');
  const value = rest.includes('<n>')
    ? 'one'
    : rest.includes('<n...>')
      ? 'many'
      : rest.includes('[n]')
        ? 'maybe'
        : 'none';
  const spellings = [name, ...rest.filter((each) => each.startsWith('-'))];
  return { name, spellings, value, required: false, negatable: false, place, ...more };
}

export function command(name: string, more: Partial<Command> = {}): Command {
  return {
    name,
    aliases: [],
    hidden: false,
    flags: [],
    openFlags: false,
    commands: [],
    openCommands: false,
    arguments: 'none',
    place,
    ...more,
  };
}

export function program(root: Partial<Command>, more: Partial<Program> = {}): Program {
  const name = 'orchard';
  return {
    name,
    root: command(name, root),
    separators: [' '],
    listsAliases: true,
    anyOrder: false,
    builtIn: [],
    ...more,
  };
}

/** What the calls in a shell sample are bound to, one a line; an edit is shown as the line that it makes. */
export function bound(line: string, orchard: Program): string {
  const text = `\`\`\`bash\n${line}\n\`\`\`\n`;
  const page = readPage(text, { programs: ['orchard'] });
  const [binding, ...others] = bindCommands({ page, shown: [page], programs: { orchard } });
  if (!binding || others.length > 0) return `${others.length} calls more`;
  return describeTarget(binding.target, text);
}

function describeTarget(target: CommandTarget, text: string): string {
  switch (target.status) {
    case 'bound': {
      const flags = target.flags.map(
        ({ name, text: written, value }) => ` ${name ?? `?${written}`}${value === undefined ? '' : `=${value.value}`}`,
      );
      return `${target.command.join(' ') || '(program)'}${flags.join('')}`;
    }
    case 'missing': {
      const nearest = target.nearest.map((path) => path.join(' ')).join(', ');
      const { edit } = target;
      const after = edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
      return `no ${[...target.owner, target.word.value].join(' ')}${nearest && `; ${nearest}`}${after ? `; ${after.split('\n')[1]}` : ''}`;
    }
    case 'unplaced':
      return `unsure: ${target.evidence[0]?.detail}`;
  }
}
