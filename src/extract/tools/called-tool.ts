import type { Sample, Span } from '../../model.ts';
import { isToolName } from './tool-name.ts';
import type { ToolInSample } from './tools-in-sample.ts';

/** A call of a function that may call or register a tool, whatever the language. */
export interface CalledTool {
  /** The function without its object: `callTool`. */
  readonly verb: string;
  readonly span: Span;
  readonly name: Sample | undefined;
  /** What is handed over as the tool's arguments. */
  readonly given: Sample | undefined;
  /** There may be arguments that are not shown. */
  readonly open?: boolean;
}

const CALLS = /^call_?tool(?:_mcp)?$/i;
const REGISTERS = /^(?:register_?tool|add_?tool|tool)$/i;

/** The tool that a call calls, or that it registers on the reader's own server. */
export function calledTool(call: CalledTool | undefined): ToolInSample | undefined {
  if (call?.name?.kind !== 'string' || !isToolName(call.name.text)) return undefined;
  const { text, span } = call.name;
  if (REGISTERS.test(call.verb)) return { source: 'definition', said: 'nothing', span, text, own: true };
  if (!CALLS.test(call.verb)) return undefined;
  const given = argumentsOf(call);
  return { source: 'call', said: 'form', span, text, ...(given && { arguments: given }) };
}

/** A call without arguments hands over none. */
function argumentsOf({ given, open = false, span }: CalledTool): Sample | undefined {
  if (given) return given.kind === 'object' ? given : undefined;
  return open ? undefined : { kind: 'object', span, members: [], open: false };
}
