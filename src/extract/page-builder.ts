import type { Nodes, Parent } from 'mdast';
import type { Framework, OperationComponent } from '../frameworks/framework.ts';
import type { Anchor, Directive, Heading, Link, Mention, Page, PageFormat, PageImport } from '../model.ts';
import { type SourceText, spanOf, verbatim } from '../text/source-text.ts';
import { definitionsIn } from './definitions.ts';
import { isRejection, type Parse } from './engine.ts';
import type { Extractor, PageContext } from './extractor.ts';
import { offsetsOf } from './lift.ts';
import { maskForeignMarks } from './mask-foreign-marks.ts';
import { isPastHeading } from './phrase/stance.ts';

export interface PageInput {
  readonly file: string;
  readonly text: string;
  readonly format: PageFormat;
  readonly framework: Framework;
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly parse: Parse;
}

/** Elements whose children are alternative samples of one call. */
const GROUPS = /(?:^Tabs|Tabs|CodeGroup|CodeBlocks?|CodeTabs|RequestExample|ResponseExample|EndpointSnippet)$/;

/**
 * Walks a page once, hands each node to the extractors of its type, and collects what they find.
 * All state of the extraction is here. Throws what `parse` throws.
 */
export function buildPage(input: PageInput, extractors: ReadonlyMap<Nodes['type'], readonly Extractor[]>): Page {
  const headings: Heading[] = [];
  const anchors: Anchor[] = [];
  const links: Link[] = [];
  const mentions: Mention[] = [];
  const directives: Directive[] = [];
  const imports: PageImport[] = [];
  const open: Omit<Directive, 'scope'>[] = [];
  const past: { level: number; past: boolean }[] = [];
  let frontmatter: Readonly<Record<string, unknown>> | undefined;
  let group: number | undefined;
  let groups = 0;
  let doc = verbatim(input.text);
  let root = parsePage(input);
  let definitions: ReadonlyMap<string, string> | undefined;
  let leads: SourceText[] = [];

  const page: PageContext = {
    file: input.file,
    format: input.format,
    framework: input.framework,
    components: input.components,
    slugger: input.framework.slugs?.(),
    text: input.text,
    get doc() {
      return doc;
    },
    get leads() {
      return leads;
    },
    definition(identifier) {
      definitions ??= definitionsIn(root);
      return definitions.get(identifier);
    },
    mention(draft) {
      const stance = draft.stance === 'claim' && past.at(-1)?.past ? 'historical' : draft.stance;
      const place = { section: headings.length - 1, ...(group !== undefined && { group }) };
      mentions.push({ kind: 'operation', ...draft, stance, ...place });
    },
    link: (link) => void links.push(link),
    anchor: (anchor) => void anchors.push(anchor),
    heading(heading) {
      headings.push(heading);
      while ((past.at(-1)?.level ?? 0) >= heading.level) past.pop();
      past.push({ level: heading.level, past: isPastHeading(heading.text) || past.at(-1)?.past === true });
    },
    directive: (directive) => void directives.push(directive),
    import: (entry) => void imports.push(entry),
    openDirective: (directive) => void open.push(directive),
    closeDirectives(rules, end) {
      for (const directive of [...open]) {
        const names = rules.length === 0 || directive.rules.length === 0;
        if (!names && !directive.rules.some((rule) => rules.includes(rule))) continue;
        directives.push({ ...directive, scope: { start: directive.span.start, end } });
        open.splice(open.indexOf(directive), 1);
      }
    },
    addLead: (lead) => void leads.push(lead),
    clearLeads() {
      leads = [];
    },
    setFrontmatter(data) {
      frontmatter = data;
    },
    readNested(nested, format) {
      const tree = parseNested(nested, format);
      if (!tree) return;
      const outer = { doc, root, definitions };
      [doc, root, definitions] = [nested, tree, undefined];
      visit(tree);
      ({ doc, root, definitions } = outer);
    },
    spanOf(node) {
      const { start, end } = offsetsOf(node);
      return spanOf(doc, start, end);
    },
  };

  /** A fence that holds no document after all is a sample like any other, not a broken page. */
  function parseNested(nested: SourceText, format: PageFormat): Parent | undefined {
    try {
      return input.parse(nested.text, format);
    } catch (error) {
      if (isRejection(error)) throw error;
      return undefined;
    }
  }

  function visit(node: Nodes | Parent): void {
    const outer = group;
    if ('name' in node && typeof node.name === 'string' && GROUPS.test(node.name)) group = groups++;
    if (isNode(node)) for (const extractor of extractors.get(node.type) ?? []) extractor.extract(node, page);
    if ('children' in node) for (const child of node.children) visit(child);
    group = outer;
  }

  visit(root);
  page.closeDirectives([], input.text.length);
  directives.sort((a, b) => a.span.start - b.span.start);
  const title =
    typeof frontmatter?.title === 'string' ? frontmatter.title : headings.find((heading) => heading.level === 1)?.text;
  return {
    file: input.file,
    format: input.format,
    ...(title !== undefined && { title }),
    ...(frontmatter && { frontmatter }),
    headings,
    anchors,
    links,
    mentions,
    directives,
    imports,
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

function isNode(node: Nodes | Parent): node is Nodes {
  return 'type' in node;
}
