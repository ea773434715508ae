import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { writeOrchard } from './orchard.ts';

const right = '# Harvests\n\nCall `GET /orchards/{orchardId}/harvests` for the list.\n';
const wrong = '# Harvests\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n';

describe('--watch', () => {
  it('prints the whole report once, then what is gone and what is new', async () => {
    const { cwd, printed, write } = await startWatch();
    expect(printed()).toContain('guides/harvests.mdx\n');
    await write('guides/harvests.mdx', right, '1 gone. No drift found.');
    expect(printed()).toContain('`guides/harvests.mdx` changed');
    expect(printed()).toMatch(/^gone {2}guides\/harvests\.mdx:3:11 {2}No spec describes/m);
    await write('guides/orchards.mdx', wrong, '1 new. 1 error in 1 page.');
    expect(printed()).not.toContain('gone');
    expect(cwd).not.toBe('');
  });

  it('says nothing new where a finding only moves', async () => {
    const { printed, write } = await startWatch();
    await write('guides/harvests.mdx', `\nOne more line.\n\n${wrong}`, 'Nothing new. 1 error in 1 page.');
    expect(printed()).not.toContain('unknown-path');
  });

  it('sees pages that come, go and are put in place of another one', async () => {
    const { cwd, write, until } = await startWatch();
    mkdirSync(join(cwd, 'guides/more'));
    await write('guides/more/trees.mdx', wrong, '1 new. 2 errors in 2 pages.');
    rmSync(join(cwd, 'guides/harvests.mdx'));
    await until('1 gone. 1 error in 1 page.');
    writeFileSync(join(cwd, 'guides/more/trees.mdx.tmp'), right);
    renameSync(join(cwd, 'guides/more/trees.mdx.tmp'), join(cwd, 'guides/more/trees.mdx'));
    await until('1 gone. No drift found.');
  });

  it('holds the same pages against a spec that changed', async () => {
    const { write } = await startWatch({
      'openapi.yaml': spec('/orchards/{orchardId}/harvests'),
      'guides/harvests.mdx': right,
    });
    await write('openapi.yaml', spec('/orchards/{orchardId}/crops'), '1 new. 1 warning in 1 page.');
  });

  it('tells of a broken spec or configuration, and goes on when it is whole again', async () => {
    const { complained, write } = await startWatch({ 'openapi.yaml': spec('/orchards/{orchardId}/harvests') });
    await write('openapi.yaml', 'openapi: 3.1.0\npaths: [', 'Waiting for the next change.');
    expect(complained()).toContain('specwins: ');
    await write('openapi.yaml', spec('/orchards/{orchardId}/harvests'), 'Nothing new. 1 error in 1 page.');
    await write('specwins.config.yaml', 'ruls: {}\n', 'Waiting for the next change.');
    expect(complained()).toContain('`ruls` is no key of specwins.config.yaml');
    await write('specwins.config.yaml', 'rules: { unknown-path: off }\n', '1 gone. No drift found.');
  });

  it('waits for a site that cannot be linted yet', async () => {
    const { printed, write } = await startWatch({ 'openapi.yaml': 'openapi: 3.1.0\npaths: [' });
    expect(printed()).toContain('Waiting for the next change.');
    await write('openapi.yaml', spec('/orchards/{orchardId}/harvests'), '1 error in 1 page.');
  });

  it('leaves alone what git ignores, what is installed and what no run reads', async () => {
    const { cwd, printed, write } = await startWatch({
      '.gitignore': 'drafts/\n',
      'drafts/new.mdx': right,
      '.git/HEAD': '',
    });
    const before = printed();
    mkdirSync(join(cwd, 'node_modules/apples'), { recursive: true });
    writeFileSync(join(cwd, 'node_modules/apples/README.md'), wrong);
    writeFileSync(join(cwd, 'drafts/new.mdx'), wrong);
    writeFileSync(join(cwd, 'server.go'), 'package main\n');
    await write('guides/harvests.mdx', right, '1 gone. No drift found.');
    expect(before).not.toContain('changed');
    expect(printed()).not.toMatch(/drafts|node_modules|server/);
  });

  it.each([[['--format', 'json']], [['--output', 'report.txt']]])('is for the terminal alone: %j', async (more) => {
    const errors: string[] = [];
    const code = await main(['--watch', ...more], {
      cwd: writeOrchard(),
      env: {},
      stdout: { write: () => undefined },
      stderr: { write: (text) => errors.push(text) },
    });
    expect({ code, said: errors.join('') }).toMatchObject({
      code: 2,
      said: expect.stringContaining('`--watch` prints'),
    });
  });
});

function spec(path: string): string {
  return [
    'openapi: 3.1.0',
    'info: { title: Orchard API, version: 2.3.0 }',
    'paths:',
    "  /orchards: { get: { responses: { '200': { description: The orchards } } } }",
    `  ${path}: { get: { responses: { '200': { description: The harvests } } } }`,
    '',
  ].join('\n');
}

/** Watches a site of its own until the test is over. */
async function startWatch(files: Readonly<Record<string, string>> = {}) {
  const cwd = writeOrchard(files);
  const end = new AbortController();
  let [out, err] = ['', ''];
  const running = main(['--watch'], {
    cwd,
    env: {},
    signal: end.signal,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  onTestFinished(async () => {
    end.abort();
    expect(await running).toBe(0);
  });
  const until = (text: string) => vi.waitFor(() => expect(out).toContain(text), { timeout: 20_000, interval: 20 });
  await until('Ctrl-C ends.');
  return {
    cwd,
    printed: () => out,
    complained: () => err,
    async until(text: string) {
      await until(text);
      out = '';
    },
    /** Writes a file and waits for what is printed then; what was printed before is dropped. */
    async write(file: string, text: string, expected: string) {
      [out, err] = ['', ''];
      writeFileSync(join(cwd, file), text);
      await until(expected);
    },
  };
}
