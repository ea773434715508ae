import type {
  Binding,
  Edit,
  Missing,
  Nearest,
  Operation,
  OperationMention,
  Place,
  Severity,
  SpecIndex,
} from '../src/model.ts';
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
    operation: 'No spec has the operationId `{id}`.',
    'similar-operation': 'No spec has the operationId `{id}`; did you mean `{nearest}`?',
  },
  operations(bindings, { report, truth }) {
    for (const group of groupByPrefix(bindings.filter(isUnknownPath))) {
      const [first, ...others] = group;
      if (!first) continue;
      if (countPaths(group) === 1) reportOne(first, others.map(placeOf));
      else {
        const data = { prefix: first.target.unknownPrefix ?? '', count: String(countPaths(group)) };
        const related = others.map(placeOf);
        report({
          message: 'prefix',
          at: placeOf(first),
          data,
          severity: 'warning',
          truth: pathsOf(first, truth),
          related,
        });
      }
    }

    function reportOne(binding: UnknownPath, related: readonly Place[]): void {
      const { mention, target } = binding;
      const [best] = target.nearest;
      const operation = best && best.likeness >= ALIKE ? operationAt(truth, best.operation) : undefined;
      const at = placeOf(binding);
      if (target.reason === 'operation') return reportId(binding, operation);
      const path = shownPath(mention);
      const severity = severityOf(target);
      if (!operation)
        return report({ message: 'missing', at, severity, data: { path }, truth: pathsOf(binding, truth), related });
      const nearest = describeOperation(operation);
      const fixes = rewrites(mention, target.nearest, (key) => operationAt(truth, key)?.path);
      const said = { operation: nearest, truth: operation.place, related, ...fixes };
      report({ message: 'similar', at, severity, data: { path, nearest }, ...said });
    }

    function reportId(binding: UnknownPath, operation: Operation | undefined): void {
      const id = binding.mention.operationId ?? '';
      const at = placeOf(binding);
      if (!operation?.operationId)
        return report({ message: 'operation', at, data: { id }, truth: pathsOf(binding, truth) });
      const nearest = operation.operationId;
      const said = { operation: describeOperation(operation), truth: operation.place, suggestions: [nearest] };
      report({ message: 'similar-operation', at, data: { id, nearest }, ...said });
    }
  },
});

type UnknownPath = Binding & { readonly target: Missing };

function isUnknownPath(binding: Binding): binding is UnknownPath {
  return binding.target.status === 'missing' && binding.target.reason !== 'method' && speaksOfToday(binding.mention);
}

/** Wide misses of a page by their prefix, everything else alone; in the order of the page. */
function groupByPrefix(drift: readonly UnknownPath[]): UnknownPath[][] {
  const groups = new Map<string, UnknownPath[]>();
  for (const [index, binding] of drift.entries()) {
    const { unknownPrefix, nearest } = binding.target;
    const wide = unknownPrefix !== undefined && (nearest[0]?.likeness ?? 0) < CLEAR;
    const key = wide ? `${binding.page}\0${unknownPrefix}` : String(index);
    groups.set(key, [...(groups.get(key) ?? []), binding]);
  }
  return [...groups.values()];
}

function countPaths(group: readonly UnknownPath[]): number {
  return new Set(group.map(({ mention }) => mention.target?.segments.map(({ text }) => text).join('/'))).size;
}

function placeOf({ file, mention }: UnknownPath): Place {
  const path = mention.target?.pathSpan;
  return { file, span: path && path.end > path.start ? path : mention.span };
}

function shownPath({ target, text }: OperationMention): string {
  return target ? target.text.replace(/[?#].*$/, '') : text;
}

function pathsOf({ target }: UnknownPath, truth: SpecIndex) {
  const spec = findSpec(truth, target.spec);
  return spec && { file: spec.file, pointer: '/paths' };
}

/** A path that merely resembles ours, or whose host is not written, may yet be another API's. */
function severityOf(target: Missing): Severity {
  const certain = target.evidence.some(({ cue }) => cue === 'host' || cue === 'likeness' || cue === 'sibling');
  return certain || (target.nearest[0]?.likeness ?? 0) >= SURE ? 'error' : 'warning';
}

/** What to write: the nearest paths, as near as the first; and the edit where there is exactly one. */
function rewrites(
  mention: OperationMention,
  nearest: readonly Nearest[],
  pathOf: (key: string) => string | undefined,
): { edits: Edit[]; suggestions: string[] } {
  const [best] = nearest;
  if (!best) return { edits: [], suggestions: [] };
  const near = nearest.filter(({ likeness }) => likeness > best.likeness - 0.1);
  const suggestions = [...new Set(near.flatMap(({ rewrite, operation }) => rewrite ?? pathOf(operation) ?? []))];
  const span = mention.target?.pathSpan;
  const safe = best.rewrite !== undefined && best.likeness >= SURE && suggestions.length === 1 && span;
  return { suggestions, edits: safe ? [{ span, text: best.rewrite }] : [] };
}
