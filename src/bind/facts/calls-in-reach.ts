import type { Evidence, FactMention, OperationBinding, OperationKey, Page } from '../../model.ts';
import { because } from '../reasons.ts';
import { mapSections, type Sections } from './sections.ts';

/** A call which a fact may speak of, because of where both stand. */
export interface CallInReach {
  readonly spec: string;
  /** Several where the guide names a path without a method. */
  readonly operations: readonly OperationKey[];
  readonly certainty: 'certain' | 'likely';
  readonly evidence: Evidence;
  /** Nothing but the whole page leads to it. */
  readonly remote?: true;
}

/** More calls than these nobody keeps in mind above one block. */
export const MOST_CALLS = 8;

/** Finds the calls around a fact, by the first cue that gives any; nearest first. */
export type CallFinder = (fact: FactMention) => readonly CallInReach[];

/** A call of one page with its place in it. */
interface Call {
  readonly start: number;
  readonly section: number;
  readonly group: number | undefined;
  /** A path alone, which a sentence or a table names in passing. */
  readonly passing: boolean;
  readonly source: OperationBinding['mention']['source'];
  readonly spec: string;
  /** None for a sample that calls what no spec has: what stands below it is its own. */
  readonly operations: readonly OperationKey[];
}

interface Reach {
  readonly calls: readonly Call[];
  readonly sections: Sections;
  /** Where blocks start that show a body and belong to no call by their own form. */
  readonly payloads: readonly number[];
  /** Where components stand that may render a call which we do not see. */
  readonly curtains: readonly number[];
  /** Calls of what is rendered together with this file, at a place that is not known. */
  readonly elsewhere: readonly Call[];
}

/**
 * The cues in the order of their strength: the same group of tabs, the same section, a section around it, the front matter,
 * the only operation of the page. `elsewhere` are the calls of snippets that the page renders.
 */
export function findCallsOn(
  page: Page,
  bindings: readonly OperationBinding[],
  elsewhere: readonly OperationBinding[],
): CallFinder {
  const calls = bindings.flatMap(callOf).sort((one, other) => one.start - other.start);
  const payloads = page.mentions.flatMap((mention) =>
    mention.kind === 'payload' && mention.request === undefined ? [mention.span.start] : [],
  );
  const curtains = page.anchors.flatMap((anchor) => (anchor.kind === 'dynamic' ? [anchor.span.start] : []));
  const sections = mapSections(page.headings);
  const reach = { calls, sections, payloads, curtains, elsewhere: elsewhere.flatMap(callOf) };
  return (fact) => {
    if (calls.length === 0) return [];
    const answer = fact.kind === 'payload' && fact.direction === 'response';
    // What a table names in its cells is what its rows speak of, not what the table is about.
    const outside = calls.filter(
      ({ source, start, group }) =>
        !(fact.source === 'table' && source === 'table') &&
        !(answer && isBelow(source, start, fact) && (fact.group === undefined || group !== fact.group)),
    );
    for (const known of [outside.filter((call) => !call.passing), outside]) {
      for (const cue of [inGroup, inSection, inSectionAround, inFrontmatter, onPage]) {
        const found = cue(fact, { ...reach, calls: known });
        if (found.length > 0) return isBehindCurtain(fact, known, reach) ? [] : found;
      }
    }
    return [];
  };
}

/** A body below a component may belong to a call that the component renders. */
function isBehindCurtain(fact: FactMention, calls: readonly Call[], { curtains }: Reach): boolean {
  if (fact.kind !== 'payload') return false;
  const nearest = calls.findLast((call) => call.start < fact.span.start && call.source !== 'frontmatter')?.start ?? 0;
  return curtains.some((curtain) => nearest < curtain && curtain < fact.span.start);
}

/** An answer is shown below its call. */
function isBelow(source: Call['source'], start: number, fact: FactMention): boolean {
  return source !== 'frontmatter' && start > fact.span.start;
}

function callOf({ mention, target }: OperationBinding): Call[] {
  if (!['claim', 'deprecated'].includes(mention.stance)) return [];
  const { span, section, group, source, method } = mention;
  const place = { start: span.start, section, group, source };
  if (target.status !== 'bound') {
    return SENT.includes(source) ? [{ ...place, passing: false, spec: '', operations: [] }] : [];
  }
  const passing = method === undefined && mention.operationId === undefined && source !== 'heading';
  return [{ ...place, passing, spec: target.spec, operations: target.operations }];
}

