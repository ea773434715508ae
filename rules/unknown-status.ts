import type { BoundFact, StatusMention } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { reasonPhrase, statusOfReason } from '../src/text/reason-phrases.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/**
 * A spec seldom lists every refusal, and what stands before the API adds its own. So a success is held against the
 * successes that are listed, and a refusal only where the spec lists others of its kind.
 */
export default defineRule({
  id: 'unknown-status',
  summary: 'A guide may only name statuses with which the spec lets an operation answer.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    success: '`{operation}` does not answer `{status}`; the spec has {listed}.',
    refusal: '`{operation}` does not refuse with `{status}`; the spec has {listed}.',
    reason: '`{status}` is {phrase}; {written} is `{other}`.',
  },
  fact({ file, mention, target }, { report, truth }) {
    if (mention.kind !== 'status' || !speaksOfToday(mention)) return;
    const at = { file, span: mention.span };
    const clash = clashOf(mention);
    if (clash) {
      report({
        message: 'reason',
        at: { file, span: mention.reason?.span ?? mention.span },
        data: clash,
        suggestions: [clash.phrase],
      });
      return;
    }
    if (target.status !== 'bound') return;
    const operation = operationAt(truth, target.operations[0] ?? '');
    const listed = operation?.responses.map(({ status }) => status.toUpperCase()) ?? [];
    if (!operation || listed.length === 0 || isListed(mention.code, listed)) return;
    const successes = listed.filter((status) => /^[23]/.test(status));
    const refusals = listed.filter((status) => /^4/.test(status));
    const success = /^[23]/.test(mention.code);
    const rivals = success ? successes : refusals;
    if (rivals.length === 0 || (!success && !isOwnRefusal(mention.code, target))) return;
    const name = describeOperation(operation);
    report({
      message: success ? 'success' : 'refusal',
      at,
      data: { operation: name, status: mention.code, listed: listNames(rivals) },
      operation: name,
      truth: operation.responses[0]?.place ?? operation.place,
      severity: success && target.certainty === 'certain' ? 'error' : 'warning',
      suggestions: rivals.length === 1 ? rivals : [],
    });
  },
});

function isListed(code: string, listed: readonly string[]): boolean {
  const range = code.toUpperCase().endsWith('XX');
  return listed.some(
    (status) =>
      status === 'DEFAULT' ||
      status === code.toUpperCase() ||
      status === `${code.charAt(0)}XX` ||
      (range && status.charAt(0) === code.charAt(0)),
  );
}

/** Whoever stands before the API refuses with these on its own account; what the API itself decides is the rest. */
function isOwnRefusal(code: string, { certainty }: BoundFact): boolean {
  return (
    certainty === 'certain' &&
    /^4\d\d$/.test(code) &&
    !/^(?:401|403|404|405|406|408|411|413|414|415|426|429|431)$/.test(code)
  );
}

/** A number and a reason phrase that belong to different statuses. */
function clashOf({ code, reason }: StatusMention) {
  const other = reason && statusOfReason(reason.value);
  const phrase = reasonPhrase(code);
  if (!reason || other === undefined || phrase === undefined || other === code) return undefined;
  return { status: code, phrase, written: reason.value, other };
}
