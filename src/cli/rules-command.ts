import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules as ownRules } from '../../rules/index.ts';
import { allRules } from '../all-rules.ts';
import { findPlugins } from '../config/load-config.ts';
import { UserError } from '../errors.ts';
import type { Rule } from '../rule.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { Io } from './io.ts';
import { packageFolder } from './package-folder.ts';

/** Lists the rules, or prints the page of one. */
export async function runRules(
  id: string | undefined,
  { config }: { readonly config?: string },
  { stdout, cwd }: Io,
): Promise<void> {
  const rules = await allRules(await findPlugins(cwd, config), cwd);
  if (id === undefined) {
    stdout.write(listRules(rules));
    return;
  }
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const nearest = nearestName(id, ids);
    throw new UserError('usage', `There is no rule \`${id}\`.`, {
      hint: nearest === undefined ? 'Run `specwins rules` for the list.' : `Did you mean \`${nearest}\`?`,
    });
  }
  const added = rules.find((rule) => rule.id === id && !ownRules.includes(rule));
  stdout.write(added ? pageOf(added) : readFileSync(join(packageFolder(), 'rules', `${id}.md`), 'utf8'));
}

/** The page of a rule that a module of the user's own adds. */
function pageOf({ id, summary, severity, help, url }: Rule): string {
  const parts = [help ?? `# ${id}\n\n${summary}\n\nSeverity: ${severity}.`, ...(url === undefined ? [] : [url])];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function listRules(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}\n`)
    .join('');
}
