import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRepository } from '../git/repository.ts';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

describe('several formats in one run', () => {
  it('print one and write the others', async () => {
    const cwd = writeOrchard();
    const argv = ['--format', 'terminal', '--format', 'sarif=out/a=b.sarif', '--format', 'junit=out/drift.xml'];
    const printed = (await runCli([], cwd)).stdout;
    expect(await runCli(argv, cwd, {})).toEqual({ code: 1, stdout: printed, stderr: '' });
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a=b.sarif', 'drift.xml']);
    expect(JSON.parse(readFileSync(join(cwd, 'out/a=b.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'out/drift.xml'), 'utf8')).toMatch(/^<\?xml /);
  });

  it('print nothing where all go to files, and colour no file', async () => {
    const cwd = writeOrchard();
    const argv = ['--format', 'json=a.json', '--format', 'terminal=a.txt'];
    expect(await runCli(argv, cwd, { FORCE_COLOR: '1' })).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toMatch(/^guides\/harvests\.mdx\n/);
  });

  it('still print, and write no file at all, where one cannot be written', async () => {
    const cwd = writeOrchard();
    const argv = ['--format', 'json=a.json', '--format', 'sarif=guides', '--format', 'terminal'];
    const { code, stdout, stderr } = await runCli(argv, cwd);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'specwins: Cannot write the report to `guides`.\nIt is a folder.\n',
    });
    expect(stdout).toContain('unknown-path');
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml']);
  });

  it.skipIf(process.platform === 'win32')('leave a device what it is', async () => {
    const cwd = writeOrchard();
    symlinkSync('/dev/null', join(cwd, 'null'));
    expect(await runCli(['--format', 'sarif=null'], cwd)).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'null'), 'utf8')).toBe('');
  });

  it.each([
    [
      ['--format', 'json', '--format', 'terminal'],
      'Only one format can be printed; there are json and terminal.\nWrite the others to files, as `--format terminal=<file>`.',
    ],
    [['--format', 'json=a', '--format', 'sarif=./a'], 'Two formats cannot go to one file, `a`.'],
    [['--format', 'json='], '`--format json=` names no file.'],
    [['--format', 'sarf=a.sarif'], 'There is no format `sarf`;'],
    [
      ['--format', 'json=a', '--output', 'b'],
      '`--output` goes with one format that names no file of its own.\nWrite `--format <name>=<file>` for each.',
    ],
    [['--format', 'json', '--format', 'sarif=a', '--output', 'b'], '`--output` goes with one format'],
  ])('%j exits 2 before anything is read or written', async (argv, sentence) => {
    const cwd = writeOrchard({ 'openapi.yaml': 'broken: [' });
    const { code, stdout, stderr } = await runCli(argv, cwd);
    expect(stderr).toContain(`specwins: ${sentence}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml']);
  });
});

describe('the format without --format', () => {
  it.each(['CLAUDECODE', 'CURSOR_AGENT', 'AI_AGENT'])(
    'is for agents where %s is set and no terminal reads',
    async (name) => {
      const cwd = writeOrchard();
      const { stdout } = await runCli([], cwd, { [name]: '1' });
      expect(stdout).toMatch(/^guides\/harvests\.mdx:3:11 error unknown-path: /);
      const normal = (await runCli([], cwd)).stdout;
      expect((await runCli(['--format', 'terminal'], cwd, { [name]: '1' })).stdout).toBe(normal);
      expect((await runCli([], cwd, { [name]: '0' })).stdout).toBe(normal);
      expect((await runCli([], cwd, { [name]: '1' }, { isTTY: true })).stdout).toMatch(
        /^.*guides\/harvests\.mdx.*\n\n/,
      );
      await runCli(['--output', 'a.txt'], cwd, { [name]: '1' });
      expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(normal);
    },
  );

  it('stays the same in GitHub Actions', async () => {
    const cwd = writeOrchard();
    const file = join(cwd, 'summary.md');
    expect(await runCli([], cwd, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file })).toEqual(await runCli([], cwd));
    expect(existsSync(file)).toBe(false);
  });
});

describe('--format github', () => {
  it('adds a job summary to what is there, and names files from the top of the repository', async () => {
    const cwd = writeOrchard();
    mkdirSync(join(cwd, '.git'));
    writeFileSync(join(cwd, 'summary.md'), '# Before\n\n');
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const { code, stdout } = await runCli(
      ['--format', 'github', 'harvests.mdx', '--spec', '../openapi.yaml'],
      join(cwd, 'guides'),
      env,
    );
    expect(stdout).toMatch(/^::error file=guides\/harvests\.mdx,line=3,/);
    expect(stdout).toContain('%0Aspec: ');
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(
      /^# Before\n\n## API guides against the spec\n\n1 error in 1 page\./,
    );
    expect(code).toBe(1);
  });

  it('still prints where the summary cannot be written', async () => {
    const cwd = writeOrchard();
    const { code, stdout, stderr } = await runCli(['--format', 'github'], cwd, {
      GITHUB_STEP_SUMMARY: join(cwd, 'guides'),
    });
    expect(stdout).toMatch(/^::error /);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Cannot write the report to `') });
  });
});

