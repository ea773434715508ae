import type { Binding, Edit, Missing, Nearest, OperationMention, Place, Severity, TruthPlace } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { describeOperation, findSpec, operationAt } from '../src/truth/openapi/lookup.ts';

/** From here on a path is called like another: most of its words agree. */
const ALIKE = 0.55;
/** From here on it is one path misspelt, whatever else is unknown under its prefix. */
const CLEAR = 0.7;
/** From here on one answer is so much nearer than the next that it may be written without asking. */
const SURE = 0.8;

/**
 * A path is unknown when it speaks of this API and no spec has it. Several of one page under a prefix that no spec
 * knows are one finding: the spec may lack a whole part, and a line for each would drown the rest.
 */
export default defineRule({
  id: 'unknown-path',
  summary: 'A guide may only mention paths that a spec describes.',
  severity: 'error',
  messages: {
    missing: 'No spec describes `{path}`.',
    similar: 'No spec describes `{path}`; did you mean `{nearest}`?',
    prefix: 'No spec describes anything under `{prefix}`; this page names {count} paths there.',
    operation: 'No spec has the operationId `{id}`; did you mean `{nearest}`?',
  },
  operations(bindings, { report, truth }) {
    const drift = bindings.filter(isUnknownPath);
    for (const group of groupByPrefix(drift)) {
      const [first, ...others] = group;
      if (!first) continue;
      const paths = new Set(group.map(({ mention }) => mention.target?.segments.map(({ text }) => text).join('/')));
      if (paths.size > 1) {
        const data = { prefix: first.target.unknownPrefix ?? '', count: String(paths.size) };
        report({
          message: 'prefix',
          at: placeOf(first),
          data,
          severity: 'warning',
          truth: pathsOf(first),
          related: others.map(placeOf),
        });
      } else for (const binding of group) reportOne(binding);
    }

    function reportOne({ file, mention, target }: UnknownPath): void {
      const [best] = target.nearest;
      const operation = best && best.likeness >= ALIKE ? operationAt(truth, best.operation) : undefined;
      const at = placeOf({ file, mention, target });
      const severity = severityOf(target);
      if (target.reason === 'operation' && operation) {
        const { operationId: id = '' } = mention;
        const nearest = operation.operationId ?? '';
        report({
          message: 'operation',
          at,
          data: { id, nearest },
          truth: operation.place,
          suggestions: [nearest],
          operation: describeOperation(operation),
        });
      } else if (operation) {
        const nearest = describeOperation(operation);
        const { edits, suggestions } = rewrites(mention, target.nearest, (key) => operationAt(truth, key)?.path);
        report({
          message: 'similar',
          at,
          severity,
          data: { path: shownPath(mention), nearest },
          operation: nearest,
          truth: operation.place,
          suggestions,
          edits,
        });
      } else {
        report({
          message: 'missing',
          at,
          severity,
          data: { path: shownPath(mention) },
          truth: pathsOf({ file, mention, target }),
        });
      }
    }

    function pathsOf({ target }: UnknownPath): TruthPlace | undefined {
      const spec = findSpec(truth, target.spec);
      return spec && { file: spec.file, pointer: '/paths' };
    }
  },
});

type UnknownPath = Pick<Binding, 'file' | 'mention'> & { readonly target: Missing; readonly page?: string };

function isUnknownPath(binding: Binding): binding is Binding & { readonly target: Missing } {
  return binding.target.status === 'missing' && binding.target.reason !== 'method' && speaksOfToday(binding.mention);
}

/** Wide misses of a page by their prefix, everything else alone; in the order of the page. */
function groupByPrefix(drift: readonly (Binding & { readonly target: Missing })[]): UnknownPath[][] {
  const groups = new Map<string, UnknownPath[]>();
  for (const [index, binding] of drift.entries()) {
    const { unknownPrefix, nearest } = binding.target;
    const wide = unknownPrefix !== undefined && (nearest[0]?.likeness ?? 0) < CLEAR;
    const key = wide ? `${binding.page}\0${unknownPrefix}` : String(index);
    groups.set(key, [...(groups.get(key) ?? []), binding]);
  }
  return [...groups.values()];
}

function placeOf({ file, mention }: UnknownPath): Place {
  const path = mention.target?.pathSpan;
  return { file, span: path && path.end > path.start ? path : mention.span };
}

function shownPath({ target, text }: OperationMention): string {
  return target ? target.text.replace(/[?#].*$/, '') : text;
}

/** A path that merely resembles ours, or whose host is not written, may yet be another API's. */
function severityOf(target: Missing): Severity {
  const certain = target.evidence.some(({ cue }) => cue === 'host' || cue === 'likeness' || cue === 'sibling');
  return certain || (target.nearest[0]?.likeness ?? 0) >= SURE ? 'error' : 'warning';
}

function rewrites(
  mention: OperationMention,
  nearest: readonly Nearest[],
  pathOf: (key: string) => string | undefined,
): { edits: Edit[]; suggestions: string[] } {
  const alike = nearest.filter(({ likeness }) => likeness >= ALIKE);
  const suggestions = [...new Set(alike.flatMap(({ rewrite, operation }) => rewrite ?? pathOf(operation) ?? []))];
  const [best, second] = alike;
  const span = mention.target?.pathSpan;
  const sure =
    best?.rewrite !== undefined &&
    best.likeness >= SURE &&
    (second === undefined || second.rewrite === best.rewrite || best.likeness - second.likeness >= 0.1);
  return { suggestions, edits: sure && span && best.rewrite !== undefined ? [{ span, text: best.rewrite }] : [] };
}
