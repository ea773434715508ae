import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { lint } from '../src/lint.ts';
import { differences, placedFindings } from './expectations.ts';
import { expectationsIn, writeProject } from './project.ts';
import { readRulePage } from './rule-page.ts';

const folder = join(import.meta.dirname, '..', 'rules');

const sections = ['Why', 'The spec', 'Drift', 'No drift', 'Limits', 'When to turn it off'];

it('lists every rule of the folder once, in alphabetical order', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
});

describe.each(rules)('$id', (rule) => {
  const file = join(folder, `${rule.id}.md`);
  const page = readRulePage(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const shown: string[] = [];

  it('has a page that opens with its summary and has every section', () => {
    expect(page.summary).toBe(rule.summary);
    expect(page.sections).toEqual(sections.filter((name) => name !== 'The spec' || page.sections.includes(name)));
  });

  it.each(page.examples)('$kind: $name', async ({ kind, files }) => {
    const project = writeProject(files);
    const expected = expectationsIn(project);
    expect(expected.length > 0).toBe(kind === 'Drift');
    const { report } = await lint({ cwd: project });
    const found = placedFindings(report).filter((finding) => finding.rule === rule.id);
    expect(differences(expected, found)).toEqual([]);
    if (kind === 'Drift') shown.push(...found.map(({ message }) => message));
  });

  it('shows each of its messages in an example of drift', () => {
    const unseen = Object.entries(rule.messages).filter(([, template]) => !shown.some(matches(template)));
    expect(unseen.map(([id]) => id)).toEqual([]);
  });
});

function matches(template: string): (message: string) => boolean {
  const literal = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${literal.join('[^]+')}$`);
  return (message) => pattern.test(message);
}
