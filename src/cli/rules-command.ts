import { readFileSync } from 'node:fs';
import picocolors from 'picocolors';
import { rules as builtIn } from '../../rules/index.ts';
import { allRules } from '../all-rules.ts';
import { findPlugins } from '../config/load-config.ts';
import { UserError } from '../errors.ts';
import type { Severity } from '../model.ts';
import type { Rule } from '../rule.ts';
import { linkText } from '../text/link-text.ts';
import { nearestName } from '../text/nearest-name.ts';
import { wrap } from '../text/wrap.ts';
import { hyperlinksFor } from './hyperlinks.ts';
import { columnsOf, type Io, wantsColor } from './io.ts';
import { paintMarkdown } from './paint-markdown.ts';
import { rulePagePath } from './rule-pages.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

export interface RulesFlags {
  readonly config?: string;
  readonly color?: boolean;
}

/** Lists the rules, own ones too, or prints the page of one. */
export async function runRules(id: string | undefined, { config, color }: RulesFlags, io: Io): Promise<void> {
  const colors = picocolors.createColors(wantsColor(io, color));
  const rules = await allRules(await findPlugins(io.cwd, config), io.cwd);
  if (id === undefined) {
    const links = await hyperlinksFor(io);
    io.stdout.write(listRules(rules, { colors, width: columnsOf(io), linkOf: (rule) => links?.rule(rule) }));
    return;
  }
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    throw unknownRule(
      id,
      rules.map((each) => each.id),
    );
  }
  const page = builtIn.includes(rule) ? readFileSync(rulePagePath(id), 'utf8') : pageOf(rule);
  io.stdout.write(colors.isColorSupported ? paintMarkdown(page, colors) : page);
}

/** The page of a rule that a module of the user's own adds. */
function pageOf({ id, summary, severity, help, url }: Rule): string {
  const parts = [help ?? `# ${id}\n\n${summary}\n\nSeverity: ${severity}.`, ...(url === undefined ? [] : [url])];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function unknownRule(id: string, ids: readonly string[]): UserError {
  const nearest = nearestName(id, ids);
  const alike = ids.filter((each) => each.split('-').includes(id.toLowerCase()));
  const others = alike.map((each) => `\`${each}\``).join(', ');
  const hint = others === '' ? 'Run `specwins rules` for the list.' : `With that word there are ${others}.`;
  return new UserError('usage', `There is no rule \`${id}\`.`, {
    hint: nearest === undefined ? hint : `Did you mean \`${nearest}\`?`,
  });
}

interface Listing {
  readonly colors: Colors;
  readonly width: number;
  linkOf(id: string): string | undefined;
}

/** In columns; where there is no room for the third one, it goes below. */
function listRules(rules: readonly Rule[], { colors, width, linkOf }: Listing): string {
  const names = Math.max(...rules.map(({ id }) => id.length));
  const indent = names + 'warning'.length + 4;
  const roomy = width - indent >= 30;
  return rules
    .map(({ id, severity, summary }) => {
      const name = `${linkText(colors.bold(id), linkOf(id))}${' '.repeat(names - id.length)}`;
      const level = colorOf(severity, colors)(severity.padEnd('warning'.length));
      if (!roomy)
        return `${name}  ${level.trimEnd()}\n${wrap(summary, width - 2)
          .map((line) => `  ${line}\n`)
          .join('')}`;
      const text = wrap(summary, width - indent).join(`\n${' '.repeat(indent)}`);
      return `${name}  ${level}  ${text}\n`;
    })
    .join('');
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}
