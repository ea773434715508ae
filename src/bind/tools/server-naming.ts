import type { Page, ToolMention } from '../../model.ts';
import { mapSections } from '../facts/sections.ts';

/**
 * The servers that a page names for a mention: its own form or the words beside it go first, then the innermost section
 * around it in which any server is named.
 */
export function createNaming(page: Page): (mention: ToolMention) => readonly string[] {
  const named = new Map<number, string[]>();
  for (const { name, section } of page.mcpServers ?? []) named.set(section, [...(named.get(section) ?? []), name]);
  const sections = mapSections(named.size > 0 ? page.headings : []);
  return ({ server, section }) => {
    if (server) return [server.name];
    const around = named.size > 0 ? [...sections.around(section), -1] : [];
    return named.get(around.find((each) => named.has(each)) ?? -1) ?? [];
  };
}
