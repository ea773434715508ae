import type { ToolMention } from '../../model.ts';
import { hasSeveralWords } from '../../text/like-names.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { overlapsAny, type Range } from '../phrase/ranges.ts';
import { sentenceAround } from '../phrase/stance.ts';
import { properName, serversNamedIn } from './server-names.ts';
import { isToolName, PREFIXED } from './tool-name.ts';

/** A tool that a phrase names. The range, in the phrase's text, holds the name alone. */
export interface NamedTool extends Range {
  readonly said: ToolMention['said'];
  readonly server?: ToolMention['server'];
}

/** All that a phrase calls a tool, and the names in code of which it does not say what they are. */
export function findTools(phrase: Phrase): readonly NamedTool[] {
  const prefixed = prefixedTools(phrase.text);
  const plain = [...phrase.codes.flatMap((code) => nameIn(phrase, code)), ...plainNames(phrase)]
    .filter(({ start, end }) => !overlapsAny(prefixed, start, end))
    .sort((one, other) => one.start - other.start);
  const said = sayings(phrase.text, plain);
  const named = plain.map((range, index) => ({ range, said: said[index] ?? 'nothing' }));
  const tools = named.flatMap(({ range, said }): NamedTool[] => {
    // Words that stand in no code are names only where something says so.
    if (said !== 'words' && (!range.code || !hasSeveralWords(textOf(phrase, range)))) return [];
    const name = ownerOf(phrase, range);
    return [{ start: range.start, end: range.end, said, ...(name && { server: { name, by: 'words' as const } }) }];
  });
  return [...prefixed, ...tools].sort((one, other) => one.start - other.start);
}

/** `mcp__orchard__list_trees`, wherever it stands. */
export function prefixedTools(text: string): readonly NamedTool[] {
  if (!text.includes('mcp__')) return [];
  return [...text.matchAll(PREFIXED)].flatMap((match) => {
    const { server = '', tool = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const named = { start: end - tool.length, end, said: 'form' as const };
    return isToolName(tool) ? [{ ...named, server: { name: server, by: 'form' as const } }] : [];
  });
}

interface Name extends Range {
  readonly code: boolean;
}

/** `list_trees`, `list_trees()`, `list_trees(orchard_id)`: the name in it. */
export function nameIn(phrase: Phrase, code: Range): readonly Name[] {
  const text = textOf(phrase, code);
  const match = /^(\s*["']?)([\w.-]{2,128})(?:\([^()]{0,200}\))?["']?\s*$/.exec(text.slice(0, 400));
  const name = match?.[2];
  if (name === undefined || text.length > 400 || !isToolName(name)) return [];
  const start = code.start + (match?.[1]?.length ?? 0);
  return [{ start, end: start + name.length, code: true }];
}

/** "The deploy_orchard and list_trees tools", without code marks. */
function plainNames(phrase: Phrase): readonly Name[] {
  if (!/\btools?\b/i.test(phrase.text) || !phrase.text.includes('_')) return [];
  return [...phrase.text.matchAll(/(?<![\w./-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w./(-])/g)].flatMap(
    ({ index: start, 0: name }) => {
      const range = { start, end: start + name.length, code: false };
      return isToolName(name) && !overlapsAny(phrase.codes, range.start, range.end) ? [range] : [];
    },
  );
}

const KINDS = String.raw`(?<!\b(?:CLI|command[- ]line|build|dev|development|migration|scripting|testing|debugging|external|third[- ]party|HTTP|AI|coding)[ -])`;
const TOOL_BEFORE = new RegExp(
  String.raw`${KINDS}\btools?(?: (?:called|named|is|are|like|such as|including|includes?))?[\s:*("“]{0,4}(?:the )?$`,
  'i',
);
const TOOL_AFTER = /^["”)*]{0,3}\s{1,3}(?:MCP\s)?tools?\b(?!-)/i;
const TOOLS_AFTER = /^["”)*]{0,3}\s{1,3}(?:MCP\s)?tools\b/i;
const VERB = /\b(?:call|invoke|execut|us|run)(?:e|s|es|ed|ing|ning)?\s(?:the\s)?$/i;
const JOINT = /^(?:\s|,|\/|&|\band\b|\bor\b|\bthen\b){1,8}$/i;

/** What the words around each name say of it; what is said of one of a series is said of all. */
function sayings(text: string, names: readonly Range[]): readonly ToolMention['said'][] {
  const said: ToolMention['said'][] = names.map(({ start, end }) => {
    const before = text.slice(Math.max(start - 60, 0), start);
    if (TOOL_BEFORE.test(before) || TOOL_AFTER.test(text.slice(end, end + 20))) return 'words';
    return VERB.test(before) ? 'verb' : 'nothing';
  });
  const joined = (index: number) => {
    const [one, other] = [names[index], names[index + 1]];
    return one && other && other.start - one.end < 20 && JOINT.test(text.slice(one.end, other.start));
  };
  for (let index = 0; index < names.length - 1; index++) {
    const before = text.slice(0, names[index]?.start).slice(-60);
    if (said[index] === 'words' && joined(index) && isSeries(before, said, index)) said[index + 1] = 'words';
  }
  for (let index = names.length - 2; index >= 0; index--) {
    const next = names[index + 1];
    const plural = next && (TOOLS_AFTER.test(text.slice(next.end, next.end + 20)) || said[index + 2] === 'words');
    if (said[index + 1] === 'words' && plural && joined(index)) said[index] = 'words';
  }
  return said;
}

/** "the tools `a` and `b`", but not "the tool `a` and `b`". */
function isSeries(before: string, said: readonly ToolMention['said'][], index: number): boolean {
  return /\btools\b[^.;]{0,30}$/i.test(before) || (index > 0 && said[index - 1] === 'words');
}

/** Whose tool the words around it say it is: "GitHub's `x`", "the GitHub `x` tool", "the `x` tool of the GitHub MCP server". */
function ownerOf(phrase: Phrase, range: Range): string | undefined {
  const [start, end] = sentenceAround(phrase, range);
  const lead = phrase.text.slice(Math.max(start, range.start - 80), range.start);
  const rest = phrase.text.slice(range.end, Math.min(end, range.end + 80));
  const possessive = /([A-Z][\w.]{0,40})['’]s\s(?:MCP\s)?["'“]?$/.exec(lead)?.[1];
  const adjective = /[a-z,]\s([A-Z][\w.]{0,40})\s["'“]?$/.exec(lead)?.[1];
  const behind = /^["”)]?\s(?:MCP\s)?tools?\s(?:from|of|in|by|on|provided by)\s(?:the\s)?([A-Z][\w.]{0,40})/.exec(
    rest,
  )?.[1];
  const [server] = serversNamedIn(
    phrase.text.slice(Math.max(start, range.start - 200), Math.min(end, range.end + 200)),
    'sentence',
  );
  const name = [possessive, behind, server, adjective]
    .map((each) => properName(each ?? ''))
    .find((each) => each !== '');
  return name === 'MCP' ? undefined : name;
}

function textOf({ text }: Phrase, { start, end }: Range): string {
  return text.slice(start, end);
}
