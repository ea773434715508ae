import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../../bench/corpora.ts';
import { openCache } from '../../src/cache/open-cache.ts';
import type { LintOptions } from '../../src/config/config.ts';
import { lint } from '../../src/lint.ts';
import { lintReport } from '../../src/lint-report.ts';
import { writeOrchard } from '../cli/orchard.ts';
import { emptyFolder, filesOf } from './open-site.ts';

interface Run {
  readonly report: string;
  /** Whether nothing was read, since an earlier run is known. */
  readonly recalled: boolean;
}

/** One run of a process of its own: nothing but the folder of the cache outlives it. */
async function run(
  options: LintOptions,
  folder: string,
  { byState = true, version = '1', now }: { byState?: boolean; version?: string; now?: () => number } = {},
): Promise<Run> {
  const cache = openCache({ folder, byState, version, ...(now && { now }) });
  let recalled = false;
  const observer = {
    begin: () => () => undefined,
    page: () => undefined,
    rule: <Result>(_: string, work: () => Result) => work(),
    recalled: () => {
      recalled = true;
    },
  };
  const { report } = await lintReport(options, { cache, observer });
  return { report: JSON.stringify(report), recalled };
}

async function fresh(options: LintOptions): Promise<string> {
  return JSON.stringify((await lint(options)).report);
}

describe('a run over files that an earlier one has seen', () => {
  it.each([true, false])('reports what that one found, and reads nothing (by state: %s)', async (byState) => {
    const [cwd, folder] = [writeOrchard(), emptyFolder()];
    const first = await run({ cwd }, folder, { byState });
    const second = await run({ cwd }, folder, { byState });
    expect([first.recalled, second.recalled]).toEqual([false, true]);
    expect(second.report).toBe(first.report);
    expect(second.report).toBe(await fresh({ cwd }));
  });

  it('reports on the files that it is asked for, whichever those of the earlier one were', async () => {
    const cwd = writeOrchard({ 'guides/more.mdx': '# More\n\nCall `GET /tree` or `GET /harvest`.\n' });
    const folder = emptyFolder();
    await run({ cwd, paths: ['guides/more.mdx'] }, folder);
    for (const paths of [[], ['guides/harvests.mdx'], ['guides/more.mdx', 'guides/harvests.mdx'], ['openapi.yaml']]) {
      const again = await run({ cwd, paths }, folder);
      expect(again).toEqual({ recalled: true, report: await fresh({ cwd, paths }) });
    }
  });

  it('holds it against the baseline of now', async () => {
    const [cwd, folder] = [
      writeOrchard({
        'known.json': '{"version":1,"findings":[]}',
        'specwins.config.yaml': 'specs:\n  orchard: openapi.yaml\n',
      }),
      emptyFolder(),
    ];
    await run({ cwd, baseline: 'known.json' }, folder);
    writeFileSync(
      join(cwd, 'known.json'),
      '{"version":1,"findings":[{"rule":"a","file":"guides/harvests.mdx","message":"b","fingerprint":"c"}]}',
    );
    const again = await run({ cwd, baseline: 'known.json' }, folder);
    expect(again).toEqual({ recalled: true, report: await fresh({ cwd, baseline: 'known.json' }) });
    expect(again.report).toContain('no longer found');
  });
});

