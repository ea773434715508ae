import picomatch from 'picomatch';
import type { Documented, Operation, OperationBinding, OperationKey, Page, SpecIndex } from '../src/model.ts';
import { defineRule, type RuleContext, speaksOfToday } from '../src/rule.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** Silence is no drift, but a page that calls itself an index must be one, and of two twins both want to be known. */
export default defineRule({
  id: 'undocumented-operation',
  summary:
    'A page that is an index of a spec must name all its operations, and guides must know the twins of what they name.',
  severity: 'info',
  messages: {
    index: 'The page is an index of `{spec}` and does not name `{operation}`.',
    spec: 'The page is an index of `{spec}`, which no spec is called.',
    nowhere: 'No guide names `{operation}`; `{page}` names {others} of its neighbours.',
    alone: 'No guide names `{operation}`.',
    twin: 'The guides name `{operation}` and never `{twin}`, which ends alike.',
  },
  operations(bindings, context) {
    const { truth, pages, report } = context;
    for (const [file, page] of pages) {
      const index = indexOf(page);
      if (!index) continue;
      const at = { file, span: page.headings[0]?.span ?? { start: 0, end: 0 } };
      if (!truth.specs.some(({ name }) => name === index.spec)) {
        report({ message: 'spec', at, severity: 'error', data: { spec: index.spec } });
        continue;
      }
      const named = keysOf(bindings.filter((binding) => binding.page === file));
      for (const operation of Object.values(truth.operations)) {
        if (!index.covers(operation) || named.has(operation.key)) continue;
        const name = describeOperation(operation);
        const data = { spec: index.spec, operation: name };
        report({ message: 'index', at, severity: 'error', data, operation: name, truth: operation.place });
      }
    }
    for (const { operation, home } of unnamed(bindings, context)) {
      const name = describeOperation(operation);
      const { file, headings } = home.page;
      const at = { file, span: headings[0]?.span ?? { start: 0, end: 0 } };
      const shared = { at, operation: name, truth: operation.place };
      const data = { operation: name, page: file, others: String(home.neighbours) };
      if (home.neighbours > 0) report({ ...shared, message: 'nowhere', data });
      else report({ ...shared, message: 'alone', data });
    }
    for (const { binding, operation, twin } of twinsOf(bindings, truth)) {
      const name = describeOperation(twin);
      report({
        message: 'twin',
        at: { file: binding.file, span: binding.mention.span },
        data: { operation: describeOperation(operation), twin: name },
        operation: name,
        truth: twin.place,
      });
    }
  },
});

interface Unnamed {
  readonly operation: Operation;
  /** Where it would be looked for, and how many operations of its tag or its path stand there. */
  readonly home: { readonly page: Page; readonly neighbours: number };
}

/** The operations that the configuration wants to be documented and no guide names. */
function unnamed(
  bindings: readonly OperationBinding[],
  { truth, pages }: Pick<RuleContext, 'pages' | 'truth'>,
): readonly Unnamed[] {
  return truth.specs.flatMap(({ name, documented }) => {
    if (!documented) return [];
    const isPage = documented.pages.length > 0 ? picomatch([...documented.pages]) : () => true;
    const own = bindings.filter(({ page }) => isPage(page));
    const named = keysOf(own);
    const candidates = [...pages.values()].filter(({ file }) => isPage(file));
    const covers = coverage(name, documented);
    return Object.values(truth.operations).flatMap((operation) => {
      if (!covers(operation) || named.has(operation.key)) return [];
      const counted = candidates.map((page) => ({ page, neighbours: neighboursOn(page.file, operation, own, truth) }));
      const [home] = counted.toSorted((one, other) => other.neighbours - one.neighbours);
      return home ? [{ operation, home }] : [];
    });
  });
}

function neighboursOn(file: string, one: Operation, bindings: readonly OperationBinding[], truth: SpecIndex): number {
  const here = [...keysOf(bindings.filter(({ page }) => page === file))];
  return here.filter((key) => {
    const other = operationAt(truth, key);
    return other?.spec === one.spec && (other.tags.some((tag) => one.tags.includes(tag)) || sharesLead(other, one));
  }).length;
}

/** The same words before the first parameter. */
function sharesLead(one: Operation, other: Operation): boolean {
  const lead = ({ path }: Operation) => path.replace(/\/?\{.*$/s, '');
  return lead(one) === lead(other);
}

interface Index {
  readonly spec: string;
  readonly covers: (operation: Operation) => boolean;
}

/** `specwins: { index-of: management, tags: [Tenant], paths: ['/admin/**'] }` in the front matter. */
function indexOf({ frontmatter }: Page): Index | undefined {
  const hints = frontmatter?.specwins;
  if (typeof hints !== 'object' || hints === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(hints));
  const spec = entries.get('index-of');
  if (typeof spec !== 'string') return undefined;
  return { spec, covers: coverage(spec, { tags: listOf(entries.get('tags')), paths: listOf(entries.get('paths')) }) };
}

function coverage(
  spec: string,
  { tags, paths }: Pick<Documented, 'paths' | 'tags'>,
): (operation: Operation) => boolean {
  const inPaths = paths.length > 0 ? picomatch([...paths]) : () => true;
  return (operation) =>
    operation.spec === spec &&
    isWanted(operation) &&
    (tags.length === 0 || operation.tags.some((tag) => tags.includes(tag))) &&
    // Braces mean a choice in a pattern.
    inPaths(operation.path.replace(/\{[^{}]*\}/g, 'x'));
}

/** Nobody needs to learn what is going away, or another name of what they know. */
function isWanted({ deprecated, aliasOf }: Operation): boolean {
  return !deprecated && aliasOf === undefined;
}

function listOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}

function keysOf(bindings: readonly OperationBinding[]): ReadonlySet<OperationKey> {
  return new Set(bindings.flatMap(({ target }) => (target.status === 'bound' ? target.operations : [])));
}

interface Twin {
  readonly binding: OperationBinding;
  readonly operation: Operation;
  readonly twin: Operation;
}

/** Operations that no guide names, of one method with one that is named, whose path is the other's with something before it. */
function twinsOf(bindings: readonly OperationBinding[], truth: SpecIndex): readonly Twin[] {
  const named = keysOf(bindings);
  const first = new Map<OperationKey, OperationBinding>();
  for (const binding of bindings) {
    const [key, ...others] = binding.target.status === 'bound' ? binding.target.operations : [];
    if (
      key !== undefined &&
      others.length === 0 &&
      binding.mention.method &&
      speaksOfToday(binding.mention) &&
      !first.has(key)
    )
      first.set(key, binding);
  }
  const unnamed = Object.values(truth.operations).filter(
    (operation) => isWanted(operation) && !named.has(operation.key),
  );
  return [...first].flatMap(([key, binding]) => {
    const operation = operationAt(truth, key);
    const twin = operation && unnamed.find((other) => areTwins(operation, other));
    return operation && twin ? [{ binding, operation, twin }] : [];
  });
}

function areTwins(one: Operation, other: Operation): boolean {
  if (one.spec !== other.spec || one.method !== other.method) return false;
  const [short = '', long = ''] = [shapeOf(one.path), shapeOf(other.path)].sort((a, b) => a.length - b.length);
  // A path of one or two words ends many others.
  return short !== long && short.split('/').length > 3 && long.endsWith(short);
}

function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
