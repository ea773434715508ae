import type {
  Anchor,
  Directive,
  Heading,
  Hedge,
  HostMention,
  Link,
  Mention,
  Page,
  PageFormat,
  PageImport,
  ServerName,
} from '../model.ts';
import type { CommandDraft, FactDraft, MentionDraft, PageContext, ToolDraft } from './extractor.ts';
import { isPastHeading } from './phrase/stance.ts';
import { serversNamedIn } from './tools/server-names.ts';
import type { ToolTalk } from './tools/tool-talk.ts';

type Collector = Pick<
  PageContext,
  | 'anchor'
  | 'closeDirectives'
  | 'directive'
  | 'heading'
  | 'hedge'
  | 'import'
  | 'link'
  | 'openDirective'
  | 'server'
  | 'setFrontmatter'
>;

/** What has been read of a page so far. */
export interface PageFacts extends Collector {
  /** The headings around the current place, outermost first. */
  outline(): readonly Heading[];
  title(): string | undefined;
  frontmatter(): Readonly<Record<string, unknown>> | undefined;
  /** Adds a mention below the last heading; `group` is the code group around it. */
  mention(draft: MentionDraft, group: number | undefined): number;
  fact(draft: FactDraft, group: number | undefined): void;
  /** The server of what the last heading names, and of the calls that are described below it by labels. */
  stateHost(host: HostMention): void;
  command(draft: CommandDraft, group: number | undefined): void;
  tool(draft: ToolDraft, group: number | undefined): void;
  /** The page, when all of it was walked. */
  finish(file: string, format: PageFormat): Page;
}

/** Collects the facts of one page in the order of the walk. */
export function collectFacts(text: string, toolTalk: ToolTalk): PageFacts {
  const headings: Heading[] = [];
  const anchors: Anchor[] = [];
  const links: Link[] = [];
  const mentions: Mention[] = [];
  const imports: PageImport[] = [];
  const hedges: Hedge[] = [];
  const servers: ServerName[] = [];
  const tools = new Set<number>();
  const directives = collectDirectives();
  const sections = trackSections();
  let frontmatter: Readonly<Record<string, unknown>> | undefined;
  const placed = ({ stance }: Pick<FactDraft, 'stance'>, group: number | undefined) => ({
    stance: stance === 'claim' && sections.past() ? ('historical' as const) : stance,
    section: headings.length - 1,
    ...(group !== undefined && { group }),
  });
  let firstHeading: string | undefined;
  const title = () => (typeof frontmatter?.title === 'string' ? frontmatter.title : firstHeading);
  return {
    ...directives,
    outline: sections.headings,
    title,
    frontmatter: () => frontmatter,
    link: (link) => void links.push(link),
    anchor: (anchor) => void anchors.push(anchor),
    import: (entry) => void imports.push(entry),
    hedge: (hedge) => void hedges.push({ ...hedge, section: headings.length - 1 }),
    heading(heading) {
      headings.push(heading);
      sections.enter(heading);
      if (heading.level === 1) firstHeading ??= heading.text;
    },
    mention: (draft, group) => mentions.push({ kind: 'operation', ...draft, ...placed(draft, group) }) - 1,
    fact: (draft, group) => void mentions.push({ ...draft, ...placed(draft, group) }),
    stateHost(statedHost) {
      for (const [index, mention] of mentions.entries()) {
        const described = mention.kind === 'operation' && mention.source === 'heading' && mention.target;
        if (!described || mention.section !== headings.length - 1) continue;
        if (!described.host && !mention.statedHost) mentions[index] = { ...mention, statedHost };
      }
    },
    command: (draft, group) => void mentions.push({ kind: 'command', ...draft, ...placed(draft, group) }),
    tool(draft, group) {
      if (!tools.has(draft.span.start)) mentions.push({ ...draft, ...placed(draft, group) });
      tools.add(draft.span.start);
    },
    server: (name) => void servers.push({ name, section: headings.length - 1 }),
    setFrontmatter(data) {
      frontmatter = data;
    },
    finish(file, format) {
      directives.closeDirectives([], text.length);
      const name = title();
      const named = { file, format, ...(name !== undefined && { title: name }), ...(frontmatter && { frontmatter }) };
      const mcp = toolTalk === 'mcp' && { mcpServers: serversOf(name, servers) };
      const lists = { headings, anchors, links, mentions, directives: directives.inOrder(), imports };
      return { ...named, ...lists, ...(hedges.length > 0 && { hedges }), ...mcp };
    },
  };
}

/** The servers of the title stand in front. */
function serversOf(title: string | undefined, named: readonly ServerName[]): readonly ServerName[] {
  return [...serversNamedIn(title ?? '', 'heading').map((name) => ({ name, section: -1 })), ...named];
}

/** The sections around the current place, and whether one of them speaks of the past. */
function trackSections() {
  const around: { readonly heading: Heading; readonly past: boolean }[] = [];
  return {
    past: (): boolean => around.at(-1)?.past === true,
    headings: (): readonly Heading[] => around.map(({ heading }) => heading),
    enter(heading: Heading): void {
      while ((around.at(-1)?.heading.level ?? 0) >= heading.level) around.pop();
      around.push({ heading, past: isPastHeading(heading.text) || around.at(-1)?.past === true });
    },
  };
}

/** Directives; one that opens a range is held until its end is known. */
function collectDirectives() {
  const directives: Directive[] = [];
  const open: Omit<Directive, 'scope'>[] = [];
  return {
    directive: (directive: Directive): void => void directives.push(directive),
    openDirective: (directive: Omit<Directive, 'scope'>): void => void open.push(directive),
    closeDirectives(rules: readonly string[], end: number): void {
      for (const directive of [...open]) {
        const all = rules.length === 0 || directive.rules.length === 0;
        if (!all && !directive.rules.some((rule) => rules.includes(rule))) continue;
        directives.push({ ...directive, scope: { start: directive.span.start, end } });
        open.splice(open.indexOf(directive), 1);
      }
    },
    inOrder: (): Directive[] => directives.toSorted((a, b) => a.span.start - b.span.start),
  };
}
