import { isConstant } from '../fields/field-name.ts';
import { isTypeWord } from '../fields/types.ts';

/** As clients prefix the tools of a server: `mcp__orchard__list_trees`. Neither part has two underscores in a row. */
export const PREFIXED =
  /(?<![\w-])mcp__(?<server>[A-Za-z0-9](?:[A-Za-z0-9.-]|_(?!_)){0,63})__(?<tool>[A-Za-z0-9](?:[A-Za-z0-9]|[.-](?=[A-Za-z0-9])|_(?!_)){0,127})(?![\w*-])/g;

const NAME = /^[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*$/;
const FILE_OR_HOST =
  /\.(?:json[cl5]?|ya?ml|toml|mdx?|txt|csv|[cm]?[jt]sx?|py|sh|go|rb|java|php|rs|html?|env|lock|log|com|io|dev|org|net|example|app|ai)$/i;
const LITERAL = /^(?:true|false|null|none|undefined|mcp|tools?|server|client|stdio|https?|sse|v\d[\d.]*)$/i;
/** What a reader is to put in its place: `my_tool`, `tool_name`, `yourTool`, `example-tool`. */
const STAND_IN =
  /^(?:(?:my|your|some|any|the|an?|custom|example|sample|demo|test|new|other)[_-]?)?(?:mcp[_-]?)?tools?(?:[_-]?(?:name|id|\d+))?$|^(?:my|your|example|foo|bar)(?:[_-]|$)|^(?:my|your)[A-Z]/i;

/** Whether a text can be the name of a tool, and not of a file, a type, a constant, or a placeholder. */
export function isToolName(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= 128 &&
    NAME.test(text) &&
    !FILE_OR_HOST.test(text) &&
    !LITERAL.test(text) &&
    !STAND_IN.test(text) &&
    !isTypeWord(text) &&
    !isConstant(text)
  );
}
