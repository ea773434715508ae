import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing that is built here tells anybody about it. */
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/**
 * Copies a fixture to a folder, installs its packages and runs its script `build`. What was installed there before is
 * used again. Throws with the words of npm where it fails.
 */
export function buildSite(fixture: string, folder: string): void {
  cpSync(fixture, folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules')))
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  npm(['run', 'build'], folder);
}

function npm(parameters: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync('npm', parameters, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
    // npm is a script on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(`\`npm ${parameters.join(' ')}\` failed.\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
}
