import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOrchard } from '../cli/orchard.ts';
import { runCli } from '../cli/run-cli.ts';
import { writeRepository } from '../git/repository.ts';

const usual = 'specwins-baseline.json';
const drifted = (path: string) => `# Trees\n\nCall \`GET ${path}\` for the list.\n`;
const harvest = drifted('/orchards/{orchardId}/harvest');

function readBaseline(cwd: string, file = usual): { version: number; findings: { file: string; rule: string }[] } {
  return JSON.parse(readFileSync(join(cwd, file), 'utf8'));
}

function write(cwd: string, file: string, text: string): void {
  writeFileSync(join(cwd, file), text);
}

async function findings(cwd: string, ...argv: string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await runCli(['--format', 'json', ...argv], cwd);
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout).findings.map(
    (finding: { file: string; text: string }) => `${finding.file} ${finding.text}`,
  );
}

describe('a baseline', () => {
  it('is written, is found by itself, and lets only new findings fail', async () => {
    const cwd = writeOrchard();
    const first = await runCli(['--update-baseline'], cwd);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('`specwins-baseline.json` holds 1 finding: 1 added, 0 removed.');
    expect(await runCli([], cwd)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 finding baselined') });
    write(cwd, 'guides/trees.mdx', harvest);
    expect(await findings(cwd)).toEqual(['guides/trees.mdx /orchards/{orchardId}/harvest']);
    expect(await runCli([], cwd)).toMatchObject({ code: 1, stdout: expect.stringContaining('1 error in 1 page.') });
    expect(JSON.parse((await runCli(['--format', 'json'], cwd)).stdout).summary).toMatchObject({
      errors: 1,
      baselined: 1,
    });
  });

  it('has one sorted line for each finding, without places', async () => {
    const cwd = writeOrchard({ 'guides/b.mdx': harvest, 'guides/a.mdx': harvest });
    await runCli(['--update-baseline'], cwd);
    const text = readFileSync(join(cwd, usual), 'utf8');
    const message =
      'No spec describes `/orchards/{orchardId}/harvest`; did you mean `GET /orchards/{orchardId}/harvests`?';
    const line = (file: string) =>
      expect.stringMatching(
        new RegExp(
          `^ {4}\\{ "file": "${file}", "rule": "unknown-path", "message": ".+", "fingerprint": "[0-9a-f]{24}" \\},?$`,
        ),
      );
    expect(text.split('\n')).toEqual([
      '{',
      '  "version": 1,',
      '  "findings": [',
      line('guides/a.mdx'),
      line('guides/b.mdx'),
      line('guides/harvests.mdx'),
      '  ]',
      '}',
      '',
    ]);
    expect(text).toContain(message);
    await runCli(['--update-baseline'], cwd);
    expect(readFileSync(join(cwd, usual), 'utf8')).toBe(text);
    expect(readdirSync(cwd).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('knows findings whose lines moved, whose neighbours changed, and whose spec has another name', async () => {
    const cwd = writeOrchard();
    await runCli(['--update-baseline'], cwd);
    const moved = '# Harvests\n\nMore.\n\nFirst log in, then call `GET /orchards/{orchardId}/harvest` twice.\n';
    write(cwd, 'guides/harvests.mdx', moved);
    expect(await findings(cwd)).toEqual([]);
    renameSync(join(cwd, 'openapi.yaml'), join(cwd, 'orchard.yaml'));
    expect(await findings(cwd)).toEqual([]);
  });

  it('knows a finding for which the spec has another answer by now', async () => {
    const cwd = writeOrchard();
    await runCli(['--update-baseline'], cwd);
    const spec = readFileSync(join(cwd, 'openapi.yaml'), 'utf8');
    write(cwd, 'openapi.yaml', spec.replaceAll('/harvests', '/harvesting'));
    expect(await findings(cwd)).toEqual([]);
  });

  it('counts what is said twice', async () => {
    const cwd = writeOrchard();
    await runCli(['--update-baseline'], cwd);
    const twice = `${harvest}\nAgain, \`GET /orchards/{orchardId}/harvest\`.\n`;
    write(cwd, 'guides/harvests.mdx', twice);
    expect(await findings(cwd)).toHaveLength(1);
    await runCli(['--update-baseline'], cwd);
    expect(await findings(cwd)).toEqual([]);
    write(cwd, 'guides/harvests.mdx', harvest);
    expect((await runCli([], cwd)).stdout).toContain('1 entry is no longer found: guides/harvests.mdx (unknown-path)');
  });

  it('keeps what it knows in the formats that show what is silenced', async () => {
    const cwd = writeOrchard();
    const results = async (...argv: string[]) =>
      JSON.parse((await runCli(['--format', 'sarif', ...argv], cwd)).stdout).runs[0].results;
    const external = [
      { kind: 'external', status: 'accepted', justification: 'It is in the baseline `specwins-baseline.json`.' },
    ];
    const unchanged = { baselineState: 'unchanged', suppressions: external };
    expect(await results('--update-baseline')).toEqual([expect.objectContaining(unchanged)]);
    expect(await results()).toEqual([expect.objectContaining(unchanged)]);
    write(cwd, 'guides/trees.mdx', harvest);
    expect(await results()).toEqual([
      expect.objectContaining({ baselineState: 'new', suppressions: [] }),
      expect.objectContaining(unchanged),
    ]);
    expect((await runCli(['--format', 'junit'], cwd)).stdout).toContain('It is in the baseline');
    expect(JSON.parse((await runCli(['--format', 'json'], cwd)).stdout)).not.toHaveProperty('suppressed');
  });

  it('means the same from a folder below', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': 'specs: { orchard: openapi.yaml }\n' });
    await runCli(['--update-baseline'], join(cwd, 'guides'));
    expect(readBaseline(cwd).findings).toMatchObject([{ file: 'guides/harvests.mdx' }]);
    expect(await findings(cwd)).toEqual([]);
    expect(await findings(join(cwd, 'guides'))).toEqual([]);
  });

  it('lies where the configuration or the command line says', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': 'baseline: known/drift.json\n' });
    expect(await runCli([], cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no baseline `known/drift.json`.'),
    });
    await runCli(['--update-baseline'], cwd);
    expect(readBaseline(cwd, 'known/drift.json').findings).toHaveLength(1);
    await runCli(['--baseline', 'other.json', '--update-baseline'], cwd);
    expect(readBaseline(cwd, 'other.json').findings).toHaveLength(1);
    expect(await findings(cwd, '--baseline', 'other.json')).toEqual([]);
    expect((await runCli(['--baseline', 'absent.json'], cwd)).stderr).toContain('Write it with --update-baseline.');
  });

  it('holds no secret', async () => {
    const token = `ghp_${'x7Kq9Lm2Rt5Vw8Yb3Nd6'}${'Fh1Js4Pu0Za7Ce2G'}`;
    const cwd = writeOrchard({
      'guides/secret.mdx': `# Secret\n\n\`\`\`bash\ncurl -H "Authorization: Bearer ${token}" https://api.orchard.example/v2/orchards\n\`\`\`\n`,
    });
    expect((await findings(cwd)).join()).toContain('guides/secret.mdx [redacted]');
    await runCli(['--update-baseline'], cwd);
    expect(readFileSync(join(cwd, usual), 'utf8')).toContain('"rule": "secret"');
    expect(readFileSync(join(cwd, usual), 'utf8')).not.toContain(token.slice(4, 12));
    expect(await findings(cwd)).toEqual([]);
  });

  it('hides nothing from `specwins explain`', async () => {
    const cwd = writeOrchard();
    await runCli(['--update-baseline'], cwd);
    expect((await runCli(['explain', 'guides/harvests.mdx:3'], cwd)).stdout).toMatch(/verdict +error: /);
  });
});

describe('stale entries', () => {
  it('are told with their place and pruned on request, which adds nothing', async () => {
    const cwd = writeOrchard({ 'guides/trees.mdx': harvest });
    await runCli(['--update-baseline'], cwd);
    write(cwd, 'guides/harvests.mdx', '# Harvests\n');
    write(cwd, 'guides/new.mdx', harvest);
    const told = await runCli([], cwd);
    expect(told.stdout).toContain(
      '1 entry is no longer found: guides/harvests.mdx (unknown-path); `--prune-baseline` takes it out of `specwins-baseline.json`.',
    );
    const pruned = await runCli(['--prune-baseline'], cwd);
    expect(pruned).toMatchObject({ code: 1, stdout: expect.stringContaining('holds 1 finding: 0 added, 1 removed.') });
    expect(readBaseline(cwd).findings).toMatchObject([{ file: 'guides/trees.mdx' }]);
    expect((await runCli([], cwd)).stdout).not.toContain('no longer found');
  });

  it('are those of pages that are gone, too', async () => {
    const cwd = writeOrchard();
    await runCli(['--update-baseline'], cwd);
    rmSync(join(cwd, 'guides/harvests.mdx'));
    expect((await runCli([], cwd)).stdout).toContain('1 entry is no longer found');
    await runCli(['--prune-baseline'], cwd);
    expect(readFileSync(join(cwd, usual), 'utf8')).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
  });
});

describe('a run over some pages', () => {
  it('touches only their entries', async () => {
    const cwd = writeOrchard({ 'guides/trees.mdx': harvest });
    await runCli(['--update-baseline'], cwd);
    write(cwd, 'guides/trees.mdx', drifted('/orchards/{orchardId}/harvestz'));
    write(cwd, 'guides/harvests.mdx', '# Harvests\n');
    expect((await runCli(['guides/orchards.mdx'], cwd)).stdout).not.toContain('no longer found');
    const { stdout } = await runCli(['guides/trees.mdx', '--update-baseline'], cwd);
    expect(stdout).toContain('holds 2 findings: 1 added, 1 removed.');
    expect(readBaseline(cwd).findings.map(({ file }) => file)).toEqual(['guides/harvests.mdx', 'guides/trees.mdx']);
    await runCli(['guides/trees.mdx', '--prune-baseline'], cwd);
    expect(readBaseline(cwd).findings).toHaveLength(2);
  });

  it.each([['--changed'], ['--staged']])('is one with %s', async (option) => {
    const repository = writeRepository({ 'guides/trees.mdx': harvest });
    await repository.lint('--update-baseline');
    repository.commit();
    repository.write('guides/trees.mdx', drifted('/orchards/{orchardId}/harvestz'));
    repository.write('guides/harvests.mdx', '# Harvests\n');
    repository.git('commit', '--quiet', '--all', '--message', 'x');
    repository.git('checkout', '--quiet', 'HEAD~1', '--', 'guides/trees.mdx');
    repository.git('branch', '--force', 'base');
    repository.write('guides/trees.mdx', drifted('/orchards/{orchardId}/harvesty'));
    repository.git('add', '--all');
    repository.write('notes.txt', 'forces a snapshot');
    const base = option === '--changed' ? ['--base', 'base'] : [];
    const { stdout, code } = await repository.lint(option, ...base, '--update-baseline');
    expect(stdout).toContain('`specwins-baseline.json` holds 2 findings: 1 added, 1 removed.');
    expect(code).toBe(0);
    expect(readBaseline(repository.cwd).findings.map(({ file }) => file)).toEqual([
      'guides/harvests.mdx',
      'guides/trees.mdx',
    ]);
    expect(await repository.findings('guides/trees.mdx')).toEqual([]);
  });
});

describe('two branches', () => {
  it('merge their baselines line by line', async () => {
    const repository = writeRepository({ 'guides/m.mdx': harvest, 'guides/n.mdx': harvest, 'guides/o.mdx': harvest });
    await repository.lint('--update-baseline');
    repository.commit();
    for (const name of ['a', 'z']) {
      repository.git('checkout', '--quiet', '-b', name, 'main');
      repository.write(`guides/${name}.mdx`, harvest);
      await repository.lint('--update-baseline');
      repository.commit();
    }
    repository.git('merge', '--quiet', '--no-edit', 'a');
    expect(await repository.findings()).toEqual([]);
    expect(readBaseline(repository.cwd).findings).toHaveLength(6);
  });
});

describe('a baseline that cannot be used exits 2 with a sentence', () => {
  const entry = '{ "rule": "a", "file": "b", "message": "c" }';
  it.each([
    ['', 'is no JSON.'],
    ['{ "version": 1, "findings": [', 'is no JSON.'],
    ['<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n', 'holds a merge conflict.'],
    ['[]', 'is no baseline: it has no `version`.'],
    ['null', 'is no baseline: it has no `version`.'],
    ['{ "version": "1" }', 'is no baseline: it has no `version`.'],
    ['{ "version": 2, "findings": [] }', 'has version 2; this version of specwins reads version 1.'],
    ['{ "version": 1 }', 'has no list of `findings`.'],
    [`{ "version": 1, "findings": [${entry}] }`, 'has an entry, number 1, without'],
  ])('%j', async (text, sentence) => {
    const cwd = writeOrchard({ [usual]: text });
    for (const argv of [[], ['--update-baseline'], ['--prune-baseline']]) {
      const { code, stdout, stderr } = await runCli(argv, cwd);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`The baseline \`specwins-baseline.json\` ${sentence}`);
      expect(readFileSync(join(cwd, usual), 'utf8')).toBe(text);
    }
  });

  it('which is a folder, or is not there to be pruned', async () => {
    const cwd = writeOrchard();
    expect((await runCli(['--prune-baseline'], cwd)).stderr).toContain(
      'There is no baseline `specwins-baseline.json`.',
    );
    mkdirSync(join(cwd, usual));
    expect((await runCli(['--update-baseline'], cwd)).stderr).toContain('Cannot read the baseline');
  });
});
