import type { OperationKey, Page, Spec, SpecIndex } from '../model.ts';

/**
 * Facts that a writer states in the front matter where a binding cannot be sure:
 * `specwins: { spec: management, operation: "POST /trees" }`.
 */
export function hintedSpecs(page: Page, truth: SpecIndex): readonly Spec[] {
  const name = hintOf(page, 'spec');
  const named = truth.specs.filter((spec) => spec.name === name);
  return named.length > 0 ? named : truth.specs;
}

/** The operation that the page is about. */
export function hintedOperation(page: Page, truth: SpecIndex): OperationKey | undefined {
  const hint = hintOf(page, 'operation');
  if (hint === undefined) return undefined;
  const wanted = hint.trim().replace(/\s+/g, ' ');
  const specs = hintedSpecs(page, truth).map(({ name }) => name);
  return Object.values(truth.operations).find(
    ({ spec, method, path }) => specs.includes(spec) && `${method} ${path}` === wanted,
  )?.key;
}

function hintOf({ frontmatter }: Page, name: 'spec' | 'operation'): string | undefined {
  const hints = frontmatter?.specwins;
  if (typeof hints !== 'object' || hints === null || !(name in hints)) return undefined;
  const value: unknown = Object.entries(hints).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
