import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { version } from '../../src/version.ts';
import { writeOrchard } from './orchard.ts';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'specwins.js');
const built = existsSync(join(root, 'dist', 'cli', 'main.js'));

describe.skipIf(!built)('bin/specwins.js (needs `npm run build`)', () => {
  it('prints its version', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  });

  it('hands on the exit code, and says what is wrong on stderr alone', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '--fromat'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('did you mean `--format`?');
  });

  it('prints the page of a rule from the package', () => {
    const { stdout } = spawnSync(process.execPath, [bin, 'rules', 'unused-directive'], { encoding: 'utf8' });
    expect(stdout).toMatch(/^# unused-directive\n/);
  });

  it('stops quietly when the reader of its output goes away', async () => {
    const child = spawn(process.execPath, [bin, 'rules', 'unused-directive'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const errors: string[] = [];
    child.stderr.on('data', (chunk) => errors.push(String(chunk)));
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });

  it('stops quietly in the middle of a long output, as behind `| head -1`', () => {
    const cwd = writeOrchard({ 'guides/trees.mdx': '# Trees\n\nCall `GET /orchards`.\n'.repeat(2000) });
    const line = `"${process.execPath}" "${bin}" mentions | head -n 1`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', cwd });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '[\n', stderr: '' });
  });

  it.each([{ argv: ['--watch'] }, { argv: ['--output', 'report.txt'] }])(
    'ends at once at Ctrl-C, with 130 and no half-written file: $argv',
    async ({ argv }) => {
      const cwd = writeOrchard({
        'guides/trees.mdx': '# Trees\n\nCall `GET /orchards` {of} `GET /trees`.\n'.repeat(20_000),
      });
      const command = `"${process.execPath}" "${bin}" ${argv.join(' ')} & echo $!; wait $!; echo "code $?"`;
      const child = spawn('sh', ['-c', command], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      child.stdout.on('data', (chunk) => (said += String(chunk)));
      await vi.waitFor(() => expect(said).toMatch(/^\d+\n/));
      await new Promise((resolve) => setTimeout(resolve, 300));
      process.kill(Number.parseInt(said, 10), 'SIGINT');
      await once(child, 'close');
      expect(said).toContain('code 130\n');
      expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml']);
    },
  );

  it.skipIf(spawnSync('script', ['--version']).status !== 0)('shows progress at a terminal and takes it away', () => {
    const cwd = writeOrchard({ 'guides/trees.mdx': '# Trees\n\nCall `GET /orchards`.\n'.repeat(20_000) });
    const env = { ...process.env, TERM: 'xterm', CI: '', NO_COLOR: '1' };
    const line = '\r\u001b[2K';
    const command = `'${process.execPath}' '${bin}' --fail-on never`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', cwd, env });
    expect(stdout.split(line).some((part) => /^(?:Binding|Checking|Looking|Reading) /.test(part))).toBe(true);
    const rest = stdout.split(line).at(-1);
    expect(rest).toMatch(/^guides\/harvests\.mdx\r\n/);
  });
});
