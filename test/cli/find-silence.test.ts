import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSilencer } from '../../src/cli/find-silence.ts';
import { applySilence } from '../../src/fix/silence.ts';
import { lint } from '../../src/lint.ts';
import type { Report } from '../../src/report/report.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'drift');
const projects = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

describe('each directive that explain offers silences its finding, and nothing else happens', () => {
  it.each(projects)('%s', async (name) => {
    const cwd = join(folder, name);
    const before = await lint({ cwd });
    const silencer = await openSilencer(before);
    const tried = new Set<string>();
    for (const finding of before.report.findings) {
      const remedy = await silencer(finding);
      // One of a kind tells for all.
      const kind = `${finding.rule} ${remedy?.where.replace(/\d+/g, '')}`;
      if (!remedy?.insertions || tried.has(kind)) continue;
      tried.add(kind);
      const { file, rule } = finding;
      const silence = { ...remedy, insertions: remedy.insertions };
      const text = applySilence(before.sourceOf(file), silence);
      const { report } = await lint({ cwd, texts: new Map([[resolve(cwd, file), text]]) });
      const [was, now] = [placesOf(before.report), placesOf(report)];
      expect(now.filter((place) => !was.includes(place))).toEqual([]);
      const own = `${file} ${rule} ${finding.message}`;
      const count = (places: readonly string[]) => places.filter((place) => place === own).length;
      expect([own, count(now)]).not.toEqual([own, count(was)]);
    }
  });
});

/** Each place of a finding counts: that of another page may be the first one now. */
function placesOf({ findings }: Report): readonly string[] {
  return findings.flatMap(({ rule, file, message, related }) =>
    [{ file }, ...related].map((place) => `${place.file} ${rule} ${message}`),
  );
}
