import { readFileSync } from 'node:fs';
import { rules as builtIn } from '../../rules/index.ts';
import type { ReportedRule } from '../report/report.ts';
import type { Rule } from '../rule.ts';
import { rulePagePath } from './rule-pages.ts';

/** The sections of a rule's page that speak to who reads a finding; the others are its tests. */
const sections = ['Why', 'Limits', 'When to turn it off'];

/** Every rule with what its page says of it. */
export function reportedRules(rules: readonly Rule[] = builtIn): readonly ReportedRule[] {
  return rules.map((rule) => {
    const { id, summary, severity } = rule;
    // Own rules bring their page with them.
    if (!builtIn.includes(rule)) return { id, summary, severity, help: rule.help ?? summary };
    const page = readFileSync(rulePagePath(id), 'utf8');
    return { id, summary, severity, help: helpOf(page, summary) };
  });
}

function helpOf(page: string, summary: string): string {
  const parts = page.split(/^## /m).filter((part) => sections.some((title) => part.startsWith(`${title}\n`)));
  return [summary, ...parts.map((part) => `## ${part.trim()}`)].join('\n\n');
}
