import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { UserError } from '../errors.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { Io } from './io.ts';
import { packageFolder } from './package-folder.ts';

/** Lists the rules, or prints the page of one. */
export async function runRules(id: string | undefined, { stdout }: Io): Promise<void> {
  if (id === undefined) {
    stdout.write(listRules());
    return;
  }
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const nearest = nearestName(id, ids);
    throw new UserError('usage', `There is no rule \`${id}\`.`, {
      hint: nearest === undefined ? 'Run `specwins rules` for the list.' : `Did you mean \`${nearest}\`?`,
    });
  }
  stdout.write(readFileSync(join(packageFolder(), 'rules', `${id}.md`), 'utf8'));
}

function listRules(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}\n`)
    .join('');
}
