import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { oddFile, oddFinding, oddMessage, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';

it('has the findings of the demo, each with a fingerprint of its own', async () => {
  const { report } = await lint({ cwd: join(import.meta.dirname, '../../fixtures/demo') });
  const entries: readonly unknown[] = JSON.parse(gitlab(report, { ...plain, folder: 'site' }));
  expect(entries[0]).toEqual({
    description:
      'No spec describes `/orchards/{orchardId}/harvest`; did you mean `GET /orchards/{orchardId}/harvests`? Write: /orchards/{orchardId}/harvests',
    check_name: 'unknown-path',
    fingerprint: report.findings[0]?.fingerprint,
    severity: 'major',
    location: { path: 'site/content/docs/harvests.mdx', lines: { begin: 7, end: 7 } },
  });
  expect(entries).toMatchObject(report.findings.map(({ rule, fingerprint }) => ({ check_name: rule, fingerprint })));
  expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
});

it('weighs findings in the words of GitLab', () => {
  const shown = (['error', 'warning', 'info'] as const).map((severity, index) =>
    oddFinding({ severity, message: `${index}`, suggestions: [], edits: [] }),
  );
  expect(JSON.parse(gitlab(oddReport({ shown }), plain))).toMatchObject([
    { description: '0', severity: 'major' },
    { description: '1', severity: 'minor' },
    { description: '2', severity: 'info' },
  ]);
});

it('keeps odd characters as they are', () => {
  expect(JSON.parse(gitlab(oddReport(), plain))).toMatchObject([
    { description: `${oddMessage} Write: /harvests`, location: { path: oddFile } },
  ]);
});

it('is an empty list where there is nothing', () => {
  expect(JSON.parse(gitlab(reportOn({}), plain))).toEqual([]);
});
