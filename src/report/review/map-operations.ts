import type { Binding, OperationKey, Page, SpecIndex } from '../../model.ts';
import { distinctBindings, outcomeOf } from '../distinct-bindings.ts';
import type { OperationUse, ReviewedOperation, ReviewedPage } from '../review.ts';

/** How many lines of one page are named for one operation. */
const mostLines = 6;

type LocateLine = (file: string, offset: number) => number | undefined;

/** Which files speak of which operation. A mention in a snippet counts where it stands, once. */
export function mapOperations(
  bindings: readonly Binding[],
  truth: SpecIndex,
  lineOf: LocateLine,
): readonly ReviewedOperation[] {
  const uses = new Map<OperationKey, Map<string, OperationUse>>();
  for (const binding of distinctBindings(bindings)) {
    const { file } = binding;
    const { keys, isSure } = operationsOf(binding);
    const line = binding.mention.kind === 'operation' ? lineOf(file, binding.mention.span.start) : undefined;
    for (const key of keys) {
      const files = uses.get(key) ?? new Map<string, OperationUse>();
      uses.set(key, files);
      files.set(file, addUse(files.get(file) ?? { file, checked: 0, unknown: 0, lines: [] }, isSure, line));
    }
  }
  return Object.values(truth.operations).map(({ key, spec, method, path, tags, summary, deprecated, place }) => ({
    name: `${method} ${path}`,
    spec,
    file: place.file,
    ...(summary !== undefined && { summary }),
    group: tags[0] ?? firstSegment(path),
    deprecated,
    uses: [...(uses.get(key)?.values() ?? [])].toSorted((one, other) => (one.file < other.file ? -1 : 1)),
  }));
}

/** `/v1/` and its like stand before all paths of a spec and tell none from another. */
function firstSegment(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !/^(?:\{.*|v\d[\w.-]*|api)$/.test(segment));
  return `/${segments[0] ?? ''}`;
}

function addUse(use: OperationUse, isSure: boolean, line: number | undefined): OperationUse {
  const isNew = line !== undefined && use.lines.length < mostLines && !use.lines.includes(line);
  return {
    file: use.file,
    checked: use.checked + (isSure ? 1 : 0),
    unknown: use.unknown + (isSure ? 0 : 1),
    lines: isNew ? [...use.lines, line] : use.lines,
  };
}

/** A path without a method names each of its operations, and none for sure. A fact is of use only where its operation is known. */
function operationsOf({ mention, target }: Binding): {
  readonly keys: readonly OperationKey[];
  readonly isSure: boolean;
} {
  if (target.status === 'ambiguous') {
    return { keys: mention.kind === 'operation' ? target.candidates : [], isSure: false };
  }
  if (target.status !== 'bound' || !('operations' in target)) return { keys: [], isSure: false };
  const isSure = target.operations.length === 1;
  return { keys: isSure || mention.kind === 'operation' ? target.operations : [], isSure };
}

/** Counts the mentions of each file by their outcome; every page is there, also one that mentions nothing. */
export function countPages(pages: readonly Page[], bindings: readonly Binding[]): readonly ReviewedPage[] {
  const counts = new Map<string, ReviewedPage>();
  const start = (file: string): ReviewedPage => ({ file, checked: 0, unknown: 0, foreign: 0 });
  for (const { file, title } of pages) counts.set(file, { ...start(file), ...(title !== undefined && { title }) });
  for (const binding of distinctBindings(bindings)) {
    const { file } = binding;
    const page = counts.get(file) ?? start(file);
    const outcome = outcomeOf(binding);
    counts.set(file, { ...page, [outcome]: page[outcome] + 1 });
  }
  return [...counts.values()].toSorted((one, other) => (one.file < other.file ? -1 : 1));
}
