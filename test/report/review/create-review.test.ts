import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/lint.ts';
import type { Review } from '../../../src/report/review.ts';
import { writeOrchard } from '../../cli/orchard.ts';

async function reviewOf(files: Readonly<Record<string, string>> = {}): Promise<Review> {
  const { review } = await lint({ cwd: writeOrchard(files), review: true });
  if (!review) throw new Error('There is no review.');
  return review;
}

describe('a review', () => {
  it('is made only where it is asked for', async () => {
    expect((await lint({ cwd: writeOrchard() })).review).toBeUndefined();
  });

  it('is plain data', async () => {
    const review = await reviewOf();
    expect(structuredClone(review)).toEqual(JSON.parse(JSON.stringify(review)));
  });

  it('quotes the lines around a finding, and the place marked', async () => {
    const { passages } = await reviewOf();
    const [quoted] = Object.values(passages);
    expect(quoted?.guide?.lines).toEqual([
      { number: 1, text: '# Harvests', marked: false },
      { number: 2, text: '', marked: false },
      {
        number: 3,
        text: 'Call `GET /orchards/{orchardId}/harvest` for the list.',
        marked: true,
        mark: { from: 10, to: 39 },
      },
    ]);
    expect(quoted?.spec?.lines.filter(({ marked }) => marked).map(({ text }) => text.trim())[0]).toMatch(/^get:/);
  });

  it('cuts a long line around the place', async () => {
    const long = `# Harvests\n\n${'Many words. '.repeat(300)}Call \`GET /orchards/{orchardId}/harvest\`. ${'More words. '.repeat(300)}\n`;
    const { passages } = await reviewOf({ 'guides/harvests.mdx': long });
    const line = Object.values(passages)[0]?.guide?.lines.find(({ marked }) => marked);
    expect(line?.text.length).toBeLessThan(400);
    expect(line?.text.slice(line.mark?.from, line.mark?.to)).toBe('/orchards/{orchardId}/harvest');
  });

  it('says which page names an operation for sure, which may, and which are silent', async () => {
    const review = await reviewOf({
      'guides/both.mdx': '# Both\n\nRead `/orchards/7/harvests`, then `GET /orchards`, then `GET /orchards` again.\n',
      'guides/silent.mdx': '# Silent\n\nNothing.\n',
    });
    expect(review.operations.map(({ name, group }) => `${name} ${group}`)).toEqual([
      'GET /orchards /orchards',
      'GET /orchards/{orchardId}/harvests /orchards',
    ]);
    expect(review.operations[0]?.uses).toEqual([
      { file: 'guides/both.mdx', checked: 2, unknown: 0, lines: [3] },
      { file: 'guides/orchards.mdx', checked: 1, unknown: 0, lines: [3] },
    ]);
    expect(review.pages.map(({ file, checked }) => `${file} ${checked}`)).toEqual([
      'guides/both.mdx 3',
      'guides/harvests.mdx 1',
      'guides/orchards.mdx 1',
      'guides/silent.mdx 0',
    ]);
  });

  it('is unsure of a path that several operations have', async () => {
    const spec = `openapi: 3.1.0
info: { title: Orchard API, version: 2.3.0 }
servers: [{ url: https://api.orchard.example }]
paths:
  /v1/trees:
    get: { tags: [Trees], responses: { '200': { description: All } } }
    post: { tags: [Trees], responses: { '200': { description: One } } }
`;
    const page = '# Trees\n\nTrees are at `/v1/trees`; `POST /v1/trees` plants one.\n';
    const { operations } = await reviewOf({ 'openapi.yaml': spec, 'guides/trees.mdx': page });
    expect(
      operations.map(({ name, group, uses }) => [name, group, uses.map(({ checked, unknown }) => [checked, unknown])]),
    ).toEqual([
      ['GET /v1/trees', 'Trees', [[0, 1]]],
      ['POST /v1/trees', 'Trees', [[1, 1]]],
    ]);
  });
});
