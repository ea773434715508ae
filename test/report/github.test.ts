import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { github } from '../../src/report/github.ts';
import { oddFinding, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';

it('annotates the lines of the demo, named from the top of the repository', async () => {
  const { report } = await lint({ cwd: join(import.meta.dirname, '../../fixtures/demo') });
  const lines = github(report, { ...plain, folder: 'site' }).split('\n');
  expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(report.findings.length);
  expect(lines[0]).toBe(
    '::error file=site/content/docs/harvests.mdx,line=7,endLine=7,col=39,endColumn=68,title=unknown-path::' +
      'No spec describes `/orchards/{orchardId}/harvest`; did you mean `GET /orchards/{orchardId}/harvests`?' +
      '%0Aspec: GET /orchards/{orchardId}/harvests  openapi.yaml:55%0Awrite: /orchards/{orchardId}/harvests',
  );
  expect(lines).toContain('5 errors and 2 warnings in 2 pages.');
});

it('gives back what it was given when the runner decodes it', () => {
  const [line = ''] = github(oddReport(), plain).split('\n');
  const [, command, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const [first] = oddReport().findings;
  expect(command).toBe('error');
  expect(properties.split(',').map((each) => decode(each))).toEqual([
    `file=${first?.file}`,
    'line=3',
    'endLine=3',
    'col=15',
    'endColumn=23',
    'title=unknown-path',
  ]);
  expect(decode(message)).toBe(
    [first?.message, 'spec: GET /harvests  spec/api #2.yaml:41', 'write: /harvests', `also: ${first?.file}:1:1`].join(
      '\n',
    ),
  );
});

it('says notice for an info, and no columns of what spans lines', () => {
  const shown = [oddFinding({ severity: 'info', span: { start: 0, end: 20 }, message: 'm' })];
  expect(github(oddReport({ shown }), plain)).toMatch(
    /^::notice file=[^:]+%3A[^:]+,line=1,endLine=3,title=unknown-path::m%0A/,
  );
});

it('lets no note and no message start a command of its own', () => {
  const report = reportOn({}, { notes: ['Odd.\n::add-mask::x\r\n'] });
  expect(
    github(report, plain)
      .split('\n')
      .filter((line) => line.startsWith('::')),
  ).toEqual(['::notice title=specwins::Odd.%0A::add-mask::x%0D%0A']);
});

it('says so where there is nothing', () => {
  expect(github(reportOn({}), plain)).toMatch(/^No drift found/);
});

/** As actions/runner does it: `%25` last. */
function decode(text: string): string {
  return ['%0D\r', '%0A\n', '%3A:', '%2C,', '%25%'].reduce(
    (rest, pair) => rest.replaceAll(pair.slice(0, 3), pair.slice(3)),
    text,
  );
}
