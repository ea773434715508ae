import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { writeProject } from '../project.ts';

const spec = `openapi: 3.1.0
info: { title: Orchard API, version: '2' }
servers: [{ url: https://api.orchard.example }]
paths:
  /orchards: { get: { responses: { '200': { description: All } } } }
  /orchards/{orchardId}/harvests: { get: { responses: { '200': { description: All } } } }
`;
const call = 'Call `GET /orchards/{orchardId}/harvest` for the list.';
const pages = {
  'guides/plain.md': `# Plain\n\n${call}\n`,
  'guides/crlf.md': `# Lines\r\n\r\n${call}\r\n\r\nAnd \`GET /orchards\`.\r\n`,
  'guides/open end.mdx': `# Open\n\n${call}`,
  'guides/größe 🍎.mdx': `\uFEFF# Größe\n\n${call}\n`,
  'guides/"quoted".md': `# Quoted\n\n${call}\n\nEnd`,
};

it('prints a diff that git applies, whatever names and line ends there are, and that does what --fix does', async () => {
  const [dry, fixed] = [repository(), repository()];
  const { code, stdout, stderr } = await runCli(['--fix-dry-run'], dry);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining('Fixed 5 findings in 5 files.'),
  });
  expect(git(dry, 'status', '--porcelain', '--untracked-files=no')).toBe('');
  writeFileSync(join(dry, 'fix.patch'), stdout);
  git(dry, 'apply', '--check', 'fix.patch');
  git(dry, 'apply', 'fix.patch');
  expect(await runCli(['--fix'], fixed)).toMatchObject({ code: 0 });
  for (const file of Object.keys(pages)) {
    expect(readFileSync(join(dry, file), 'utf8')).toBe(
      pages[file as keyof typeof pages].replace('harvest`', 'harvests`'),
    );
    expect(readFileSync(join(dry, file))).toEqual(readFileSync(join(fixed, file)));
  }
  expect(await runCli(['--fix-dry-run'], dry)).toMatchObject({ code: 0, stdout: '' });
});

it('prints a diff that git applies from the folder it was made in', async () => {
  const top = repository();
  const cwd = join(top, 'guides');
  const { stdout } = await runCli(['--fix-dry-run', '--spec', '../openapi.yaml'], cwd);
  writeFileSync(join(top, 'fix.patch'), stdout);
  git(cwd, 'apply', '../fix.patch');
  expect(git(top, 'diff', '--stat')).toContain('5 files changed');
});

it('prints a diff for the top of the repository where it leads out of the folder', async () => {
  const top = repository();
  writeFileSync(join(top, 'specwins.config.yaml'), 'docs: { root: guides }\nspecs: { orchard: openapi.yaml }\n');
  writeFileSync(join(top, 'guides/.keep'), '');
  const { stdout, stderr } = await runCli(
    ['--fix-dry-run', '--config', '../specwins.config.yaml'],
    join(top, 'guides'),
  );
  expect(stderr).not.toContain('Apply the diff in');
  writeFileSync(join(top, 'fix.patch'), stdout);
  git(join(top, 'guides'), 'apply', '../fix.patch');

  const other = repository({ 'spec/.keep': '' });
  writeFileSync(join(other, 'specwins.config.yaml'), 'docs: { root: guides }\nspecs: { orchard: openapi.yaml }\n');
  const out = await runCli(['--fix-dry-run', '--config', '../specwins.config.yaml'], join(other, 'spec'));
  expect(out.stderr).toContain(`Apply the diff in ${other}.`);
  writeFileSync(join(other, 'fix.patch'), out.stdout);
  git(other, 'apply', 'fix.patch');
  expect(git(other, 'diff', '--stat')).toContain('5 files changed');
});

function repository(more: Readonly<Record<string, string>> = {}): string {
  const cwd = writeProject({ 'openapi.yaml': spec, ...pages, ...more });
  git(cwd, 'init', '--quiet');
  git(cwd, 'config', 'core.autocrlf', 'false');
  git(cwd, 'add', '.');
  git(cwd, '-c', 'user.name=Ana', '-c', 'user.email=ana@orchard.example', 'commit', '--quiet', '-m', 'Write guides');
  return cwd;
}

function git(cwd: string, ...words: readonly string[]): string {
  return execFileSync('git', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
