import type { Sample, ToolMention } from '../../model.ts';
import { isToolName } from './tool-name.ts';

/** A tool that a sample names; what the page knows of its place is added there. */
export type ToolInSample = Pick<ToolMention, 'arguments' | 'said' | 'server' | 'source' | 'span' | 'text'> & {
  /** It is the reader's own tool that is defined here. */
  readonly own?: true;
};

type ObjectSample = Extract<Sample, { kind: 'object' }>;

/** Deeper nothing is looked for. */
const DEEPEST = 12;

/** The tools that a sample calls, allows, lists or defines. */
export function toolsInSample(sample: Sample): readonly ToolInSample[] {
  return toolsAt(sample, { depth: 0 });
}

interface Spot {
  readonly depth: number;
  /** The server whose configuration this is. */
  readonly server?: string;
}

function toolsAt(sample: Sample, spot: Spot): readonly ToolInSample[] {
  if (spot.depth > DEEPEST) return [];
  const below = { ...spot, depth: spot.depth + 1 };
  if (sample.kind === 'array') return sample.items.flatMap((item) => toolsAt(item, { ...below, ...serverOf(item) }));
  if (sample.kind !== 'object') return [];
  const server = textAt(sample, 'server_label') ?? spot.server;
  const here = { ...below, ...(server !== undefined && { server }) };
  const call = calledIn(sample, here);
  if (call) return [call];
  return sample.members.flatMap(({ name, value }) => {
    if (SERVERS.test(name) && value.kind === 'object')
      return value.members.flatMap((member) => toolsAt(member.value, { ...below, server: member.name }));
    if (ALLOW_LIST.test(name) && value.kind === 'array') return value.items.flatMap((item) => allowed(item, here));
    return toolsAt(value, here);
  });
}

const SERVERS = /^(?:mcp[_-]?servers|servers)$/i;
const ALLOW_LIST =
  /^(?:allowed|disallowed|enabled|disabled|include|included|exclude|excluded)[_-]?tools$|^(?:always[_-]?allow|auto[_-]?approve|tool[_-]?names)$/i;

/** An item of `mcp_servers: [{ "name": "orchard", "url": … }]`. */
function serverOf(item: Sample): Pick<Spot, 'server'> {
  if (item.kind !== 'object' || !memberOf(item, 'url')) return {};
  const server = textAt(item, 'name');
  return server === undefined ? {} : { server };
}

function calledIn(sample: ObjectSample, { server }: Spot): ToolInSample | undefined {
  const params = memberOf(sample, 'params');
  if (textAt(sample, 'method') === 'tools/call' && params?.kind === 'object')
    return named(params, 'name', { source: 'json-rpc', said: 'form', arguments: given(params, ['arguments'], true) });
  const from = server === undefined ? {} : { server: { name: server, by: 'form' as const } };
  const listed = namedTool(sample);
  if (listed) return { ...listed, ...from };
  const call = sampledCall(sample);
  return call && { ...call, ...from };
}

/** `{ "name": …, "inputSchema": … }` of a list of tools; other names of the schema are those of functions which readers define. */
function namedTool(sample: ObjectSample): ToolInSample | undefined {
  const own = ['input_schema', 'parameters'].some((name) => memberOf(sample, name)?.kind === 'object');
  if (!own && !memberOf(sample, 'inputSchema')) return undefined;
  const tool = named(
    sample,
    'name',
    own ? { source: 'definition', said: 'nothing' } : { source: 'sample', said: 'words' },
  );
  return tool && (own ? { ...tool, own } : tool);
}

/** `{ "name": …, "arguments": {…} }`, `{ "tool": …, "input": {…} }`, `{ "type": "tool_use", "name": …, "input": {…} }`. */
function sampledCall(sample: ObjectSample): ToolInSample | undefined {
  const uses = textAt(sample, 'type') === 'tool_use';
  const byName = given(sample, uses ? ['input'] : ['arguments']);
  if (byName) return named(sample, 'name', { source: 'sample', said: 'words', arguments: byName });
  const input = given(sample, ['arguments', 'args', 'input', 'params', 'parameters']);
  const key = ['tool', 'tool_name', 'toolName'].find((each) => textAt(sample, each) !== undefined);
  return input && key ? named(sample, key, { source: 'sample', said: 'words', arguments: input }) : undefined;
}

/** What is called with; nothing where it is no object, and an empty one where a call that is shown whole has none. */
function given(sample: ObjectSample, names: readonly string[], whole = false): Sample | undefined {
  const value = names.map((name) => memberOf(sample, name)).find((each) => each !== undefined);
  if (value) return value.kind === 'object' ? value : undefined;
  if (!whole || sample.open) return undefined;
  return { kind: 'object', span: sample.span, members: [], open: false };
}

function named(
  sample: ObjectSample,
  key: string,
  said: Pick<ToolMention, 'arguments' | 'said' | 'source'>,
): ToolInSample | undefined {
  const value = memberOf(sample, key);
  if (value?.kind !== 'string' || !isToolName(value.text)) return undefined;
  const { arguments: given, ...rest } = said;
  return { ...rest, span: value.span, text: value.text, ...(given && { arguments: given }) };
}

function allowed(item: Sample, { server }: Spot): readonly ToolInSample[] {
  if (item.kind !== 'string' || !isToolName(item.text)) return [];
  const from = server === undefined ? {} : { server: { name: server, by: 'form' as const } };
  return [{ source: 'allow-list', said: 'words', span: item.span, text: item.text, ...from }];
}

function memberOf({ members }: ObjectSample, name: string): Sample | undefined {
  return members.find((member) => member.name === name)?.value;
}

function textAt(sample: ObjectSample, name: string): string | undefined {
  const value = memberOf(sample, name);
  return value?.kind === 'string' ? value.text : undefined;
}
