import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { askServer } from '../../../src/truth/mcp/ask-server.ts';
import { writeFolder } from '../orchard.ts';

/** Answers line by line, and leaves a mark when it is told to end. */
const server = `
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';
process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(); });
const pages = { first: { tools: [{ name: 'list_trees', inputSchema: { type: 'object' } }], nextCursor: 'second' },
  second: { tools: [{ name: process.env.ORCHARD_TOOL ?? 'plant_tree', inputSchema: { type: 'object' } }] } };
const answers = {
  initialize: ({ protocolVersion }) => ({ protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'orchard-mcp', title: 'Orchard', version: '1' } }),
  'tools/list': (params) => pages[params?.cursor ?? 'first'],
};
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  const result = answers[method]?.(params);
  if (result) console.log(JSON.stringify({ jsonrpc: '2.0', id, result }));
});
setInterval(() => {}, 1000);
`;

function command(text: string): { readonly command: readonly string[]; readonly folder: string } {
  const folder = writeFolder({ 'server.mjs': text });
  return { command: [process.execPath, 'server.mjs'], folder };
}

async function failure(text: string, limit: number): Promise<UserError> {
  const error = await askServer(command(text), limit).catch((reason: unknown) => reason);
  if (error instanceof UserError) return error;
  throw new Error('No UserError was thrown.', { cause: error });
}

describe('a server that is asked for its tools', () => {
  it('gives all pages of its list and what it calls itself, and is ended', async () => {
    const asked = command(server);
    const { names, list, text } = await askServer(asked);
    expect(names).toEqual(['orchard-mcp', 'Orchard']);
    expect(list.tools.map(({ name }) => name)).toEqual(['list_trees', 'plant_tree']);
    expect(text).toContain('"name": "list_trees"');
    expect(existsSync(join(asked.folder, 'ended'))).toBe(true);
  });

  it('must answer in time', async () => {
    const error = await failure('setInterval(() => {}, 1000);', 300);
    expect(error.code).toBe('mcp-unreadable');
    expect(error.message).toMatch(/^The MCP server `.*server\.mjs` did not list its tools within 0\.3 seconds\.$/);
  });

  it('may say itself why it does not', async () => {
    const error = await failure('console.error("ORCHARD_TOKEN is not set"); process.exit(1);', 5000);
    expect(error.message).toMatch(/server\.mjs` did not list its tools: /);
    expect(error.hint).toBe('It said: ORCHARD_TOKEN is not set');
  });

  it('is quoted by the line that speaks of an error', async () => {
    const error = await failure('import "./gone.mjs";', 5000);
    expect(error.hint).toMatch(/^It said: Error \[ERR_MODULE_NOT_FOUND\]: Cannot find module/);
  });

  it('must be there', async () => {
    const asked = askServer({ command: [join('no', 'such', 'program')], folder: writeFolder({}) });
    await expect(asked).rejects.toThrow(
      'The MCP server `no/such/program` cannot be started: there is no such program.',
    );
  });
});
