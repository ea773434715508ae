import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import schema from '../../src/config/schema.json' with { type: 'json' };
import { lint } from '../../src/lint.ts';
import { isFormat } from '../../src/report/index.ts';
import { version } from '../../src/version.ts';
import { writeProject } from '../project.ts';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const configName = 'specwins.config.yaml';

describe('init --yes', () => {
  it.each([
    ['drift/docusaurus-site', 'docusaurus'],
    ['drift/fumadocs-site', 'fumadocs'],
    ['drift/mintlify-site', 'mintlify'],
    ['drift/mkdocs-site', 'mkdocs'],
    ['drift/nextra-site', 'nextra'],
    ['drift/starlight-site', 'starlight'],
    ['drift/vitepress-site', 'vitepress'],
    ['drift/plain-site', 'github'],
    ['clean/two-specs', undefined],
    ['demo', 'fumadocs'],
  ])('states what a run of %s finds out by itself', async (fixture, framework) => {
    const cwd = copy(fixture);
    const before = await lint({ cwd });
    const { code, stdout, stderr } = await runCli(['init', '--yes'], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Wrote \`${configName}\`.\nNext: \`npx specwins\`\n`);
    const after = await lint({ cwd });
    expect(after.report).toEqual(before.report);
    expect(after.config.file).toBe(configName);
    if (framework !== undefined) expect(configIn(cwd)).toMatchObject({ docs: { framework } });
  });

  it('leaves nothing beside the file, and says the same twice', async () => {
    const cwd = writeOrchard();
    await runCli(['init', '--yes'], cwd);
    const text = textIn(cwd);
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml', configName]);
    await runCli(['init', '--yes', '--force'], cwd);
    expect(textIn(cwd)).toBe(text);
  });

  it('shows every key of the schema, with examples that are valid', async () => {
    const cwd = writeOrchard();
    await runCli(['init', '--yes'], cwd);
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    expect(keys.filter((key) => !new RegExp(`^(?:# )?${key}:`, 'm').test(textIn(cwd)))).toEqual([]);
    const [, text = ''] = textIn(cwd).split('is an example.\n');
    const uncommented = text.replace(/^( *)# (?=\s*(?:- )?[\w$'<{-]+:(?: |$))/gm, '$1');
    writeFileSync(
      join(cwd, configName),
      uncommented.replace(/^(?:baseline|cli|guards|mcp|plugins):(?: .*|\n.*)\n/gm, ''),
    );
    expect(Object.keys(configIn(cwd))).toContain('overrides');
    expect(await runCli([], cwd)).toMatchObject({ stderr: '' });
  });

  it('states the server that a variable of the guides stands for, where there is one', async () => {
    const call = 'curl $ORCHARD/orchards\n```\n\n```sh\ncurl $ORCHARD/orchards\n';
    const cwd = writeOrchard({ 'guides/trees.mdx': `# Trees\n\n\`\`\`sh\n${call}\`\`\`\n` });
    await runCli(['init', '--yes'], cwd);
    expect(configIn(cwd)).toMatchObject({
      specs: { openapi: { hosts: { $ORCHARD: 'https://api.orchard.example/v2' } } },
    });
  });

  it('only shows which of several servers a variable may stand for', async () => {
    const cwd = copy('drift/platform-management-api');
    rmSync(join(cwd, configName));
    await runCli(['init', '--yes'], cwd);
    expect(textIn(cwd)).toContain('    #   $CP: https://api.molecule.example\n');
    expect(textIn(cwd)).toContain('    #   $TENANT: https://{org}.molecule.example\n');
    expect(textIn(cwd)).toContain('#   molctl: spec/molctl.json\n');
    expect(textIn(cwd)).toContain('# mcp: { tools: spec/mcp-tools.json }\n');
  });

  it('keeps a configuration that is there, whatever its ending', async () => {
    const cwd = writeOrchard({ 'specwins.config.json': '{}' });
    const { code, stderr } = await runCli(['init', '--yes'], cwd);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('`specwins.config.json`') });
    expect(await runCli(['init', '--yes', '--force'], cwd)).toMatchObject({ code: 2 });
    expect(existsSync(join(cwd, configName))).toBe(false);
  });

  it('prints instead of writing with --dry-run', async () => {
    const cwd = writeOrchard();
    const { code, stdout } = await runCli(['init', '--dry-run', '--workflow', '--hook'], cwd);
    expect(code).toBe(0);
    for (const name of [configName, '.github/workflows/specwins.yml', '.pre-commit-config.yaml']) {
      expect(stdout).toContain(`# ${name}\n`);
    }
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml']);
  });

  it('waits for a spec where there is none, and tells of a broken one', async () => {
    const bare = writeProject({ 'guides/trees.md': '# Trees\n' });
    expect(await runCli(['init', '--yes'], bare)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Before a run can be done: There is no OpenAPI description'),
    });
    const broken = writeOrchard({ 'openapi.yaml': 'openapi: 3.1.0\npaths: [' });
    const { code, stdout } = await runCli(['init', '--yes'], broken);
    expect(code).toBe(0);
    expect(stdout).toContain('Note: ');
    expect(configIn(broken)).toMatchObject({ specs: { openapi: { path: 'openapi.yaml' } } });
  });

  it('leaves the choice to a person where there are too many specs', async () => {
    const spec = readFileSync(join(writeOrchard(), 'openapi.yaml'), 'utf8');
    const many = Array.from({ length: 13 }, (_, index) => [`specs/harvest-${index}.yaml`, spec]);
    const cwd = writeProject({ 'docs/trees.md': '# Trees\n', ...Object.fromEntries(many) });
    const { code, stdout } = await runCli(['init', '--yes'], cwd);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Before a run can be done: ') });
    expect(textIn(cwd)).toContain('#   harvest-12:\n#     path: specs/harvest-12.yaml\n');
  });

  it('says why nothing could be written', async () => {
    const cwd = writeOrchard();
    mkdirSync(join(cwd, configName));
    const { code, stderr } = await runCli(['init', '--yes', '--force'], cwd);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Cannot write') });
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml', configName]);
  });

  it.each([[['--framework', 'docusarus']], [['--spec', 'a.yaml', '--spek']]])('refuses %j', async (more) => {
    expect(await runCli(['init', '--yes', ...more], writeOrchard())).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('init at a terminal', () => {
  it('asks which of several specs is meant, and which server a variable is', async () => {
    const cwd = copy('drift/platform-management-api');
    rmSync(join(cwd, configName));
    cpSync(join(fixtures, 'demo/openapi.yaml'), join(cwd, 'other/openapi.yaml'));
    const questions: string[] = [];
    const code = await initAsked(cwd, {
      pick: async (question, choices) => {
        questions.push(question);
        return choices.filter(({ label }) => label === 'management').map(({ value }) => value);
      },
      choose: async (question, choices) => {
        questions.push(question);
        return choices.find(({ value }) => value === 'fumadocs')?.value ?? choices[0]?.value;
      },
    });
    expect(code).toBe(0);
    expect(questions).toEqual([
      'What renders the docs? Their files do not say.',
      'Which specs do the guides speak of?',
      expect.stringMatching(/^Which server is `\$CP`\? \d+ calls go there\.$/),
      expect.stringMatching(/^Which server is `\$TENANT`\?/),
      'Hold calls of `molctl` against their manifest too?',
    ]);
    expect(configIn(cwd)).toMatchObject({
      docs: { framework: 'fumadocs' },
      specs: {
        management: { hosts: { $CP: 'https://api.molecule.example', $TENANT: 'https://{org}.molecule.example' } },
      },
      cli: { molctl: 'spec/molctl.json' },
    });
    expect(await runCli([], cwd)).toMatchObject({ stderr: '' });
  });

  it('asks nothing that it knows, and nothing with --yes', async () => {
    const nobody = { pick: asks, choose: asks };
    expect(await initAsked(copy('demo'), nobody)).toBe(0);
    const cwd = writeOrchard({ 'more/other.yaml': readFileSync(join(writeOrchard(), 'openapi.yaml'), 'utf8') });
    expect(await initAsked(cwd, nobody, ['--yes'])).toBe(0);
  });

  it('writes nothing where the person walks away', async () => {
    const cwd = writeOrchard({ 'more/other.yaml': readFileSync(join(writeOrchard(), 'openapi.yaml'), 'utf8') });
    expect(await initAsked(cwd, { pick: async () => undefined, choose: async () => 'unknown' })).toBe(130);
    expect(existsSync(join(cwd, configName))).toBe(false);
  });
});

describe('init --workflow', () => {
  it('takes the versions that the repository pins, and formats that there are', async () => {
    const pinned = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';
    const cwd = writeOrchard({
      '.git/HEAD': '',
      '.github/workflows/ci.yml': `jobs: { test: { steps: [ ] } }\n#\n      - uses: ${pinned}\n`,
    });
    await runCli(['init', '--yes', '--workflow'], cwd);
    const text = readFileSync(join(cwd, '.github/workflows/specwins.yml'), 'utf8');
    expect(text).toContain(`- uses: ${pinned}\n`);
    expect(text).toContain('- uses: actions/setup-node@v6\n');
    expect(parse(text)).toMatchObject({ permissions: { contents: 'read' }, jobs: { specwins: {} } });
    for (const [, format = ''] of text.matchAll(/--format (\S+)/g)) expect(isFormat(format)).toBe(true);
  });

  it('stands at the top of the repository and runs where the docs are', async () => {
    const top = writeProject({
      '.git/HEAD': '',
      'site/package.json': '{ "devDependencies": { "specwins": "^0.1.0" } }',
      'site/package-lock.json': '{}',
    });
    cpSync(writeOrchard(), join(top, 'site'), { recursive: true });
    await runCli(['init', '--yes', '--workflow'], join(top, 'site'));
    const text = readFileSync(join(top, '.github/workflows/specwins.yml'), 'utf8');
    expect(text).toContain('- run: npm ci\n        working-directory: site\n');
    expect(text).toContain('npx --no-install specwins');
  });

  it.each([
    ['package.json', 'package-lock.json', '- run: npm ci\n      - run: npx --no-install specwins --changed'],
    ['package.json', 'pnpm-lock.yaml', `node-version: 22\n      - run: npx --yes specwins@${version} --changed`],
    [
      'site/package.json',
      'package-lock.json',
      `node-version: 22\n      - run: npx --yes specwins@${version} --changed`,
    ],
  ])('installs what %s states only where %s lies with it', async (manifest, lock, steps) => {
    const top = writeProject({
      '.git/HEAD': '',
      [manifest]: '{ "devDependencies": { "specwins": "^0.1.0" } }',
      [lock]: '{}',
    });
    cpSync(writeOrchard(), join(top, 'site'), { recursive: true });
    await runCli(['init', '--yes', '--workflow'], join(top, 'site'));
    const text = readFileSync(join(top, '.github/workflows/specwins.yml'), 'utf8');
    expect(text).toContain(`${steps} --format github\n        working-directory: site\n`);
  });

  it('keeps one that is there, and writes nothing else then', async () => {
    const cwd = writeOrchard({ '.github/workflows/specwins.yml': 'name: mine\n' });
    expect(await runCli(['init', '--yes', '--workflow'], cwd)).toMatchObject({ code: 2 });
    expect(existsSync(join(cwd, configName))).toBe(false);
  });

  it('can be added to a site that has a configuration', async () => {
    const cwd = writeOrchard({ [configName]: '# mine\n' });
    expect(await runCli(['init', '--workflow'], cwd)).toMatchObject({ code: 0 });
    expect(textIn(cwd)).toBe('# mine\n');
  });
});

describe('init --hook', () => {
  it('adds to .pre-commit-config.yaml and keeps its comments', async () => {
    const own =
      '# ours\nrepos:\n  # first\n  - repo: https://orchard.example/hooks # pinned\n    rev: v1\n    hooks: [{ id: prune }]\n';
    const cwd = writeOrchard({ '.pre-commit-config.yaml': own });
    await runCli(['init', '--yes', '--hook'], cwd);
    const text = readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8');
    for (const comment of ['# ours', '# first', '# pinned']) expect(text).toContain(comment);
    expect(parse(text)).toMatchObject({ repos: [{ rev: 'v1' }, { repo: 'local', hooks: [{ id: 'specwins' }] }] });
    expect(await runCli(['init', '--hook'], cwd)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The hook is there already.'),
    });
    expect(readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8')).toBe(text);
  });

  it('uses lefthook or husky where the repository does', async () => {
    const lefthook = writeOrchard({ 'lefthook.yml': '# ours\npre-commit:\n  commands:\n    prune: { run: prune }\n' });
    await runCli(['init', '--yes', '--hook'], lefthook);
    const text = readFileSync(join(lefthook, 'lefthook.yml'), 'utf8');
    expect(text).toContain('# ours');
    expect(parse(text)).toMatchObject({
      'pre-commit': { commands: { prune: {}, specwins: { run: expect.stringContaining('specwins') } } },
    });
    const husky = writeOrchard({ '.husky/pre-commit': 'npm test' });
    await runCli(['init', '--yes', '--hook'], husky);
    expect(readFileSync(join(husky, '.husky/pre-commit'), 'utf8')).toMatch(/^npm test\nnpx .*specwins.*\n$/);
    const fresh = writeOrchard({ '.husky/_/husky.sh': '' });
    await runCli(['init', '--yes', '--hook'], fresh);
    expect(statSync(join(fresh, '.husky/pre-commit')).mode & 0o111).not.toBe(0);
  });

  it('says what makes git call it', async () => {
    const said = async (files: Readonly<Record<string, string>>) =>
      (await runCli(['init', '--yes', '--hook'], writeOrchard(files))).stdout;
    expect(await said({})).toContain('`pre-commit install` makes git call the hook, once in each clone.\nNext: ');
    expect(await said({ 'lefthook.yml': '' })).toContain('`lefthook install` makes git call the hook');
    expect(await said({ '.husky/pre-commit': '' })).not.toContain('makes git call');
  });

  it.each([['repos: [\n'], ['repos: none\n'], ['- repo: local\n']])(
    'writes nothing at all beside a file that it cannot add to: %j',
    async (text) => {
      const cwd = writeOrchard({ '.pre-commit-config.yaml': text });
      const { code, stderr } = await runCli(['init', '--yes', '--hook'], cwd);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('No hook can be added') });
      expect(existsSync(join(cwd, configName))).toBe(false);
      expect(readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8')).toBe(text);
    },
  );
});

type Io = Parameters<typeof main>[1];

function asks(): never {
  throw new Error('it asked');
}

function initAsked(cwd: string, asker: NonNullable<Io['asker']>, more: readonly string[] = []): Promise<number> {
  const silent = { write: () => undefined };
  return main(['init', ...more], { cwd, env: {}, stdout: silent, stderr: silent, asker });
}

function copy(fixture: string): string {
  const cwd = writeProject({});
  cpSync(join(fixtures, fixture), cwd, { recursive: true });
  return cwd;
}

function textIn(cwd: string): string {
  return readFileSync(join(cwd, configName), 'utf8');
}

function configIn(cwd: string): object {
  return parse(textIn(cwd));
}
