import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint.ts';
import { writeProject } from './project.ts';
import { statedPage, unknownPage, unknowns } from './unknowns.ts';

const root = join(import.meta.dirname, '..');

describe('the reasons for unknown mentions that the README lists', () => {
  it('are those that binding gives', () => {
    const source = readdirSync(join(root, 'src/bind'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, 'src/bind', file), 'utf8'))
      .join('\n');
    const isGiven = ({ because }: (typeof unknowns)[number]) => {
      const [cue = '', detail = ''] = because.split(': ');
      const [start = ''] = detail.split('`…`');
      const lead = start === '' ? (detail.split('`…`')[1] ?? '') : start;
      return source.includes(`because('${cue}'`) && source.includes(lead.trim().replaceAll("'", "\\'"));
    };
    expect(unknowns.filter((each) => !isGiven(each)).map(({ because }) => because)).toEqual([]);
  });

  it('come up on a page that states little', async () => {
    const spec = readFileSync(join(root, 'fixtures/demo/openapi.yaml'), 'utf8');
    const { bindings, report } = await lint({
      cwd: writeProject({ 'openapi.yaml': spec, 'guides/harvests.md': unknownPage }),
    });
    expect(report.findings).toEqual([]);
    const given = bindings.flatMap(({ target }) =>
      target.status === 'bound'
        ? []
        : target.evidence.map(({ cue, detail }) => `${cue}: ${detail.replace(/`[^`]*`/, '`…`')}`),
    );
    const listed = unknowns.map(({ because }) => because).filter((because) => given.includes(because));
    expect(listed).toEqual([
      'names: no call stands around it',
      'names: few of the names beside it are those of a call around it',
      'section: a call of the same section',
      'path: nothing tells whether it speaks of this API',
      'path: it has no word of its own',
      'path: `…` is a file or a page',
      'host: no spec names the server `…`',
    ]);
  });

  it('are gone where the front matter says what the page is about', async () => {
    const spec = readFileSync(join(root, 'fixtures/demo/openapi.yaml'), 'utf8');
    const page = statedPage('POST /orchards/{orchardId}/harvests');
    const { report } = await lint({ cwd: writeProject({ 'openapi.yaml': spec, 'guides/harvests.md': page }) });
    expect(report.findings).toMatchObject([{ rule: 'wrong-type', start: { line: 11 }, text: 'string' }]);
  });
});
