import { describe, expect, it } from 'vitest';
import type { Sample } from '../../src/model.ts';
import { readPage } from './read-page.ts';

/** The tools that a page names, one a line: the form, what says that it is a tool, the name, whose it is, the arguments, the stance. */
function toolsIn(text: string, format: 'md' | 'mdx' = 'md'): readonly string[] {
  return readPage(text, { format }).mentions.flatMap((mention) => {
    if (mention.kind !== 'tool') return [];
    const { source, said, text: name, server, arguments: given, stance } = mention;
    const whose = server ? `of ${server.name}` : '';
    return [
      [source, said, name, whose, given ? shown(given) : '', stance === 'claim' ? '' : stance]
        .filter(Boolean)
        .join(' '),
    ];
  });
}

function shown(sample: Sample): string {
  if (sample.kind !== 'object') return sample.kind;
  return `(${sample.members.map(({ name }) => name).join(', ')}${sample.open ? ' …' : ''})`;
}

const fence = (lang: string, ...lines: readonly string[]) =>
  ['MCP', '', `\`\`\`${lang}`, ...lines, '```', ''].join('\n');

describe('a tool in words', () => {
  it.each([
    ['The MCP tool `list_trees` lists them.', ['prose words list_trees']],
    ['MCP: the `list_trees` tool.', ['prose words list_trees']],
    [
      'MCP: the tools `list_trees`, `plant_tree` and `prune`.',
      ['prose words list_trees', 'prose words plant_tree', 'prose words prune'],
    ],
    ['MCP: the `list_trees` and `plant_tree` tools.', ['prose words list_trees', 'prose words plant_tree']],
    ['MCP: the list_trees and plant_tree tools.', ['prose words list_trees', 'prose words plant_tree']],
    ['MCP: call `list_trees()` with the `orchard_id`.', ['prose verb list_trees', 'prose nothing orchard_id']],
    ['MCP: GitHub’s `list_issues` tool.', ['prose words list_issues of GitHub']],
    ['The `list_issues` tool of the Forge MCP server.', ['prose words list_issues of Forge']],
    ['MCP: the command-line tool `orchard_cli` is no tool of it.', ['prose nothing orchard_cli']],
    ['MCP: there is no `list_trees` tool.', ['prose words list_trees negated']],
    ['MCP: the `my_tool` tool, the `tools.json` tool, the `ORCHARD_KEY` tool.', []],
    ['Without it: `list_trees`, and the `plant_tree` tool.', ['prose words plant_tree']],
    ['Nothing of it: `list_trees`.', []],
  ])('%s', (text, tools) => {
    expect(toolsIn(`${text}\n`)).toEqual(tools);
  });

  it('may be a heading, the beginning of an item, or stand in a column of tools', () => {
    const text = [
      '# MCP tools',
      '## `list_trees`',
      'Parameters:',
      '- `orchard_id` (string): the orchard',
      '## plant_tree — plants one',
      '## Overview',
      '# More tools',
      '- **prune_tree**: prunes',
      '- `water` - waters',
      '',
      '| Task | Tool |',
      '|---|---|',
      '| To fell | `fell_tree`, `saw` |',
    ].join('\n\n');
    expect(toolsIn(text.replaceAll('|\n\n|', '|\n|'))).toEqual([
      'heading words list_trees',
      'list nothing orchard_id',
      'heading words plant_tree',
      'list words prune_tree',
      'list words water',
      'table words fell_tree',
      'table words saw',
    ]);
  });
});

