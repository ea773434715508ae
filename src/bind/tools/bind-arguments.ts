import type {
  ArgumentMention,
  BoundTool,
  FactMention,
  FieldMention,
  Page,
  PayloadMention,
  SpecIndex,
  ToolBinding,
  ToolMention,
  ToolTarget,
  TruthPlace,
} from '../../model.ts';
import { likeName } from '../../text/like-names.ts';
import { lookUpPath } from '../../truth/schema/look-up-path.ts';
import type { Schemas } from '../../truth/schema/schema.ts';
import { toolAt } from '../../truth/tools/known-tools.ts';
import { mapSections } from '../facts/sections.ts';
import { because } from '../reasons.ts';

interface StatedArgument {
  readonly fact: FactMention;
  readonly mention: ArgumentMention;
  readonly target: BoundTool;
}

interface Truth {
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}

/** Ties tables and lists of arguments, and samples of them, to the tool under whose heading or name they stand. */
export function bindArguments(document: Page, tools: readonly ToolBinding[], truth: Truth): readonly StatedArgument[] {
  const itemOf = createItems(document, tools);
  const toolFor = findTool(document, tools, itemOf);
  const sets = fieldSets(document, itemOf).flatMap((fields) => {
    const [first] = fields;
    const tool = first && mayBeArguments(first) ? toolFor(first) : undefined;
    const input = tool && inputOf(tool, truth);
    if (!tool || !input || !areArguments(fields, input, truth)) return [];
    return fields.map((fact): StatedArgument => ({ fact, mention: { ...fact, kind: 'argument' }, target: tool }));
  });
  const samples = document.mentions.flatMap((fact): StatedArgument[] => {
    const tool = fact.kind === 'payload' && mayShowArguments(fact) ? toolFor(fact) : undefined;
    const input = tool && inputOf(tool, truth);
    if (fact.kind !== 'payload' || !tool || !input || !showsArguments(fact, input, truth)) return [];
    return [{ fact, mention: { ...fact, kind: 'arguments' }, target: { ...tool, certainty: 'likely' } }];
  });
  return [...sets, ...samples];
}

type ToolFinder = (fact: FactMention) => BoundTool | undefined;

/** The tool of the list item around the fact, or of the innermost heading that names one; else the only one named above it. */
function findTool(document: Page, tools: readonly ToolBinding[], itemOf: ItemFinder): ToolFinder {
  const targets = new Map(tools.map(({ mention, target }) => [mention, target]));
  const sections = mapSections(document.headings);
  const named = tools.flatMap(({ mention, target }) => (target.status === 'bound' ? [{ mention, target }] : []));
  const heads = named.filter(({ mention }) => mention.source === 'heading');
  return (fact) => {
    const item = itemOf(fact);
    if (item) return boundTo(targets.get(item), 'certain', 'it stands in the item of the tool');
    for (const around of sections.around(fact.section)) {
      const [head, ...others] = heads.filter(({ mention }) => mention.section === around);
      if (others.length > 0) return undefined;
      if (head) return boundTo(head.target, 'certain', 'it stands under a heading with the name of the tool');
    }
    const start = fact.block ?? fact.span.start;
    const above = named.filter(({ mention }) => mention.section === fact.section && mention.span.end <= start);
    const [only, ...others] = new Map(above.map((each) => [each.target.tool, each])).values();
    if (!only || others.length > 0 || only.mention.said === 'nothing') return undefined;
    return boundTo(only.target, 'likely', 'the section names no other tool above it');
  };
}

type ItemFinder = (fact: FactMention) => ToolMention | undefined;

/** Finds the item of the same list which begins with the name of a tool, known or not; arguments begin items too. */
function createItems({ mentions }: Page, bound: readonly ToolBinding[]): ItemFinder {
  const known = new Set(bound.map(({ mention }) => mention));
  const lists = new Map<number, ToolMention[]>();
  for (const mention of mentions) {
    if (mention.kind !== 'tool' || mention.source !== 'list' || mention.block === undefined) continue;
    if (mention.said !== 'words' && !known.has(mention)) continue;
    const list = lists.get(mention.block);
    if (list) list.push(mention);
    else lists.set(mention.block, [mention]);
  }
  return ({ source, block, span }) => {
    const list = source === 'list' && block !== undefined ? lists.get(block) : undefined;
    return list?.findLast((each) => each.span.start < span.start);
  };
}

function boundTo(
  target: ToolTarget | undefined,
  certainty: BoundTool['certainty'],
  detail: string,
): BoundTool | undefined {
  if (target?.status !== 'bound') return undefined;
  return { ...target, certainty, evidence: [because('place', detail)] };
}

function inputOf({ server, tool }: BoundTool, { truth }: Truth): TruthPlace | undefined {
  return toolAt(truth.mcpServers ?? [], server, tool)?.inputSchema;
}

/** Fields of one table, of one list within the item of a tool, or of components in one section. */
function fieldSets({ mentions }: Page, itemOf: ItemFinder): readonly (readonly FieldMention[])[] {
  const sets = new Map<string, FieldMention[]>();
  for (const mention of mentions) {
    if (mention.kind !== 'field' || mention.request !== undefined) continue;
    const { source, block, section, setting } = mention;
    if (source !== 'jsx' && source !== 'table' && source !== 'list') continue;
    const item = itemOf(mention)?.span.start;
    const key = `${source} ${source === 'jsx' ? '' : block} ${section} ${item} ${item === undefined ? '' : setting?.words}`;
    const set = sets.get(key);
    if (set) set.push(mention);
    else sets.set(key, [mention]);
  }
  return [...sets.values()];
}

const ANSWER = /\b(?:returns?|returned|outputs?|responses?|results?|errors?)\b/i;

function mayBeArguments({ place, setting }: FieldMention): boolean {
  if (place !== 'unknown' && place !== 'request' && place !== 'query') return false;
  return setting?.topic !== 'error' && !ANSWER.test(setting?.words ?? '');
}

/** Most of the names are arguments; one alone may be misspelt. */
function areArguments(fields: readonly FieldMention[], input: TruthPlace, { schemas }: Truth): boolean {
  const [only, ...others] = fields;
  const known = fields.filter(({ path }) => lookUpPath(schemas, [input], path).status === 'found').length;
  if (others.length > 0) return known > 0 && known * 2 >= fields.length;
  const names = [...schemas.open(input).properties.keys()];
  return (
    known > 0 || (only !== undefined && only.path.length === 1 && likeName(only.path[0] ?? '', names)?.firm === true)
  );
}

function mayShowArguments({ direction, fragment, request, setting }: PayloadMention): boolean {
  if (direction === 'response' || fragment || request !== undefined) return false;
  const words = setting?.words ?? '';
  return /\b(?:arguments?|inputs?|param(?:eter)?s?)\b/i.test(words) && !ANSWER.test(words);
}

function showsArguments({ value }: PayloadMention, input: TruthPlace, { schemas }: Truth): boolean {
  if (value.kind !== 'object' || value.members.length === 0) return false;
  const known = value.members.filter(({ name }) => lookUpPath(schemas, [input], [name]).status === 'found').length;
  return known > 0 && known * 2 >= value.members.length;
}
