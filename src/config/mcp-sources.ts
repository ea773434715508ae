import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { McpSource } from './config.ts';
import { type ConfigDocument, describePlace } from './config-document.ts';
import type { ConfigFile, McpEntry } from './config-file.ts';

/** The MCP servers of a configuration: one without a name, or several by name. Paths are relative to its folder. */
export function configuredServers(
  mcp: ConfigFile['mcp'],
  { folder, document }: { readonly folder: string; readonly document?: ConfigDocument },
): readonly McpSource[] {
  if (mcp === undefined) return [];
  const { tools, command, ...named } = mcp;
  const single = { ...(isPath(tools) && { tools }), ...(isCommand(command) && { command }) };
  const entries = Object.entries(named).filter(isNamed);
  const both = entries.length > 0 && Object.keys(single).length > 0;
  if (both) throw unclear(['mcp'], 'has servers by name beside `tools` or `command` of one without', document);
  if (entries.length === 0) return [sourceOf(single, { path: ['mcp'], folder, document })];
  return entries.map(([name, entry]) => ({ name, ...sourceOf(entry, { path: ['mcp', name], folder, document }) }));
}

interface Place {
  readonly path: readonly string[];
  readonly folder: string;
  readonly document: ConfigDocument | undefined;
}

function sourceOf({ tools, command }: McpEntry, { path, folder, document }: Place): McpSource {
  if (tools !== undefined && command !== undefined)
    throw unclear(path, 'must have exactly one of `tools` and `command`', document);
  if (tools !== undefined) return { kind: 'file', location: resolve(folder, tools) };
  const words = typeof command === 'string' ? command.trim().split(/\s+/) : (command ?? []);
  return { kind: 'command', command: words, folder };
}

function isPath(tools: unknown): tools is string {
  return typeof tools === 'string';
}

function isCommand(command: unknown): command is string | readonly string[] {
  return typeof command === 'string' || Array.isArray(command);
}

function isNamed(entry: [string, unknown]): entry is [string, McpEntry] {
  return typeof entry[1] === 'object' && !Array.isArray(entry[1]);
}

function unclear(path: readonly string[], why: string, document: ConfigDocument | undefined): UserError {
  const place = document ? `, in ${describePlace(document.file, document.placeOf(path, 'key'))}` : '';
  return new UserError('config-invalid', `\`${path.join('.')}\` ${why}${place}.`, {
    hint: '`tools` is a file with the answer to `tools/list`; `command` starts a server to ask for it.',
  });
}
