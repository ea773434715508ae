import { readFileSync } from 'node:fs';
import type { Heading } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/frameworks/framework.ts';
import { frameworkIds, frameworkOf, frameworks, isFrameworkId } from '../../src/frameworks/index.ts';
import { readRouteVectors, vectorsArePresent } from './shared-vectors.ts';

describe('the registry of frameworks', () => {
  it('is alphabetical and every entry knows its own id', () => {
    expect(frameworkIds).toEqual([...frameworkIds].sort());
    for (const framework of frameworks) expect(frameworkOf(framework.id)).toBe(framework);
  });

  it('knows no other names', () => {
    expect(isFrameworkId('fumadocs')).toBe(true);
    expect(isFrameworkId('orchard')).toBe(false);
  });
});

describe('routes of fumadocs', () => {
  const route = (file: string) =>
    frameworkOf('fumadocs').router?.route(file, { folder: 'docs', frontmatter: {}, project: {} });

  it('drop the extension, a last index and folders in parentheses', () => {
    expect(route('index.mdx')).toBe('');
    expect(route('trees/index.mdx')).toBe('/trees');
    expect(route('(guides)/trees/(care)/pruning.md')).toBe('/trees/pruning');
  });

  it('keep case, numbers and dots', () => {
    expect(route('01-Trees/v1.2.mdx')).toBe('/01-Trees/v1.2');
  });

  const vectors = vectorsArePresent ? readRouteVectors('fumadocs').filter((vector) => !vector.config?.i18n) : [];
  it.skipIf(!vectorsArePresent).each(vectors)(
    'are those of loader(): $file under $config.baseUrl (needs ../shared)',
    (vector) => {
      const base = (vector.config?.baseUrl ?? '').replace(/\/$/, '');
      expect(`${base}${route(vector.file)}` || '/').toBe(decodeURI(vector.url ?? ''));
    },
  );
});

describe('ids of fumadocs headings', () => {
  it('are open where an expression stands, and the counter goes on', () => {
    const ids = fumadocsIds();
    const text: Heading['children'][number] = { type: 'text', value: 'Harvest 1' };
    const expression = { type: 'mdxTextExpression' as const, value: '1' };
    expect(ids({ type: 'heading', depth: 2, children: [{ type: 'text', value: 'Harvest ' }, expression] })).toEqual({
      kind: 'dynamic',
    });
    expect(ids({ type: 'heading', depth: 2, children: [text] })).toEqual({ kind: 'heading', id: 'harvest-1-1' });
  });

  it('are as written in a trailing [#id]', () => {
    expect(
      fumadocsIds()({ type: 'heading', depth: 2, children: [{ type: 'text', value: 'Ripe [#Ripe.Fruit]' }] }),
    ).toEqual({
      kind: 'explicit',
      id: 'Ripe.Fruit',
    });
  });
});

function fumadocsIds(project: ProjectFacts = {}) {
  const ids = frameworkOf('fumadocs').ids?.({ project, format: 'mdx', frontmatter: () => ({}) });
  return (heading: Heading) => ids?.heading(heading, { source: '', inside: [] });
}

describe('package.json', () => {
  it('depends on no docs framework: all of this is data', () => {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    for (const name of frameworks.flatMap((framework) => framework.packages))
      expect(manifest).not.toContain(`"${name}"`);
  });
});
