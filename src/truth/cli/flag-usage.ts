import type { Flag } from '../../model.ts';

/** What the left column of a help page says of a flag: `-p, --port <number>`. */
export type FlagUsage = Pick<Flag, 'name' | 'spellings' | 'value' | 'negatable'>;

/** Nobody writes more into the left column; the rest is a description without a gap. */
const LONGEST = 300;

/**
 * Reads `-p, --port <number>`, `--color [when]`, `--[no-]cache`, `--tag strings`. Nothing comes back where there is no flag.
 * Two spaces end it, as on a help page.
 */
export function readFlagUsage(text: string): FlagUsage | undefined {
  const usage =
    text
      .trim()
      .slice(0, LONGEST)
      .split(/ {2}|\t|\n/)[0] ?? '';
  const spellings = [...usage.matchAll(/(?<![\w\]>-])(--?)(\[no-?\])?([A-Za-z0-9?#@][\w.:-]*)/g)].map(
    ([, dashes = '', , name = '']) => `${dashes}${name}`,
  );
  const long = spellings.filter((spelling) => spelling.startsWith('--'));
  const name = long[0] ?? spellings[0];
  if (name === undefined) return undefined;
  const value = readValue(usage);
  return { name, spellings, value, negatable: value === 'none' };
}

/** What stands behind the last spelling. */
function readValue(usage: string): Flag['value'] {
  const [, behind = ''] = /(?:^|[\s,|/])--?(?:\[no-?\])?[\w.:?#@-]+(\s*[^-\s,|/].*)?$/.exec(usage) ?? [];
  const mark = behind.trim();
  if (mark === '') return 'none';
  if (/\.\.\.|…/.test(mark)) return 'many';
  return /^=?\s?\[/.test(mark) ? 'maybe' : 'one';
}