type Cue = (fact: FactMention, reach: Reach) => readonly CallInReach[];

const inGroup: Cue = ({ group }, { calls }) => {
  if (group === undefined) return [];
  const only = onlyCall(calls.filter((call) => call.group === group));
  return only ? [reached(only, 'certain', because('group', 'the same group of samples calls it'))] : [];
};

const inSection: Cue = (fact, { calls, payloads }) => {
  const own = calls.filter((call) => call.section === fact.section && call.source !== 'frontmatter');
  const only = onlyCall(own);
  if (only) return [reached(only, 'certain', because('section', 'the only call of its section'))];
  return nearestFirst(own, fact, payloads).map(({ call, certainty }) =>
    reached(call, certainty, because('section', 'a call of the same section')),
  );
};

/** `## Plant a tree`, a request, then `### Response`: the sections below a heading speak of the call that it introduces. */
const inSectionAround: Cue = (fact, { calls, sections, payloads }) => {
  for (const outer of sections.around(fact.section).slice(1)) {
    const inside = calls.filter((call) => sections.within(call.section, outer) && call.source !== 'frontmatter');
    if (inside.length === 0) continue;
    const only = onlyCall(inside);
    if (only) return [reached(only, 'certain', because('section around', 'the only call of the section around it'))];
    const introduced = onlyCall(inside.filter((call) => call.section === outer));
    if (introduced)
      return [reached(introduced, 'likely', because('section around', 'the section around it is about it'))];
    const above = inside.filter((call) => call.start < fact.span.start);
    return nearestFirst(above, fact, payloads).map(({ call, certainty }) =>
      reached(call, certainty, because('section around', 'a call above it, in the section around')),
    );
  }
  return [];
};

const inFrontmatter: Cue = (_, { calls }) => {
  const stated = onlyCall(calls.filter((call) => call.source === 'frontmatter'));
  if (!stated) return [];
  const others = calls.some((call) => !onlyCall([stated, call]));
  return [reached(stated, others ? 'likely' : 'certain', because('front matter', 'the page is about it'))];
};

const onPage: Cue = (_, { calls, elsewhere }) => {
  const only = onlyCall([...calls, ...elsewhere]);
  return only ? [{ ...reached(only, 'likely', because('page', 'the only operation of the page')), remote: true }] : [];
};

/** Samples that send something, below which the answer is shown. */
const SENT = ['call', 'curl', 'http', 'request-line'];

/** Calls above the fact, nearest first, then those below it; what is called an answer right below a sample is its answer. */
function nearestFirst(
  calls: readonly Call[],
  fact: FactMention,
  payloads: readonly number[],
): { call: Call; certainty: CallInReach['certainty'] }[] {
  const { start } = fact.span;
  const above = calls.filter((call) => call.start < start).toReversed();
  const [nearest] = above;
  if (nearest && isStranger(nearest)) return [];
  const answers = fact.kind === 'payload' && fact.direction === 'response';
  const between = payloads.some((other) => nearest && nearest.start < other && other < start);
  const adjacent = answers && nearest !== undefined && SENT.includes(nearest.source) && !between;
  const own = [...above, ...calls.filter((call) => call.start >= start)].filter((call) => !isStranger(call));
  return unique(own).map((call) => ({
    call,
    certainty: adjacent && call === nearest ? 'certain' : 'likely',
  }));
}

function isStranger({ operations }: Call): boolean {
  return operations.length === 0;
}

function reached({ spec, operations }: Call, certainty: CallInReach['certainty'], evidence: Evidence): CallInReach {
  return { spec, operations, certainty, evidence };
}

function unique(calls: readonly Call[]): readonly Call[] {
  const seen = new Set<string>();
  return calls.filter(({ operations }) => {
    const key = operations.join('\0');
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The one operation that all calls may mean: a path alone (`/trees`) agrees with a call of one of its methods. */
function onlyCall(calls: readonly Call[]): Call | undefined {
  const [first, ...others] = calls;
  if (!first) return undefined;
  let common = first.operations;
  for (const { operations } of others) common = common.filter((key) => operations.includes(key));
  return common.length > 0 ? { ...first, operations: common } : undefined;
}
