import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lint } from '../../src/lint.ts';
import { lintAndFix } from '../../src/lint-and-fix.ts';
import type { Report } from '../../src/report/report.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures');
const projects = ['drift', 'clean', 'broken'].flatMap((kind) =>
  readdirSync(join(folder, kind), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${kind}/${entry.name}`] : [],
  ),
);

describe('fixing each fixture', () => {
  it.each([...projects, 'demo'])('%s', async (name) => {
    const cwd = copyOf(join(folder, name));
    const before = await lint({ cwd }).catch(() => undefined);
    // A project that cannot be linted cannot be fixed either.
    if (!before) return;
    const dry = await lintAndFix({ cwd, dryRun: true });
    const fixed = await lintAndFix({ cwd });
    expect(dry.report).toEqual(fixed.report);
    expect(dry.changed).toEqual(fixed.changed);
    for (const { file, after } of fixed.changed) expect(readFileSync(join(cwd, file), 'utf8')).toBe(after);

    const now = await lint({ cwd });
    expect(now.report.findings.filter(({ edits }) => edits.length > 0)).toEqual([]);
    expect(fixed.report.findings).toEqual(now.report.findings);
    expect(failures(now.pages)).toEqual(failures(before.pages));
    expect(placesOf(now.report).filter((place) => !placesOf(before.report).includes(place))).toEqual([]);

    const again = await lintAndFix({ cwd });
    expect(again.changed).toEqual([]);
    expect(again.report.summary.fixed).toEqual({ findings: 0, files: 0 });
    expect(again.report.findings).toEqual(now.report.findings);
  });
});

function failures(pages: readonly { readonly file: string; readonly failure?: object }[]): readonly string[] {
  return pages.filter(({ failure }) => failure).map(({ file }) => file);
}

/** Without the message, which may say more once a path is right. */
function placesOf({ findings }: Report): readonly string[] {
  return findings.map(({ rule, file, text }) => `${file} ${rule} ${text}`);
}

function copyOf(project: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'specwins-fix-')));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(project, copy, { recursive: true });
  return copy;
}
