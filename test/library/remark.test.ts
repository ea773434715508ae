import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import remarkSpecwins from '../../src/remark.ts';
import { writeOrchard } from '../cli/orchard.ts';

const page = 'guides/harvests.mdx';
const drifted = '# Harvests\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n';

async function messagesOf(cwd: string, path: string, value: string) {
  const file = await remark().use(remarkSpecwins).process({ cwd, path, value });
  return file.messages;
}

describe('specwins/remark', () => {
  it('gives a file its findings, with place, rule, source, page, expectation and note', async () => {
    const [message, ...others] = await messagesOf(writeOrchard(), page, drifted);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      reason: expect.stringContaining('No spec describes `/orchards/{orchardId}/harvest`'),
      place: { start: { line: 3, column: 11, offset: 22 }, end: { line: 3, column: 40, offset: 51 } },
      ruleId: 'unknown-path',
      source: 'specwins',
      fatal: true,
      actual: '/orchards/{orchardId}/harvest',
      expected: ['/orchards/{orchardId}/harvests'],
      url: expect.stringMatching(/^https:\/\/.+\/rules\/unknown-path\.md$/),
      note: expect.stringContaining('GET /orchards/{orchardId}/harvests, openapi.yaml:'),
    });
  });

  it('says nothing of a page that is right, and nothing of a file that is no page', async () => {
    const cwd = writeOrchard();
    expect(await messagesOf(cwd, 'guides/orchards.mdx', '# Orchards\n\nCall `GET /orchards` for the list.\n')).toEqual(
      [],
    );
    expect(await messagesOf(cwd, 'elsewhere.txt', 'Call `GET /orchards/x/y`.')).toEqual([]);
    expect((await remark().use(remarkSpecwins).process('Call `GET /harvest`.')).messages).toEqual([]);
  });

  it('judges the text that it is given where that is not saved yet', async () => {
    const cwd = writeOrchard();
    const [message] = await messagesOf(cwd, page, `# Harvests\n\nNew.\n\n${drifted}`);
    expect(message).toMatchObject({ line: 7 });
    expect(await messagesOf(cwd, page, drifted.replace('/harvest`', '/harvests`'))).toEqual([]);
    expect(await messagesOf(cwd, page, drifted)).toHaveLength(1);
  });

  it('warns where the finding is a warning', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': 'rules: { unknown-path: warn }\n' });
    expect(await messagesOf(cwd, page, drifted)).toMatchObject([{ fatal: false }]);
    const info = writeOrchard({ 'specwins.config.yaml': 'rules: { unknown-path: info }\n' });
    expect(await messagesOf(info, page, drifted)).toMatchObject([{ fatal: undefined }]);
  });

  it('tells what the user can act on as a message', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': 'ruls: {}\n' });
    expect(await messagesOf(cwd, page, drifted)).toMatchObject([
      {
        fatal: true,
        ruleId: 'config-invalid',
        source: 'specwins',
        reason: expect.stringContaining('did you mean `rules`?'),
      },
    ]);
  });
});
