import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unpackPackage } from './packed-package.ts';

const root = join(import.meta.dirname, '..', '..');
/** Below `node_modules`, so that the package finds what it depends on as it would where it is installed. */
const folder = mkdtempSync(join(root, 'node_modules', '.specwins-'));
const packed = join(folder, 'node_modules', 'specwins');
const project = join(folder, 'project');

const options = {
  target: 'es2022',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  types: ['node'],
  rootDir: 'examples',
  outDir: 'out',
};

const files = {
  // A repository of its own: that of specwins ignores `node_modules`.
  '.git/HEAD': '',
  'openapi.yaml': `openapi: 3.1.0
info: { title: Orchard API, version: '2' }
servers: [{ url: https://api.orchard.example }]
paths:
  /orchards: { get: { operationId: listOrchards, responses: { '200': { description: All } } } }
  /orchards/{orchardId}/harvests: { get: { operationId: listHarvests, responses: { '200': { description: All } } } }
`,
  'specwins.config.yaml':
    "plugins: ['./rules/house-style.mjs']\nrules: { bare-operation-id: error }\ncomponents: { Operation: { operationId: id } }\n",
  'guides/harvests.mdx': '# Harvests\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n',
  'guides/orchards.mdx': '---\nopenapi: GET /orchards\n---\n\n# Orchards\n\n<Operation id="listOrchards" />\n',
};

beforeAll(() => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  unpackPackage(packed);
  cpSync(join(root, 'fixtures', 'examples'), join(folder, 'examples'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  mkdirSync(join(project, 'rules'));
  cpSync(join(root, 'fixtures', 'examples', 'house-style.mjs'), join(project, 'rules', 'house-style.mjs'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['examples/*.ts'] }),
  );
  // Fails where an example does not fit the types of the package.
  execFileSync(process.execPath, [compiler, '-p', folder], { cwd: folder, encoding: 'utf8' });
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('lints and reads pages by the package, as the example says', () => {
  const said = run(`
    import { lintDocs, listCalls } from './out/lint-docs.js';
    const errors = await lintDocs(${JSON.stringify(project)});
    const calls = await listCalls('a.mdx', 'Call \`GET /orchards\`.');
    console.log(JSON.stringify({ errors, calls }));
  `);
  expect(said).toContain('did you mean `GET /orchards/{orchardId}/harvests`?');
  expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual({
    errors: expect.any(Number),
    calls: ['GET /orchards'],
  });
});

it('gives remark the findings of a page', () => {
  const said = run(`
    import { messagesOf } from './out/lint-with-remark.js';
    const text = '# Harvests\\n\\nCall \`GET /orchards/{orchardId}/harvest\` for the list.\\n';
    console.log(JSON.stringify(await messagesOf('guides/harvests.mdx', text, ${JSON.stringify(project)})));
  `);
  expect(JSON.parse(said)).toEqual([expect.stringContaining('3 unknown-path: No spec describes')]);
});

it('runs an own rule that is made with the package, on the command line too', () => {
  const said = execFileSync(process.execPath, [join(packed, 'bin', 'specwins.js'), 'rules'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(said).toMatch(/^bare-operation-id +warning +A guide names operations by method and path/m);
  const report = execFileSync(
    process.execPath,
    [join(packed, 'bin', 'specwins.js'), '--format', 'json', '--fail-on', 'never'],
    { cwd: project, encoding: 'utf8' },
  );
  expect(JSON.parse(report).findings).toContainEqual(
    expect.objectContaining({
      rule: 'bare-operation-id',
      severity: 'error',
      message: 'Write `GET /orchards` for `listOrchards`.',
      file: 'guides/orchards.mdx',
    }),
  );
});

it('has declarations for all that its exports name', () => {
  const { exports } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const named = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry ?? {}),
  );
  const there = readdirSync(packed, { recursive: true, encoding: 'utf8' }).map(
    (name) => `./${name.replaceAll('\\', '/')}`,
  );
  expect(named.filter((name) => !there.includes(String(name)))).toEqual([]);
});

function run(script: string): string {
  const file = join(folder, `run-${Math.abs(hash(script))}.mjs`);
  writeFileSync(file, script);
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
}

function hash(text: string): number {
  return [...text].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) | 0, 0);
}
