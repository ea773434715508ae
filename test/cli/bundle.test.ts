import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

const root = join(import.meta.dirname, '..', '..');
const bundle = join(root, 'dist', 'cli');
const built = existsSync(join(bundle, 'main.js'));

const files = {
  'specwins.config.yaml': "docs: [{ root: guides }]\nspecs: ['openapi.yaml']\n",
  'other/specwins.config.jsonc':
    '{ "docs": [{ "root": "../guides" }], "specs": ["../openapi.yaml"], /* typo */ "ruls": {} }',
  'guides/keys.mdx': '# Keys\n\n- {of\n\n`DELETE /orchards`, and AKIAQYLPMN5HHHFPZAM2\n',
};

describe.skipIf(!built)('the bundled command line (needs `npm run build`)', () => {
  // Each loads something that other runs do not.
  it.each([
    [[]],
    [['--format', 'json']],
    [['--format', 'sarif']],
    [['--format', 'html']],
    [['--engine', 'reference']],
    [['--fix-dry-run']],
    [['guides/*.mdx']],
    [['--config', 'other/specwins.config.jsonc']],
    [['mentions']],
    [['explain', 'guides/harvests.mdx:3']],
    [['rules', 'unknown-path']],
    [['completion', 'zsh']],
    [['--help']],
    [['--spec', 'missing.yaml']],
  ])('says what the sources say: %j', async (argv) => {
    const cwd = writeOrchard(files);
    const { code, stdout, stderr } = await runCli(argv, cwd);
    const run = spawnSync(process.execPath, [join(root, 'bin', 'specwins.js'), ...argv], { cwd, encoding: 'utf8' });
    expect({ code: run.status, stdout: run.stdout, stderr: run.stderr }).toEqual({ code, stdout, stderr });
    expect(code).not.toBe(3);
  });

  it('reads pages in threads, and reports the same', { timeout: 60_000 }, () => {
    const sample = '```bash\ncurl https://api.orchard.example/v2/orchards -d \'{"trees":[1]}\'\n```\n';
    const guides = Array.from({ length: 200 }, (_, index) => [
      `guides/tree-${index}.mdx`,
      `# Tree ${index}\n\nCall \`GET /tree\`.\n\n${sample.repeat(20)}`,
    ]);
    const cwd = writeOrchard(Object.fromEntries(guides));
    const run = (threads: string) => {
      const argv = ['--format', 'json', '--no-cache', '--stats', '--threads', threads];
      return spawnSync(process.execPath, [join(root, 'bin', 'specwins.js'), ...argv], { cwd, encoding: 'utf8' });
    };
    const [none, two] = [run('0'), run('2')];
    expect(none.stderr).toContain('Pages are read in the main thread.');
    expect(two.stderr).toMatch(/Threads beside the main one, which read pages and look for secrets: [12]\./);
    expect(two.stdout).toBe(none.stdout);
  });

  it('brings the licences of what it holds', () => {
    const text = readFileSync(join(bundle, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    expect(text).toMatch(/^commander \d+\.\d+\.\d+ \(MIT\)\n\n.*Permission is hereby granted/ms);
  });
});
