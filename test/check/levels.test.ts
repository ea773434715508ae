import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createLevels } from '../../src/check/levels.ts';

const orchard = resolve('/orchard');

it('gives a rule its configured level everywhere', () => {
  const levels = createLevels({ rules: { 'wrong-host': 'info' }, overrides: [], cwd: orchard, folder: orchard });
  expect(levels('wrong-host', 'guides/trees.mdx')).toBe('info');
  expect(levels('wrong-method', 'guides/trees.mdx')).toBeUndefined();
});

it('lets the last override that matches win, rule by rule', () => {
  const levels = createLevels({
    rules: { 'wrong-host': 'error' },
    overrides: [
      { files: ['guides/**/*.{md,mdx}'], rules: { 'wrong-host': 'off', 'wrong-method': 'info' } },
      { files: ['guides/legacy/**'], rules: { 'wrong-host': 'warning' } },
    ],
    cwd: orchard,
    folder: orchard,
  });
  expect(levels('wrong-host', 'guides/legacy/trees.md')).toBe('warning');
  expect(levels('wrong-method', 'guides/legacy/trees.md')).toBe('info');
  expect(levels('wrong-host', 'guides/trees.mdx')).toBe('off');
  expect(levels('wrong-host', 'index.mdx')).toBe('error');
});

it('takes globs from the folder of the configuration, above or below the working directory', () => {
  const overrides = [{ files: ['docs/legacy/**'], rules: { 'wrong-host': 'off' } }] as const;
  const above = createLevels({ rules: {}, overrides, cwd: resolve(orchard, 'docs'), folder: orchard });
  expect(above('wrong-host', 'legacy/trees.mdx')).toBe('off');
  const below = createLevels({ rules: {}, overrides, cwd: resolve('/'), folder: orchard });
  expect(below('wrong-host', 'orchard/docs/legacy/trees.mdx')).toBe('off');
});
