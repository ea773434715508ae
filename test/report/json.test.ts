import { expect, it } from 'vitest';
import { json, jsonl } from '../../src/report/json.ts';
import { findingOn, reportOn } from './reports.ts';

const guide = 'Call `/harvest`.\n';
const start = { line: 1, column: 7, offset: 6 };
const end = { line: 1, column: 15, offset: 14 };
const report = reportOn(
  { 'a.mdx': guide },
  {
    shown: [
      findingOn('a.mdx', [guide, '/harvest'], {
        suggestions: ['/harvests'],
        edits: [{ span: { start: 6, end: 14 }, text: '/harvests' }],
        related: [{ file: 'a.mdx', span: { start: 6, end: 14 } }],
      }),
    ],
    notes: ['The spec `beta` is not there.'],
  },
);

it('writes the stable report without excerpts', () => {
  expect(JSON.parse(json(report, { color: false, width: 80 }))).toEqual({
    schemaVersion: 1,
    tool: { name: 'specwins', version: report.tool.version },
    summary: report.summary,
    findings: [
      {
        rule: 'unknown-path',
        severity: 'error',
        message: 'No spec describes `/harvest`.',
        file: 'a.mdx',
        start,
        end,
        text: '/harvest',
        suggestions: ['/harvests'],
        edits: [{ start: 6, end: 14, text: '/harvests' }],
        related: [{ file: 'a.mdx', start, end }],
        fingerprint: expect.stringMatching(/^[0-9a-f]{24}$/),
      },
    ],
    notes: ['The spec `beta` is not there.'],
  });
});

it('writes one finding a line and the summary last', () => {
  const lines = jsonl(report, { color: false, width: 80 }).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { kind: 'finding', rule: 'unknown-path', start },
    { kind: 'summary', summary: { errors: 1 }, notes: ['The spec `beta` is not there.'] },
  ]);
});
