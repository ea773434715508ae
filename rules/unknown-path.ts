import type {
  Edit,
  Missing,
  Nearest,
  Operation,
  OperationBinding,
  OperationMention,
  PathSegment,
  Place,
  RequestTarget,
  Severity,
  SpecIndex,
} from '../src/model.ts';
import { defineRule, replacing, speaksOfToday } from '../src/rule.ts';
import { describeOperation, findSpec, operationAt } from '../src/truth/openapi/lookup.ts';

/** From here on a path is called like another: most of its words agree. */
const ALIKE = 0.6;
/** From here on it is one path misspelt, whatever else is unknown under its prefix. */
const CLEAR = 0.7;
/** From here on one answer is so much nearer than the next that it may be written without asking. */
const SURE = 0.8;

/** So many operations of one page under one prefix are not slips: the spec lacks a part. */
const PART = 3;

/**
 * A path is unknown when it speaks of this API and no spec has it. Several of one page that a spec lacks for one reason
 * (a prefix it does not know, a version it does not describe, a resource it covers in part) are one finding: a line for
 * each would drown the rest.
 */
export default defineRule({
  id: 'unknown-path',
  summary: 'A guide may only mention paths that a spec describes.',
  severity: 'error',
  messages: {
    missing: 'No spec describes `{path}`.',
    similar: 'No spec describes `{path}`; did you mean `{nearest}`?',
    word: 'The spec has no `{call}`; `{template}` has only {methods}.',
    prefix: 'No spec describes anything under `{prefix}`; this page names {count} paths there.',
    part: 'The spec lacks {count} operations that this page names under `{prefix}`.',
    version: 'No spec describes these {count} paths under `{from}`; the spec has them under `{to}`.',
    operation: 'No spec has the operationId `{id}`.',
    'similar-operation': 'No spec has the operationId `{id}`; did you mean `{nearest}`?',
  },
  operations(bindings, { report, truth }) {
    for (const { reason, members } of groupByReason(bindings.filter(isUnknownPath))) {
      const [first, ...others] = members;
      if (!first) continue;
      const related = others.map(placeOf);
      const shared = { at: placeOf(first), severity: 'warning', truth: pathsOf(first, truth), related } as const;
      const count = String(reason === 'part' ? countCalls(members) : countPaths(members));
      const { unknownPrefix = '', nearest } = first.target;
      if (reason === 'prefix') report({ message: 'prefix', data: { prefix: unknownPrefix, count }, ...shared });
      else if (reason === 'part') report({ message: 'part', data: { prefix: prefixIn(first), count }, ...shared });
      else if (reason === 'version') {
        const { from = '', to = '' } = nearest[0]?.version ?? {};
        report({ message: 'version', data: { from, to, count }, ...shared });
      } else reportOne(first, related);
    }

    function reportOne(binding: UnknownPath, related: readonly Place[]): void {
      const { mention, target } = binding;
      const [best] = target.nearest;
      const operation = best && best.likeness >= ALIKE ? operationAt(truth, best.operation) : undefined;
      if (target.reason === 'operation') return reportId(binding, operation);
      // The template that it fits is no other path to send the reader to.
      const own = target.template !== undefined && (!operation || operation.path === target.template);
      if (own) return reportWord(binding, related);
      const path = shownPath(mention);
      const shared = { at: placeOf(binding), severity: severityOf(target), related };
      if (!operation) return report({ message: 'missing', data: { path }, truth: pathsOf(binding, truth), ...shared });
      const nearest = describeOperation(operation);
      const fixes = rewrites(mention, target.nearest, (key) => operationAt(truth, key)?.path);
      const said = { operation: nearest, truth: operation.place, ...fixes };
      report({ message: 'similar', data: { path, nearest }, ...said, ...shared });
    }

    /** Either the word is no path of the spec, or the method is not there for a value: both are drift. */
    function reportWord(binding: UnknownPath, related: readonly Place[]): void {
      const { mention, target } = binding;
      const { template = '' } = target;
      const methods = methodsOf(template, target.spec, truth);
      const call = `${mention.method?.value ?? ''} ${shownPath(mention)}`;
      const at = placeOf(binding);
      report({
        message: 'word',
        at,
        severity: 'warning',
        data: { call, template, methods },
        truth: pathsOf(binding, truth),
        related,
      });
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

type UnknownPath = OperationBinding & { readonly target: Missing };

function isUnknownPath(binding: OperationBinding): binding is UnknownPath {
  return binding.target.status === 'missing' && binding.target.reason !== 'method' && speaksOfToday(binding.mention);
}

interface Group {
  readonly reason: 'one' | 'part' | 'prefix' | 'version';
  readonly members: readonly UnknownPath[];
}

/** What a page's unknown paths have in common; a path misspelt stands alone. In the order of the page. */
function groupByReason(drift: readonly UnknownPath[]): Group[] {
  const groups = new Map<string, { reason: Group['reason']; members: UnknownPath[] }>();
  for (const [index, binding] of drift.entries()) {
    const { reason, key } = reasonOf(binding);
    const name = reason === 'one' ? String(index) : `${binding.page}\0${reason}\0${key}`;
    const group = groups.get(name) ?? { reason, members: [] };
    group.members.push(binding);
    groups.set(name, group);
  }
  return [...groups.values()].flatMap(({ reason, members }) => {
    const most = { one: 0, prefix: 2, version: PART, part: PART }[reason];
    const enough = (reason === 'part' ? countCalls(members) : countPaths(members)) >= most;
    if (reason === 'one' || enough) return [{ reason, members }];
    // The same unknown prefix again and again says no more than once.
    if (reason === 'prefix') return [{ reason: 'one', members }];
    return members.map((member) => ({ reason: 'one' as const, members: [member] }));
  });
}

function reasonOf(binding: UnknownPath): { reason: Group['reason']; key: string } {
  const { unknownPrefix, nearest, reason } = binding.target;
  const [best] = nearest;
  if (reason === 'path' && best?.version) return { reason: 'version', key: `${best.version.from} ${best.version.to}` };
  if (reason !== 'path' || (best?.likeness ?? 0) >= CLEAR) return { reason: 'one', key: '' };
  return unknownPrefix === undefined
    ? { reason: 'part', key: prefixIn(binding) }
    : { reason: 'prefix', key: unknownPrefix };
}

/** The path up to its first word that is no version or `api`. */
function prefixIn({ mention }: UnknownPath): string {
  const words = mention.target?.segments.map(({ text }) => text) ?? [];
  const first = words.findIndex((word) => !/^(?:api|rest|v?\d[\w.]*)$/i.test(word));
  return `/${words.slice(0, first + 1).join('/')}`;
}

function countPaths(members: readonly UnknownPath[]): number {
  return new Set(members.map(({ mention }) => mention.target?.segments.map(({ text }) => text).join('/'))).size;
}

/** Distinct operations, as far as they are written. */
function countCalls(members: readonly UnknownPath[]): number {
  return new Set(
    members.map(
      ({ mention }) => `${mention.method?.value} ${mention.target?.segments.map(({ text }) => text).join('/')}`,
    ),
  ).size;
}

function methodsOf(template: string, spec: string, truth: SpecIndex): string {
  const path = findSpec(truth, spec)?.paths.find((candidate) => candidate.template === template);
  return Object.keys(path?.operations ?? {})
    .map((method) => `\`${method}\``)
    .join(', ');
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
  const certain = target.evidence.some(({ cue }) => cue === 'host' || cue === 'sibling');
  return certain || (target.nearest[0]?.likeness ?? 0) >= SURE ? 'error' : 'warning';
}

/** What to write: the nearest paths, as near as the first; and the edit where there is exactly one. */
function rewrites(
  mention: OperationMention,
  nearest: readonly Nearest[],
  pathOf: (key: string) => string | undefined,
): { edits: readonly Edit[]; suggestions: string[] } {
  const [best] = nearest;
  if (!best) return { edits: [], suggestions: [] };
  const near = nearest.filter(({ likeness }) => likeness > best.likeness - 0.1);
  const suggestions = [
    ...new Set(near.flatMap(({ rewrite, base = '', operation }) => rewrite ?? withBase(base, pathOf(operation)))),
  ];
  // Another version is another API, until somebody says that it is not.
  const sure = best.likeness >= SURE && best.version === undefined && suggestions.length === 1;
  return { suggestions, edits: sure ? editsOf(mention.target, best.rewrite) : [] };
}

/** Replaces the path as far as it stands there: what a variable in front of it holds is spelt out elsewhere, and stays as it is. */
function editsOf(target: RequestTarget | undefined, rewrite: string | undefined): readonly Edit[] {
  if (!target || rewrite === undefined) return [];
  const { pathSpan, segments } = target;
  const first = segments.findIndex(({ span }) => span.start >= pathSpan.start && span.end > span.start);
  const hidden = joinPath(segments.slice(0, Math.max(first, 0)));
  if (!rewrite.startsWith(`${hidden}/`)) return [];
  return replacing(joinPath(segments.slice(Math.max(first, 0))), pathSpan, rewrite.slice(hidden.length));
}

function joinPath(segments: readonly PathSegment[]): string {
  return segments.map(({ text }) => `/${text}`).join('');
}

function withBase(base: string, path: string | undefined): string[] {
  return path === undefined ? [] : [base + path];
}
