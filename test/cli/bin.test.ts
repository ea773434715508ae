import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'specwins.js');
const built = existsSync(join(root, 'dist', 'src', 'cli', 'main.js'));

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
});
