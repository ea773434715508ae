import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/cache/open-cache.ts';
import { lintReport } from '../../src/lint-report.ts';
import { emptyFolder, filesOf } from '../cache/open-site.ts';
import { gitEnv, type TestRepository, writeRepository } from './repository.ts';

const drifted = '# Trees\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n';
const staged = { kind: 'staged', env: gitEnv } as const;
const since = { kind: 'since', base: 'HEAD', env: gitEnv } as const;

/** The report, and how many sites had to be linted for it. */
async function run({ cwd }: TestRepository, folder?: string, changes: typeof staged | typeof since = staged) {
  const cache = folder === undefined ? undefined : openCache({ folder, byState: true, version: '1' });
  let linted = 0;
  const observer = {
    begin(stage: string) {
      if (stage === 'pages') linted += 1;
      return () => undefined;
    },
    page: () => undefined,
    rule: <Result>(_: string, work: () => Result) => work(),
  };
  const { report } = await lintReport({ cwd, changes }, { cache, observer });
  return { report: JSON.stringify(report), linted };
}

describe('the state before a change', () => {
  it.each([
    ['all of it is staged', false],
    ['more lies in the working tree', true],
  ])('is linted once, where %s', async (_, isMore) => {
    const [repository, folder] = [writeRepository({ 'guides/more.mdx': '# More\n' }), emptyFolder()];
    if (isMore) repository.write('guides/more.mdx', '# More\n\nLess.\n');
    for (const [round, linted] of [2, 1, 1].entries()) {
      repository.write('guides/trees.mdx', `${drifted}\n## Round ${round}\n`);
      repository.git('add', 'guides/trees.mdx');
      expect(await run(repository, folder)).toEqual({ linted, report: (await run(repository)).report });
    }
  });

  it.each([false, true])('is known where it was staged before (more in the working tree: %s)', async (isMore) => {
    const [repository, folder] = [writeRepository({ 'guides/more.mdx': '# More\n' }), emptyFolder()];
    if (isMore) repository.write('guides/more.mdx', '# More\n\nLess.\n');
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', 'guides/trees.mdx');
    await run(repository, folder);
    repository.git('commit', '--quiet', '--message', 'Plant more');
    repository.write('guides/oaks.mdx', drifted);
    repository.git('add', 'guides/oaks.mdx');
    expect(await run(repository, folder)).toEqual({ linted: 1, report: (await run(repository)).report });
  });

  it('is known where a run before the hook has seen what is staged', async () => {
    const [repository, folder] = [writeRepository(), emptyFolder()];
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', '--all');
    await lintReport({ cwd: repository.cwd }, { cache: openCache({ folder, byState: true, version: '1' }) });
    // The base alone.
    expect((await run(repository, folder)).linted).toBe(1);
    repository.git('commit', '--quiet', '--message', 'Plant more');
    repository.write('guides/oaks.mdx', drifted);
    repository.git('add', '--all');
    expect(await run(repository, folder)).toEqual({ linted: 1, report: (await run(repository)).report });
  });

  it('is the same for --staged and --changed', async () => {
    const [repository, folder] = [writeRepository(), emptyFolder()];
    repository.write('guides/trees.mdx', drifted);
    repository.git('add', '--all');
    await run(repository, folder);
    repository.write('guides/trees.mdx', `${drifted}\n## More\n`);
    expect(await run(repository, folder, since)).toEqual({
      linted: 1,
      report: (await run(repository, undefined, since)).report,
    });
  });

  it('is linted anew where a spec that git does not know has changed', async () => {
    const repository = writeRepository({
      '.gitignore': 'built.yaml\n',
      'specwins.config.yaml': 'specs: { api: built.yaml }\n',
    });
    const folder = emptyFolder();
    const spec = readFileSync(join(repository.cwd, 'openapi.yaml'), 'utf8');
    repository.write('built.yaml', spec);
    repository.write('guides/trees.mdx', '# Trees\n');
    repository.git('add', '--all');
    expect((await run(repository, folder)).linted).toBe(2);
    repository.write('built.yaml', spec.replace('/harvests:', '/harvestz:'));
    expect(await run(repository, folder)).toEqual({ linted: 2, report: (await run(repository)).report });
    rmSync(join(repository.cwd, 'guides/orchards.mdx'));
    repository.git('add', '--all');
    expect(await run(repository, folder)).toEqual({ linted: 1, report: (await run(repository)).report });
  });

  describe('is carried over words that are staged while more lies in the working tree', () => {
    const dirty = (more: Readonly<Record<string, string>> = {}) => {
      const repository = writeRepository({ 'guides/trees.mdx': drifted, 'guides/more.mdx': '# More\n', ...more });
      repository.write('guides/more.mdx', '# More\n\nLess.\n');
      repository.write('notes.txt', 'Mine.\n');
      return repository;
    };
    const stage = (repository: TestRepository, text: string) => {
      repository.write('guides/trees.mdx', text);
      repository.git('add', 'guides/trees.mdx');
    };

    it('and linted no more', async () => {
      const [repository, folder] = [dirty(), emptyFolder()];
      stage(repository, `${drifted}\n## Once\n`);
      await run(repository, folder);
      repository.git('commit', '--quiet', '--message', 'Once');
      await run(repository, folder);
      stage(repository, `# Trees\n\nThree words more.\n${drifted.slice('# Trees\n'.length)}\n## Once\n`);
      const first = await run(repository, folder);
      expect(first.report).toBe((await run(repository)).report);
      repository.git('commit', '--quiet', '--message', 'Twice');
      stage(repository, `# Trees\n\nThree words and more.\n${drifted.slice('# Trees\n'.length)}\n## Once\n`);
      expect(await run(repository, folder)).toEqual({ linted: 0, report: (await run(repository)).report });
      repository.git('commit', '--quiet', '--message', 'Thrice');
      stage(repository, `# Trees\n\nNo words.\n${drifted.slice('# Trees\n'.length)}\n## Once\n`);
      expect(await run(repository, folder)).toEqual({ linted: 0, report: (await run(repository)).report });
    });

    it('but not over more than words, nor beside a baseline', async () => {
      const [repository, folder] = [dirty(), emptyFolder()];
      stage(repository, `${drifted}\nWords.\n`);
      await run(repository, folder);
      repository.git('commit', '--quiet', '--message', 'Once');
      stage(repository, `${drifted}\nWords.\n\nCall \`GET /orchards\`.\n`);
      expect(await run(repository, folder)).toEqual({ linted: 1, report: (await run(repository)).report });
      repository.write('specwins-baseline.json', '{ "version": 1, "findings": [] }\n');
      repository.git('add', 'specwins-baseline.json');
      await run(repository, folder);
      repository.git('commit', '--quiet', '--message', 'Twice');
      stage(repository, `${drifted}\nMore words.\n\nCall \`GET /orchards\`.\n`);
      expect(await run(repository, folder)).toEqual({ linted: 1, report: (await run(repository)).report });
    });
  });

  it('is forgotten some commits later', async () => {
    const [repository, folder] = [writeRepository(), emptyFolder()];
    for (let round = 0; round < 12; round++) {
      repository.write('guides/trees.mdx', `${drifted}\n## Round ${round}\n`);
      repository.git('add', '--all');
      await run(repository, folder);
    }
    // Eight before the last one, each of three parts.
    expect(filesOf(folder, 'run-').length).toBeLessThanOrEqual(9 * 3);
  });
});
