import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

const unfixable = '# More\n\nCall `GET /orchards/{orchardId}/ladders` for the list.\n';

it('fixes, tells what is left and how much was fixed, and exits by what is left', async () => {
  const cwd = writeOrchard();
  const { code, stdout } = await runCli(['--fix'], cwd);
  expect(stdout).toContain('No drift found. Fixed 1 finding in 1 file.');
  expect(code).toBe(0);
  expect(await runCli(['--fix'], cwd)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Fixed 0 findings in 0 files.'),
  });
  expect(await runCli(['--fix'], writeOrchard({ 'guides/more.mdx': unfixable }))).toMatchObject({
    stdout: expect.stringMatching(/1 (?:warning|error) in 1 page\. Fixed 1 finding in 1 file\./),
  });
});

it('has the counts in JSON, with --fix alone', async () => {
  const cwd = writeOrchard();
  const fixed = JSON.parse((await runCli(['--fix', '--format', 'json'], cwd)).stdout);
  expect(fixed.summary.fixed).toEqual({ findings: 1, files: 1 });
  expect(JSON.parse((await runCli(['--format', 'json'], cwd)).stdout).summary).not.toHaveProperty('fixed');
});

it('fixes only the paths that are named', async () => {
  const cwd = writeOrchard();
  const before = readFileSync(join(cwd, 'guides/harvests.mdx'), 'utf8');
  await runCli(['--fix', 'guides/orchards.mdx'], cwd);
  expect(readFileSync(join(cwd, 'guides/harvests.mdx'), 'utf8')).toBe(before);
});

it('takes no --fix and no --format beside --fix-dry-run', async () => {
  const cwd = writeOrchard();
  expect(await runCli(['--fix', '--fix-dry-run'], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`--fix-dry-run` cannot be used with option `--fix`'),
  });
  expect(await runCli(['--fix-dry-run', '--format', 'json'], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`--fix-dry-run` prints a diff and takes no `--format`.'),
  });
});

it('writes the diff to a file', async () => {
  const cwd = writeOrchard();
  expect(await runCli(['--fix-dry-run', '--output', 'fix.patch'], cwd)).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(join(cwd, 'fix.patch'), 'utf8')).toContain('+Call `GET /orchards/{orchardId}/harvests`');
});