describe('a run reads anew where', () => {
  const changes: Readonly<Record<string, (cwd: string) => void>> = {
    'a page was changed': (cwd) => appendFileSync(join(cwd, 'guides/harvests.mdx'), '\nCall `GET /tree`.\n'),
    'a page was changed and has the time and the size of before': (cwd) => {
      const file = join(cwd, 'guides/harvests.mdx');
      writeFileSync(file, readFileSync(file, 'utf8').replace('#', '*'));
      utimesSync(file, 1000, 1000);
    },
    'a page was added': (cwd) => writeFileSync(join(cwd, 'guides/new.mdx'), '# New\n\nCall `GET /tree`.\n'),
    'a page was removed': (cwd) => rmSync(join(cwd, 'guides/linked.mdx')),
    'a page was renamed': (cwd) => renameSync(join(cwd, 'guides/linked.mdx'), join(cwd, 'guides/renamed.mdx')),
    'the spec was changed': (cwd) => appendFileSync(join(cwd, 'openapi.yaml'), '\nx-more: true\n'),
    'a spec was added': (cwd) => writeFileSync(join(cwd, 'more.yaml'), readFileSync(join(cwd, 'openapi.yaml'), 'utf8')),
    'a configuration was added': (cwd) =>
      writeFileSync(join(cwd, 'specwins.config.yaml'), 'rules:\n  unknown-path: warn\n'),
    'a picture has come to be': (cwd) => {
      mkdirSync(join(cwd, 'guides/images'));
      writeFileSync(join(cwd, 'guides/images/tree.png'), 'x');
    },
    'a folder has come to be ignored': (cwd) => writeFileSync(join(cwd, '.gitignore'), 'guides/images/\n'),
  };

  it.each(Object.entries(changes))('%s', async (_, change) => {
    const cwd = writeOrchard({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'guides/linked.mdx': '# Linked\n\nSee [harvests](./harvests.mdx) and [a tree](./images/tree.png).\n',
    });
    const folder = emptyFolder();
    utimesSync(join(cwd, 'guides/harvests.mdx'), 1000, 1000);
    await run({ cwd }, folder);
    change(cwd);
    expect(await run({ cwd }, folder)).toEqual({ recalled: false, report: await fresh({ cwd }) });
    expect(await run({ cwd }, folder)).toEqual({ recalled: true, report: await fresh({ cwd }) });
  });

  it.each([
    ['another option was given', { engine: 'reference' as const }],
    ['the caller knows another text of a page', { texts: new Map() }],
    ['more is wanted than the report', { review: true }],
  ])('%s', async (_, more: LintOptions) => {
    const [cwd, folder] = [writeOrchard(), emptyFolder()];
    await run({ cwd }, folder);
    expect((await run({ cwd, ...more }, folder)).recalled).toBe(false);
  });

  it('another version wrote it', async () => {
    const [cwd, folder] = [writeOrchard(), emptyFolder()];
    await run({ cwd }, folder);
    expect((await run({ cwd }, folder, { version: '2' })).recalled).toBe(false);
  });

  it.each(['asked', 'found'])('the part `%s` is broken or gone', async (part) => {
    const [cwd, folder] = [writeOrchard(), emptyFolder()];
    await run({ cwd }, folder);
    const [file = ''] = filesOf(folder, 'run-').filter((each) => each.endsWith(part));
    const text = readFileSync(file, 'latin1');
    for (const broken of [text.slice(0, -5), text.replace(/\d(?=[^\n]*$)/, '7'), '']) {
      writeFileSync(file, broken, 'latin1');
      const again = await run({ cwd }, folder);
      expect(again).toEqual({ recalled: broken === text, report: await fresh({ cwd }) });
    }
    rmSync(file);
    expect((await run({ cwd }, folder)).recalled).toBe(false);
    expect(existsSync(file)).toBe(true);
  });

  it('two runs wrote at one time, and the parts are of one each', async () => {
    const [cwd, folder] = [writeOrchard(), emptyFolder()];
    await run({ cwd }, folder);
    const [found = ''] = filesOf(folder, 'run-').filter((each) => each.endsWith('.found'));
    const other = readFileSync(found);
    appendFileSync(join(cwd, 'guides/harvests.mdx'), '\nCall `GET /tree`.\n');
    await run({ cwd }, folder);
    writeFileSync(found, other);
    expect(await run({ cwd }, folder)).toEqual({ recalled: false, report: await fresh({ cwd }) });
  });
});

it('keeps nothing of a run that rests on code of the user', async () => {
  const cwd = writeOrchard({
    'specwins.config.yaml': 'plugins: [own.mjs]\n',
    'own.mjs': 'export default { id: "own-none", summary: "Nothing.", severity: "info", messages: {}, page() {} };\n',
  });
  const folder = emptyFolder();
  await run({ cwd }, folder);
  expect((await run({ cwd }, folder)).recalled).toBe(false);
  expect(filesOf(folder, 'run-')).toEqual([]);
});

it('keeps no secret', async () => {
  const secret = ['sk_live_', 'q7Rk2WvXnPlT5hJdZ8cMfY3b'].join('');
  const cwd = writeOrchard({ 'guides/keys.mdx': `# Keys\n\nUse \`${secret}\`.\n` });
  const folder = emptyFolder();
  const { report } = await run({ cwd }, folder);
  expect(report).toContain('"rule":"secret"');
  expect(filesOf(folder).filter((file) => readFileSync(file, 'utf8').includes(secret))).toEqual([]);
  expect((await run({ cwd }, folder)).recalled).toBe(true);
});

it.skipIf(!hasShared).each(corpora)(
  'recalls a run over $name (skipped where the corpora are absent)',
  async ({ options }) => {
    const folder = emptyFolder();
    const first = await run(options, folder);
    expect(await run(options, folder)).toEqual({ ...first, recalled: true });
  },
  240_000,
);
