import type { Asker, Choice, Io } from '../io.ts';

/** Somebody to ask; nobody where no person sits at the terminal, or wants to be asked. */
export function askerOf(io: Io, { yes = false }: { readonly yes?: boolean }): Asker | undefined {
  if (yes) return undefined;
  if (io.asker) return io.asker;
  const attended = io.stdin?.isTTY === true && io.stdout.isTTY === true && !io.env.CI && io.env.TERM !== 'dumb';
  return attended ? terminalAsker : undefined;
}

const mostTicked = 12;

const terminalAsker: Asker = {
  async choose(message, choices) {
    const { isCancel, select } = await import('@clack/prompts');
    const answer = await select({ message, options: choices.map(optionOf) });
    return isCancel(answer) ? undefined : answer;
  },
  async pick(message, choices) {
    const { isCancel, multiselect } = await import('@clack/prompts');
    // Of many, few are meant.
    const initialValues = choices.length > mostTicked ? [] : choices.map(({ value }) => value);
    const answer = await multiselect({ message, options: choices.map(optionOf), initialValues, maxItems: 12 });
    return isCancel(answer) ? undefined : answer;
  },
};

function optionOf({ value, label, hint }: Choice) {
  return { value, label, ...(hint !== undefined && { hint }) };
}
