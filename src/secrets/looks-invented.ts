import { isPlaceholder } from '../text/placeholder.ts';

/** Words that a writer puts into a value which is none. Of four letters at least: shorter ones turn up by chance. */
const TELLING =
  /example|sample|dummy|fake|mock|test|demo|redact|censor|secret|passw|change|placeholder|insert|replace|invalid|revoked|expired|foobar|lorem|your|hidden|here|value|token|deadbeef|changeit|letmein|hunter|qwer|asdf|zxcv|none/i;

/** Whether a value was made up, as writers do: a placeholder, `1234`, `abcdef`, `XXXX`, a word, the same again and again. */
export function looksInvented(value: string): boolean {
  if (isPlaceholder(value)) return true;
  const body = value.replace(/^[a-z]{2,8}[_-](?:[a-z]{3,4}[_-])?(?=.)/i, '').slice(0, 300);
  return holdsTellingWord(body) || isPlain(body) || holdsRuns(body) || repeats(body) || variety(body) < 3;
}

/** Whether it says itself that it is none. */
export function holdsTellingWord(value: string): boolean {
  return TELLING.test(value);
}

/** A machine draws letters and figures; a long value without either is a word or a number. */
function isPlain(body: string): boolean {
  return body.length >= 24 && !(/[a-z]/i.test(body) && /\d/.test(body));
}

/** `1234`, `dcba`, `0000`, `1a2b3c4d`; or runs of three that make up much of it, as in `abc123def456`. */
function holdsRuns(body: string): boolean {
  const letters = body.toLowerCase();
  const alone = ([1, 2] as const).some((stride) => longestRuns(letters, stride).some((length) => length >= 4));
  const inRuns = longestRuns(letters, 1)
    .filter((length) => length >= 3)
    .reduce((sum, length) => sum + length, 0);
  return alone || inRuns * 4 >= body.length;
}

/** The lengths of all stretches that count up, count down or stay the same, looking at each `stride`th letter. */
function longestRuns(letters: string, stride: 1 | 2): readonly number[] {
  const runs: number[] = [];
  for (let offset = 0; offset < stride; offset++) {
    let step: number | undefined;
    let length = 1;
    for (let index = offset + stride; index < letters.length; index += stride) {
      const difference = letters.charCodeAt(index) - letters.charCodeAt(index - stride);
      if (difference === step && Math.abs(difference) <= 1) length += 1;
      else {
        runs.push(length);
        step = Math.abs(difference) <= 1 ? difference : undefined;
        length = step === undefined ? 1 : 2;
      }
    }
    runs.push(length);
  }
  return runs;
}

/** Three letters or more three times in a row, or six twice. */
function repeats(body: string): boolean {
  return /([A-Za-z0-9]{3,20})\1\1|([A-Za-z0-9]{6,40})\2/.test(body);
}

/** Shannon's entropy for each letter, in bits. */
export function variety(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
