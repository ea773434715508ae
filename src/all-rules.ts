import { resolve } from 'node:path';
import { rules as builtIn } from '../rules/index.ts';
import { UserError } from './errors.ts';
import type { Rule } from './rule.ts';

/** The rules of specwins, and those of the modules that the configuration names; a module is run once. */
export async function allRules(modules: readonly string[], cwd = '.'): Promise<readonly Rule[]> {
  if (modules.length === 0) return builtIn;
  const { loadRules } = await import('./plugins/load-rules.ts');
  return [...builtIn, ...(await loadRules({ modules, cwd: resolve(cwd), taken: idsOf(builtIn) }))];
}

export function idsOf(rules: readonly Rule[]): readonly string[] {
  return rules.map(({ id }) => id);
}

/** A rule that fails stops the run; where it is one of the user's own, that is no bug of ours. */
export function blame<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && error.cause instanceof UserError ? error.cause : error;
  }
}
