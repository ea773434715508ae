import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failureReason } from '../../disk/failure-reason.ts';
import { readText as readDisk } from '../../disk/read-disk.ts';
import { UserError } from '../../errors.ts';
import type { ListedServer } from './listed-server.ts';
import { readToolList } from './tool-list.ts';

/** Reads the tools of a server from a file that holds its answer to `tools/list`. */
export async function readToolsFile(path: string, cwd: string): Promise<ListedServer> {
  const file = relative(cwd, path).split(sep).join('/');
  const list = readToolList(file, await parse(file, readText(file, path)));
  return { names: [], list, document: { file, url: pathToFileURL(path).href, value: list.value } };
}

function readText(file: string, path: string): string {
  try {
    return readDisk(path).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UserError('mcp-unreadable', `The tool list \`${file}\` ${failureReason(cause)}.`, {
      hint: 'Set `mcp.tools` to a file relative to the folder of the configuration.',
      cause,
    });
  }
}

async function parse(file: string, text: string): Promise<unknown> {
  try {
    if (!/\.ya?ml$/i.test(file)) return JSON.parse(text);
    const { parse: parseYaml } = await import('yaml');
    return parseYaml(text);
  } catch (cause) {
    const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw new UserError('mcp-unreadable', `\`${file}\` cannot be parsed: ${reason.replace(/[.:]$/, '')}.`, {
      hint: 'It must hold the answer to `tools/list` as JSON or YAML.',
      cause,
    });
  }
}
