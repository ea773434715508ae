import type { Code } from 'mdast';
import type { ToolMention } from '../../model.ts';
import { hasSeveralWords } from '../../text/like-names.ts';
import { spanOf } from '../../text/source-text.ts';
import type { Fence } from '../code/request.ts';
import { readStance } from '../code/request-stance.ts';
import type { PageContext } from '../extractor.ts';
import { surroundingsOf } from '../fields/setting.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { firstFrom, type Range } from '../phrase/ranges.ts';
import { stanceOf } from '../phrase/stance.ts';
import { findTools, type NamedTool, nameIn } from './find-tools.ts';
import { serversNamedIn, serversSpokenOf } from './server-names.ts';
import { isToolName } from './tool-name.ts';
import { toolsInFence } from './tools-in-fence.ts';

type Draft = Pick<ToolMention, 'block' | 'source'>;

/** Where a page says nothing of MCP, a name that nothing calls a tool is none. */
function addTool(phrase: Phrase, tool: NamedTool, { source, ...place }: Draft, page: PageContext): void {
  const { start, end, said, server } = tool;
  const named = said === 'words' || said === 'form';
  if (!named && page.toolTalk !== 'mcp') return;
  page.tool({
    kind: 'tool',
    source: server?.by === 'form' ? 'prefix' : source,
    span: spanOf(phrase, start, end),
    text: phrase.text.slice(start, end),
    said,
    ...(server && { server }),
    stance: named || said === 'verb' ? stanceOf(phrase, tool) : 'claim',
    ...place,
  });
}

/** Adds what a paragraph says of tools and of their servers. */
export function addPhraseTools(phrase: Phrase, page: PageContext): void {
  for (const name of serversSpokenOf(phrase.text)) page.server(name);
  for (const tool of findTools(phrase)) addTool(phrase, tool, { source: 'prose' }, page);
}

/** Adds a heading that is the name of a tool, alone or with what it does behind it. */
export function addHeadingTool(phrase: Phrase, page: PageContext): void {
  for (const name of serversNamedIn(phrase.text, 'heading')) page.server(name);
  const range = leadingName(phrase, /^\s*(?:$|[—–:(]|-\s)/);
  if (!range) return findToolsInWords(phrase, page);
  const name = phrase.text.slice(range.start, range.end);
  const telling = hasSeveralWords(name) && standsUnderTools(page);
  addTool(phrase, { ...range, said: telling ? 'words' : 'nothing' }, { source: 'heading' }, page);
}

/** Whether the headings above speak of tools, and none that is nearer of something else that has names. */
function standsUnderTools({ outline, title }: PageContext): boolean {
  const above = [
    ...outline
      .slice(0, -1)
      .toReversed()
      .map(({ text }) => text),
    title ?? '',
  ];
  const nearest = above.find((text) => TOOLS.test(text) || PARTS.test(text));
  return nearest !== undefined && TOOLS.test(nearest) && !PARTS.test(nearest);
}

/** "The `list_trees` tool" */
function findToolsInWords(phrase: Phrase, page: PageContext): void {
  for (const tool of findTools(phrase)) if (tool.said !== 'nothing') addTool(phrase, tool, { source: 'heading' }, page);
}

/** Adds the names with which the items of a list begin. */
export function addListTools(items: readonly Phrase[], block: number, page: PageContext): void {
  const said = listsTools(page) ? 'words' : 'nothing';
  for (const phrase of items) {
    const range = leadingName(phrase, /^\s*(?:$|[—–:(,]|-\s)/);
    if (range) addTool(phrase, { ...range, said }, { source: 'list', block }, page);
  }
}

const HEAD = /^(?:available |mcp |server )?tools?(?: names?| ids?)?$/i;

/** Adds the names in columns of tools; where there is no such column, those with which the rows begin. `blocks` by column. */
export function addTableTools(
  [head, ...rows]: readonly (readonly Phrase[])[],
  blocks: readonly number[],
  page: PageContext,
): void {
  if (!head) return;
  const columns = head.map(({ text }) => HEAD.test(text.trim()));
  const said = !columns.includes(true) && listsTools(page) ? 'words' : 'nothing';
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const ofTools = columns[column] === true;
      const listed = ofTools ? cell.codes.flatMap((code) => nameIn(cell, code)) : [];
      const names = listed.length > 0 ? listed : leading(cell, column === 0 || ofTools);
      const place = { source: 'table', block: blocks[column] ?? 0 } as const;
      for (const range of names) addTool(cell, { ...range, said: ofTools ? 'words' : said }, place, page);
      if (names.length === 0) addPhraseTools(cell, page);
    }
  }
}

function leading(cell: Phrase, wanted: boolean): readonly Range[] {
  const range = wanted ? leadingName(cell, /^\s*(?:$|[—–:(,]|-\s)/) : undefined;
  return range ? [range] : [];
}

/** The name with which a text begins, in code or with an underscore, where something that ends a name follows. */
function leadingName(phrase: Phrase, end: RegExp): Range | undefined {
  const first = firstFrom(phrase.codes, 0);
  const code = first && /^\W*$/.test(phrase.text.slice(0, first.start)) ? nameIn(phrase, first)[0] : undefined;
  if (first && code && end.test(phrase.text.slice(first.end, first.end + 10).replace(/^[*_]+/, ''))) return code;
  const match = /^(\s*)([a-z][\w.-]{1,127})(?=\s|$|:|\()/.exec(phrase.text.slice(0, 200));
  const name = match?.[2]?.replace(/[:.]$/, '') ?? '';
  const start = match?.[1]?.length ?? 0;
  if (first?.start === start || !isToolName(name) || !(hasSeveralWords(name) || name === phrase.text.trim()))
    return undefined;
  const behind = phrase.text.slice(start + name.length, start + name.length + 10).replace(/^\([^()]*\)/, '');
  return end.test(behind) ? { start, end: start + name.length } : undefined;
}

const TOOLS = /\b(?:MCP|tools?)\b/i;
const PARTS =
  /\b(?:param(?:eter)?s?|arguments?|fields?|propert(?:y|ies)|options?|inputs?|outputs?|returns?|values?|respon\w+|prompts?|resources?|config\w*|settings?|environment|variables?|install\w*|setup)\b/i;

/** Whether the lead-in or the nearest heading says that tools are listed. */
export function listsTools(page: PageContext): boolean {
  const lead = surroundingsOf(page).lead?.text.slice(-200) ?? '';
  // Of a list within an item the heading says nothing.
  const inside = page.ancestors.some(({ node: { type } }) => type === 'listItem');
  const words = inside ? [lead] : [lead, page.outline.at(-1)?.text ?? page.title ?? ''];
  if (PARTS.test(lead)) return false;
  return words.some((text) => TOOLS.test(text) && !PARTS.test(text));
}

/** Adds the tools that a sample calls, defines, or names with their prefix. */
export function addFenceTools(fence: Fence, node: Code, page: PageContext): void {
  const block = page.spanOf(node).start;
  const text = page.text;
  for (const { own, ...tool } of toolsInFence(fence)) {
    const stance = own ? 'reader' : readStance(text, tool.span.start, tool.span.end);
    page.tool({ kind: 'tool', ...tool, stance, block });
  }
}
