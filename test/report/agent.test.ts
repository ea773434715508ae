import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { agent } from '../../src/report/agent.ts';
import { oddFile, oddFinding, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';

it('tells each finding of the demo in a few lines', async () => {
  const { report } = await lint({ cwd: join(import.meta.dirname, '../../fixtures/demo') });
  const text = agent(report, { color: true, width: 40 });
  expect(text).toContain(
    [
      'content/docs/harvests.mdx:22:4 warning unknown-response-field: `POST /orchards/{orchardId}/harvests` answers with no field `harvest_id`; did you mean `id`?',
      '  says: harvest_id',
      '  spec: POST /orchards/{orchardId}/harvests  openapi.yaml:82',
      '  write: id',
      '',
    ].join('\n'),
  );
  expect(text.match(/^\S+:\d+:\d+ (?:error|warning|info) [a-z-]+: \S/gm)).toHaveLength(report.findings.length);
  expect(text).toMatch(
    /^5 errors and 2 warnings in 2 pages\.\nChecked 19 of 22 mentions .+\nAll 3 pages compile\..+\n$/m,
  );
  expect(text).not.toContain('\u001b');
});

it('keeps a finding on its lines, whatever the page has', () => {
  const shown = [
    oddFinding({ message: 'One\ntwo\u001b[31m', span: { start: 0, end: 40 }, suggestions: ['a\nb', 'c'], edits: [] }),
  ];
  expect(agent(oddReport({ shown }), plain).split('\n').slice(0, 5)).toEqual([
    `${oddFile}:1:1 error unknown-path: One·two·[31m`,
    '  says: # 🍏 The 🍎 is at `/harvest`, not <b>',
    '  spec: GET /harvests  spec/api #2.yaml:41',
    '  write: a·b or c',
    `  also: ${oddFile}:1:1`,
  ]);
});

it('writes what may stand in place of what it says, where an edit or a suggestion is about a part of it', () => {
  const text = agent(oddReport(), plain);
  expect(text).toContain('  says: /harvest\n');
  expect(text).toContain('  write: /harvests\n');
});

it('cuts a long text, and never within a character', () => {
  const guide = `${'x'.repeat(159)}🍏🍏`;
  const shown = [oddFinding({ file: 'a.mdx', span: { start: 0, end: guide.length }, related: [] })];
  expect(agent(reportOn({ 'a.mdx': guide }, { shown }), plain)).toContain(`  says: ${'x'.repeat(159)}…\n`);
});

it('shows no text that must not be shown', () => {
  const shown = [oddFinding({ redacted: true, message: 'A key.' })];
  expect(agent(oddReport({ shown }), plain)).not.toContain('says:');
});

it('says so where there is nothing', () => {
  expect(agent(reportOn({}, { notes: ['The spec `beta` is not there.'] }), plain)).toMatch(
    /^No drift found.*\nChecked 0 of 0 mentions .*\nNo page was read\..*\nNote: The spec `beta` is not there\.\n$/,
  );
});
