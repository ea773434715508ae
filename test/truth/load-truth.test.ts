import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTruth } from '../../src/truth/load-truth.ts';
import { failureOf, fileSource, keysOf, loadFolder, loadText, operationsOf, writeFolder } from './orchard.ts';

const small = `
openapi: 3.0.3
info: { title: Orchard, version: 1.0 }
paths:
  /trees:
    get: { operationId: listTrees }
`;

describe('what it loads', () => {
  test.each([
    ['Swagger 2.0', 'swagger: "2.0"'],
    ['a Swagger version that is a number', 'swagger: 2.0'],
    ['OpenAPI 3.0', 'openapi: 3.0.4'],
    ['OpenAPI 3.1', 'openapi: 3.1.1'],
    ['OpenAPI 3.2', 'openapi: 3.2.0'],
  ])('reads %s', async (_, version) => {
    const truth = await loadText(`${version}\npaths: { /trees: { get: {} } }`);
    expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  });

  test('reads JSON, with a byte order mark too', async () => {
    const text = `\uFEFF${JSON.stringify({ openapi: '3.1.0', info: { title: 'Orchard' }, paths: { '/trees': { get: {} } } })}`;
    const truth = await loadFolder({ 'orchard.json': text }, 'orchard.json');
    expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  });

  test('keeps title, version and the file relative to the working directory', async () => {
    const truth = await loadFolder({ 'spec/or chard#1.yaml': small }, 'spec/or chard#1.yaml');
    expect(truth.index.specs).toMatchObject([
      { name: 'orchard', file: 'spec/or chard#1.yaml', title: 'Orchard', version: '1' },
    ]);
    expect(operationsOf(truth)[0]?.place.file).toBe('spec/or chard#1.yaml');
  });

  test('is plain data', async () => {
    const { index } = await loadText(small);
    expect(structuredClone(index)).toEqual(JSON.parse(JSON.stringify(index)));
    expect(JSON.parse(JSON.stringify(index))).toStrictEqual(index);
  });

  test('has nothing against a spec without paths, or with webhooks only', async () => {
    const empty = await loadText('openapi: 3.1.0\npaths: {}');
    const bare = await loadText('openapi: 3.0.3\npaths:');
    const webhooks = await loadText('openapi: 3.1.0\nwebhooks: { treeFell: { post: { operationId: onTreeFell } } }');
    for (const truth of [empty, bare, webhooks]) {
      expect(truth.index.specs).toMatchObject([{ paths: [] }]);
      expect(truth.index.operations).toEqual({});
    }
  });

  test('loads several specs in the order given', async () => {
    const cwd = writeFolder({ 'b.yaml': small, 'a.yaml': small });
    const sources = ['b', 'a'].map((name) => fileSource(join(cwd, `${name}.yaml`), { name }));
    const truth = await loadTruth(sources, { cwd });
    expect(truth.index.specs.map((spec) => spec.name)).toEqual(['b', 'a']);
    expect(keysOf(truth)).toEqual(['b GET /trees', 'a GET /trees']);
  });
});

describe('what it cannot use', () => {
  test('says what is missing, and how to name another', async () => {
    const cwd = writeFolder({});
    const error = await failureOf(loadTruth([fileSource(join(cwd, 'spec/orchard.yaml'))], { cwd }));
    expect(error).toMatchObject({ code: 'spec-unreadable', message: 'The spec `spec/orchard.yaml` is not there.' });
    expect(error.hint).toMatch(/--spec.*specs/);
  });

  test('says that a folder is none', async () => {
    const cwd = writeFolder({ 'spec/readme.txt': '' });
    const error = await failureOf(loadTruth([fileSource(join(cwd, 'spec'))], { cwd }));
    expect(error.message).toBe('The spec `spec` is a folder.');
  });

  test('notes an optional spec that is not there, and goes on', async () => {
    const cwd = writeFolder({ 'orchard.yaml': small });
    const optional = fileSource(join(cwd, 'harvest.yaml'), { name: 'harvest', optional: true });
    const truth = await loadTruth([optional, fileSource(join(cwd, 'orchard.yaml'))], { cwd });
    expect(truth.notes).toEqual(['The optional spec `harvest.yaml` is not there; nothing was checked against it.']);
    expect(truth.index.specs.map((spec) => spec.name)).toEqual(['orchard']);
  });

  test('does not excuse an optional spec that is broken', async () => {
    const cwd = writeFolder({ 'orchard.yaml': 'openapi: [' });
    const error = await failureOf(loadTruth([fileSource(join(cwd, 'orchard.yaml'), { optional: true })], { cwd }));
    expect(error.code).toBe('spec-unreadable');
  });

  test('names line and column of broken YAML', async () => {
    const error = await failureOf(loadText('openapi: 3.0.3\npaths:\n  /trees:\n    get: {}\n   put: {}\n'));
    expect(error.message).toBe('`orchard.yaml:5:4` cannot be read: bad indentation of a mapping entry.');
    expect(error.hint).toContain('--spec');
  });

  test('names line and column of broken JSON', async () => {
    const text = '{\n  "openapi": "3.0.3",\n  "paths": { "/trees" "/leaves" }\n}';
    const error = await failureOf(loadFolder({ 'orchard.json': text }, 'orchard.json'));
    expect(error.message).toMatch(/^`orchard\.json:3:\d+` cannot be read: \S.*[^.]\.$/);
  });

  test('names the file that is broken, not the one that refers to it', async () => {
    const error = await failureOf(
      loadFolder({
        'orchard.yaml': 'openapi: 3.0.3\npaths: { /trees: { $ref: paths/trees.yaml } }',
        'paths/trees.yaml': 'get:\n  tags: [a\n',
      }),
    );
    expect(error.message).toMatch(/^`paths\/trees\.yaml:\d+:\d+` cannot be read: /);
  });

  test.each([
    ['another document', 'asyncapi: 3.0.0', /is no OpenAPI description: neither/],
    ['a list', '- openapi', /is no OpenAPI description: it holds no mapping/],
    ['text', 'Trees and their harvests', /is no OpenAPI description: it holds no mapping/],
    ['nothing', '', /is no OpenAPI description/],
    ['nothing but a comment', '# soon', /is no OpenAPI description/],
    ['another version', 'openapi: 4.0.0', /is written for version 4\.0\.0 of OpenAPI/],
    ['paths that are a list', 'openapi: 3.0.0\npaths: [/trees]', /`paths` of `orchard\.yaml` is no mapping/],
  ])('refuses %s in one sentence', async (_, text, message) => {
    const error = await failureOf(loadText(text));
    expect(error.code).toBe('spec-unreadable');
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
  });

  test('refuses two specs of one name', async () => {
    const cwd = writeFolder({ 'a.yaml': small, 'b.yaml': small });
    const sources = [fileSource(join(cwd, 'a.yaml')), fileSource(join(cwd, 'b.yaml'))];
    const error = await failureOf(loadTruth(sources, { cwd }));
    expect(error.message).toMatch(/^Two specs are called `orchard`: /);
  });
});
