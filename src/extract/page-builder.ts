import type { Nodes, Parent } from 'mdast';
import type { Framework, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { HostMention, MethodMention, Page, PageFormat, RequestTarget } from '../model.ts';
import { byteOrderMark, type SourceText, spanOf, verbatim } from '../text/source-text.ts';
import { definitionsIn } from './definitions.ts';
import { isRejection, type Parse } from './engine.ts';
import type { Extractor, PageContext } from './extractor.ts';
import { offsetsOf } from './lift.ts';
import { maskForeignMarks } from './mask-foreign-marks.ts';
import { collectFacts } from './page-facts.ts';
import type { Label } from './phrase/find-labels.ts';
import type { StatedHost } from './phrase/stated-host.ts';
import { queryFacts } from './query-facts.ts';
import { rendersNothing } from './renders-nothing.ts';
import { toolTalkOf } from './tools/tool-talk.ts';
import { toolsInFact } from './tools/tools-in-fact.ts';

export interface PageInput {
  readonly file: string;
  readonly text: string;
  readonly format: PageFormat;
  readonly framework: Framework;
  /** Absent where nothing is known of the project. */
  readonly project?: ProjectFacts;
  readonly components: Readonly<Record<string, OperationComponent>>;
  /** Command line programs whose calls are read; none where absent. */
  readonly programs?: readonly string[];
  /** The phrases of the configuration that say that a statement was not verified. */
  readonly ownHedges?: RegExp | undefined;
  readonly parse: Parse;
}

const NONE: readonly Extractor[] = [];

type Extractors = ReadonlyMap<Nodes['type'], readonly Extractor[]>;

/** Elements whose children are alternative samples of one call. */
const GROUPS = /(?:^Tabs|Tabs|CodeGroup|CodeBlocks?|CodeTabs|RequestExample|ResponseExample|EndpointSnippet)$/;

/** A document that is being walked: the page itself, or a fence that holds one. */
interface OpenDocument {
  readonly source: SourceText;
  readonly root: Parent;
  definitions?: ReadonlyMap<string, string>;
}

/**
 * Walks a page once, hands each node to the extractors of its type, and collects what they find. All state of the
 * extraction is here and in the facts. Throws what `parse` throws.
 */
export function buildPage(input: PageInput, extractors: Extractors): Page {
  const toolTalk = toolTalkOf(input.file, input.text);
  const facts = collectFacts(input.text, toolTalk);
  // Parsers count from behind the mark.
  const body = input.text.slice(byteOrderMark(input.text));
  let document: OpenDocument = {
    source: verbatim(body, byteOrderMark(input.text)),
    root: parsePage({ ...input, text: body }),
  };
  let ancestors: { readonly node: Parent; index: number }[] = [];
  let leads: SourceText[] = [];
  let group: number | undefined;
  let groups = 0;
  let above: Nodes | undefined;
  const around: Nodes[] = [];
  const stated = trackStatedHosts();

  const labels = pairLabels((method, target) => {
    page.mention({
      source: 'prose',
      span: target.span,
      text: `${method.value} ${target.text}`,
      method,
      target,
      ...(stated.current() && !target.host && { statedHost: stated.current() }),
      stance: 'claim',
      certain: true,
    });
  });

  const page: PageContext = {
    ...facts,
    label: labels.add,
    heading(heading) {
      labels.clear();
      facts.heading(heading);
      stated.enter(heading.level);
    },
    file: input.file,
    format: input.format,
    framework: input.framework,
    components: input.components,
    ids: input.framework.ids?.({
      project: input.project ?? {},
      format: input.format,
      frontmatter: () => facts.frontmatter() ?? {},
    }),
    ownHedges: input.ownHedges,
    text: input.text,
    programs: input.programs ?? [],
    command: (draft) => facts.command(draft, group),
    mention(draft) {
      const request = facts.mention(draft, group);
      for (const fact of queryFacts(draft)) facts.fact({ ...fact, request }, group);
      return request;
    },
    fact(draft) {
      facts.fact(draft, group);
      for (const tool of toolTalk === 'mcp' ? toolsInFact(draft) : []) facts.tool(tool, group);
    },
    tool: (draft) => facts.tool(draft, group),
    toolTalk,
    get doc() {
      return document.source;
    },
    phrases: new Map(),
    get ancestors() {
      return ancestors;
    },
    get outline() {
      return facts.outline();
    },
    get leads() {
      return leads;
    },
    get above() {
      return above;
    },
    around,
    get title() {
      return facts.title();
    },
    get statedHost() {
      return stated.current();
    },
    stateHost(host) {
      stated.add(host);
      if (host.reach !== 'next') facts.stateHost(host.host);
    },
    addLead: (lead) => void leads.push(lead),
    clearLeads() {
      leads = [];
    },
    definition(identifier) {
      document.definitions ??= definitionsIn(document.root);
      return document.definitions.get(identifier);
    },
    spanOf(node) {
      const { start, end } = offsetsOf(node);
      return spanOf(document.source, start, end);
    },
    readNested(source, format) {
      const root = parseNested(source, format, input.parse);
      if (!root) return;
      const outer = { document, ancestors };
      document = { source, root };
      ancestors = [];
      visit(root);
      ({ document, ancestors } = outer);
    },
  };

  function visit(node: Nodes | Parent): void {
    // Most nodes of a page are words.
    if (isNode(node) && node.type === 'text') return extract(node);
    const [outerGroup, outerAbove] = [group, above];
    const isGroup = 'name' in node && typeof node.name === 'string' && GROUPS.test(node.name);
    if (isGroup) group = groups++;
    if (isNode(node)) extract(node);
    if ('children' in node) visitChildren(node, isGroup);
    group = outerGroup;
    above = outerAbove;
  }

  function extract(node: Nodes): void {
    for (const extractor of extractors.get(node.type) ?? NONE) extractor.extract(node, page);
  }

  function visitChildren(node: Parent, isGroup: boolean): void {
    const here = { node, index: 0 };
    const element = isNode(node) && node.type === 'mdxJsxFlowElement';
    ancestors.push(here);
    if (element) around.push(node);
    const outer = group;
    for (const child of node.children) {
      const tab = !isGroup && isTab(child);
      if (!tab) group = outer;
      else if (!isTab(node.children[here.index - 1])) group = groups++;
      visit(child);
      here.index += 1;
      // What introduces a group introduces each of its samples.
      const goesOn = isGroup || (tab && isTab(node.children[here.index]));
      if (!goesOn && !rendersNothing(child)) above = child;
    }
    group = outer;
    if (element) around.pop();
    ancestors.pop();
  }

  visit(document.root);
  return facts.finish(input.file, input.format);
}

/** The servers that the page states for its sections, and for all of it. */
function trackStatedHosts() {
  let ofPage: HostMention | undefined;
  let sections: readonly { readonly level: number; readonly host?: HostMention }[] = [];
  return {
    current: (): HostMention | undefined => sections.findLast(({ host }) => host)?.host ?? ofPage,
    enter(level: number): void {
      sections = [...sections.filter((section) => section.level < level), { level }];
    },
    add({ host, reach }: StatedHost): void {
      if (reach === 'page') ofPage = host;
      if (reach !== 'section') return;
      const level = sections.at(-1)?.level ?? 0;
      sections = [...sections.filter((section) => section.level !== level), { level, host }];
    },
  };
}

/** Brings the method of one labelled line together with the address of another; a heading parts them. */
function pairLabels(emit: (method: MethodMention, target: RequestTarget) => void) {
  let open: Label = {};
  return {
    clear(): void {
      open = {};
    },
    add(label: Label): void {
      // A second address without a method between starts another description.
      open = label.target && open.target ? label : { ...open, ...label };
      if (!open.target || !open.methods) return;
      for (const method of open.methods) emit(method, open.target);
      open = {};
    },
  };
}

/**
 * A `.md` page of a framework that reads it as MDX may still be plain Markdown: whether it is stands in a configuration
 * which we do not run. So only a page that is neither is broken.
 */
function parsePage({ file, text, format, framework, parse }: PageInput): Parent {
  const masked = maskForeignMarks(text, format === 'mdx' ? (framework.foreignMarks ?? []) : []);
  try {
    return parse(masked, format);
  } catch (error) {
    if (isRejection(error) || format !== 'mdx' || !file.endsWith('.md')) throw error;
    return parse(text, 'md');
  }
}

/** A fence that holds no document after all is a sample like any other, not a broken page. */
function parseNested(source: SourceText, format: PageFormat, parse: Parse): Parent | undefined {
  try {
    return parse(source.text, format);
  } catch (error) {
    if (isRejection(error)) throw error;
    return undefined;
  }
}

/** Fumadocs makes one group of fences side by side that name a tab: ```` ```bash tab="cURL" ````. */
function isTab(node: Nodes | undefined): boolean {
  return node?.type === 'code' && /(?:^|\s)tab\s*=/.test(node.meta ?? '');
}

function isNode(node: Nodes | Parent): node is Nodes {
  return 'type' in node;
}
