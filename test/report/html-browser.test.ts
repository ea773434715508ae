/// <reference lib="dom" />
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { html } from '../../src/report/html/html.ts';
import { chromiumPath, launchChromium, openHtml, withoutChromium } from './chromium.ts';
import { oddFinding, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';
import { largeReview, reviewedOperation, use } from './reviews.ts';

const demo = join(import.meta.dirname, '../../fixtures/demo');
const harvests = 'content/docs/harvests.mdx';

describe.skipIf(chromiumPath === undefined)(`the page for reviewers in Chromium${withoutChromium}`, () => {
  let browser: Browser;
  let report: string;

  beforeAll(async () => {
    browser = await launchChromium();
    const { report: found, review } = await lint({ cwd: demo, review: true });
    report = html(found, { ...plain, review });
  });
  afterAll(() => browser?.close());

  it('asks for nothing but itself, and its own policy refuses nothing of it', async () => {
    const { page, address, requests, complaints } = await openHtml(browser, report);
    await page.click('#theme');
    await page.fill('#q', 'harvest');
    await page.keyboard.press('Escape');
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
  });

  it('runs nothing and loads nothing that a page, a spec or a reason holds', async () => {
    const hostile = `"'><img src="https://evil.example/x.png" onerror="document.title='run'"><script>document.title='run'</script>`;
    const text = html(
      oddReport({ shown: [oddFinding({ message: hostile, operation: hostile, suggestions: [hostile], edits: [] })] }),
      {
        ...plain,
        review: {
          passages: {},
          operations: [reviewedOperation(hostile, { group: hostile, summary: hostile, uses: [use(hostile)] })],
          pages: [{ file: hostile, title: hostile, checked: 1, unknown: 0, foreign: 0 }],
        },
      },
    );
    const { page, address, requests, complaints } = await openHtml(browser, text);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('h4').textContent()).toBe(hostile);
    await page.selectOption('#operation', hostile);
    expect(await shownLines(page)).toHaveLength(1);
    await page.reload();
    expect(await page.inputValue('#operation')).toBe(hostile);
    expect(await page.title()).toBe('API guides against the spec');
    expect(new Set(requests.map((request) => request.split('#')[0]))).toEqual(new Set([address]));
    expect(complaints).toEqual([]);
  });

  it('narrows by severity, rule, page and operation, and keeps that in the fragment', async () => {
    const { page } = await openHtml(browser, report);
    expect(await shownLines(page)).toHaveLength(7);
    await page.check('input[value="warning"]');
    expect(await shownLines(page)).toEqual(['line 22', 'line 23']);
    expect(await page.textContent('#shown')).toBe('2 of 7 findings.');
    expect(await fragmentOf(page)).toEqual({ severity: 'warning' });
    await page.selectOption('#page', harvests);
    expect(await shownLines(page)).toEqual(['line 22']);
    expect(await page.locator('h3:visible').allTextContents()).not.toContain('content/docs/orchards.mdx');
    await page.uncheck('input[value="warning"]');
    await page.selectOption('#operation', 'POST /orchards/{orchardId}/harvests');
    expect(await shownLines(page)).toEqual(['line 16', 'line 22']);
    await page.selectOption('#rule', 'unknown-enum-value');
    expect(await shownLines(page)).toEqual(['line 16']);
    await page.reload();
    expect(await shownLines(page)).toEqual(['line 16']);
    expect(await fragmentOf(page)).toEqual({
      rule: 'unknown-enum-value',
      page: harvests,
      operation: 'POST /orchards/{orchardId}/harvests',
    });
    await page.click('#all');
    expect(await shownLines(page)).toHaveLength(7);
    expect(await fragmentOf(page)).toEqual({});
  });

  it('searches in what is shown, in any case and order', async () => {
    const { page } = await openHtml(browser, report, { fragment: '#q=JAM+grade' });
    expect(await page.inputValue('#q')).toBe('JAM grade');
    expect(await shownLines(page)).toEqual(['line 16']);
    await page.fill('#q', 'nothing has this');
    expect(await shownLines(page)).toEqual([]);
    expect(await page.textContent('#shown')).toBe('0 of 7 findings.');
  });

  it('leads from the map to the findings, and back', async () => {
    const { page } = await openHtml(browser, report, { fragment: '#operations' });
    await page.click('tr[data-operation="GET /reports/yield"] a[data-filter]');
    expect(await shownLines(page)).toEqual(['line 41']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('findings');
    await page.goBack();
    expect(await shownLines(page)).toHaveLength(7);
  });

  it('keeps the filters behind a link to a place', async () => {
    const { page } = await openHtml(browser, report, { fragment: '#severity=warning' });
    await page.locator('.finding:visible .tags a code').first().click();
    expect(await fragmentOf(page)).toEqual({ severity: 'warning', at: expect.stringMatching(/^o-/) });
    expect(await shownLines(page)).toEqual(['line 22', 'line 23']);
    await page.goBack();
    expect(await fragmentOf(page)).toEqual({ severity: 'warning' });
    expect(await shownLines(page)).toEqual(['line 22', 'line 23']);
  });

  it('shows the place that a link names, also where filters or a closed group hide it', async () => {
    const { page } = await openHtml(browser, report, { fragment: '#severity=warning' });
    const hidden = await page.locator('.finding[hidden]').first().getAttribute('id');
    await page.evaluate((id) => location.assign(`#${id}`), hidden);
    await page.locator(`#${hidden}`).waitFor({ state: 'visible' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(hidden);
    await page.evaluate(() => document.querySelector('details[data-group]')?.removeAttribute('open'));
    await page.evaluate(() => location.assign('#o-0'));
    await page.locator('#o-0').waitFor({ state: 'visible' });
  });

  it('goes without a mouse', async () => {
    const { page } = await openHtml(browser, report);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the findings');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('findings');
    await page.keyboard.press('j');
    expect(await focusedLine(page)).toBe('line 7');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid',
    );
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focusedLine(page)).toBe('line 22');
    await page.keyboard.press('k');
    expect(await focusedLine(page)).toBe('line 16');
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    expect(await page.inputValue('#q')).toBe('jk');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('treeUid');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('#q')).toBe('treeUid');
    await page.keyboard.press('j');
    expect(await focusedLine(page)).toBe('line 23');
  });

  it('lets single keys be turned off', async () => {
    const { page } = await openHtml(browser, report);
    await page.click('#keys summary');
    await page.uncheck('#keys-on');
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    expect(await focusedLine(page)).toBeUndefined();
  });

  it('has no heading without the one above it, no id twice, and a name for every control', async () => {
    const { page } = await openHtml(browser, report);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = await page
      .locator('a[href^="#"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(targets.filter((target) => !target?.includes('=') && !ids.includes(target?.slice(1) ?? ''))).toEqual([]);
    const nameless = await page
      .locator('input, select')
      .evaluateAll((all) =>
        all.filter((field) => 'labels' in field && !(field.labels instanceof NodeList && field.labels.length)),
      );
    expect(nameless).toEqual([]);
  });

  it('has the colours of the system, until others are chosen', async () => {
    const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await openHtml(browser, report, { colorScheme: 'light' });
    const dark = await openHtml(browser, report, { colorScheme: 'dark' });
    expect([await ground(light.page), await ground(dark.page)]).toEqual(['rgb(255, 255, 255)', 'rgb(20, 23, 27)']);
    await dark.page.click('#theme');
    expect(await dark.page.textContent('#theme')).toBe('Colours: light');
    expect(await ground(dark.page)).toBe('rgb(255, 255, 255)');
    await dark.page.reload();
    expect(await ground(dark.page)).toBe('rgb(255, 255, 255)');
  });

  it.each(['light', 'dark'] as const)('can be read: text stands out from a %s ground', async (colorScheme) => {
    const { page } = await openHtml(browser, report, { colorScheme });
    const weakest = await page.evaluate(weakestContrast);
    expect(weakest).toBeGreaterThanOrEqual(4.5);
  });

  it('can be read without JavaScript, and then offers no filters', async () => {
    const { page } = await openHtml(browser, report, { javaScriptEnabled: false });
    expect(await shownLines(page)).toHaveLength(7);
    expect(await page.locator('#filters, #theme, #keys').filter({ visible: true }).count()).toBe(0);
    await page.locator('tr[data-operation="GET /reports/yield"] a[data-filter]').click();
    expect(new URL(page.url()).hash).toMatch(/^#f-/);
  });

  it('shows what is silenced or known when that is asked for', async () => {
    const silenced = oddFinding({ suppression: { kind: 'inSource' }, message: 'Silenced.' });
    const text = html(oddReport({ shown: [oddFinding({ message: 'Open.' })], suppressed: [silenced] }), plain);
    const { page } = await openHtml(browser, text);
    const messages = () => page.locator('h4:visible').allTextContents();
    expect(await messages()).toEqual(['Open.']);
    await page.check('input[value="silenced"]');
    expect(await messages()).toEqual(['Open.', 'Silenced.']);
    await page.click('#all');
    await page.reload();
    expect(await messages()).toEqual(['Open.', 'Silenced.']);
    const bare = await openHtml(browser, text, { javaScriptEnabled: false });
    expect(await bare.page.locator('h4:visible').count()).toBe(2);
  });

  it.each([400, 800, 1400])('fits into %d pixels', async (width) => {
    const { page } = await openHtml(browser, report, { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('prints the findings and the map without the controls', async () => {
    const { page } = await openHtml(browser, report, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('aside:visible, nav:visible, button:visible').count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await shownLines(page)).toHaveLength(7);
  });

  it('stays small enough for a browser with 600 operations and 1,000 pages', async () => {
    const { page } = await openHtml(browser, html(reportOn({}), { ...plain, review: largeReview(600, 1000, 20) }));
    expect(await page.locator('*').count()).toBeLessThan(150_000);
    await page.selectOption('#operation', 'GET /trees/kind-7');
    expect(await page.locator('tr[data-operation]:not([hidden])').count()).toBe(1);
  });
});

/** The findings that are to be seen, by their lines. */
function shownLines(page: Page): Promise<string[]> {
  return page.locator('.finding:visible .place').allTextContents();
}

function focusedLine(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () => document.activeElement?.querySelector('.finding > .tags > .place')?.textContent ?? undefined,
  );
}

async function fragmentOf(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));
}

/** The weakest contrast of a text and what is behind it, as WCAG 2 counts it. Runs in the browser. */
function weakestContrast(): number {
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)';
    const color = getComputedStyle(element).backgroundColor;
    return channels(color)[3] === 0 ? groundOf(element.parentElement) : color;
  };
  const texts = [...document.querySelectorAll('body *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
  const contrasts = texts
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    });
  return Math.min(...contrasts);
}
