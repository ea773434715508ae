import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { html } from '../../src/report/html/html.ts';
import type { ReporterOptions } from '../../src/report/report.ts';
import type { Review } from '../../src/report/review.ts';
import { oddFile, oddFinding, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';
import { largeReview, reviewedOperation, use } from './reviews.ts';

const demo = join(import.meta.dirname, '../../fixtures/demo');

describe('the page for reviewers', () => {
  it('has each finding beside the guide and the spec, and a map of the operations', async () => {
    const { report, review } = await lint({ cwd: demo, review: true });
    const page = html(report, { ...plain, review });
    expect(page.match(/<article /g)).toHaveLength(report.findings.length);
    expect(page).toContain('{ &quot;<mark>harvest_id</mark>&quot;: &quot;hrv_31&quot;');
    expect(page).toContain('The spec, <code>openapi.yaml:82</code>');
    expect(page).toContain('<del>harvest_id</del> → <ins>id</ins>');
    expect(page).toContain('data-operation="GET /reports/yield" data-standing="wrong"');
    expect(page).toContain('5 errors and 2 warnings in 2 pages.');
    expect(page).toContain('Checked 19 of 22 mentions on 3 pages');
  });

  it('is the same bytes each time', async () => {
    const runs = await Promise.all([1, 2].map(() => lint({ cwd: demo, review: true })));
    const [one, other] = runs.map(({ report, review }) => html(report, { ...plain, review }));
    expect(one).toBe(other);
  });

  it('lets in its own style and scripts alone', () => {
    const page = html(oddReport(), plain);
    const [, policy = ''] = page.match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
    const own = [...page.matchAll(/<(style|script type="module")>([\s\S]*?)<\/(?:style|script)>/g)];
    expect(own.map(([, tag]) => tag)).toEqual(['style', ...Array(3).fill('script type="module"')]);
    const hashes = own.map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(policy.match(/'sha256-[^']+'/g)).toEqual(hashes);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(page.match(/\b(?:src|href|action|srcset)="(?!#|data:,")[^"]*"/g)).toBeNull();
    expect(page).not.toMatch(/ (?:style|on\w+)="/);
  });

  it('has the same markup whatever pages, specs and reasons hold', () => {
    const hostile = `"'><img src=x onerror=alert(1)></script><script>alert(1)</script><!-- &lt; \`--\u0000\u202e`;
    expect(tagsOf(pageOf(hostile))).toEqual(tagsOf(pageOf('harmless')));
    expect(pageOf(hostile)).toContain('&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be in it.
    expect(pageOf(hostile)).not.toMatch(/[\u0000\u202e]/);
  });

  it('shows odd characters as they are', () => {
    const page = html(oddReport({ shown: [oddFinding({ message: 'A 🍏 in `a|b<i>`, and one ` alone.' })] }), plain);
    expect(page).toContain('A 🍏 in <code>a|b&lt;i&gt;</code>, and one ` alone.');
    expect(page).toContain('guides/[lang]/Äpfel &amp; Birnen #1, 50%: a|b`c.mdx');
    expect(page).toContain('The 🍎 is at `<mark>/harvest</mark>`, not &lt;b&gt;|&lt;/b&gt;.');
  });

  it('marks what a directive silences and what a baseline knows', () => {
    const silenced = oddFinding({ suppression: { kind: 'inSource', reason: 'in beta' }, message: 'Silenced.' });
    const known = oddFinding({ suppression: { kind: 'external' }, message: 'Known.' });
    const page = html(oddReport({ shown: [oddFinding({ message: 'Open.' })], suppressed: [silenced, known] }), plain);
    expect([...page.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state).sort()).toEqual([
      'baselined',
      'open',
      'silenced',
    ]);
    expect(page).toContain('<span class="state">silenced: in beta</span>');
    expect(page).toContain('<span class="state">baselined</span>');
  });

  it('says of each operation what the pages say of it', () => {
    const review: Review = {
      passages: {},
      operations: [
        reviewedOperation('GET /harvests', { uses: [use(oddFile), use('guides/clean.mdx', { lines: [4, 9] })] }),
        reviewedOperation('GET /trees', {
          uses: [use('guides/clean.mdx', { checked: 0, unknown: 2 })],
          deprecated: true,
        }),
        reviewedOperation('POST /trees', { uses: [use('guides/clean.mdx')], summary: 'Plant one' }),
        reviewedOperation('DELETE /trees', { group: 'felling' }),
      ],
      pages: [
        { file: oddFile, checked: 1, unknown: 0, foreign: 0 },
        { file: 'guides/clean.mdx', checked: 2, unknown: 2, foreign: 1, title: 'Clean' },
        { file: 'guides/silent.mdx', checked: 0, unknown: 0, foreign: 0 },
      ],
    };
    const page = html(oddReport(), { ...plain, review });
    const rows = [...page.matchAll(/data-operation="([^"]+)" data-standing="(\w+)"/g)].map(([, ...row]) =>
      row.join(' '),
    );
    expect(rows).toEqual([
      'GET /harvests wrong',
      'GET /trees unknown',
      'POST /trees documented',
      'DELETE /trees undocumented',
    ]);
    expect(page).toContain('4 operations: 1 wrong, 1 documented, 1 unknown, 1 undocumented');
    expect(page).toContain('guides/clean.mdx</a><span class="lines">:4, 9</span> <span class="word">documented</span>');
    expect(page).toContain('1 page that mentions nothing of an API');
  });

  it('says so where the map has pages that were not asked for', () => {
    const review = largeReview(1, 3, 1);
    expect(html(oddReport(), { ...plain, review })).toContain('Other pages were asked for than 3 pages of these');
    const report = { ...oddReport(), pages: review.pages.map(({ file }) => file) };
    expect(html(report, { ...plain, review })).not.toContain('were asked for');
  });

  it('holds a map of 600 operations and 1,000 pages', () => {
    const page = html(reportOn({}), { ...plain, review: largeReview(600, 1000, 1) });
    expect(page.match(/data-standing=/g)).toHaveLength(600);
    expect(page).toContain('988 more pages');
    expect(page).toContain('and 888 more');
    expect(page.length).toBeLessThan(40_000_000);
  });

  it('says so where there is nothing', () => {
    const page = html(reportOn({ 'a.mdx': '' }, { notes: ['The spec `beta` is not there.'] }), plain);
    expect(page).toContain('No drift found');
    expect(page).toContain('0 findings.');
    expect(page).toContain('<li>The spec <code>beta</code> is not there.</li>');
    expect(page).not.toContain('href="#operations"');
  });
});

/** A page in which every text is the same. */
function pageOf(text: string): string {
  const place = { line: 1, column: 1, offset: 0 };
  const [known] = oddReport().findings;
  if (!known) throw new Error('There is no finding.');
  const finding = {
    ...known,
    ...{ rule: text, message: text, file: text, text, suggestions: [text], edits: [], operation: text },
    ...{
      fingerprint: 'abc',
      spec: { file: text, pointer: text, line: 4 },
      related: [{ file: text, start: place, end: place }],
    },
    ...{ excerpt: { line: text }, suppression: { kind: 'inSource' as const, reason: text } },
  };
  const passage = { left: 1, lines: [{ number: 1, text, marked: true, mark: { from: 1, to: 3 } }] };
  const options: ReporterOptions = {
    ...plain,
    rules: [{ id: text, summary: text, severity: 'error' }],
    review: {
      passages: { abc: { guide: passage, spec: passage } },
      operations: [reviewedOperation(text, { spec: text, group: text, summary: text, uses: [use(text)] })],
      pages: [{ file: text, title: text, checked: 1, unknown: 1, foreign: 1 }],
    },
  };
  return html({ ...oddReport({ notes: [text] }), findings: [], suppressed: [finding] }, options);
}

/** The tags with the names of their attributes. */
function tagsOf(page: string): readonly string[] {
  const body = page.slice(page.indexOf('<body>'), page.indexOf('<script'));
  return [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '=""'));
}
