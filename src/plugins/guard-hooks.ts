import { UserError } from '../errors.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** The rule, whose hooks say that it failed where they throw: that is no bug of ours. */
export function guardHooks(rule: Rule, module: string): Rule {
  const guard =
    <Subject>(hook: ((subject: Subject, context: RuleContext) => void) | undefined) =>
    (subject: Subject, context: RuleContext): void => {
      try {
        hook?.call(rule, subject, context);
      } catch (cause) {
        throw failure(rule, module, cause);
      }
    };
  return {
    ...rule,
    ...(rule.command && { command: guard(rule.command) }),
    ...(rule.directive && { directive: guard(rule.directive) }),
    ...(rule.fact && { fact: guard(rule.fact) }),
    ...(rule.facts && { facts: guard(rule.facts) }),
    ...(rule.operation && { operation: guard(rule.operation) }),
    ...(rule.operations && { operations: guard(rule.operations) }),
    ...(rule.page && { page: guard(rule.page) }),
    ...(rule.site && { site: guard(rule.site) }),
  };
}

function failure({ id }: Rule, module: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const [, place] =
    /\(?(?:file:\/\/)?([^\s()]+:\d+:\d+)\)?/.exec(cause instanceof Error ? (cause.stack ?? '') : '') ?? [];
  return new UserError('plugin-failed', `The rule \`${id}\` of ${module} failed: ${reason}`, {
    hint: place ? `It failed at ${place}.` : 'A run without one of its rules would be a false all-clear.',
    cause,
  });
}
