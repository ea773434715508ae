import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lint } from '../src/lint.ts';
import type { ReportedFinding } from '../src/report/report.ts';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'drift', 'platform-management-api');
const guide = join('content', 'docs', 'platform-management-api');

/** One change of a page of the guide. */
interface Change {
  readonly name: string;
  /** A page of the guide. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A change that makes the guide wrong, and what must be said of it. */
interface Drift extends Change {
  readonly rule: string;
  /** Part of the message. */
  readonly says?: string;
  /** The page that becomes wrong, where it is another one, or another part of the page. */
  readonly in?: string;
}

describe('the platform management guide', () => {
  it('is right as it stands', async () => {
    expect(await messagesIn(fixture)).toEqual([]);
  });

  it.each(changesIn<Drift>('drifts.json'))('once drifted: $name', async (drift) => {
    const { report } = await lint({ cwd: changed(drift) });
    const messages = report.findings.filter(standsOn(drift)).map(({ message }) => message);
    const all = report.findings.map(({ rule, message, file, start }) => `${file}:${start.line} ${rule}: ${message}`);
    expect(messages, all.join('\n')).not.toEqual([]);
    if (drift.says !== undefined) expect(messages.join('\n')).toContain(drift.says);
  });

  it.each(changesIn<Change>('harmless.json'))('edited without harm: $name', async (change) => {
    expect(await messagesIn(changed(change))).toEqual([]);
  });
});

function changesIn<Kind>(name: string): readonly Kind[] {
  const file = join(fixture, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Whether a finding of the rule stands on a line of the change, or on the page that the change makes wrong. */
function standsOn({ file, from, to, rule, ...drift }: Drift): (finding: ReportedFinding) => boolean {
  const text = readFileSync(join(fixture, guide, file), 'utf8');
  const first = text.slice(0, text.indexOf(from)).split('\n').length;
  const last = first + to.split('\n').length - 1;
  const isHere = (place: Pick<ReportedFinding, 'end' | 'file' | 'start'>) =>
    place.file.endsWith(`/${drift.in ?? file}`) &&
    (drift.in !== undefined || (place.start.line <= last && place.end.line >= first));
  return (finding) => finding.rule === rule && [finding, ...finding.related].some(isHere);
}

/** A copy of the guide with one change, which is removed when the test is over. */
function changed({ file, from, to }: Change): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specwins-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(fixture, folder, { recursive: true });
  const page = join(folder, guide, file);
  const text = readFileSync(page, 'utf8');
  expect(text.split(from).length, `${from} stands once in ${file}`).toBe(2);
  writeFileSync(
    page,
    text.replace(from, () => to),
  );
  return folder;
}

async function messagesIn(cwd: string): Promise<readonly string[]> {
  const { report } = await lint({ cwd });
  return report.findings.map(({ rule, message, file, start }) => `${file}:${start.line} ${rule}: ${message}`);
}
