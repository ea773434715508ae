import { expect, test } from 'vitest';
import { isPlaceholder } from '../../src/text/placeholder.ts';

test.each([
  '',
  'string',
  'number',
  'string[]',
  '<uuid>',
  'sk-<key>',
  '{{x}}',
  '{id}',
  '[id]',
  '$X',
  `\${TREE}`,
  '%s',
  ':id',
  '...',
  '…',
  'sk_1234...',
  'YOUR_KEY',
  'your-tree-id',
  'my-orchard',
  'tree-uuid-here',
  'TREE_ID',
  'xxxxxxxx',
  '***',
  'YYYY-MM-DD',
  'asc | desc',
  'asc|desc',
  'The name of the tree',
])('takes `%s` for a placeholder', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.each([
  'planted',
  'PLANTED',
  'IN_PROGRESS',
  '20',
  'a,b',
  'application/json',
  'Old oak',
  '2024-05-01',
  'http://orchard.example/a',
])('takes `%s` for a value', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

test('comes to an end on texts of any length', () => {
  expect(isPlaceholder('<'.repeat(100_000))).toBe(false);
  expect(isPlaceholder('{a'.repeat(100_000))).toBe(false);
});
