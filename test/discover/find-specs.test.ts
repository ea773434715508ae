import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSpecs } from '../../src/discover/find-specs.ts';
import { describesApi } from '../../src/discover/spec-head.ts';
import { UserError } from '../../src/errors.ts';
import { spec, writeProject } from './temporary-project.ts';

function names(base: string) {
  return findSpecs(base).map((source) => [source.name, relative(base, source.location)]);
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

describe('findSpecs', () => {
  it('finds every description and names it by its file', () => {
    const base = writeProject({
      'spec/management.yaml': spec,
      'spec/tenant.json': '{ "info": { "title": "Orchard" }, "openapi": "3.0.3", "paths": {} }',
      'package.json': '{ "name": "orchard", "openapi": { "openapi": "3.0.3" } }',
      'docs/trees.yaml': 'trees: []',
    });
    expect(names(base)).toEqual([
      ['management', 'spec/management.yaml'],
      ['tenant', 'spec/tenant.json'],
    ]);
  });

  it('finds a description whose version stands behind long components, as generators sort them', () => {
    const schemas = Object.fromEntries(Array.from({ length: 200 }, (_, tree) => [`Tree${tree}`, { type: 'object' }]));
    const base = writeProject({
      'api.json': JSON.stringify({ components: { schemas }, info: { title: 'Orchard' }, openapi: '3.0.3', paths: {} }),
      'trees.json': JSON.stringify({ trees: schemas, openapi: '3.0.3' }),
    });
    expect(names(base)).toEqual([['api', 'api.json']]);
  });

  it('leads a name with folders until it is unique', () => {
    const base = writeProject({
      'v1/openapi.yaml': spec,
      'v2/openapi.yaml': spec,
      'v2/openapi.json': '{"openapi":"3.1.0"}',
      'trees.yaml': spec,
    });
    expect(names(base)).toEqual([
      ['trees', 'trees.yaml'],
      ['v1/openapi', 'v1/openapi.yaml'],
      ['v2/openapi.json', 'v2/openapi.json'],
      ['v2/openapi.yaml', 'v2/openapi.yaml'],
    ]);
  });

  it('leaves out fixtures while others remain, and what git ignores', () => {
    const base = writeProject({
      '.gitignore': 'generated/\n*.tmp.yaml\n',
      'openapi.yaml': spec,
      'generated/openapi.yaml': spec,
      'draft.tmp.yaml': spec,
      'test/fixtures/petstore.yaml': spec,
      'node_modules/x/openapi.yaml': spec,
    });
    expect(names(base)).toEqual([['openapi', 'openapi.yaml']]);
    expect(names(writeProject({ 'examples/orchard.yaml': spec }))).toEqual([['orchard', 'examples/orchard.yaml']]);
  });

  it('says so when there is none', () => {
    expect(codeOf(() => findSpecs(writeProject({ 'a.yaml': 'a: 1' })))).toBe('no-spec');
  });

  it('asks when there are more than a dozen', () => {
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`spec/s${index}.yaml`, spec]));
    expect(codeOf(() => findSpecs(writeProject(many)))).toBe('spec-ambiguous');
  });
});

describe('describesApi', () => {
  it.each([
    ['openapi: 3.1.0', true],
    ['# a comment\n"openapi": "3.0.0"', true],
    ['swagger: "2.0"', true],
    ['{"swagger":"2.0"}', true],
    ['\uFEFF{ "openapi": "3.1.0" }', true],
    ['{ "info": { "description": "say \\"{\\" and {" }, "openapi": "3.1.0" }', true],
    ['{ "nested": { "openapi": "3.1.0" } }', false],
    ['{ "info": { "a": [{}] }, "openapi" : "3.1.0", "pat', true],
    [`{ "openapi": {}, ${'"tags": [], '.repeat(20_000)} "swagger": "2.0" }`, true],
    ['nested:\n  openapi: 3.1.0', false],
    ['openapi: true', false],
    ['', false],
  ])('%j: %s', (head, expected) => expect(describesApi(head)).toBe(expected));
});
