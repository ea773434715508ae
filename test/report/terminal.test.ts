import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { terminal } from '../../src/report/terminal.ts';
import { findingOn, reportOn } from './reports.ts';

describe('a finding', () => {
  it('shows its line with the place underlined, what the spec says and what to write', () => {
    const guide = '# Harvests\n\nCall `/harvest` to list them.\n';
    const finding = findingOn('guides/harvests.mdx', [guide, '/harvest'], {
      operation: 'GET /harvests',
      truth: { file: 'openapi.yaml', pointer: '/paths/~1harvests' },
      suggestions: ['/harvests'],
      related: [{ file: 'guides/harvests.de.mdx', span: { start: 0, end: 1 } }],
    });
    const files = { 'guides/harvests.mdx': guide, 'guides/harvests.de.mdx': guide };
    expect(terminal(reportOn(files, { shown: [finding] }), { color: false, width: 80 })).toBe(`guides/harvests.mdx

  3:7  error  No spec describes \`/harvest\`.  unknown-path
      3 │ Call \`/harvest\` to list them.
        │       ^^^^^^^^
   spec │ GET /harvests  openapi.yaml:41
  write │ /harvests
   also │ guides/harvests.de.mdx:1:1

1 error in 1 page.
Checked 0 of 0 mentions on 2 pages against 0 operations.
All 2 pages compile. Followed 0 of 0 links. Read 0 anchors.
`);
  });

  it('names three related places and counts the rest', () => {
    const guide = '/a /b /c /d /e\n';
    const related = [3, 6, 9, 12].map((start) => ({ file: 'a.mdx', span: { start, end: start + 2 } }));
    expect(render(guide, '/a', { related })).toContain('   also │ 1:4, 1:7, 1:10, and 1 more\n');
  });

  it('carries colours only when asked to', () => {
    const report = reportOn({ 'a.mdx': '/harvest' }, { shown: [findingOn('a.mdx', ['/harvest', '/harvest'])] });
    expect(terminal(report, { color: true, width: 80 })).toContain('\u001b[31merror');
    expect(terminal(report, { color: false, width: 80 })).not.toContain('\u001b');
  });

  it('lets no control code of a page reach the terminal', () => {
    const guide = 'Call /harvest\u001b]0;owned\u0007 now\n';
    const shown = render(guide, '/harvest', { message: 'No \u001b[2Jharvest.', suggestions: ['\u001b[1mx'] });
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u0007');
  });
});

describe('the frame', () => {
  it('underlines the place behind tabs, wide and combined characters', () => {
    expect(frame('\t果樹園の `/harvest` です', '/harvest')).toEqual([
      '  果樹園の `/harvest` です',
      '            ^^^^^^^^',
    ]);
    expect(frame('👩‍🌾 é: /harvest', '/harvest')).toEqual(['👩‍🌾 é: /harvest', '      ^^^^^^^^']);
  });

  it('cuts long lines around the place, within the width', () => {
    const line = `${'apples and pears '.repeat(40)}/harvest ${'plums and cherries '.repeat(40)}`;
    const [text = '', underline = ''] = frame(line, '/harvest');
    expect(text).toMatch(/^….*\/harvest.*…$/);
    expect(stringWidth(text)).toBeLessThanOrEqual(60 - 10);
    expect(text.indexOf('/harvest')).toBe(underline.indexOf('^'));
    expect(underline.trim()).toBe('^^^^^^^^');
  });

  it('uses the whole width when the place is at the end', () => {
    const line = `${'果'.repeat(100)}/harvest`;
    const [text = ''] = frame(line, '/harvest');
    expect(text.endsWith('/harvest')).toBe(true);
    expect(stringWidth(text)).toBeGreaterThan(45);
  });

  it('underlines as much as fits of a place wider than the window', () => {
    const place = `/harvest${'/tree'.repeat(40)}`;
    const [text = '', underline = ''] = frame(`x ${place}`, place);
    expect(stringWidth(text)).toBeLessThanOrEqual(50);
    expect(underline.length).toBeLessThanOrEqual(stringWidth(text));
  });

  it('marks one column where the place is empty, also at the end of a line', () => {
    expect(frame('/trees', '', { span: { start: 6, end: 6 } })).toEqual(['/trees', '      ^']);
    expect(frame('', '', { span: { start: 0, end: 0 } })).toEqual(['', '^']);
  });

  it('underlines the first line of a place that spans several', () => {
    expect(frame('See /trees\n/harvest', '/trees\n/harvest')).toEqual(['See /trees', '    ^^^^^^']);
  });
});

describe('the closing lines', () => {
  it('say when nothing was found, and when nothing was held against a spec', () => {
    const options = { color: false, width: 80 };
    expect(terminal(reportOn({}), options)).toContain('No drift found; nothing was held against a spec.');
  });

  it('hand on the notes of the run', () => {
    const report = reportOn({}, { notes: ['The spec `beta` is not there.'] });
    expect(terminal(report, { color: false, width: 80 })).toContain('\nNote: The spec `beta` is not there.\n');
  });

  it('count what was found by severity, and what was suppressed', () => {
    const guide = '/a /b /c\n';
    const shown = [
      findingOn('a.mdx', [guide, '/a']),
      findingOn('a.mdx', [guide, '/b'], { severity: 'warning' }),
      findingOn('b.mdx', [guide, '/c'], { severity: 'info' }),
    ];
    const report = reportOn({ 'a.mdx': guide, 'b.mdx': guide }, { shown, suppressed: shown });
    const text = terminal(report, { color: false, width: 80 });
    expect(text).toContain('\n1 error, 1 warning and 1 info in 2 pages.\n');
    expect(text).toContain('3 findings suppressed');
  });
});

function render(guide: string, text: string, more: Partial<Finding> = {}): string {
  const report = reportOn({ 'a.mdx': guide }, { shown: [findingOn('a.mdx', [guide, text], more)] });
  return terminal(report, { color: false, width: 60 });
}

/** The source line and the underline of the frame, without the gutter. */
function frame(guide: string, text: string, more: Partial<Finding> = {}): readonly string[] {
  return render(guide, text, more)
    .split('\n')
    .slice(3, 5)
    .map((row) => row.replace(/^.*?│ ?/, ''));
}

describe('the closing', () => {
  it('says what was held against the truth, by what it speaks of, and which pages compile', () => {
    const report = reportOn({ 'a.mdx': '' });
    const none = { drift: 0, foreign: 0 };
    const summary = {
      ...report.summary,
      pages: 12,
      readable: 11,
      mentions: { ...none, total: 9, checked: 7, unknown: 2 },
      subjects: {
        operations: { ...none, total: 5, checked: 4, unknown: 1 },
        credentials: { ...none, total: 4, checked: 3, unknown: 1 },
      },
    };
    expect(terminal({ ...report, summary }, { color: false, width: 80 })).toBe(`No drift found.
Checked 7 of 9 mentions on 12 pages against 0 operations; 2 unknown. By subject: operations 4 of 5, credentials 3 of 4.
11 of 12 pages compile. Followed 0 of 0 links. Read 0 anchors.
`);
  });
});
