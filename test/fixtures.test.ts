import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import { lint } from '../src/lint.ts';
import { differences, placedFindings } from './expectations.ts';
import { expectationsIn } from './project.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

describe('clean: projects that must stay silent', () => {
  it.each(projectsIn('clean'))('%s', async (_, cwd) => {
    expect(expectationsIn(cwd)).toEqual([]);
    const { report } = await lint({ cwd });
    expect(differences([], placedFindings(report))).toEqual([]);
  });
});

describe('drift: projects whose pages mark what must be reported', () => {
  it.each(projectsIn('drift'))('%s', async (_, cwd) => {
    const { report } = await lint({ cwd });
    expect(differences(expectationsIn(cwd), placedFindings(report))).toEqual([]);
  });
});

describe('broken: projects that cannot be read in part or whole', () => {
  it.each(projectsIn('broken'))('%s', async (_, cwd) => {
    const sentence = join(cwd, 'expected.txt');
    if (existsSync(sentence)) {
      const failure = await lint({ cwd }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UserError);
      expect(failure).toHaveProperty('message', expect.stringContaining(readFileSync(sentence, 'utf8').trim()));
      return;
    }
    const { report } = await lint({ cwd });
    expect(differences(expectationsIn(cwd), placedFindings(report))).toEqual([]);
  });
});

function projectsIn(kind: string): [name: string, folder: string][] {
  const folder = join(fixtures, kind);
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => [name, join(folder, name)]);
}
