export type ToolTalk = 'mcp' | 'tools' | undefined;

/** Whether a page has to do with MCP, as its name or its text says, or at least with tools of any kind. */
export function toolTalkOf(file: string, text: string): ToolTalk {
  if (/mcp/i.test(file) || /mcp|model context protocol|tools\/call|call_?tool/i.test(text)) return 'mcp';
  return /\btools?\b/i.test(text) ? 'tools' : undefined;
}
