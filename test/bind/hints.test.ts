import { expect, it } from 'vitest';
import { bindPages, describe as inWords, mentionOf, pageOf, truthOf } from './orchard.ts';

const truth = truthOf({ paths: { '/orchards/{id}/records': 'GET', '/pickers/{id}/records': 'GET' } });
const shortened = mentionOf('GET /records', { source: 'inline-code' });

function bound(specwins?: unknown): string | undefined {
  const [binding] = bindPages([pageOf('guides/records.md', [shortened], { specwins })], { truth });
  return binding && inWords(binding);
}

it('leaves two equal readings open', () => {
  expect(bound()).toMatch(/^ambiguous/);
});

it('takes the reading that the front matter states', () => {
  expect(bound({ operation: 'GET /pickers/{id}/records' })).toBe('bound orchard GET /pickers/{id}/records');
});

it.each([[{ operation: 'GET /trees' }], [{ operation: 42 }], ['GET /pickers/{id}/records'], [null]])(
  'is not helped by %j',
  (hint) => {
    expect(bound(hint)).toMatch(/^ambiguous/);
  },
);
