import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page of a rule, in the package. */
export function rulePagePath(id: string): string {
  return join(packageFolder(), 'rules', `${id}.md`);
}

/** This module runs from `src/cli` and, built, from `dist/src/cli`. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
