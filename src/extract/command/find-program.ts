import { baseName } from '../code/shell-commands.ts';

/** Commands that run another one, which stands behind them. */
export const RUNNERS =
  'sudo|doas|env|time|nohup|exec|command|nice|stdbuf|winpty|watch|timeout|xargs|npx|pnpx|bunx|uvx|npm|yarn|pnpm|bun|uv|pipx|poetry|pdm|bundle|mise|doppler|dotenv|dotenvx|cross-env|op';
const RUNNER = new RegExp(`^(?:${RUNNERS})$`);
/** Words of runners themselves: `pnpm dlx`, `npm exec --`, `uv tool run`. */
const RUNNER_WORDS = /^(?:exec|dlx|x|tool|run|--)$/;
/** These run a script of `package.json`, whatever it is called. */
const SCRIPT_RUNNER = /^(?:npm|yarn|pnpm|bun)$/;
/** Their command gets more words than are written. */
const ADDS_WORDS = /^xargs$/;
/** Runners with their options are no longer than this. */
const FARTHEST = 10;

export interface FoundProgram {
  readonly program: string;
  /** Among the words of the command. */
  readonly index: number;
  /** What runs it may add words of its own. */
  readonly extended: boolean;
}

/** The configured program that a command calls: by itself, behind `sudo`, `npx`, `pnpm dlx` and their like. */
export function findProgram(words: readonly string[], programs: readonly string[]): FoundProgram | undefined {
  const [first = ''] = words;
  const own = programNamed(first, programs);
  if (own !== undefined) return { program: own, index: 0, extended: false };
  const runner = baseName(first);
  if (!RUNNER.test(runner)) return undefined;
  for (const [index, word] of words.slice(0, FARTHEST).entries()) {
    if (index === 0) continue;
    const before = words[index - 1] ?? '';
    const program = /^(?:-p|--package)$/.test(before) ? undefined : programNamed(word, programs);
    if (program !== undefined) {
      const script = before === 'run' && SCRIPT_RUNNER.test(runner);
      return script ? undefined : { program, index, extended: ADDS_WORDS.test(runner) };
    }
    const belongsToRunner =
      RUNNER_WORDS.test(word) || RUNNER.test(word) || /^-|^\w+=|^\d+[smh]?$/.test(word) || before.startsWith('-');
    if (!belongsToRunner) return undefined;
  }
  return undefined;
}

/** `./bin/molctl`, `molctl@latest` and `molctl.exe` are `molctl`; a name with a slash, as of a scoped package, is written out. */
function programNamed(word: string, programs: readonly string[]): string | undefined {
  const name = word.replace(/(?<=.)@[\w.^~-]+$/, '');
  return programs.find((program) => program === name || program === baseName(name));
}