describe('a tool in a sample', () => {
  it('is called by JSON-RPC', () => {
    const call =
      '{"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "list_trees", "arguments": {"species": "pear"}}}';
    expect(toolsIn(fence('json', call))).toEqual(['json-rpc form list_trees (species)']);
    expect(toolsIn(fence('bash', `echo '${call}' | orchard-mcp`))).toEqual(['json-rpc form list_trees (species)']);
    expect(toolsIn(fence('bash', `curl https://mcp.orchard.example -d '${call}'`))).toEqual([
      'json-rpc form list_trees (species)',
    ]);
    const bare = '{"method": "tools/call", "params": {"name": "list_trees"}}';
    expect(toolsIn(fence('json', bare))).toEqual(['json-rpc form list_trees ()']);
  });

  it('is called by a client', () => {
    const script = [
      'const given = { species: "pear" };',
      'await client.callTool({ name: "list_trees", arguments: given });',
      'await mcp.callTool("plant_tree", { row: 3, ...rest });',
      'await client.callTool({ name: tool });',
      'await client.request({ method: "tools/call", params: { name: "prune_tree", arguments: {} } }, schema);',
    ];
    expect(toolsIn(fence('ts', ...script))).toEqual([
      'call form list_trees (species)',
      'call form plant_tree (row …)',
      'json-rpc form prune_tree ()',
    ]);
    const python = [
      'await session.call_tool("list_trees", {"species": "pear"})',
      'await session.call_tool("plant_tree", arguments={"row": 3})',
      'await session.call_tool(name="prune_tree")',
      '# deprecated',
      'await session.call_tool("fell_tree")',
    ];
    expect(toolsIn(fence('python', ...python))).toEqual([
      'call form list_trees (species)',
      'call form plant_tree (row)',
      'call form prune_tree ()',
      'call form fell_tree () deprecated',
    ]);
    expect(toolsIn(fence('go', 'session.CallTool(ctx, &mcp.CallToolParams{Name: "list_trees"})'))).toEqual([
      'call form list_trees',
    ]);
  });

  it('is defined by the reader', () => {
    expect(toolsIn(fence('ts', 'server.registerTool("list_trees", {}, handler);'))).toEqual([
      'definition nothing list_trees reader',
    ]);
    expect(toolsIn(fence('python', '@mcp.tool()', 'def list_trees(species: str): ...'))).toEqual([
      'definition nothing list_trees reader',
    ]);
    expect(toolsIn(fence('json', '{"name": "list_trees", "parameters": {"type": "object"}}'))).toEqual([
      'definition nothing list_trees reader',
    ]);
  });

  it('stands with its arguments, in a list of tools, or in a list of what is allowed', () => {
    expect(toolsIn(fence('json', '{"name": "list_trees", "arguments": {"species": "pear"}}'))).toEqual([
      'sample words list_trees (species)',
    ]);
    expect(toolsIn(fence('json', '{"type": "tool_use", "name": "list_trees", "input": {}}'))).toEqual([
      'sample words list_trees ()',
    ]);
    expect(toolsIn(fence('json', '{"tools": [{"name": "list_trees", "inputSchema": {"type": "object"}}]}'))).toEqual([
      'sample words list_trees',
    ]);
    const settings =
      '{"mcpServers": {"orchard": {"command": "npx", "alwaysAllow": ["list_trees"]}}, "allowedTools": ["Bash"]}';
    expect(toolsIn(fence('json', settings))).toEqual([
      'allow-list words list_trees of orchard',
      'allow-list words Bash',
    ]);
    const labelled = '{"type": "mcp", "server_label": "orchard", "allowed_tools": ["list_trees"]}';
    expect(toolsIn(fence('json', labelled))).toEqual(['allow-list words list_trees of orchard']);
  });

  it('may have the prefix of its server, also in words', () => {
    const allowed = 'claude --allowedTools "mcp__orchard__list_trees,mcp__my-forge__get_tree,mcp__orchard__*"';
    expect(toolsIn(fence('bash', allowed))).toEqual([
      'prefix form list_trees of orchard',
      'prefix form get_tree of my-forge',
    ]);
    expect(toolsIn('Allow `mcp__orchard__list_trees`.\n')).toEqual(['prefix form list_trees of orchard']);
  });

  it('is no tool where a file configures servers', () => {
    const servers =
      '{"mcpServers": {"orchard": {"command": "npx", "args": ["orchard-mcp"], "env": {"ORCHARD_KEY": "x"}}}}';
    expect(toolsIn(fence('json', servers))).toEqual([]);
  });
});

describe('the servers of a page', () => {
  const serversIn = (text: string) => readPage(text).mcpServers?.map(({ name, section }) => `${name} ${section}`);

  it('are those which its title, headings and sentences name', () => {
    const text = [
      '---\ntitle: Orchard MCP Server\n---',
      'Install the remote Orchard MCP server. The server has tools.',
      '# Forge MCP',
      'GitHub’s MCP tools, an MCP server for Slack, and Your MCP Server.',
    ].join('\n\n');
    expect(serversIn(`${text}\n`)).toEqual(['Orchard -1', 'Orchard -1', 'Forge 0', 'GitHub 0', 'Slack 0']);
  });

  it('are unknown on a page that says nothing of MCP', () => {
    expect(serversIn('The Orchard server has a tool.\n')).toBeUndefined();
    expect(serversIn('MCP.\n')).toEqual([]);
  });
});
