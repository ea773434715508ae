import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { UserError } from '../../src/errors.ts';
import { spec, writeProject } from '../discover/temporary-project.ts';

const base = { 'docs/trees.md': '# Trees', 'openapi.yaml': spec };

function withYaml(text: string, more: Readonly<Record<string, string>> = {}): string {
  return writeProject({ ...base, ...more, 'specwins.config.yaml': text });
}

async function failure(cwd: string, options: Parameters<typeof loadConfig>[0] = {}): Promise<UserError> {
  const ruleIds = ['unknown-path', 'wrong-method'];
  const error = await loadConfig({ cwd, ...options }, { ruleIds }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error;
  throw new Error('No UserError was thrown.', { cause: error });
}

describe('loadConfig without a file', () => {
  it('discovers docs and specs', async () => {
    const cwd = writeProject(base);
    const config = await loadConfig({ cwd });
    expect(config.file).toBeUndefined();
    expect(config.docs.map((root) => root.root)).toEqual([join(cwd, 'docs')]);
    expect(config.specs).toMatchObject([
      { name: 'openapi', kind: 'file', location: join(cwd, 'openapi.yaml'), discovered: true },
    ]);
    expect(config.engine).toBe('fast');
  });

  it('refuses a framework nobody knows', async () => {
    const error = await failure(writeProject(base), { framework: 'fumadoc' });
    expect([error.code, error.message]).toEqual(['usage', 'There is no framework `fumadoc`; did you mean `fumadocs`?']);
    expect((await failure(writeProject(base), { framework: 'unknown' })).message).toBe(
      'There is no framework `unknown`.',
    );
  });

  it('says so when there is no spec', async () => {
    expect((await failure(writeProject({ 'docs/trees.md': '' }))).code).toBe('no-spec');
  });
});

describe('loadConfig with a file', () => {
  it('knows MCP servers by their list or their command, and needs no spec beside them', async () => {
    const page = { 'docs/trees.md': '# Trees' };
    const servers = async (mcp: string) => {
      const cwd = writeProject({ ...page, 'config/specwins.config.yaml': `docs: { root: ../docs }\nmcp: ${mcp}\n` });
      const config = await loadConfig({ cwd, config: 'config/specwins.config.yaml' });
      expect(config.specs).toEqual([]);
      return [cwd, config.mcp] as const;
    };
    const [cwd, single] = await servers('{ tools: mcp-tools.json }');
    expect(single).toEqual([{ kind: 'file', location: join(cwd, 'config/mcp-tools.json') }]);
    const [other, several] = await servers(
      '{ orchard: { command: node server.js }, cellar: { command: [my server, -v] } }',
    );
    expect(several).toEqual([
      { name: 'orchard', kind: 'command', command: ['node', 'server.js'], folder: join(other, 'config') },
      { name: 'cellar', kind: 'command', command: ['my server', '-v'], folder: join(other, 'config') },
    ]);
    expect((await loadConfig({ cwd: writeProject(base) })).mcp).toEqual([]);
  });

  it('accepts everything the manual shows', async () => {
    const cwd = withYaml(
      `
$schema: ./schema.json
docs:
  root: content/docs
  baseUrl: docs/
  framework: fumadocs
  include: ['**/*.{md,mdx}']
  exclude: ['**/changelog/**']
specs:
  management:
    path: spec/management.yaml
    hosts:
      $CP: https://api.orchard.example
  tenant: spec/tenant.yaml
  remote: { url: https://orchard.example/openapi.json, headers: { Authorization: ORCHARD_TOKEN }, optional: true }
  main: { git: 'main:spec/management.yaml' }
credentials:
  orgApiKey: { names: ['Org API Key'], values: ['$ORG_API_KEY'] }
guards:
  WorkspaceAuth: [orgApiKey]
mcp: { tools: spec/mcp-tools.json }
cli: { orchardctl: spec/cli.json }
hedges: ['verify against handler']
rules: { unknown-path: warn, wrong-method: off }
overrides: [{ files: ['content/docs/legacy/**'], rules: { unknown-path: off } }]
components: { Call: { method: verb, path: [route, path] }, Line: { pathInChildren: true } }
engine: reference
`,
      { 'content/docs/index.mdx': '' },
    );
    const config = await loadConfig({ cwd }, { ruleIds: ['unknown-path', 'wrong-method'] });
    expect(config).toMatchObject({
      file: 'specwins.config.yaml',
      docs: [
        { root: join(cwd, 'content/docs'), baseUrl: '/docs', framework: 'fumadocs', exclude: ['**/changelog/**'] },
      ],
      programs: [{ name: 'orchardctl', location: join(cwd, 'spec/cli.json') }],
      rules: { 'unknown-path': 'warning', 'wrong-method': 'off' },
      overrides: [{ files: ['content/docs/legacy/**'], rules: { 'unknown-path': 'off' } }],
      components: { Call: { method: ['verb'], path: ['route', 'path'] }, Line: { pathInChildren: true } },
      engine: 'reference',
    });
    expect(config.components.Line).toEqual({ pathInChildren: true });
    expect(config.specs).toEqual([
      expect.objectContaining({
        name: 'management',
        kind: 'file',
        location: join(cwd, 'spec/management.yaml'),
        hosts: { $CP: 'https://api.orchard.example' },
      }),
      expect.objectContaining({ name: 'tenant', kind: 'file', location: join(cwd, 'spec/tenant.yaml') }),
      expect.objectContaining({
        name: 'remote',
        kind: 'url',
        optional: true,
        headers: { Authorization: 'ORCHARD_TOKEN' },
      }),
      expect.objectContaining({ name: 'main', kind: 'git', location: 'git:main:spec/management.yaml' }),
    ]);
  });

  it('is found upwards, and its paths are relative to it', async () => {
    const top = withYaml('specs: { orchard: openapi.yaml }\n');
    const config = await loadConfig({ cwd: join(top, 'docs') });
    expect(config.file).toBe('../specwins.config.yaml');
    expect(config.specs[0]?.location).toBe(join(top, 'openapi.yaml'));
    expect(config.docs.map((root) => relative(top, root.root))).toEqual(['docs']);
  });

  it('is not searched beyond the repository', async () => {
    const top = withYaml('specs: { orchard: openapi.yaml }\n', {
      'inner/.git/HEAD': '',
      'inner/a.md': '',
      'inner/b.yaml': spec,
    });
    expect((await loadConfig({ cwd: join(top, 'inner') })).file).toBeUndefined();
  });

  it('may be empty, and may be JSON with comments and a last comma', async () => {
    expect((await loadConfig({ cwd: withYaml('') })).rules).toEqual({});
    expect((await loadConfig({ cwd: withYaml('# nothing yet\n') })).rules).toEqual({});
    const cwd = writeProject({
      ...base,
      'specwins.config.jsonc': '{\n  // strict\n  "rules": { "unknown-path": "info", },\n}\n',
    });
    expect((await loadConfig({ cwd })).rules).toEqual({ 'unknown-path': 'info' });
    expect((await loadConfig({ cwd: writeProject({ ...base, 'specwins.config.json': '' }) })).rules).toEqual({});
  });

  it('takes a list of docs roots, and detects what they do not say', async () => {
    const cwd = withYaml('docs: [{ root: docs }, { root: site/content/docs, baseUrl: / }]\n', {
      'site/source.config.ts': '',
      'site/content/docs/index.mdx': '',
    });
    const { docs } = await loadConfig({ cwd });
    expect(docs.map((root) => [root.framework, relative(cwd, root.project), root.baseUrl])).toEqual([
      ['github', '', ''],
      ['fumadocs', 'site', ''],
    ]);
  });
});

describe('components that state fields', () => {
  it('take one attribute name as a list of one, and keep what says where a field stands', async () => {
    const cwd = withYaml(`
components:
  Entry: { method: verb, field: { name: { sends: request, asks: query }, type: kind, required: [must, needed] } }
`);
    const { components } = await loadConfig({ cwd });
    expect(components.Entry).toEqual({
      method: ['verb'],
      field: { name: { sends: 'request', asks: 'query' }, type: ['kind'], required: ['must', 'needed'] },
    });
  });
});

describe('loadConfig and --spec', () => {
  it('replaces the configured specs but keeps the hosts of one with the same name or path', async () => {
    const cwd = withYaml(`
specs:
  management: { path: openapi.yaml, hosts: { $CP: https://cp.example } }
  tenant: { path: tenant.yaml, hosts: { $T: https://t.example } }
`);
    const { specs } = await loadConfig({
      cwd,
      specs: [
        'management=next.yaml',
        'tenant.yaml',
        'https://orchard.example/api.json?v=2',
        'git:main:spec/api.yaml',
        './api.yaml',
      ],
    });
    expect(specs.map((source) => [source.name, source.kind, source.hosts])).toEqual([
      ['management', 'file', { $CP: 'https://cp.example' }],
      ['tenant', 'file', { $T: 'https://t.example' }],
      ['api', 'url', {}],
      ['api-2', 'git', {}],
      ['api-3', 'file', {}],
    ]);
  });
});

describe('a configuration that cannot be meant', () => {
  it.each([
    ['speks: {}\n', '`speks` is no key of specwins.config.yaml, line 1, column 1; did you mean `specs`?'],
    ['engine: fast\nzzz: 1\n', '`zzz` is no key of specwins.config.yaml, line 2, column 1.'],
    [
      'docs:\n  root: docs\n  includes: []\n',
      '`includes` is no key of `docs`, in specwins.config.yaml, line 3, column 3; did you mean `include`?',
    ],
    [
      'docs: { root: docs, framework: nextrajs }\n',
      '`docs.framework` cannot be `nextrajs`, in specwins.config.yaml, line 1, column 32; did you mean `nextra`?',
    ],
    [
      'rules:\n  unknown-paths: warn\n',
      'There is no rule `unknown-paths`, in specwins.config.yaml, line 2, column 3; did you mean `unknown-path`?',
    ],
    [
      'overrides:\n  - files: [a]\n    rules: { moon: off }\n',
      'There is no rule `moon`, in specwins.config.yaml, line 3, column 14.',
    ],
    [
      'rules: { unknown-path: warning }\n',
      '`rules.unknown-path` cannot be `warning`, in specwins.config.yaml, line 1, column 24; did you mean `warn`?',
    ],
    [
      'specs: { a: {} }\n',
      '`specs.a` must have exactly one of `path`, `url` and `git`, in specwins.config.yaml, line 1, column 10.',
    ],
    [
      'specs: { a: { path: x, url: y } }\n',
      '`specs.a` must have exactly one of `path`, `url` and `git`, in specwins.config.yaml, line 1, column 10.',
    ],
    ['specs: { a: 3 }\n', '`specs.a` must be a string or a mapping, in specwins.config.yaml, line 1, column 13.'],
    ['specs: [openapi.yaml]\n', '`specs` must be a mapping, in specwins.config.yaml, line 1, column 8.'],
    ['overrides: [{ files: [a] }]\n', '`overrides.0` has no `rules`, in specwins.config.yaml, line 1, column 13.'],
    [
      'components: { Entry: { field: { name: { sends: body } } } }\n',
      '`components.Entry.field.name.sends` cannot be `body`, in specwins.config.yaml, line 1, column 48.',
    ],
    [
      'components: { Entry: { field: { type: kind } } }\n',
      '`components.Entry.field` has no `name`, in specwins.config.yaml, line 1, column 31.',
    ],
    [
      'components: { Entry: { field: { name: {} } } }\n',
      '`components.Entry.field.name` is empty, in specwins.config.yaml, line 1, column 39.',
    ],
    ['hedges: [ask Ana, "  "]\n', '`hedges.1` is empty, in specwins.config.yaml, line 1, column 19.'],
    ['hedges: TBD\n', '`hedges` must be a list, in specwins.config.yaml, line 1, column 9.'],
    ['- docs\n', 'The configuration must be a mapping, in specwins.config.yaml, line 1, column 1.'],
    ['just words\n', 'The configuration must be a mapping, in specwins.config.yaml, line 1, column 1.'],
    ['mcp: {}\n', '`mcp` is empty, in specwins.config.yaml, line 1, column 6.'],
    [
      'mcp: { tool: a.json }\n',
      '`tool` is no key of `mcp`, in specwins.config.yaml, line 1, column 8; did you mean `tools`?',
    ],
    [
      'mcp: { orchard: { commands: node } }\n',
      '`commands` is no key of `mcp.orchard`, in specwins.config.yaml, line 1, column 19; did you mean `command`?',
    ],
    ['mcp: { command: [] }\n', '`mcp.command` is empty, in specwins.config.yaml, line 1, column 17.'],
    ['mcp: { command: 3 }\n', '`mcp.command` must be a string or a list, in specwins.config.yaml, line 1, column 17.'],
    [
      'mcp: { tools: a.json, command: node server.js }\n',
      '`mcp` must have exactly one of `tools` and `command`, in specwins.config.yaml, line 1, column 1.',
    ],
    [
      'mcp: { tools: a.json, orchard: { tools: b.json } }\n',
      '`mcp` has servers by name beside `tools` or `command` of one without, in specwins.config.yaml, line 1, column 1.',
    ],
    [
      'docs: { root: nowhere }\n',
      '`docs.root` names the folder `nowhere`, which is not there, in specwins.config.yaml, line 1, column 15.',
    ],
  ])('%j', async (text, message) => {
    const error = await failure(withYaml(text));
    expect([error.code, error.message]).toEqual(['config-invalid', message]);
  });

  it('says where YAML or JSON is broken', async () => {
    const yaml = await failure(withYaml('docs: [\n  a: b: c\n'));
    expect(yaml.code).toBe('config-invalid');
    expect(yaml.message).toMatch(/^specwins\.config\.yaml, line 2, column \d+ cannot be parsed: /);
    const json = await failure(writeProject({ ...base, 'specwins.config.json': '{\n  "docs": }' }));
    expect(json.message).toBe('specwins.config.json, line 2, column 11 cannot be parsed: value expected.');
    const deep = await failure(writeProject({ ...base, 'specwins.config.json': '['.repeat(50_000) }));
    expect(deep.message).toMatch(/^specwins\.config\.json, line 1, column \d+ cannot be parsed: /);
  });

  it('is never run: what is neither YAML nor JSON is refused', async () => {
    const cwd = writeProject({ ...base, 'specwins.config.ts': 'throw new Error("run")' });
    expect((await failure(cwd, { config: 'specwins.config.ts' })).code).toBe('config-invalid');
    expect((await loadConfig({ cwd })).file).toBeUndefined();
  });

  it('may begin with a byte order mark, and may not name an alias nobody defined', async () => {
    const marked = writeProject({ ...base, 'specwins.config.json': '\uFEFF{ "engine": "reference" }' });
    expect((await loadConfig({ cwd: marked })).engine).toBe('reference');
    expect((await failure(withYaml('rules: *nothing\n'))).code).toBe('config-invalid');
  });

  it('is told when a file that was named is not there, or when there are two', async () => {
    expect((await failure(writeProject(base), { config: 'orchard.yaml' })).code).toBe('config-missing');
    const two = withYaml('', { 'specwins.config.json': '{}' });
    expect((await failure(two)).code).toBe('config-invalid');
  });
});
