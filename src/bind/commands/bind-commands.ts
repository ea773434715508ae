import type { CommandBinding, Page, Program } from '../../model.ts';
import { bindCommand } from './bind-command.ts';

export interface CommandInput {
  readonly page: Page;
  /** The page and the snippets that it renders. */
  readonly shown: readonly Page[];
  readonly programs: Readonly<Record<string, Program>>;
}

/** Ties each call of a program on a page to the command that it runs. */
export function bindCommands({ page, shown, programs }: CommandInput): CommandBinding[] {
  return shown.flatMap(({ file, mentions }) =>
    mentions.flatMap((mention) => {
      const program = mention.kind === 'command' ? programs[mention.program] : undefined;
      if (mention.kind !== 'command' || program === undefined) return [];
      return [{ page: page.file, file, mention, target: bindCommand(mention, program) }];
    }),
  );
}
