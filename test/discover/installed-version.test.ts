import { expect, it } from 'vitest';
import { installedVersion } from '../../src/discover/installed-version.ts';
import { writeProject } from '../project.ts';

it.each([
  ['package-lock.json', '{ "packages": { "node_modules/fumadocs-core": { "version": "16.15.3" } } }', '16.15.3'],
  ['pnpm-lock.yaml', 'packages:\n\n  fumadocs-core@16.15.3(react@19.0.0):\n    resolution: {}\n', '16.15.3'],
  ['pnpm-lock.yaml', 'packages:\n\n  /fumadocs-core/16.15.3:\n    resolution: {}\n', '16.15.3'],
  ['yarn.lock', 'fumadocs-core@^16.0.0:\n  version "16.15.3"\n', '16.15.3'],
  ['yarn.lock', '"fumadocs-core@npm:^16.0.0":\n  version: 16.15.3\n', '16.15.3'],
  ['bun.lock', '{\n    "fumadocs-core": ["fumadocs-core@16.15.3", "", {}],\n}', '16.15.3'],
  ['pnpm-lock.yaml', 'packages:\n  fumadocs-core@16.15.3:\n  fumadocs-core@15.0.0:\n', undefined],
  ['package.json', '{ "dependencies": { "fumadocs-core": "^16.14.2" } }', '16'],
  ['package.json', '{ "dependencies": { "fumadocs-core": "~16.14.2" } }', '16.14'],
  ['package.json', '{ "dependencies": { "fumadocs-core": "16.14.2" } }', '16.14.2'],
  ['package.json', '{ "dependencies": { "fumadocs-core": "latest" } }', undefined],
  ['README.md', 'fumadocs-core 1.2.3', undefined],
])('is read from %s: %s', (file, text, version) => {
  expect(installedVersion(writeProject({ [file]: text }), 'fumadocs-core')).toBe(version);
});

it('is that of the lockfile above where the project has none', () => {
  const base = writeProject({
    '.git/HEAD': '',
    'package-lock.json': '{ "packages": { "node_modules/astro": { "version": "7.3.5" } } }',
    'docs/package.json': '{ "dependencies": { "astro": "^6.0.0" } }',
  });
  expect(installedVersion(`${base}/docs`, 'astro')).toBe('7.3.5');
});
