import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { findDocs } from '../../src/discover/find-docs.ts';
import { listPages } from '../../src/discover/list-pages.ts';
import { coversPage } from '../../src/discover/path-argument.ts';
import { writeProject } from './temporary-project.ts';

function configOf(cwd: string, docs = findDocs(cwd)): Config {
  return {
    cwd,
    docs,
    specs: [],
    rules: {},
    overrides: [],
    components: {},
    credentials: {},
    guards: {},
    hedges: [],
    engine: 'fast',
  };
}

function listed(config: Config) {
  return listPages(config).map((page) => (page.snippet ? `(${page.file})` : page.file));
}

describe('listPages', () => {
  it('lists Markdown for readers, sorted, relative to the working directory', () => {
    const base = writeProject({
      'docs/trees.md': '',
      'docs/a/harvest.mdx': '',
      'docs/AGENTS.md': '',
      'docs/llms-full.txt': '',
      'docs/llms.mdx': '',
      'docs/LICENSE.md': '',
      'docs/logo.png': '',
      'docs/node_modules/x/README.md': '',
      'docs/.next/x.md': '',
      'README.md': '',
      'CONTRIBUTING.md': '',
    });
    expect(listed(configOf(base))).toEqual(['README.md', 'docs/a/harvest.mdx', 'docs/llms.mdx', 'docs/trees.md']);
    expect(listed({ ...configOf(base), cwd: join(base, 'docs') })).toEqual([
      '../README.md',
      'a/harvest.mdx',
      'llms.mdx',
      'trees.md',
    ]);
  });

  it('marks snippets, which have no address of their own', () => {
    const base = writeProject({
      'docs.json': '{"navigation":{}}',
      'index.mdx': '',
      'snippets/prune.mdx': '',
      'README.md': '',
    });
    expect(listed(configOf(base))).toEqual(['(README.md)', 'index.mdx', '(snippets/prune.mdx)']);
  });

  it('gives what .mintignore names no address', () => {
    const base = writeProject({
      'docs.json': '{"navigation":{}}',
      '.mintignore': '# Not yet.\ndrafts/\n*.draft.mdx\n!kept.draft.mdx\n',
      'index.mdx': '',
      'drafts/prune.mdx': '',
      'trees.draft.mdx': '',
      'kept.draft.mdx': '',
    });
    expect(listed(configOf(base))).toEqual(['(drafts/prune.mdx)', 'index.mdx', 'kept.draft.mdx', '(trees.draft.mdx)']);
  });

  it('keeps to include and exclude, also with exotic globs', () => {
    const base = writeProject({ 'guides/a.md': '', 'guides/b.mdx': '', 'guides/old/c.md': '', 'x/d.md': '' });
    const [root] = findDocs(base);
    const docs = root ? [{ ...root, include: ['guides/**/!(b).{md,mdx}'], exclude: ['**/old/**'] }] : [];
    expect(listed(configOf(base, docs))).toEqual(['guides/a.md']);
  });

  it('hears .gitignore files inside the docs and above them, and their exceptions', () => {
    const base = writeProject({
      '.gitignore': '*.draft.md\n',
      'docs/.gitignore': 'generated\n!keep.draft.md\n',
      'docs/trees.md': '',
      'docs/new.draft.md': '',
      'docs/keep.draft.md': '',
      'docs/generated/x.md': '',
    });
    expect(listed(configOf(base))).toEqual(['docs/keep.draft.md', 'docs/trees.md']);
  });

  it('takes a folder called .gitignore for a folder', () => {
    const base = writeProject({ 'docs/trees.md': '', 'docs/.gitignore/rules': '*.md\n' });
    expect(listed(configOf(base))).toEqual(['docs/trees.md']);
  });

  it('names the folder where no page is', () => {
    const base = writeProject({ 'docs/trees.md': '' });
    const docs = findDocs(base).map((root) => ({ ...root, include: ['**/*.none'] }));
    expect(() => listPages(configOf(base, docs))).toThrow('There is no Markdown or MDX page in `docs`.');
  });
});

describe('coversPage', () => {
  it.each([
    ['docs', 'docs/trees.md', true],
    ['docs/', 'docs/trees.md', true],
    ['docs/trees.md', 'docs/trees.md', true],
    ['/yard/docs', 'docs/trees.md', true],
    ['.', 'docs/trees.md', true],
    ['doc', 'docs/trees.md', false],
    ['docs/a', 'docs/trees.md', false],
  ])('%s covers %s: %s', (path, file, expected) => expect(coversPage(path, file, '/yard')).toBe(expected));
});
