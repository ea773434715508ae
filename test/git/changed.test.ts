import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../project.ts';
import { gitEnv, openTestRepository, writeRepository } from './repository.ts';

const drifted = '# Trees\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n';

describe('--changed', () => {
  it('reports the drift of changed pages, and not what was there before', async () => {
    const repository = writeRepository();
    repository.git('checkout', '--quiet', '-b', 'trees');
    repository.write('guides/trees.mdx', drifted);
    repository.commit();
    expect(await repository.findings()).toHaveLength(2);
    expect(await repository.findings('--changed')).toEqual(['guides/trees.mdx unknown-path']);
    const { stdout, code } = await repository.lint('--changed');
    expect(stdout).toContain('Only what has changed since `main` is reported, 1 file; 1 finding elsewhere is older.');
    expect(stdout).toContain('1 error in 1 page.');
    expect(code).toBe(1);
  });

  it('counts edits, staged files and untracked files as changed, and ignored ones not', async () => {
    const repository = writeRepository({ '.gitignore': 'guides/drafts/\n' });
    repository.write('guides/orchards.mdx', drifted);
    repository.write('guides/staged.mdx', drifted);
    repository.git('add', 'guides/staged.mdx');
    repository.write('guides/untracked.mdx', drifted);
    repository.write('guides/drafts/one.mdx', drifted);
    expect(await repository.findings('--changed')).toEqual([
      'guides/orchards.mdx unknown-path',
      'guides/staged.mdx unknown-path',
      'guides/untracked.mdx unknown-path',
    ]);
  });

  it('compares with the commit where the branch left its base', async () => {
    const repository = writeRepository();
    repository.git('checkout', '--quiet', '-b', 'trees');
    repository.write('guides/trees.mdx', drifted);
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write('guides/harvests.mdx', '# Harvests\n\nCall `GET /orchards` first.\n');
    repository.commit();
    repository.git('checkout', '--quiet', 'trees');
    expect(await repository.findings('--changed')).toEqual(['guides/trees.mdx unknown-path']);
    expect(await repository.findings('--changed', '--base', 'HEAD')).toEqual([]);
  });

  it('says so where nothing has changed, and exits 0', async () => {
    const { code, stdout } = await writeRepository().lint('--changed');
    expect(stdout).toContain('Nothing has changed since `main`, so nothing was checked.');
    expect(code).toBe(0);
  });

  it('takes paths beside it', async () => {
    const repository = writeRepository({ 'more/trees.mdx': '# Trees\n' });
    repository.write('guides/trees.mdx', drifted);
    repository.write('more/trees.mdx', drifted);
    expect(await repository.findings('--changed', 'more')).toEqual(['more/trees.mdx unknown-path']);
  });

  it('works from a folder below the top', async () => {
    const repository = writeRepository({ 'specwins.config.yaml': 'specs: { orchard: openapi.yaml }\n' });
    repository.write('guides/trees.mdx', drifted);
    const below = openTestRepository(join(repository.cwd, 'guides'));
    expect(await below.findings('--changed')).toEqual(['trees.mdx unknown-path']);
  });

  it('works on a detached head and in a worktree', async () => {
    const repository = writeRepository();
    const folder = join(writeProject({}), 'tree');
    repository.git('worktree', 'add', '--quiet', '--detach', folder);
    const worktree = openTestRepository(folder);
    worktree.write('guides/trees.mdx', drifted);
    expect(await worktree.findings('--changed')).toEqual(['guides/trees.mdx unknown-path']);
    worktree.git('add', '--all');
    worktree.write('guides/trees.mdx', '# Trees\n');
    expect(await worktree.findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
  });

  it('takes names with spaces, quotes, line breaks and other letters', async () => {
    const repository = writeRepository();
    const names = ['guides/Bäume "alt".mdx', 'guides/a tree.mdx', 'guides/new\nline.mdx', "guides/it's 樹.mdx"];
    for (const name of names) repository.write(name, drifted);
    const expected = names.map((name) => `${name} unknown-path`).sort();
    expect([...(await repository.findings('--changed'))].sort()).toEqual(expected);
    repository.git('add', '--all');
    repository.write('notes.txt', 'forces a snapshot');
    expect([...(await repository.findings('--staged'))].sort()).toEqual(expected);
  });

  it('is not harmed by links and submodules', async () => {
    const fruit = writeRepository();
    const repository = writeRepository({
      'guides/links.mdx': '# Links\n\n[A tree](../trees/oak.md) and [fruit](../fruit/guides/orchards.mdx).\n',
      'trees/oak.md': '# Oak\n',
    });
    repository.git('submodule', '--quiet', 'add', fruit.cwd, 'fruit');
    symlinkSync('../absent', join(repository.cwd, 'guides', 'gone'));
    symlinkSync('.', join(repository.cwd, 'guides', 'loop'));
    symlinkSync('/', join(repository.cwd, 'guides', 'everything'));
    repository.commit();
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.write('guides/trees.mdx', drifted);
    expect(await repository.findings('--changed')).toEqual(['guides/trees.mdx unknown-path']);
    repository.git('add', '--all');
    repository.write('notes.txt', 'forces a snapshot');
    expect(await repository.findings('--staged')).toEqual(['guides/trees.mdx unknown-path']);
  });
});

describe('a change makes other pages wrong', () => {
  const spec = (path: string, field: string) => `openapi: 3.1.0
info: { title: Orchard API, version: 2.3.0 }
servers: [{ url: https://api.orchard.example/v2 }]
paths:
  /orchards:
    get: { responses: { '200': { description: The orchards } } }
  ${path}:
    get:
      parameters: [{ name: orchardId, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: The trees
          content: { application/json: { schema: { type: object, properties: { ${field}: { type: string } } } } }
`;
  const trees = '# Trees\n\nCall `GET /orchards/{orchardId}/trees` for the list.\n';
  const writeTrees = () =>
    writeRepository({ 'openapi.yaml': spec('/orchards/{orchardId}/trees', 'kind'), 'guides/trees.mdx': trees });

  it('where a path is taken out of a spec', async () => {
    const repository = writeTrees();
    expect(await repository.findings()).toEqual(['guides/harvests.mdx unknown-path']);
    repository.write('openapi.yaml', spec('/orchards/{orchardId}/saplings', 'kind'));
    expect(await repository.findings('--changed')).toEqual(['guides/trees.mdx unknown-path']);
  });

  it('where a file changes that the spec refers to', async () => {
    const path = (method: string) => `${method}: { responses: { '200': { description: The trees } } }\n`;
    const repository = writeRepository({
      'openapi.yaml': `${spec('/trees', 'kind')}  /orchards/{orchardId}/trees: { $ref: 'trees.yaml' }\n`,
      'trees.yaml': path('get'),
      'guides/trees.mdx': trees,
    });
    repository.write('trees.yaml', path('post'));
    expect(await repository.findings('--changed')).toEqual(['guides/trees.mdx wrong-method']);
  });

  const linked = (heading: string) => ({
    'specwins.config.yaml': 'docs: { framework: github }\n',
    'guides/orchards.md': '# Orchards\n\nSee [how to water](trees.md#watering), or [prune](trees.md#pruning).\n',
    'guides/trees.md': `# Trees\n\n## ${heading}\n\nDaily.\n`,
  });

  it('where a heading is renamed that links lead to', async () => {
    const repository = writeRepository(linked('Watering'));
    expect(await repository.findings()).toEqual([
      'guides/harvests.mdx unknown-path',
      'guides/orchards.md broken-anchor',
    ]);
    repository.write('guides/trees.md', linked('Giving water')['guides/trees.md']);
    const { stdout } = await repository.lint('--changed');
    expect(await repository.findings('--changed')).toEqual(['guides/orchards.md broken-anchor']);
    expect(stdout).toContain('has the id `watering`');
  });

  it('where a page is removed that links lead to', async () => {
    const repository = writeRepository(linked('Watering'));
    repository.remove('guides/trees.md');
    expect(await repository.findings('--changed')).toEqual([
      'guides/orchards.md broken-link',
      'guides/orchards.md broken-link',
    ]);
  });

  it('where a page moves; what it said before is no news', async () => {
    const repository = writeRepository({
      ...linked('Trees'),
      'guides/orchards.md': '# Orchards\n\n[Harvests](harvests.mdx)\n',
    });
    renameSync(join(repository.cwd, 'guides/harvests.mdx'), join(repository.cwd, 'guides/crops.mdx'));
    // Git follows no file that it does not know.
    const unknown = ['guides/crops.mdx unknown-path', 'guides/orchards.md broken-link'];
    expect(await repository.findings('--changed')).toEqual(unknown);
    repository.git('add', '--all');
    expect(await repository.findings('--changed')).toEqual(['guides/orchards.md broken-link']);
    expect(await repository.findings('--staged')).toEqual(['guides/orchards.md broken-link']);
  });

  it('where a page moves whose findings name it', async () => {
    const page = '# Fruit\n\n[Down](#down)\n';
    const repository = writeRepository({ ...linked('Trees'), 'guides/fruit.md': page });
    repository.git('mv', 'guides/fruit.md', 'guides/berries.md');
    expect(await repository.findings()).toContain('guides/berries.md broken-anchor');
    expect(await repository.findings('--changed')).toEqual([]);
  });

  it('where a snippet changes that pages render', async () => {
    const repository = writeRepository({
      'docs.json': '{ "navigation": { "pages": ["guides/orchards", "guides/harvests"] } }',
      'snippets/call.mdx': 'Call `GET /orchards`.\n',
      'guides/orchards.mdx': 'import Call from "/snippets/call.mdx";\n\n# Orchards\n\n<Call />\n',
    });
    repository.write('snippets/call.mdx', 'Call `GET /orchards/{orchardId}/harvestz`.\n');
    expect(await repository.findings('--changed')).toEqual(['snippets/call.mdx unknown-path']);
  });

  it('where a navigation file names a page that is not there', async () => {
    const repository = writeRepository({
      'docs.json': '{ "navigation": { "pages": ["guides/orchards", "guides/harvests"] } }',
    });
    repository.write(
      'docs.json',
      '{ "navigation": { "pages": ["guides/orchards", "guides/harvests", "guides/trees"] } }',
    );
    expect(await repository.findings('--changed')).toEqual(['docs.json missing-nav-page']);
  });

  it('and reports everything, with the reason, where the earlier state cannot be linted', async () => {
    const repository = writeRepository();
    repository.write('openapi.yaml', 'openapi: 3.1.0\npaths: [\n');
    repository.commit();
    repository.git('checkout', '--quiet', 'HEAD~1', '--', 'openapi.yaml');
    const { stdout } = await repository.lint('--changed');
    expect(stdout).toContain('What was wrong before is not known, so all findings are reported: ');
    expect(await repository.findings('--changed')).toEqual(['guides/harvests.mdx unknown-path']);
  });
});

describe('the base', () => {
  const cloneOf = (origin: string, ...options: string[]) => {
    const folder = writeProject({});
    openTestRepository(folder).git('clone', '--quiet', ...options, `file://${origin}`, 'clone');
    return join(folder, 'clone');
  };
  const writeOrigin = () => {
    const origin = writeRepository();
    origin.git('checkout', '--quiet', '-b', 'trees');
    origin.write('guides/trees.mdx', drifted);
    origin.commit();
    origin.write('guides/orchards.mdx', drifted);
    origin.commit();
    return origin;
  };

  it('is the target of the pull request, as GitHub and GitLab name it', async () => {
    const clone = cloneOf(writeOrigin().cwd);
    const found = ['guides/orchards.mdx unknown-path', 'guides/trees.mdx unknown-path'];
    for (const name of ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME']) {
      expect(await openTestRepository(clone, { [name]: 'main' }).findings('--changed')).toEqual(found);
    }
    expect(await openTestRepository(clone, { GITHUB_BASE_REF: '' }).findings('--changed')).toEqual([]);
  });

  it('is missing in a shallow clone, which is told with the remedy', async () => {
    const clone = cloneOf(writeOrigin().cwd, '--depth=1', '--branch=trees');
    const { code, stderr, stdout } = await openTestRepository(clone, { GITHUB_BASE_REF: 'main' }).lint('--changed');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no `origin/main` in this shallow clone.');
    expect(stderr).toContain('`fetch-depth: 0`');
    expect(stderr).toContain('`git fetch origin main`');
  });

  it('may be there while the commit in common is not', async () => {
    const clone = openTestRepository(cloneOf(writeOrigin().cwd, '--depth=1', '--branch=trees'));
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const { code, stderr } = await clone.lint('--changed', '--base', 'origin/main');
    expect(stderr).toContain('This clone is shallow: the commit where the branch left `origin/main` is not in it.');
    expect(stderr).toContain('`fetch-depth: 0`');
    expect(code).toBe(2);
  });

  it.each([
    ['gone', 'There is no `gone` in this clone.'],
    ['-x', 'There is no `-x` in this clone.'],
    ['--upload-pack=touch x', 'There is no `--upload-pack=touch x` in this clone.'],
  ])('%s is told apart', async (base, sentence) => {
    const { code, stderr } = await writeRepository().lint('--changed', `--base=${base}`);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });

  it('has to have a commit in common', async () => {
    const repository = writeRepository();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit('Anew');
    const { code, stderr } = await repository.lint('--changed');
    expect(stderr).toContain('The branch and `main` have no commit in common.');
    expect(code).toBe(2);
  });

  it('has to be named where there is no main branch', async () => {
    const repository = writeRepository();
    repository.git('branch', '--move', 'main', 'trunk');
    const { code, stderr } = await repository.lint('--changed');
    expect(stderr).toContain('There is no `main` or `master`, here or at `origin`');
    expect(code).toBe(2);
  });
});

describe('without what it needs', () => {
  it('says that this is no repository, that it is bare, that there is no commit, that there is no git', async () => {
    const plain = openTestRepository(writeProject({ 'guides/a.md': '# A\n' }));
    expect(await plain.lint('--changed')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('lies in no git repository'),
    });
    plain.git('init', '--quiet', '--initial-branch=main');
    expect(await plain.lint('--changed')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no commit yet'),
    });
    const bare = openTestRepository(writeProject({}));
    bare.git('init', '--quiet', '--bare');
    expect(await bare.lint('--changed')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has no files checked out'),
    });
    const repository = openTestRepository(writeRepository().cwd, { PATH: '' });
    expect(await repository.lint('--staged')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('without `git`'),
    });
  });

  it('refuses options that exclude each other', async () => {
    const { lint } = openTestRepository('/', gitEnv);
    expect((await lint('--changed', '--staged')).stderr).toContain('`--changed` and `--staged` exclude each other.');
    expect((await lint('--base', 'main')).stderr).toContain('`--base` says what `--changed` compares with');
  });
});
