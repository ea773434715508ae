import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint.ts';
import { runCli } from './cli/run-cli.ts';
import { gitEnv } from './git/repository.ts';
import { writeProject } from './project.ts';
import { type QuickStart, quickStarts } from './quick-starts.ts';

/** The site as a repository, since a spec may be named by a revision. */
function writeSite(files: QuickStart['site']): string {
  const cwd = writeProject(files);
  const git = (...parameters: string[]) => execFileSync('git', parameters, { cwd, env: gitEnv, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Plant');
  return cwd;
}

describe.each(quickStarts.map((each) => [each.title, each] as const))('the first steps with %s', (_, start) => {
  const { framework, root, site, config, finds } = start;

  it('need no configuration', async () => {
    const cwd = writeSite(site);
    const { config: known, report } = await lint({ cwd });
    expect(known.docs.map((docs) => ({ framework: docs.framework, root: relative(cwd, docs.root) || '.' }))).toEqual([
      { framework, root },
    ]);
    expect(report.findings.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual(finds);
    expect(report.notes).toEqual([]);
  });

  it('go with the configuration that is shown', async () => {
    const cwd = writeSite({ ...site, 'specwins.config.yaml': config });
    const { code, stdout, stderr } = await runCli(['--format', 'json'], cwd, gitEnv);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { findings }: { findings: { file: string; rule: string }[] } = JSON.parse(stdout);
    expect(findings.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual(finds);
  });

  it('find nothing once what was found is mended', async () => {
    const cwd = writeSite(site);
    const { stdout } = await runCli(['--fix'], cwd, gitEnv);
    expect(stdout).not.toContain('unknown-path');
    expect(stdout).not.toContain('broken-anchor');
  });
});
