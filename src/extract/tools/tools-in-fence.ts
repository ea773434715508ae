import { slice, spanOf } from '../../text/source-text.ts';
import type { Fence } from '../code/request.ts';
import { readSample } from '../sample/read-sample.ts';
import { prefixedTools } from './find-tools.ts';
import { javascriptTools } from './javascript-tools.ts';
import { pythonTools } from './python-tools.ts';
import { isToolName } from './tool-name.ts';
import { type ToolInSample, toolsInSample } from './tools-in-sample.ts';

const JAVASCRIPT = /^(?:js|jsx|javascript|ts|tsx|typescript|mjs|cjs|mts|cts|node|nodejs)$/;
const PYTHON = /^(?:py|python|python3|py3)$/;
/** Without one of these a fence names no tool. */
const TOOL_WORD = /mcp__|call_?tool|register_?tool|add_?tool|tools\/call|\.tool\b/i;

/** Whether `toolsInFence` can find anything: most fences need not be lifted out of the page. */
export function mayHoldTools(text: string): boolean {
  return TOOL_WORD.test(text);
}

/** The tools that a sample calls, defines, or names with their prefix. JSON is read where its payloads are. */
export function toolsInFence(fence: Fence): readonly ToolInSample[] {
  return [...called(fence), ...prefixed(fence)];
}

function called(fence: Fence): readonly ToolInSample[] {
  if (JAVASCRIPT.test(fence.lang)) return javascriptTools(fence);
  if (PYTHON.test(fence.lang)) return pythonTools(fence);
  return [...messages(fence), ...literalCalls(fence)];
}

/** Messages of JSON-RPC among other text: `echo '{"jsonrpc": "2.0", "method": "tools/call", …}' | node server.js`. */
function messages({ code }: Fence): readonly ToolInSample[] {
  if (!code.text.includes('tools/call')) return [];
  return [...code.text.matchAll(/\{\s*"(?:jsonrpc|id|method)"/g)].slice(0, 50).flatMap(({ index }) => {
    const read = readSample(slice(code, index, code.text.length), 1);
    return (read?.values ?? []).flatMap(({ value }) => toolsInSample(value));
  });
}

const LITERAL = /\b[cC]all_?[tT]ool(?:Async|Params|Request|RequestParams?)?\b[^"'`;]{0,120}"([\w.-]{2,128})"/g;

/** `client.CallToolAsync("list_trees", …)`, `&mcp.CallToolParams{Name: "list_trees"}`: the name alone, in other languages. */
function literalCalls({ code }: Fence): readonly ToolInSample[] {
  return [...code.text.matchAll(LITERAL)].flatMap((match) => {
    const [whole, text = ''] = match;
    const start = match.index + whole.length - 1 - text.length;
    if (!isToolName(text)) return [];
    return [{ source: 'call', said: 'form', span: spanOf(code, start, start + text.length), text }];
  });
}

function prefixed({ code }: Fence): readonly ToolInSample[] {
  return prefixedTools(code.text).map(({ start, end, said, server }) => ({
    source: 'prefix',
    said,
    span: spanOf(code, start, end),
    text: code.text.slice(start, end),
    ...(server && { server }),
  }));
}
