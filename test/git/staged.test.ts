import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../project.ts';
import { openTestRepository, type TestRepository, writeRepository } from './repository.ts';

const clean = '# Trees\n\nCall `GET /orchards` for the list.\n';
const drifted = '# Trees\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n';

describe('--staged', () => {
  it('checks what is staged: edits beside it neither hide drift nor cause it', async () => {
    const repository = writeRepository();
    repository.write('guides/trees.mdx', drifted);
    repository.write('guides/fruit.mdx', clean);
    repository.git('add', '--all');
    repository.write('guides/trees.mdx', clean);
    repository.write('guides/fruit.mdx', drifted);
    repository.write('guides/untracked.mdx', drifted);
    expect(await repository.findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
    const { stdout } = await repository.lint('--staged');
    expect(stdout).toContain('Only what has changed in the index is reported, 2 files; 1 finding elsewhere is older.');
  });

  it('shows the lines of what is staged', async () => {
    const repository = writeRepository();
    repository.write('guides/trees.mdx', `\n\n\n${drifted}`);
    repository.git('add', '--all');
    repository.write('guides/trees.mdx', clean);
    const { stdout } = await repository.lint('--staged');
    expect(stdout).toContain('6 │ Call `GET /orchards/{orchardId}/harvest` for the list.');
    expect(stdout).not.toContain('specwins-changes');
  });

  it('reads the staged spec, configuration, navigation and snippets', async () => {
    const repository = writeRepository({
      'docs.json': '{ "navigation": { "pages": ["guides/orchards", "guides/harvests"] } }',
      'snippets/call.mdx': 'Call `GET /orchards`.\n',
      'guides/orchards.mdx': 'import Call from "/snippets/call.mdx";\n\n# Orchards\n\n<Call />\n',
    });
    const spec = readFileSync(join(repository.cwd, 'openapi.yaml'), 'utf8');
    repository.write('openapi.yaml', spec.replace('get:', 'post:'));
    expect(await repository.findings('--staged')).toEqual([]);
    repository.git('add', '--all');
    repository.write('openapi.yaml', spec);
    repository.write('docs.json', '{ "navigation": { "pages": ["guides/absent"] } }');
    expect(await repository.findings('--staged')).toEqual(['snippets/call.mdx wrong-method']);
    repository.git('add', 'docs.json');
    expect(await repository.findings('--staged')).toContain('docs.json missing-nav-page');
    repository.write('specwins.config.yaml', 'rules: { wrong-method: off, missing-nav-page: off, orphan-page: off }\n');
    repository.git('add', 'specwins.config.yaml');
    repository.write('specwins.config.yaml', 'rules: {}\n');
    expect(await repository.findings('--staged')).toEqual([]);
  });

  it('does not take an untracked page or picture for the target of a staged link', async () => {
    const repository = writeRepository({
      'specwins.config.yaml': 'docs: { framework: github }\n',
      'images/oak.png': '',
    });
    repository.write('guides/links.mdx', '# Links\n\n[A](later.mdx) ![B](../images/oak.png) ![C](../images/elm.png)\n');
    repository.git('add', '--all');
    repository.write('guides/later.mdx', clean);
    repository.write('images/elm.png', '');
    const { stdout } = await repository.lint('--staged');
    expect(stdout).toContain('`later.mdx` leads nowhere');
    expect(stdout).toContain('`../images/elm.png` leads nowhere');
    expect(stdout).not.toContain('oak.png` leads nowhere');
  });

  it('touches neither the working tree nor the index', async () => {
    const repository = writeRepository();
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', '--all');
    repository.write('guides/trees.mdx', clean);
    repository.write('guides/orchards.mdx', '# Orchards\n\nCall `GET /orchards` for the list.\n');
    const index = join(repository.cwd, '.git/index');
    const status = state(repository);
    const before = { bytes: readFileSync(index), time: statSync(index).mtimeMs };
    await repository.lint('--staged');
    await repository.lint('--changed');
    expect({ bytes: readFileSync(index), time: statSync(index).mtimeMs }).toEqual(before);
    expect(state(repository)).toBe(status);
  });

  it('reads specs that git ignores, or that lie beside the repository, from the disk', async () => {
    const folder = writeProject({ 'specs/other.yaml': '' });
    const repository = writeRepository({ '.gitignore': 'built/\n' });
    const spec = readFileSync(join(repository.cwd, 'openapi.yaml'), 'utf8');
    repository.git('rm', '--quiet', 'openapi.yaml');
    repository.write('built/openapi.yaml', spec);
    openTestRepository(folder).write('specs/other.yaml', spec);
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', '--all');
    repository.write('guides/trees.mdx', clean);
    const beside = join('..', folder.split('/').at(-1) ?? '', 'specs', 'other.yaml');
    for (const place of ['built/openapi.yaml', beside]) {
      expect(await repository.findings('--staged', '--spec', place)).toContain('guides/trees.mdx unknown-path');
    }
    const { stdout } = await repository.lint('--staged', '--spec', 'built/openapi.yaml');
    expect(stdout).toMatch(/spec │ .* built\/openapi\.yaml:\d+/);
  });

  it('heeds the index that a hook names', async () => {
    const repository = writeRepository();
    repository.write('guides/trees.mdx', drifted);
    repository.write('guides/fruit.mdx', drifted);
    repository.git('add', '--all');
    // `git commit guides/trees.mdx` makes an index of HEAD and the named file.
    const [object] = repository.git('ls-files', '--stage', 'guides/trees.mdx').split(' ').slice(1);
    const { execFileSync } = await import('node:child_process');
    const env = { PATH: process.env.PATH ?? '', GIT_INDEX_FILE: '.git/next-index-1.lock' };
    const run = (...parameters: string[]) => execFileSync('git', parameters, { cwd: repository.cwd, env });
    run('read-tree', 'HEAD');
    run('update-index', '--add', '--cacheinfo', `100644,${object},guides/trees.mdx`);
    const hook = openTestRepository(repository.cwd, { GIT_INDEX_FILE: env.GIT_INDEX_FILE, GIT_DIR: '.git' });
    expect(await hook.findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
    expect(await repository.findings('--staged')).toHaveLength(2);
  });

  it('heeds the repository that the hook of a worktree names, from a folder below too', async () => {
    const repository = writeRepository({ 'specwins.config.yaml': 'specs: { orchard: openapi.yaml }\n' });
    const folder = join(writeProject({}), 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'trees', folder);
    const worktree = openTestRepository(folder);
    worktree.write('guides/trees.mdx', drifted);
    worktree.git('add', '--all');
    const env = { GIT_DIR: worktree.git('rev-parse', '--absolute-git-dir').trim() };
    expect(await openTestRepository(folder, env).findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
    const below = openTestRepository(join(folder, 'guides'), env);
    expect(await below.findings('--staged')).toEqual(['trees.mdx unknown-path']);
  });

  it('works before the first commit, leaves announced files out, and says so where nothing is staged', async () => {
    const { cwd } = writeRepository();
    const repository = openTestRepository(
      writeProject({ 'openapi.yaml': readFileSync(join(cwd, 'openapi.yaml'), 'utf8') }),
    );
    repository.git('init', '--quiet', '--initial-branch=main');
    const nothing = await repository.lint('--staged');
    expect(nothing).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing is staged, so nothing was checked.'),
    });
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', '--all');
    repository.write('guides/announced.mdx', drifted);
    repository.git('add', '--intent-to-add', 'guides/announced.mdx');
    expect(await repository.findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
  });

  it('says which file has a conflict', async () => {
    const repository = writeRepository();
    repository.git('checkout', '--quiet', '-b', 'trees');
    repository.write('guides/orchards.mdx', '# One\n');
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write('guides/orchards.mdx', '# Two\n');
    repository.commit();
    expect(() => repository.git('merge', 'trees')).toThrow();
    const { code, stderr } = await repository.lint('--staged');
    expect(stderr).toContain('`guides/orchards.mdx` has a conflict that is not resolved');
    expect(code).toBe(2);
  });

  it('runs no filter that the repository configures', async () => {
    const repository = writeRepository({ '.gitattributes': '*.mdx filter=mark\n' });
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', '--all');
    repository.write('guides/untracked.mdx', clean);
    repository.git('config', 'filter.mark.smudge', 'touch smudged; cat');
    repository.git('config', 'core.fsmonitor', 'touch watched; true');
    expect(await repository.findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
    const left = repository.git('-c', 'core.fsmonitor=false', 'ls-files', '--others');
    expect(left).toBe('guides/untracked.mdx\n');
  });
});

describe('--files', () => {
  it('takes a list with pages, a spec, navigation and files that are gone or of no interest', async () => {
    const repository = writeRepository({ 'guides/trees.mdx': drifted, 'package.json': '{}' });
    repository.write('list.txt', 'guides/trees.mdx\r\npackage.json\nguides/gone.mdx\n\n');
    expect(await repository.findings('--files', 'list.txt')).toEqual(['guides/trees.mdx unknown-path']);
    repository.write('list.txt', 'openapi.yaml\n');
    expect(await repository.findings('--files', 'list.txt')).toHaveLength(2);
    repository.write('list.txt', 'guides/harvests.mdx\0new\nline.mdx\0');
    expect(await repository.findings('--files', 'list.txt')).toEqual(['guides/harvests.mdx unknown-path']);
  });

  it('finds nothing to do in an empty list', async () => {
    const repository = writeRepository();
    repository.write('list.txt', '');
    expect(await repository.lint('--files', 'list.txt')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No file was named, so nothing was checked.'),
    });
  });

  it('takes thousands of arguments', async () => {
    const repository = writeRepository();
    const many = Array.from({ length: 5000 }, () => 'guides/harvests.mdx');
    expect(await repository.findings(...many)).toEqual(['guides/harvests.mdx unknown-path']);
  });

  it('says what cannot be', async () => {
    const { lint } = writeRepository();
    expect((await lint('--files', 'absent.txt')).stderr).toContain('Cannot read the list of files `absent.txt`.');
    expect((await lint('--files', 'absent.txt', 'guides')).stderr).toContain('not by both');
  });
});

function state({ git }: TestRepository): string {
  return git('status', '--porcelain=v2') + git('stash', 'list');
}
