import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findDocs } from '../../src/discover/find-docs.ts';
import type { FrameworkId } from '../../src/frameworks/framework.ts';
import { writeProject } from './temporary-project.ts';

/** `[framework, project, root, baseUrl]` of each docs root, relative to the base. */
function outline(base: string, forced?: FrameworkId) {
  return findDocs(base, forced).map((root) => [
    root.framework,
    relative(base, root.project) || '.',
    relative(base, root.root) || '.',
    root.baseUrl,
  ]);
}

describe('findDocs', () => {
  it('finds a Fumadocs app in a monorepo by its source.config.ts', () => {
    const base = writeProject({
      'apps/docs/source.config.ts': "export const docs = defineDocs({ dir: 'content/guides' });",
      'apps/docs/lib/source.ts':
        "export const source = loader({ baseUrl: '/guides', source: docs.toFumadocsSource() });",
      'apps/docs/content/guides/index.mdx': '# Orchard',
      'packages/ui/package.json': '{ "dependencies": { "fumadocs-ui": "16.0.0" } }',
      'README.md': '# Orchard',
    });
    expect(outline(base)).toEqual([['fumadocs', 'apps/docs', 'apps/docs/content/guides', '/guides']]);
  });

  it('takes a dependency as a mark where no marker file is', () => {
    const base = writeProject({
      'package.json': '{ "devDependencies": { "@astrojs/starlight": "0.42.0" } }',
      'src/content/docs/index.mdx': '# Orchard',
    });
    expect(outline(base)).toEqual([['starlight', '.', 'src/content/docs', '']]);
  });

  it('takes a docs.json as a mark of Mintlify only when it speaks of navigation', () => {
    const base = writeProject({ 'docs.json': '{ "trees": [] }', 'index.mdx': '# Orchard' });
    expect(outline(base)).toEqual([['lenient', '.', '.', '']]);
    const other = writeProject({ 'site/docs.json': '{ "navigation": {} }', 'site/index.mdx': '# Orchard' });
    expect(outline(other)).toEqual([['mintlify', 'site', 'site', '']]);
  });

  it('finds VitePress in the hidden folder that holds its configuration', () => {
    const base = writeProject({
      'package.json': '{ "devDependencies": { "vitepress": "1.6.4" } }',
      'docs/.vitepress/config.mts': 'export default {}',
      'docs/index.md': '# Orchard',
    });
    expect(outline(base)).toEqual([['vitepress', 'docs', 'docs', '']]);
  });

  it('leaves example sites out as long as there is another', () => {
    const files = {
      'docusaurus.config.ts': '',
      'docs/a.md': '# A',
      'examples/x/docusaurus.config.ts': '',
      'examples/x/docs/a.md': '# A',
    };
    expect(outline(writeProject(files))).toEqual([['docusaurus', '.', 'docs', '/docs']]);
  });

  it('falls back to `docs` and the README beside it, else to everything', () => {
    const base = writeProject({ 'docs/trees.md': '# Trees', 'README.md': '# Orchard', 'CHANGELOG.md': '# 1.0' });
    expect(outline(base)).toEqual([
      ['github', '.', 'docs', ''],
      ['github', '.', '.', ''],
    ]);
    expect(findDocs(base)[1]?.include).toEqual(['README.md']);
    expect(outline(writeProject({ 'guides/trees.md': '# Trees' }))).toEqual([['github', '.', '.', '']]);
  });

  it('survives a package.json that is broken, and a folder that is empty', () => {
    expect(outline(writeProject({ 'package.json': '{ oops', 'trees.md': '# Trees' }))).toEqual([
      ['github', '.', '.', ''],
    ]);
    expect(outline(writeProject({}))).toEqual([['github', '.', '.', '']]);
  });

  it('puts a forced framework on the folders that are called as its roots are', () => {
    const base = writeProject({ 'web/content/docs/index.mdx': '# Orchard', 'notes/x.md': '# X' });
    expect(outline(base, 'fumadocs')).toEqual([['fumadocs', 'web', 'web/content/docs', '/docs']]);
  });

  it('puts a forced framework on the roots of another one that was seen', () => {
    const base = writeProject({ 'docs/docs.json': '{ "navigation": {} }', 'docs/index.mdx': '# Orchard' });
    expect(outline(base, 'nextra')).toEqual([['nextra', 'docs', 'docs', '']]);
  });
});

const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

describe.skipIf(!existsSync(corpora))('the docs of real sites (needs ../shared/corpora)', () => {
  it.each<[string, FrameworkId | undefined, string, string]>([
    ['anycrawl', 'fumadocs', 'apps/docs', 'apps/docs/content/docs'],
    ['ory', 'docusaurus', '.', 'docs'],
    ['box', 'github', '.', '.'],
    ['meilisearch', undefined, '.', '.'],
    ['ollama', undefined, 'docs', 'docs'],
    ['trigger.dev', undefined, 'docs', 'docs'],
  ])('%s', (name, forced, project, root) => {
    const [found, ...more] = outline(join(corpora, name), forced);
    expect(more).toEqual([]);
    expect(found?.[2]).toBe(root);
    if (name !== 'box') expect(found?.[1]).toBe(project);
    expect(found?.[0]).toBe(forced ?? 'mintlify');
  });
});
