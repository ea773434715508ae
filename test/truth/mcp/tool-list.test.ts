import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { loadTruth } from '../../../src/truth/load-truth.ts';
import { compareSample } from '../../../src/truth/schema/compare-sample.ts';
import { openSchemas } from '../../../src/truth/schema/open-schemas.ts';
import { writeFolder } from '../orchard.ts';

const tool = { name: 'list_trees', title: 'Trees', inputSchema: { type: 'object', properties: {} } };

async function load(files: Readonly<Record<string, unknown>>) {
  const texts = Object.entries(files).map(([file, value]) => [
    file,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const cwd = writeFolder(Object.fromEntries(texts));
  const mcp = Object.keys(files).map((file) => ({ kind: 'file' as const, location: `${cwd}/${file}` }));
  return loadTruth([], { cwd, mcp });
}

async function failure(value: unknown): Promise<[message: string, hint: string | undefined]> {
  const error = await load({ 'tools.json': value }).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error('No UserError was thrown.', { cause: error });
  return [error.message, error.hint];
}

describe('a file with the answer to tools/list', () => {
  it.each([
    ['the result', { tools: [tool] }, '/tools/0'],
    ['a whole response', { jsonrpc: '2.0', id: 1, result: { tools: [tool] } }, '/result/tools/0'],
    ['the bare list', [tool], '/0'],
  ])('may hold %s', async (_, value, pointer) => {
    const { index } = await load({ 'tools.json': value });
    expect(index.mcpServers).toEqual([
      {
        names: [],
        incomplete: false,
        place: { file: 'tools.json', pointer: pointer.replace('/0', '') },
        tools: [
          {
            name: 'list_trees',
            title: 'Trees',
            inputSchema: { file: 'tools.json', pointer: `${pointer}/inputSchema` },
            place: { file: 'tools.json', pointer },
          },
        ],
      },
    ]);
  });

  it('may be YAML, and a tool may say nothing of its arguments', async () => {
    const { index } = await load({ 'tools.yaml': 'tools:\n  - name: list_trees\n' });
    expect(index.mcpServers?.[0]?.tools).toEqual([
      { name: 'list_trees', place: { file: 'tools.yaml', pointer: '/tools/0' } },
    ]);
  });

  it('is known to be a part where the list goes on', async () => {
    const { index, notes } = await load({ 'tools.json': { tools: [tool], nextCursor: 'more' } });
    expect(index.mcpServers?.[0]?.incomplete).toBe(true);
    expect(notes).toEqual(['`tools.json` ends before the list of tools does; no tool counts as unknown.']);
  });

  it('is refused in one sentence where it is none', async () => {
    expect(await failure({})).toEqual([
      '`tools.json` is no answer to `tools/list`: no `tools` stand at its top.',
      'Save what the server answers to `tools/list`, or let `mcp.command` ask it.',
    ]);
    expect((await failure({ error: { message: 'Unauthorized' } }))[0]).toBe(
      '`tools.json` is no answer to `tools/list`: it holds the error "Unauthorized".',
    );
    expect((await failure({ tools: [] }))[0]).toBe('`tools.json` lists no tools.');
    expect((await failure([tool, {}]))[0]).toBe('`tools.json` has no `name` at `/1`.');
    expect((await failure([tool, tool]))[0]).toBe('`tools.json` lists the tool `list_trees` twice.');
    expect((await failure('{'))[0]).toMatch(/^`tools\.json` cannot be parsed: /);
  });

  it('must be there', async () => {
    const cwd = writeFolder({});
    const promise = loadTruth([], { cwd, mcp: [{ kind: 'file', location: `${cwd}/spec/tools.json` }] });
    await expect(promise).rejects.toThrow('The tool list `spec/tools.json` is not there.');
  });
});

describe('the schema of a tool', () => {
  const inputSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { tree: { $ref: '#/$defs/tree' }, next: { $ref: '#' }, shared: { $ref: '#/shared' } },
    $defs: { tree: { type: 'object', properties: { age: { type: 'integer' } }, additionalProperties: false } },
  };

  it('is a document of its own, in which references start at its own top', async () => {
    const { index, documents } = await load({
      'tools.json': { tools: [tool, { name: 'plant_tree', inputSchema }], shared: { type: 'string' } },
    });
    const schemas = openSchemas(documents.resolve);
    const root = index.mcpServers?.[0]?.tools[1]?.inputSchema;
    const span = { start: 0, end: 1 };
    const text = { kind: 'string', span, text: 'old' } as const;
    const object = (name: string, value: Parameters<typeof compareSample>[2]['sample']) =>
      ({ kind: 'object', span, open: false, members: [{ name, nameSpan: span, value }] }) as const;
    const found = (sample: Parameters<typeof compareSample>[2]['sample']) =>
      compareSample(schemas, root ? [root] : [], { sample, direction: 'request' }).map(({ kind, path }) => [
        kind,
        path.join('.'),
      ]);
    expect(found(object('tree', object('age', text)))).toEqual([['wrong-type', 'tree.age']]);
    expect(found(object('next', object('tree', object('size', text))))).toEqual([['unknown-field', 'next.tree.size']]);
    expect(found(object('shared', { ...text, kind: 'number' }))).toEqual([['wrong-type', 'shared']]);
  });
});