describe('what a directive silences', () => {
  const guide =
    '# Harvests\n\n{/* specwins-disable-next-line unknown-path -- in beta */}\nCall `GET /orchards/{orchardId}/harvest`.\n';

  it('stays in SARIF with the reason, and out of the JSON report', async () => {
    const cwd = writeOrchard({ 'guides/harvests.mdx': guide });
    const sarif = await runCli(['--format', 'sarif', '--quiet'], cwd);
    expect(sarif.code).toBe(0);
    expect(JSON.parse(sarif.stdout).runs[0].results).toMatchObject([
      { ruleId: 'unknown-path', suppressions: [{ kind: 'inSource', justification: 'in beta' }] },
    ]);
    const json = JSON.parse((await runCli(['--format', 'json'], cwd)).stdout);
    expect(Object.keys(json)).toEqual(['schemaVersion', 'tool', 'summary', 'findings', 'notes']);
    expect(json).toMatchObject({ summary: { suppressed: 1 }, findings: [] });
  });

  it('does not change the fingerprint of the same drift below it', async () => {
    const [open, silenced] = await Promise.all(
      [guide.replace('specwins-disable-next-line', 'next-line'), guide].map(async (text) => {
        const cwd = writeOrchard({ 'guides/harvests.mdx': `${text}\nAgain, \`GET /orchards/{orchardId}/harvest\`.\n` });
        const { findings } = JSON.parse((await runCli(['--format', 'json'], cwd)).stdout);
        return findings.at(-1).fingerprint;
      }),
    );
    expect(silenced).toBe(open);
  });
});

describe('--format html', () => {
  it('writes one page with the lines of the guide and the spec, and nothing about the machine', async () => {
    const cwd = writeOrchard();
    expect(await runCli(['--format', 'html=out/drift.html'], cwd)).toEqual({ code: 1, stdout: '', stderr: '' });
    const page = readFileSync(join(cwd, 'out/drift.html'), 'utf8');
    expect(page).toContain('Call `GET <mark>/orchards/{orchardId}/harvest</mark>` for the list.');
    expect(page).toContain('A guide may only mention paths that a spec describes.');
    expect(page).toContain('data-operation="GET /orchards/{orchardId}/harvests" data-standing="wrong"');
    expect(page).not.toContain(cwd);
  });

  it('shows errors alone with --quiet, and the map all the same', async () => {
    const cwd = writeOrchard({ 'guides/harvests.mdx': '# Harvests\n\nSee [below](#nowhere).\n' });
    const { stdout } = await runCli(['--format', 'html', '--quiet', '--fail-on', 'never'], cwd);
    expect(stdout.match(/data-standing=/g)).toHaveLength(2);
  });

  it('marks what a baseline knows, also in the run that writes it', async () => {
    const cwd = writeOrchard();
    for (const argv of [['--update-baseline'], []]) {
      const { code, stdout } = await runCli(['--format', 'html', ...argv], cwd);
      expect(code).toBe(0);
      expect(stdout).toContain('<span class="state">baselined</span>');
      expect(stdout).toContain('<mark>/orchards/{orchardId}/harvest</mark>');
    }
  });

  it('quotes what is staged, not what lies beside it', async () => {
    const repository = writeRepository();
    repository.write('guides/trees.mdx', '# Trees\n\nStaged `GET /orchards/{orchardId}/harvest`.\n');
    repository.git('add', '--all');
    repository.write('guides/trees.mdx', '# Trees\n');
    const { stdout, stderr } = await repository.lint('--staged', '--format', 'html');
    expect(stderr).toBe('');
    expect(stdout).toContain('Staged `GET <mark>/orchards/{orchardId}/harvest</mark>`.');
    expect(stdout).toContain('The spec, <code>openapi.yaml:8</code>');
    expect(stdout).not.toContain('specwins-changes');
  });
});
