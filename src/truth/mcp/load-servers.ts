import type { McpSource } from '../../config/config.ts';
import type { McpServer } from '../../model.ts';
import { askServer } from './ask-server.ts';
import type { ListedServer } from './listed-server.ts';
import { readToolsFile } from './read-tools-file.ts';

/** The MCP servers of a run, and what is needed to open the schemas of their tools. */
export interface LoadedServers {
  readonly servers: readonly McpServer[];
  readonly listed: readonly ListedServer[];
  readonly notes: readonly string[];
}

/** Reads or asks for the tools of all servers, in the order given. Throws a `UserError` for one that has none to give. */
export async function loadServers(
  sources: readonly McpSource[],
  { cwd }: { readonly cwd: string },
): Promise<LoadedServers> {
  const results = await Promise.allSettled(sources.map((source) => load(source, cwd)));
  const listed = results.map((result) => {
    // The first in order, whichever failed first: the same run gives the same message.
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
  const servers = listed.map((server, index) => serverOf(sources[index]?.name, server));
  const notes = servers
    .filter(({ incomplete }) => incomplete)
    .map(({ place }) => `\`${place.file}\` ends before the list of tools does; no tool counts as unknown.`);
  return { servers, listed, notes };
}

function load(source: McpSource, cwd: string): Promise<ListedServer> {
  return source.kind === 'file' ? readToolsFile(source.location, cwd) : askServer(source);
}

function serverOf(name: string | undefined, { names, list, document }: ListedServer): McpServer {
  const { tools, incomplete, pointer } = list;
  return {
    ...(name !== undefined && { name }),
    names: [...(name === undefined ? [] : [name]), ...names],
    tools,
    incomplete,
    place: { file: document.file, pointer },
  };
}
