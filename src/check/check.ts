import { collapse } from './collapse.ts';
import { type CheckInput, runRules } from './run-rules.ts';
import { suppress, type Verdicts } from './suppress.ts';

/**
 * Holds what the guides say against the truth. Each place is judged and silenced by itself; only then are equal findings
 * joined, so that a directive in a translation silences the translation alone.
 */
export function check(input: CheckInput): Verdicts {
  const { shown, suppressed } = suppress(runRules(input), input);
  return { shown: collapse(shown, input), suppressed };
}
