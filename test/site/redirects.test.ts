import { expect, it } from 'vitest';
import { isRedirected } from '../../src/site/redirects.ts';

it.each([
  ['/old', '/old', true],
  ['/old', '/old/', true],
  ['/old/x', '/old/:path*', true],
  ['/old', '/old/:path*', true],
  ['/old/a/b', '/old/:path(.*)', true],
  ['/old/a', '/old/:slug', true],
  ['/old/a/b', '/old/:slug', false],
  ['/old/a/b', '/old/*', true],
  ['/older', '/old', false],
  ['/a.b', '/a.b', true],
  ['/axb', '/a.b', false],
  ['/x', '/((', false],
])('%s is named by %s: %s', (url, pattern, expected) => expect(isRedirected(url, [pattern])).toBe(expected));
