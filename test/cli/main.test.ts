import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.ts';
import { version } from '../../src/version.ts';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

describe('lint', () => {
  it('exits 1 and prints the findings where the guides have drifted', async () => {
    const { code, stdout, stderr } = await runCli([], writeOrchard());
    expect(stdout).toContain('guides/harvests.mdx\n');
    expect(stdout).toContain('unknown-path');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('does the same with its name, and exits 0 on a page that is right', async () => {
    const cwd = writeOrchard();
    expect(await runCli(['lint'], cwd)).toEqual(await runCli([], cwd));
    expect(await runCli(['guides/orchards.mdx'], cwd)).toMatchObject({ code: 0 });
  });

  it('takes patterns, and pages whose names look like one', async () => {
    const drifted = '# Trees\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n';
    const cwd = writeOrchard({ 'guides/(trees)/[id].mdx': drifted });
    expect(await runCli(['guides/(trees)/[id].mdx'], cwd)).toMatchObject({ code: 1 });
    expect(await runCli(['guides/h*.mdx'], cwd)).toMatchObject({ code: 1 });
    expect(await runCli(['guides/o*.mdx'], cwd)).toMatchObject({ code: 0 });
    expect(await runCli(['guides/z*.mdx'], cwd)).toMatchObject({ code: 2 });
  });

  it('takes a spec for what rests on it, and any other file for nothing', async () => {
    const cwd = writeOrchard({ 'package.json': '{}' });
    expect(await runCli(['openapi.yaml'], cwd)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('unknown-path'),
    });
    expect(await runCli(['package.json'], cwd)).toMatchObject({ code: 0 });
  });

  it('fails from the level that is asked for, and still prints', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': 'rules: { unknown-path: warn }\n' });
    expect(await runCli([], cwd)).toMatchObject({ code: 0, stdout: expect.stringContaining('warning') });
    expect(await runCli(['--fail-on', 'warning'], cwd)).toMatchObject({ code: 1 });
    expect(await runCli(['--max-warnings', '0'], cwd)).toMatchObject({ code: 1 });
    expect(await runCli(['--max-warnings', '1'], cwd)).toMatchObject({ code: 0 });
    expect(await runCli(['--fail-on', 'never'], writeOrchard())).toMatchObject({ code: 0 });
  });

  it('shows errors only with --quiet, and keeps the counts', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': 'rules: { unknown-path: warn }\n' });
    const { stdout } = await runCli(['--quiet'], cwd);
    expect(stdout).not.toContain('guides/harvests.mdx');
    expect(stdout).toContain('1 warning');
  });

  it('writes JSON that says the same twice', async () => {
    const cwd = writeOrchard();
    const { stdout } = await runCli(['--format', 'json'], cwd);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      summary: { errors: 1, pages: 2, operations: 2 },
      findings: [{ rule: 'unknown-path', file: 'guides/harvests.mdx', start: { line: 3 } }],
    });
    expect((await runCli(['--format', 'json'], cwd)).stdout).toBe(stdout);
  });

  it('writes a report to a file, without colours and without leftovers', async () => {
    const cwd = writeOrchard();
    const result = await runCli(['--output', 'reports/drift.txt'], cwd, { FORCE_COLOR: '1' });
    expect(result).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readdirSync(join(cwd, 'reports'))).toEqual(['drift.txt']);
    expect(readFileSync(join(cwd, 'reports/drift.txt'), 'utf8')).toMatch(/^guides\/harvests\.mdx\n/);
  });

  it('says why a report could not be written', async () => {
    const { code, stderr } = await runCli(['--output', 'guides'], writeOrchard());
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('Cannot write the report to `guides`.'),
    });
  });

  it('obeys NO_COLOR and FORCE_COLOR', async () => {
    const cwd = writeOrchard();
    expect((await runCli([], cwd, { FORCE_COLOR: '1' })).stdout).toContain('\u001b[');
    expect((await runCli([], cwd, { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
  });
});

describe('what cannot be done exits 2 with a sentence', () => {
  it.each([
    [['--fromat', 'json'], 'Unknown option `--fromat`; did you mean `--format`?'],
    [['--fix', '--staged'], '`--fix` edits the working tree, and `--staged` reads what is staged.\nRun it without'],
    [['--fix-dry-run', '--update-baseline'], '`--fix-dry-run` and `--update-baseline` exclude each other.'],
    [['--mend'], 'Unknown option `--mend`'],
    [['--changed'], ''],
    [
      ['--format', 'jsn'],
      'There is no format `jsn`; there are agent, github, gitlab, html, json, jsonl, junit, markdown, sarif, terminal.\nDid you mean `json`?',
    ],
    [['--fail-on', 'errors'], '`--fail-on` takes error, warning, info, never; it was given `errors`.'],
    [['--max-warnings', 'few'], '`--max-warnings` takes a number; it was given `few`.'],
    [['--spec'], 'Option `--spec <spec>` argument missing.'],
    [['explian', 'guides/harvests.mdx:3'], 'There is no command or path `explian`; did you mean `explain`?'],
    [['guide'], 'There is no file or folder `guide`.'],
    [['--config', 'absent.yaml'], ''],
    [['--spec', 'absent.yaml'], ''],
    [['explain', 'guides/harvests.mdx'], '`guides/harvests.mdx` names no line.'],
    [['explain', 'guides/absent.mdx:3'], 'There is no file `guides/absent.mdx`.'],
    [['explain', 'openapi.yaml:3'], '`openapi.yaml` is not among the pages of this site.'],
    [['explain'], 'Missing required argument `file:line`.'],
    [['rules', 'unknwon-path'], 'There is no rule `unknwon-path`.\nDid you mean `unknown-path`?'],
  ])('%j', async (argv, sentence) => {
    const { code, stdout, stderr } = await runCli(argv, writeOrchard());
    expect(stderr).toContain(`specwins: ${sentence}`);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('--help and --version', () => {
  it('print and exit 0', async () => {
    expect(await runCli(['--version'], '/')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const { code, stdout } = await runCli(['--help'], '/');
    expect(code).toBe(0);
    for (const word of ['explain', 'mentions', 'rules', '--fail-on', ...Object.keys(reporters)]) {
      expect(stdout).toContain(word);
    }
  });
});

describe('explain', () => {
  it('tells what a mention was bound to, by which evidence, and the verdict', async () => {
    const { code, stdout } = await runCli(['explain', 'guides/harvests.mdx:3'], writeOrchard());
    expect(stdout).toContain('`GET /orchards/{orchardId}/harvest` at 3:7, read as inline-code');
    expect(stdout).toMatch(/missing +the spec `.+` has no such path/);
    expect(stdout).toMatch(/because +\S/);
    expect(stdout).toMatch(/nearest +GET \/orchards\/\{orchardId\}\/harvests/);
    expect(stdout).toMatch(/verdict +error: /);
    expect(code).toBe(0);
  });

  it('names the operation of a mention that is right', async () => {
    const { stdout } = await runCli(['explain', 'guides/orchards.mdx:3'], writeOrchard());
    expect(stdout).toMatch(/bound +GET \/orchards in the spec/);
    expect(stdout).toMatch(/verdict +nothing to report/);
  });

  it('says so where the page cannot be read', async () => {
    const cwd = writeOrchard({ 'guides/trees.mdx': '# Trees\n\nAn orchard { of many trees }.\n' });
    const { stdout } = await runCli(['explain', 'guides/trees.mdx:1'], cwd);
    expect(stdout).toContain('This page could not be read: ');
  });

  it('points to the lines that have mentions where this one has none', async () => {
    const { code, stdout } = await runCli(['explain', 'guides/orchards.mdx:1'], writeOrchard());
    expect(stdout).toContain('No mention of the API on this line; there are some on line 3.');
    expect(code).toBe(0);
  });
});

describe('mentions', () => {
  it('prints every mention with its place and its binding', async () => {
    const { code, stdout } = await runCli(['mentions', 'guides/harvests.mdx'], writeOrchard());
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: 'guides/harvests.mdx',
        page: 'guides/harvests.mdx',
        start: { line: 3, column: 7 },
        mention: { kind: 'operation', source: 'inline-code', method: { value: 'GET' } },
        target: { status: 'missing', reason: 'path' },
      },
    ]);
    expect(code).toBe(0);
  });
});

describe('rules', () => {
  it('lists the rules, and prints the page of one', async () => {
    const { stdout } = await runCli(['rules'], '/');
    expect(stdout).toMatch(/^unknown-path +error +\S/m);
    expect((await runCli(['rules', 'unused-directive'], '/')).stdout).toMatch(/^# unused-directive\n/);
  });
});
