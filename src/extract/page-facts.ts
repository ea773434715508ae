import type { Anchor, Directive, Heading, Link, Mention, Page, PageFormat, PageImport } from '../model.ts';
import type { FactDraft, MentionDraft, PageContext } from './extractor.ts';
import { isPastHeading } from './phrase/stance.ts';

type Collector = Pick<
  PageContext,
  'anchor' | 'closeDirectives' | 'directive' | 'heading' | 'import' | 'link' | 'openDirective' | 'setFrontmatter'
>;

/** What has been read of a page so far. */
export interface PageFacts extends Collector {
  /** Adds a mention below the last heading; `group` is the code group around it. */
  mention(draft: MentionDraft, group: number | undefined): number;
  fact(draft: FactDraft, group: number | undefined): void;
  /** The page, when all of it was walked. */
  finish(file: string, format: PageFormat): Page;
}

/** Collects the facts of one page in the order of the walk. */
export function collectFacts(text: string): PageFacts {
  const headings: Heading[] = [];
  const anchors: Anchor[] = [];
  const links: Link[] = [];
  const mentions: Mention[] = [];
  const imports: PageImport[] = [];
  const directives = collectDirectives();
  const past = trackPast();
  let frontmatter: Readonly<Record<string, unknown>> | undefined;
  const placed = ({ stance }: MentionDraft | FactDraft, group: number | undefined) => ({
    stance: stance === 'claim' && past.now() ? ('historical' as const) : stance,
    section: headings.length - 1,
    ...(group !== undefined && { group }),
  });
  return {
    ...directives,
    link: (link) => void links.push(link),
    anchor: (anchor) => void anchors.push(anchor),
    import: (entry) => void imports.push(entry),
    heading(heading) {
      headings.push(heading);
      past.enter(heading);
    },
    mention: (draft, group) => mentions.push({ kind: 'operation', ...draft, ...placed(draft, group) }) - 1,
    fact: (draft, group) => void mentions.push({ ...draft, ...placed(draft, group) }),
    setFrontmatter(data) {
      frontmatter = data;
    },
    finish(file, format) {
      directives.closeDirectives([], text.length);
      const stated = typeof frontmatter?.title === 'string' ? frontmatter.title : undefined;
      const title = stated ?? headings.find((heading) => heading.level === 1)?.text;
      const named = { file, format, ...(title !== undefined && { title }), ...(frontmatter && { frontmatter }) };
      return { ...named, headings, anchors, links, mentions, directives: directives.inOrder(), imports };
    },
  };
}

/** Whether the current section, or one around it, speaks of the past. */
function trackPast() {
  const around: { readonly level: number; readonly past: boolean }[] = [];
  return {
    now: (): boolean => around.at(-1)?.past === true,
    enter({ level, text }: Heading): void {
      while ((around.at(-1)?.level ?? 0) >= level) around.pop();
      around.push({ level, past: isPastHeading(text) || around.at(-1)?.past === true });
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
