import { describe, expect, it } from 'vitest';
import type { Binding, OperationMention, StatusMention, Target } from '../../src/model.ts';
import { findingOn, reportOn } from './reports.ts';

const guide = '# Harvests\r\n\r\nCall `/harvest` or `/harvest`, then `/tree`.\r\n';

describe('findings', () => {
  it('are located in lines and columns, with their text and the line of the spec', () => {
    const place = { file: 'openapi.yaml', pointer: '/paths/~1harvests' };
    const { findings } = reportOn(
      { 'a.mdx': guide },
      { shown: [findingOn('a.mdx', [guide, '/harvest'], { truth: place, operation: 'GET /harvests' })] },
    );
    expect(findings).toMatchObject([
      {
        start: { line: 3, column: 7, offset: 20 },
        end: { line: 3, column: 15, offset: 28 },
        text: '/harvest',
        operation: 'GET /harvests',
        spec: { ...place, line: 41 },
        excerpt: { line: 'Call `/harvest` or `/harvest`, then `/tree`.' },
      },
    ]);
  });

  it('are sorted by page, place and rule, whatever order they come in', () => {
    const shown = [
      findingOn('b.mdx', [guide, '/tree']),
      findingOn('b.mdx', [guide, '/harvest']),
      findingOn('a.mdx', [guide, '/harvest'], { rule: 'wrong-method' }),
      findingOn('a.mdx', [guide, '/harvest']),
    ];
    const files = { 'a.mdx': guide, 'b.mdx': guide };
    const report = reportOn(files, { shown });
    expect(report.findings.map(({ file, rule, text }) => `${file} ${rule} ${text}`)).toEqual([
      'a.mdx unknown-path /harvest',
      'a.mdx wrong-method /harvest',
      'b.mdx unknown-path /harvest',
      'b.mdx unknown-path /tree',
    ]);
    expect(reportOn(files, { shown: shown.toReversed() })).toEqual(report);
  });
});

describe('fingerprints', () => {
  const fingerprints = (text: string, spans: readonly number[]): readonly string[] => {
    const shown = spans.map((start) => findingOn('a.mdx', [text, '/harvest'], { span: { start, end: start + 8 } }));
    return reportOn({ 'a.mdx': text }, { shown }).findings.map(({ fingerprint }) => fingerprint);
  };

  it('stay when lines move', () => {
    expect(fingerprints(`Hello\n\n${guide}`, [27])).toEqual(fingerprints(guide, [20]));
  });

  it('differ where the same is found twice', () => {
    expect(new Set(fingerprints(guide, [20, 34])).size).toBe(2);
  });
});

describe('counts', () => {
  it('count a mention once, checked if any page could bind it', () => {
    const bindings = [
      binding(0, { status: 'unplaced', evidence: [] }),
      binding(0, { status: 'missing', reason: 'path', spec: 'orchard', nearest: [], evidence: [] }),
      binding(50, { status: 'unplaced', evidence: [] }),
      binding(90, { status: 'foreign', evidence: [] }),
      binding(99, { status: 'bound', spec: 'orchard', template: '/trees', operations: [], evidence: [] }),
    ];
    const shown = [findingOn('a.mdx', [guide, '/harvest'], { span: { start: 2, end: 4 } })];
    const suppressed = [findingOn('a.mdx', [guide, '/tree'])];
    const { summary } = reportOn({ 'a.mdx': guide }, { bindings, shown, suppressed });
    expect(summary.mentions).toEqual({ total: 4, checked: 2, drift: 1, unknown: 1, foreign: 1 });
    expect(summary).toMatchObject({ errors: 1, warnings: 0, infos: 0, suppressed: 1, baselined: 0, pages: 1 });
  });
});

function binding(start: number, target: Target): Binding {
  const mention: OperationMention = {
    kind: 'operation',
    source: 'prose',
    span: { start, end: start + 5 },
    text: 'trees',
    stance: 'claim',
    certain: true,
    section: -1,
  };
  return { page: 'a.mdx', file: 'a.mdx', mention, target };
}

it('counts mentions by what they speak of, each once', () => {
  const span = { start: 0, end: 3 };
  const mention: StatusMention = {
    kind: 'status',
    span,
    text: '204',
    source: 'prose',
    stance: 'claim',
    section: -1,
    code: '204',
  };
  const bindings: readonly Binding[] = ['a.mdx', 'b.mdx'].map((page) => ({
    page,
    file: 'a.mdx',
    mention,
    target: { status: 'unplaced', evidence: [] },
  }));
  const { mentions, subjects } = reportOn({ 'a.mdx': '204' }, { bindings }).summary;
  const counts = { total: 1, checked: 0, drift: 0, unknown: 1, foreign: 0 };
  expect({ mentions, subjects }).toEqual({ mentions: counts, subjects: { statuses: counts } });
});
