import type { Finding, Page, Severity } from '../model.ts';
import type { Problem, Rule } from '../rule.ts';
import { fillTemplate } from '../text/template.ts';
import { isHistoricalPage } from './historical-page.ts';
import type { LevelOf } from './levels.ts';

/** What decides how much a finding weighs. */
export interface Weights {
  readonly levels: LevelOf;
  /** By `Page.file`. */
  readonly pages: ReadonlyMap<string, Page>;
}

/** Puts a rule's problem into words and weighs it; nothing where the configuration turns the rule off in that file. */
export function createFinding(rule: Rule, problem: Problem, weights: Weights): Finding | undefined {
  const severity = weigh(rule, problem, weights);
  if (severity === 'off') return undefined;
  const template = rule.messages[problem.message];
  if (template === undefined) throw new Error(`it has no message \`${problem.message}\``);
  return {
    rule: rule.id,
    severity,
    messageId: problem.message,
    message: fillTemplate(template, problem.data),
    file: problem.at.file,
    span: problem.at.span,
    ...(problem.operation === undefined ? {} : { operation: problem.operation }),
    ...(problem.truth === undefined ? {} : { truth: problem.truth }),
    suggestions: problem.suggestions ?? [],
    // What an old page says of the past is not for a machine to rewrite.
    edits: isHistorical(problem, weights) ? [] : (problem.edits ?? []),
    related: problem.related ?? [],
    ...(problem.redacted && { redacted: true }),
  };
}

/** A configured level is final; else the problem's own severity goes before the rule's, and old pages weigh less. */
function weigh(rule: Rule, problem: Problem, weights: Weights): Severity | 'off' {
  const configured = weights.levels(rule.id, problem.at.file);
  if (configured !== undefined) return configured;
  const severity = problem.severity ?? rule.severity;
  return severity === 'error' && isHistorical(problem, weights) ? 'warning' : severity;
}

function isHistorical({ at }: Problem, { pages }: Weights): boolean {
  return isHistoricalPage(at.file, pages.get(at.file));
}
