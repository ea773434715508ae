import type { Stream } from 'node:stream';
import { cannotTell } from '../../disk/witness.ts';
import { UserError } from '../../errors.ts';
import { version } from '../../version.ts';
import type { ListedServer } from './listed-server.ts';
import { readToolList } from './tool-list.ts';

/** How long a server may take to start and to list its tools. */
const timeLimit = 10_000;
/** A server that goes on giving pages after these does not end. */
const mostPages = 100;

export interface ServerCommand {
  readonly command: readonly string[];
  /** Where it is started. */
  readonly folder: string;
}

/** Starts a server that speaks over its standard input and output, asks for its tools, and ends it. */
export async function askServer({ command, folder }: ServerCommand, limit = timeLimit): Promise<ListedServer> {
  cannotTell();
  const file = command.join(' ');
  const { Client, StdioClientTransport } = await loadClient();
  const [program = '', ...args] = command;
  const transport = new StdioClientTransport({
    command: program,
    args,
    cwd: folder,
    env: ownEnvironment(),
    stderr: 'pipe',
  });
  const said = lastWords(transport.stderr);
  const client = new Client({ name: 'specwins', version });
  const stop = stopAt(limit);
  try {
    await Promise.race([client.connect(transport), stop.stopped]);
    const tools = await Promise.race([listTools(client), stop.stopped]);
    const { name, title } = client.getServerVersion() ?? {};
    const text = `${JSON.stringify({ tools }, null, 2)}\n`;
    const list = readToolList(file, JSON.parse(text));
    const names = [name, title].filter((each) => each !== undefined);
    return { names, list, document: { file, url: `mcp:${encodeURIComponent(file)}`, value: list.value }, text };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('mcp-unreadable', `The MCP server \`${file}\` ${whyNot(cause, limit)}.`, {
      hint: said() ?? 'Run the command of `mcp` by hand, or save an answer to `tools/list` and name it by `mcp.tools`.',
      cause,
    });
  } finally {
    stop.clear();
    await end(transport);
  }
}

interface Transport {
  readonly pid: number | null;
  close(): Promise<void>;
}

/** A server that does not end with its input is told to, so that nobody waits for it. */
async function end(transport: Transport): Promise<void> {
  const { pid } = transport;
  const closed = transport.close();
  if (pid !== null) kill(pid);
  await closed;
}

function kill(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // It has ended by itself.
  }
}

/** The SDK brings a web framework along, so who wants a server to be asked installs it beside us. */
async function loadClient() {
  try {
    const [{ Client }, { StdioClientTransport }] = await Promise.all([
      import('@modelcontextprotocol/sdk/client/index.js'),
      import('@modelcontextprotocol/sdk/client/stdio.js'),
    ]);
    return { Client, StdioClientTransport };
  } catch (cause) {
    throw new UserError('mcp-unreadable', 'The package `@modelcontextprotocol/sdk` is needed to ask an MCP server.', {
      hint: 'Install it beside specwins (`npm install --save-dev @modelcontextprotocol/sdk`), or set `mcp.tools` to a file.',
      cause,
    });
  }
}

type Client = InstanceType<Awaited<ReturnType<typeof loadClient>>['Client']>;

async function listTools(client: Client): Promise<readonly unknown[]> {
  const tools: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await client.listTools(cursor === undefined ? {} : { cursor });
    tools.push(...answer.tools);
    cursor = answer.nextCursor;
    if (cursor === undefined) return tools;
  }
  throw new Error(`gave more than ${mostPages} pages of tools`);
}

class TimeOver extends Error {}

function stopAt(limit: number) {
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeOver()), limit);
  });
  return { stopped, clear: () => clearTimeout(timer) };
}

function whyNot(cause: unknown, limit: number): string {
  if (cause instanceof TimeOver) return `did not list its tools within ${limit / 1000} seconds`;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
    return 'cannot be started: there is no such program';
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `did not list its tools: ${reason.replace(/^MCP error -?\d+: /, '').replace(/\.$/, '')}`;
}

/** What the server wrote to its standard error of what is wrong: the last line that speaks of an error, else the last at all. */
function lastWords(stream: Stream | null): () => string | undefined {
  let text = '';
  stream?.on('data', (chunk: Buffer | string) => {
    text = `${text}${chunk}`.slice(-2000);
  });
  return () => {
    const lines = text.split('\n').map((line) => line.trim());
    const line = lines.findLast((each) => /error\b/i.test(each)) ?? lines.findLast((each) => each !== '');
    return line === undefined ? undefined : `It said: ${line}`;
  };
}

/** A server that the user starts by hand gets all of it too, and many need a key that lies there. */
function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
