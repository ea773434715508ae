import type { Nodes, Parent } from 'mdast';
import type { Framework, IdPlace, OperationComponent, PageIds } from '../frameworks/framework.ts';
import type {
  Anchor,
  CommandMention,
  CredentialMention,
  Directive,
  FieldMention,
  Heading,
  Hedge,
  HostMention,
  Link,
  OperationMention,
  PageFormat,
  PageImport,
  PayloadMention,
  Span,
  StatusMention,
  ToolMention,
} from '../model.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Label } from './phrase/find-labels.ts';
import type { Phrase } from './phrase/phrase.ts';
import type { StatedHost } from './phrase/stated-host.ts';

/** One reader of one kind of syntax. It is called for each node of its types, in document order. */
export interface Extractor {
  readonly id: string;
  readonly nodes: readonly Nodes['type'][];
  extract(node: Nodes, page: PageContext): void;
}

/**
 * Narrows the node to the listed types, so that an extractor's body is typed by its own list: the table of the walk hands it
 * no other.
 */
export function defineExtractor<const Type extends Nodes['type']>(definition: {
  readonly id: string;
  readonly nodes: readonly Type[];
  readonly extract: (node: Extract<Nodes, { type: Type }>, page: PageContext) => void;
}): Extractor {
  return definition;
}

/** The place of the current node as the framework's rules for ids ask for it. */
export function placeOf({ doc, around }: Pick<PageContext, 'around' | 'doc'>): IdPlace {
  return {
    source: doc.text,
    inside: around.flatMap((node) => ('name' in node && typeof node.name === 'string' ? [node.name] : [])),
  };
}

/** What an extractor adds a mention with; the page knows where in the page it is. */
export type MentionDraft = Omit<OperationMention, 'kind' | 'section' | 'group'>;

/** What an extractor adds a fact with. */
export type FactDraft =
  | Omit<CredentialMention, 'section' | 'group'>
  | Omit<FieldMention, 'section' | 'group'>
  | Omit<PayloadMention, 'section' | 'group'>
  | Omit<StatusMention, 'section' | 'group'>;

/** What an extractor adds a call of a program with. */
export type CommandDraft = Omit<CommandMention, 'kind' | 'section' | 'group'>;
/** What an extractor adds a tool with. */
export type ToolDraft = Omit<ToolMention, 'section' | 'group'>;

/** A node around the current one, and which of its children is being read. */
export interface Ancestor {
  readonly node: Parent;
  readonly index: number;
}

/** The page as it is being read. Extractors add facts; they read only what stands above them. */
export interface PageContext {
  readonly file: string;
  readonly format: PageFormat;
  readonly framework: Framework;
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly ids: PageIds | undefined;
  /** Names of command line programs whose calls are read. */
  readonly programs: readonly string[];
  /** The phrases of the configuration that say that a statement was not verified. */
  readonly ownHedges: RegExp | undefined;
  /** The whole file. */
  readonly text: string;
  /** The document the current node's positions refer to: the file, or a fence whose content is MDX. */
  readonly doc: SourceText;
  /** The heading and the paragraphs above the current block, nearest last; they may state a base path for it. */
  readonly leads: readonly SourceText[];
  /** The nodes around the current one in the current document, outermost first. */
  readonly ancestors: readonly Ancestor[];
  /** The block above the current one, or, where that is the first in its element or item, above these. */
  readonly above: Nodes | undefined;
  /** The JSX elements around the current node, outermost first. */
  readonly around: readonly Nodes[];
  /** The headings under which the current block stands, outermost first. */
  readonly outline: readonly Heading[];
  /** From the front matter or the first heading of level 1 above. */
  readonly title: string | undefined;
  /** Phrases of this page that were read before. */
  readonly phrases: Map<readonly Nodes[], Phrase>;
  /** The target of `[id]: target` in the current document. */
  definition(identifier: string): string | undefined;
  /** Adds a mention of an operation, and gives the index by which facts refer to it. */
  mention(draft: MentionDraft): number;
  fact(draft: FactDraft): void;
  command(draft: CommandDraft): void;
  /** Adds the name of a tool, once for each place. */
  tool(draft: ToolDraft): void;
  /** Adds the name of an MCP server below the last heading. */
  server(name: string): void;
  /** Whether the page has to do with MCP, or at least with tools of any kind; else none are looked for. */
  readonly toolTalk: 'mcp' | 'tools' | undefined;
  /** A line that describes an operation by a label; method and address may stand in lines of their own. */
  label(label: Label): void;
  link(link: Link): void;
  anchor(anchor: Anchor): void;
  heading(heading: Heading): void;
  directive(directive: Directive): void;
  import(entry: PageImport): void;
  hedge(hedge: Omit<Hedge, 'section'>): void;
  /** Where `specwins-disable` opened and no `specwins-enable` has come yet. */
  openDirective(directive: Omit<Directive, 'scope'>): void;
  closeDirectives(rules: readonly string[], end: number): void;
  /** The server that the text above states for what the section, or the page, describes. */
  readonly statedHost: HostMention | undefined;
  /** Also of the operations that the section has described so far. */
  stateHost(stated: StatedHost): void;
  addLead(lead: SourceText): void;
  /** A heading starts over. */
  clearLeads(): void;
  setFrontmatter(data: Readonly<Record<string, unknown>>): void;
  /** Reads a fence's content as a document of its own, at its place. */
  readNested(doc: SourceText, format: PageFormat): void;
  /** The file's offsets of a node of the current document. */
  spanOf(node: Nodes): Span;
}
