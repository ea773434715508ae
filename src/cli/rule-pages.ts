import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** The page of a rule, in the package. */
export function rulePagePath(id: string): string {
  return join(packageFolder(), 'rules', `${id}.md`);
}
