/**
 * The vocabulary of specwins: every type that crosses a stage. Read this first.
 *
 * No imports, no logic. Everything here is plain data: `structuredClone(page)` works and equals
 * `JSON.parse(JSON.stringify(page))`, so a stage's result can be cached, posted to a thread, printed and tested alone.
 */

/** A range of characters in a file, as UTF-16 code units from its start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in a named file. `file` is relative to the working directory, with forward slashes. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------------- pages

export type PageFormat = 'md' | 'mdx';

/** One guide as the extractors read it. It holds no tree and no text: only facts and where they stand. */
export interface Page {
  readonly file: string;
  /** `json` is a file that a page sends: `curl -d @tree.json`. */
  readonly format: PageFormat | 'json';
  /** From the front matter or the first heading of level 1. */
  readonly title?: string;
  /** The parsed front matter; absent where the page has none or it is not a mapping. */
  readonly frontmatter?: Readonly<Record<string, unknown>>;
  readonly headings: readonly Heading[];
  readonly anchors: readonly Anchor[];
  readonly links: readonly Link[];
  readonly mentions: readonly Mention[];
  readonly directives: readonly Directive[];
  /** Local Markdown files which this page renders as components, directly. */
  readonly imports: readonly PageImport[];
  /** Absent where there is none. */
  readonly hedges?: readonly Hedge[];
  /** The MCP servers that it names; absent where it says nothing of MCP. */
  readonly mcpServers?: readonly ServerName[];
  /** Set when the page could not be parsed; the lists above are then empty. */
  readonly failure?: PageFailure;
}

export interface PageFailure {
  readonly message: string;
  readonly span: Span;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly span: Span;
}

/** Something a link fragment may point to. `dynamic` ids are only known when the site renders. */
export type Anchor =
  | { readonly kind: 'heading' | 'explicit' | 'component' | 'html'; readonly id: string; readonly span: Span }
  /** `component` renders it, where that is known. */
  | { readonly kind: 'dynamic'; readonly span: Span; readonly component?: string };

export interface Link {
  /** The target as the browser will see it: escapes and character references decoded. */
  readonly url: string;
  /** Of the target itself, where the source spells it out; else of the whole link. */
  readonly span: Span;
  readonly carrier: 'markdown' | 'definition' | 'jsx' | 'html' | 'frontmatter';
  readonly image: boolean;
}

/** `import Sample from '/snippets/sample.mdx'`, or an include directive with the same effect. */
export interface PageImport {
  readonly source: string;
  /** What the page calls it, where it is imported as a whole. */
  readonly name?: string;
  readonly span: Span;
}

/**
 * A comment, fence meta or front matter entry by which a writer silences rules.
 * Extraction resolves its reach, so that suppression compares spans only.
 */
export interface Directive {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'disable-file' | 'ignore-fence';
  /** The rules it names; none means all. */
  readonly rules: readonly string[];
  readonly reason?: string;
  readonly span: Span;
  readonly scope: Span;
}

/** Words by which a writer says that a statement was not verified, or was left open. */
export interface Hedge {
  readonly span: Span;
  /** As one line. */
  readonly text: string;
  readonly says: 'unverified' | 'unfinished';
  /** Else the words may also speak of the reader's own things, and count only beside an operation. */
  readonly certain: boolean;
  /** What they may speak of, nearest first: their sentence, row, paragraph or list item; of a comment its lines, then its sample. */
  readonly around: readonly Span[];
  /** Index into `Page.headings` of the heading they stand under; -1 above the first. */
  readonly section: number;
}

/** A credential that a page shows, and that looks as if it worked. Nothing that is printed or kept may hold `value`. */
export interface Secret {
  /** With its article: `an AWS access key`. */
  readonly kind: string;
  /** What to write instead. */
  readonly placeholder: string;
  /** Of what nobody may know: of an address, the password alone. */
  readonly span: Span;
  readonly value: string;
}

// ------------------------------------------------------------------------------------------------- mentions

/** Any statement of a guide that a truth can confirm or refute. */
export type Mention = OperationMention | FactMention | CommandMention | ToolMention;

/** What a guide says about a request or an answer of some operation. */
export type FactMention = CredentialMention | FieldMention | PayloadMention | StatusMention;

/** The form in which a guide names an operation. */
export type MentionSource =
  | 'prose'
  | 'inline-code'
  | 'heading'
  | 'table'
  | 'link'
  | 'request-line'
  | 'http'
  | 'curl'
  | 'call'
  | 'jsx'
  | 'frontmatter'
  | 'mermaid';

/**
 * How the sentence around a mention means it. Only a `claim` says that the operation exists today; `reader` says that the
 * reader's own server answers it.
 */
export type Stance = 'claim' | 'negated' | 'historical' | 'deprecated' | 'reader';

/** A guide names an operation, by method and path, by URL, or by operationId. */
export interface OperationMention {
  readonly kind: 'operation';
  readonly source: MentionSource;
  /** The method and path, or the URL, or the operationId, as far as it was written in one piece. */
  readonly span: Span;
  readonly text: string;
  readonly method?: MethodMention;
  readonly target?: RequestTarget;
  /** Named outright, or by the link around the mention. */
  readonly operationId?: string;
  /** A base path which the text above states; `target` may be relative to it. */
  readonly base?: RequestTarget;
  /** A server which the text above states for all calls of its table. */
  readonly statedHost?: HostMention;
  /** The file whose content it sends as its body, as the call names it: `tree.json` of `curl -d @tree.json`. */
  readonly bodyFile?: string;
  /** The spec that the mention names, as in Mintlify's `openapi: "v3-openapi GET /api/v1/runs"`. */
  readonly spec?: string;
  readonly stance: Stance;
  /** Prose calls it an endpoint, route or API, or the form leaves no doubt that a request is meant. */
  readonly certain: boolean;
  /** Index into `Page.headings` of the heading it stands under; -1 above the first. */
  readonly section: number;
  /** Where the fence or the table column that it stands in starts: calls of one block belong together. */
  readonly block?: number;
  /** Samples in one code group (tabs of equivalent calls) carry the same number. */
  readonly group?: number;
}

export interface MethodMention {
  /** In upper case. A word that is no HTTP method, as in `DEL /x`, is kept so that it can be refuted. */
  readonly value: string;
  readonly span: Span;
  /** Follows from the form (`curl -d` means POST), no word states it. */
  readonly implied: boolean;
}

/** The URL, path or shorthand by which a guide addresses a request, taken apart but not interpreted. */
export interface RequestTarget {
  readonly text: string;
  readonly span: Span;
  readonly host?: HostMention;
  /** The path alone, from its first slash; empty span where a URL has none. */
  readonly pathSpan: Span;
  readonly segments: readonly PathSegment[];
  readonly query: readonly QueryMention[];
}

export interface HostMention {
  /** Without scheme; with port. `{x}`, `$X`, `<x>` stay as written. */
  readonly text: string;
  readonly span: Span;
  /** `variable`: the whole origin is one placeholder (`$BASE_URL`, `ORCHARD_URL`, `{{baseUrl}}`). */
  readonly kind: 'literal' | 'pattern' | 'variable';
}

/**
 * One piece of a path between slashes.
 * - `literal`: a fixed word or a concrete value; only the spec can tell which.
 * - `parameter`: a placeholder in any spelling; `name` without its marks.
 * - `mixed`: fixed text and placeholders in one segment, as `{id}.json`; `pieces` are the fixed texts around the placeholders.
 * - `wildcard`: `*`, `**`, `...` or `…`: anything, one or more segments.
 */
export type PathSegment =
  | { readonly kind: 'literal'; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'parameter';
      readonly text: string;
      readonly span: Span;
      readonly name: string;
      readonly style: ParameterStyle;
    }
  | { readonly kind: 'mixed'; readonly text: string; readonly span: Span; readonly pieces: readonly string[] }
  | { readonly kind: 'wildcard'; readonly text: string; readonly span: Span };

/** `brace` {id}, `colon` :id, `angle` <id>, `bracket` [id], `shell` $ID, `template` {{id}}, `word` YOUR_ID. */
export type ParameterStyle = 'brace' | 'colon' | 'angle' | 'bracket' | 'shell' | 'template' | 'word';

export interface QueryMention {
  readonly name: string;
  readonly span: Span;
  readonly value?: string;
  readonly valueSpan?: Span;
}

/** The form in which a guide states a fact about a request or an answer. */
export type FactSource =
  | 'curl'
  | 'call'
  | 'http'
  | 'url'
  | 'json'
  | 'jq'
  | 'read'
  | 'table'
  | 'list'
  | 'jsx'
  | 'prose'
  | 'heading';

/** Whether something is sent or answered, as far as its form and the words around it say. */
export type Direction = 'request' | 'response' | 'unknown';

/** What all facts share. */
interface Fact {
  readonly source: FactSource;
  /** Of the name, the value or the status itself. */
  readonly span: Span;
  readonly text: string;
  readonly stance: Stance;
  /** Index into `Page.headings` of the heading it stands under; -1 above the first. */
  readonly section: number;
  /** Where the fence, the table or the list that it stands in starts: facts of one block belong together. */
  readonly block?: number;
  /** Samples in one code group (tabs of equivalent calls) carry the same number. */
  readonly group?: number;
  /** Index into `Page.mentions` of the operation whose call states this, as the header of a `curl`. */
  readonly request?: number;
  /** The words which say what the fact speaks of, where they stand around it and not in it. */
  readonly setting?: Setting;
}

/** What a title, a lead-in or a heading says of the block below it. */
export interface Setting {
  /** `event`: a webhook or queue payload. `config`: a file. `error`: an answer that refuses. `other`: another thing than a call. */
  readonly topic?: 'event' | 'config' | 'error' | 'other';
  /** The status of the answer that is shown, as `200` or `4XX`. */
  readonly status?: string;
  /** The words themselves. */
  readonly words?: string;
}

/** A guide says that calls take a credential, or that they refuse it. */
export interface CredentialMention extends Fact {
  readonly kind: 'credential';
  /** It is said of each of the calls: they stand in one list, and nothing else is said. Else of any of them, nobody can tell which. */
  readonly ofEach?: true;
  /** Not the credential itself: what it must be good for. */
  readonly scope?: true;
  readonly relation: 'takes' | 'refuses';
  /** The words of which the last ones may be its name, each with its place. */
  readonly words: readonly Claim<string>[];
  /** Indices into `Page.mentions` of the operations of which it is said; none where the place has to tell. */
  readonly calls: readonly number[];
}

/** A guide names a field, a parameter or a header, and may say things about it. */
export interface FieldMention extends Fact {
  readonly kind: 'field';
  readonly place: 'path' | 'query' | 'header' | 'cookie' | 'request' | 'response' | 'unknown';
  /** From the outermost name to the one the mention stands for; `[]` is a step into the items of a list. */
  readonly path: readonly string[];
  readonly claims: Claims;
}

/** What a guide says of a field. What is absent the guide does not say, and no rule may judge. */
export interface Claims {
  /** The word as written: `string`, `integer[]`, `Array<string>`, `boolean | null`. */
  readonly type?: Claim<string>;
  readonly required?: Claim<boolean>;
  readonly deprecated?: Claim<boolean>;
  /** The default as written, without quote marks. */
  readonly default?: Claim<string>;
  /** The values it can have. */
  readonly values?: readonly Claim<string>[];
  /** The list of values reads as complete ("one of", an enum column), and not as examples. */
  readonly exhaustive?: boolean;
  /** One value that is sent or answered here, as in `?limit=20`; placeholders are none. */
  readonly value?: Claim<string>;
}

export interface Claim<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** A guide shows a whole body, or a part of one. */
export interface PayloadMention extends Fact {
  readonly kind: 'payload';
  readonly direction: Direction;
  readonly value: Sample;
  /** Only what a sender or an answer states, as `application/json`. */
  readonly mediaType?: Claim<string>;
  /** Members without the braces around them, or a part of something: nothing follows from what is not there. */
  readonly fragment: boolean;
  /** The file that it shows or stands in: the title of its fence, `bodies/tree.json`. */
  readonly shows?: string;
}

/** A value as a sample shows it. Spans of names and strings leave their quote marks out. */
export type Sample =
  | {
      readonly kind: 'object';
      readonly span: Span;
      readonly members: readonly SampleMember[];
      /** Something was left out (`...`) or is spread in, so there may be more members. */
      readonly open: boolean;
    }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly Sample[]; readonly open: boolean }
  | { readonly kind: 'string' | 'number' | 'boolean' | 'null'; readonly span: Span; readonly text: string }
  /** A value without a type, as forms and query strings hold it. */
  | { readonly kind: 'text'; readonly span: Span; readonly text: string }
  /** A variable, a call, a type word, an elision: what it stands for is not said. */
  | { readonly kind: 'unknown'; readonly span: Span; readonly text: string };

export interface SampleMember {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Sample;
}

/** A guide says with which status an operation answers. */
export interface StatusMention extends Fact {
  readonly kind: 'status';
  /** `204`, or a range such as `4XX`. */
  readonly code: string;
  /** The reason phrase beside it. */
  readonly reason?: Claim<string>;
}

/** A guide calls a program whose commands the configuration names a manifest of. */
export interface CommandMention {
  readonly kind: 'command';
  readonly source: CommandSource;
  /** From the program's name to the last of its words. */
  readonly span: Span;
  readonly text: string;
  /** As the configuration names it. */
  readonly program: string;
  /** What stands behind the program's name, as a shell takes it apart. */
  readonly words: readonly CommandWord[];
  /** Shown as it is to be typed, with nothing left out. */
  readonly whole: boolean;
  readonly stance: Stance;
  /** Its form or the words around it leave no doubt that the program is called. */
  readonly certain: boolean;
  /** Index into `Page.headings` of the heading it stands under; -1 above the first. */
  readonly section: number;
  /** Samples in one code group (tabs of equivalent calls) carry the same number. */
  readonly group?: number;
}

/** The form in which a guide names a tool of an MCP server. */
export type ToolSource =
  | 'json-rpc'
  | 'call'
  | 'prefix'
  | 'sample'
  | 'allow-list'
  | 'definition'
  | 'table'
  | 'list'
  | 'heading'
  | 'prose';

/** A guide names a tool of an MCP server, or something that only the server's tools can tell to be one. */
export interface ToolMention {
  readonly kind: 'tool';
  readonly source: ToolSource;
  /** Of the name alone, without `mcp__orchard__`. */
  readonly span: Span;
  readonly text: string;
  /**
   * What says that a tool is meant. `form`: a call, or another form that only tools have. `words`: a word beside it or above
   * its column. `verb`: it is called or used. `nothing`: it is a name among others.
   */
  readonly said: 'form' | 'words' | 'verb' | 'nothing';
  /** The server whose tool it is, as `form` or `words` beside the name have it. */
  readonly server?: { readonly name: string; readonly by: 'form' | 'words' };
  /** What the tool is called with; absent where no call is shown. */
  readonly arguments?: Sample;
  readonly stance: Stance;
  /** Index into `Page.headings` of the heading it stands under, or is; -1 above the first. */
  readonly section: number;
  /** Where the fence, the table or the list that it stands in starts. */
  readonly block?: number;
  /** Samples in one code group (tabs of equivalent calls) carry the same number. */
  readonly group?: number;
}

export type CommandSource = 'shell' | 'inline-code' | 'heading' | 'table';

export interface CommandWord {
  /** Without quote marks; variables and placeholders stay as they are written. */
  readonly text: string;
  readonly span: Span;
  /**
   * - `plain`: it stands for itself.
   * - `quoted`: a text in quote marks, which names no command.
   * - `open`: a variable, a placeholder, a pattern, an elision; what stands there is not said.
   */
  readonly form: 'plain' | 'quoted' | 'open';
}

/** Words that name an MCP server, as "the Orchard MCP server", and where they stand. */
export interface ServerName {
  readonly name: string;
  /** Index into `Page.headings`, as of mentions. */
  readonly section: number;
}

// ---------------------------------------------------------------------------------------------------- truth

/** Where a truth says something. `pointer` is a JSON pointer (RFC 6901) into `file`. */
export interface TruthPlace {
  readonly file: string;
  readonly pointer: string;
}

/** All specs of a run, indexed once. `$ref`s are followed for what is indexed here, never expanded into copies. */
export interface SpecIndex {
  readonly specs: readonly Spec[];
  /** By `OperationKey`. */
  readonly operations: Readonly<Record<OperationKey, Operation>>;
  /** The command line programs of the configuration, by name. */
  readonly programs?: Readonly<Record<string, Program>>;
  /** Names of middleware → the credentials of which it accepts any. */
  readonly guards?: Readonly<Record<string, readonly string[]>>;
  /** The MCP servers whose tools are known; absent where none is configured. */
  readonly mcpServers?: readonly McpServer[];
}

/** What an MCP server answers to `tools/list`. */
export interface McpServer {
  /** As the configuration calls it; absent where there is only one, without a name. */
  readonly name?: string;
  /** All that it is called: by the configuration, and by itself. */
  readonly names: readonly string[];
  readonly tools: readonly McpTool[];
  /** The list goes on behind what is known of it. */
  readonly incomplete: boolean;
  readonly place: TruthPlace;
}

export interface McpTool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  /** Where the schema of its arguments stands; absent where the list has none. */
  readonly inputSchema?: TruthPlace;
  readonly place: TruthPlace;
}

/** `<spec name> <METHOD> <path>`, unique in a run. */
export type OperationKey = string;

export interface Spec {
  readonly name: string;
  readonly file: string;
  readonly title?: string;
  readonly version?: string;
  /** Document level first, then those of path items and operations, each once. */
  readonly servers: readonly Server[];
  readonly paths: readonly SpecPath[];
  /** The security schemes of the spec. */
  readonly credentials: readonly Credential[];
  /** Which of its operations the guides must name, if any. */
  readonly documented?: Documented;
  /** What the API sends by itself: `webhooks` and the callbacks of operations. */
  readonly events: readonly SpecEvent[];
}

/** A security scheme, and where a request carries it. */
export interface Credential {
  /** The name of the scheme in the spec: `orgApiKey`. */
  readonly id: string;
  readonly in: 'header' | 'query' | 'cookie';
  /** Of the header, the parameter or the cookie. */
  readonly name: string;
  /** The word before the credential in `Authorization`, in lower case: `bearer`, `basic`. */
  readonly scheme?: string;
  readonly description?: string;
  /** What writers call it, and what stands for its value in their samples; from the configuration. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly place: TruthPlace;
}

/** What one alternative of `security` asks for: all of these. */
export type Requirement = readonly { readonly credential: string; readonly scopes: readonly string[] }[];

/** A request that the API sends to the reader. */
export interface SpecEvent {
  readonly name: string;
  readonly body: readonly Content[];
}

/** A path template of a spec with the operations under it. */
/** Operations that the guides must name. Empty lists are no limit. */
export interface Documented {
  readonly tags: readonly string[];
  /** Patterns of paths, without the base path of the server. */
  readonly paths: readonly string[];
  /** Patterns of the pages that must name them. */
  readonly pages: readonly string[];
}

export interface SpecPath {
  readonly template: string;
  readonly segments: readonly SpecSegment[];
  /** By upper-case method. */
  readonly operations: Readonly<Record<string, OperationKey>>;
  readonly place: TruthPlace;
  /** A `$ref` of the path item leads out of the spec, so it may have methods that are not known here. */
  readonly incomplete?: boolean;
  /** An older spelling that the configuration names; never what guides should write. */
  readonly alias?: true;
}

/** A literal, or a pattern with parameters: `pieces` are the fixed texts around `names` (`{id}.json`: `['', '.json']`). */
export type SpecSegment =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'template';
      readonly text: string;
      readonly names: readonly string[];
      readonly pieces: readonly string[];
    };

export interface Operation {
  readonly key: OperationKey;
  readonly spec: string;
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** From `x-alias-of`, or the configuration: this operation is another name of that one. */
  readonly aliasOf?: string;
  /** The spec does not have it: the configuration says that its path is an older spelling. */
  readonly configured?: true;
  readonly parameters: readonly Parameter[];
  /** Absent where the spec gives it no body. */
  readonly body?: Body;
  readonly responses: readonly Response[];
  /** Indices into `Spec.servers`. */
  readonly servers: readonly number[];
  /** The alternatives of which a request must meet one; absent where the spec says nothing. */
  readonly security?: readonly Requirement[];
  readonly place: TruthPlace;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Where its schema stands; Swagger 2.0 writes it into the parameter itself. */
  readonly schema?: TruthPlace;
  /** How a list or an object is written into one value. */
  readonly style?: string;
  readonly place: TruthPlace;
}

/** What an operation takes as its body. */
export interface Body {
  readonly required: boolean;
  readonly content: readonly Content[];
  readonly place: TruthPlace;
}

/** One answer of an operation. */
export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly content: readonly Content[];
  readonly headers: readonly Parameter[];
  readonly place: TruthPlace;
}

/** A body in one media type. */
export interface Content {
  /** As the spec writes it, possibly a range; empty where Swagger 2.0 names none. */
  readonly mediaType: string;
  readonly schema?: TruthPlace;
  /** Swagger 2.0 spells the fields of a form one by one. */
  readonly fields?: readonly Parameter[];
}

/** A server URL taken apart. Server variables stay in braces; `enum` values of a variable are listed. */
export interface Server {
  readonly url: string;
  /** Host with port; absent for a relative server URL. */
  readonly host?: string;
  /** Without trailing slash; '' for the root. */
  readonly basePath: string;
  /** What the spec calls it in a few words: its `name` (OpenAPI 3.2), or a short `description`. */
  readonly label?: string;
  readonly variables: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly default: string;
  readonly values: readonly string[];
}

/** A command line program, as its manifest describes it. */
export interface Program {
  readonly name: string;
  readonly root: Command;
  /** What may stand between the words of a command; where both do, the first is how we write it. */
  readonly separators: readonly (' ' | ':')[];
  /** Its manifest names the aliases of commands; else any short form may be one. */
  readonly listsAliases: boolean;
  /** The words of a command may stand in any order, as oclif's flexible taxonomy has it. */
  readonly anyOrder: boolean;
  /** First words which its framework serves beside those of the manifest, as Cobra `completion`. */
  readonly builtIn: readonly string[];
}

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** It is there, and nobody is sent to it. */
  readonly hidden: boolean;
  /** Its own, and those which it inherits. */
  readonly flags: readonly Flag[];
  /** It may take flags that are not listed. */
  readonly openFlags: boolean;
  readonly commands: readonly Command[];
  /** There may be commands below it that are not listed, as those of plugins. */
  readonly openCommands: boolean;
  /** What it takes besides flags. `rest`: all behind the first word, flags too, is for somebody else. */
  readonly arguments: 'none' | 'words' | 'rest';
  readonly place: TruthPlace;
}

export interface Flag {
  /** With its dashes, `--org`. */
  readonly name: string;
  /** All its spellings, `--org`, `-o` and aliases. */
  readonly spellings: readonly string[];
  /** How many words behind it are its value; `maybe`: the manifest does not say, or one is optional. */
  readonly value: 'none' | 'one' | 'many' | 'maybe';
  /** The values it can have, where they are listed. */
  readonly values?: readonly string[];
  readonly required: boolean;
  /** `--no-org` takes it back. */
  readonly negatable: boolean;
  readonly place: TruthPlace;
}

// ------------------------------------------------------------------------------------------------- bindings

/** A mention and what it turned out to speak of. */
export type Binding = OperationBinding | FactBinding | CommandBinding | ToolBinding | ArgumentBinding;

export interface OperationBinding {
  readonly page: string;
  /** Where the mention stands: the page itself, or the snippet which the page renders. */
  readonly file: string;
  readonly mention: OperationMention;
  readonly target: Target;
}

export interface FactBinding {
  readonly page: string;
  readonly file: string;
  readonly mention: FactMention;
  readonly target: FactTarget;
}

export interface CommandBinding {
  readonly page: string;
  readonly file: string;
  readonly mention: CommandMention;
  readonly target: CommandTarget;
}

/** The one outcome of binding a call of a program; the words mean what they mean in `Target`. */
export type CommandTarget = BoundCommand | MissingCommand | Unplaced;

export interface BoundCommand {
  readonly status: 'bound';
  readonly program: string;
  /** The names of the command from the program down; none for the program itself. */
  readonly command: readonly string[];
  readonly flags: readonly FlagUse[];
  readonly evidence: readonly Evidence[];
}

/** A flag as a call gives it. */
export interface FlagUse {
  /** Of the flag alone, as it is written, without its value. */
  readonly span: Span;
  readonly text: string;
  /** `Flag.name`; absent where the command has no such flag. */
  readonly name?: string;
  /** Where it is spelt out. */
  readonly value?: Claim<string>;
}

export interface MissingCommand {
  readonly status: 'missing';
  readonly program: string;
  /** The names of the command below which there is no such word. */
  readonly owner: readonly string[];
  readonly word: Claim<string>;
  /** Likely meant, best first, each as its names from the program down. */
  readonly nearest: readonly (readonly string[])[];
  /** What to write instead, where there is exactly one answer. */
  readonly edit?: Edit;
  readonly evidence: readonly Evidence[];
}

export interface ToolBinding {
  readonly page: string;
  readonly file: string;
  readonly mention: ToolMention;
  readonly target: ToolTarget;
}

/** A field or a payload that a guide states of the arguments of a tool. */
export interface ArgumentBinding {
  readonly page: string;
  readonly file: string;
  readonly mention: ArgumentMention;
  readonly target: BoundTool;
}

export type ArgumentMention =
  | (Omit<FieldMention, 'kind'> & { readonly kind: 'argument' })
  | (Omit<PayloadMention, 'kind'> & { readonly kind: 'arguments' });

/** The one outcome of binding the name of a tool; the words mean what they mean in `Target`. */
export type ToolTarget = BoundTool | MissingTool | Foreign | Unplaced;

/** An MCP server has the tool. */
export interface BoundTool {
  readonly status: 'bound';
  /** Index into `SpecIndex.mcpServers`. */
  readonly server: number;
  readonly tool: string;
  /** `certain`: its own form ties it to the tool. `likely`: the words or the place around it do. */
  readonly certainty: 'certain' | 'likely';
  readonly evidence: readonly Evidence[];
}

/** It speaks of tools of these servers, and none of them has it. */
export interface MissingTool {
  readonly status: 'missing';
  /** Indices into `SpecIndex.mcpServers`. */
  readonly servers: readonly number[];
  readonly certainty: 'certain' | 'likely';
  readonly nearest?: NearTool;
  /** Another server, by its index, that has a tool of exactly this name. */
  readonly elsewhere?: number;
  readonly evidence: readonly Evidence[];
}

export interface NearTool {
  readonly server: number;
  readonly tool: string;
  /** Only its spelling differs, and it is the only one: it may be put in the name's place. */
  readonly firm: boolean;
}

/** The one outcome of binding a fact; the words mean what they mean in `Target`. */
export type FactTarget = BoundFact | Ambiguous | Foreign | Unplaced;

/** The fact speaks of these operations: of one, or of several which it must suit all the same. */
export interface BoundFact {
  readonly status: 'bound';
  readonly spec: string;
  readonly operations: readonly OperationKey[];
  readonly where: 'path' | 'query' | 'header' | 'cookie' | 'request' | 'response' | 'status' | 'credential';
  /** The credential that is meant, and the words that name it; a guard stands for any of several. */
  readonly credential?: {
    readonly name: string;
    readonly ids: readonly string[];
    readonly span: Span;
    /** It is a scope that is meant; then `name` is the scope. */
    readonly scope?: true;
  };
  /** `certain`: its own form ties it to the call. `likely`: the words or the place around it do. */
  readonly certainty: 'certain' | 'likely';
  /** The schemas of which one must hold it; empty where parameters or statuses are meant. */
  readonly schemas: readonly TruthPlace[];
  /** The field's path as the spec has it from those schemas, where the guide names its owner in another way. */
  readonly path?: readonly string[];
  /** What the API sends by itself, where that is shown; there are no operations then. */
  readonly event?: string;
  readonly evidence: readonly Evidence[];
}

/**
 * The one outcome of binding a mention.
 * - `bound`: the spec has it. Several operations where the mention names a path without a method.
 * - `ambiguous`: it fits several paths equally well; no rule judges it.
 * - `missing`: it speaks of this API, and the spec has no such path, or not with this method.
 * - `foreign`: it speaks of another server.
 * - `unplaced`: whether it speaks of this API could not be told; no rule judges it.
 */
export type Target = Bound | Ambiguous | Missing | Foreign | Unplaced;

export interface Bound {
  readonly status: 'bound';
  readonly spec: string;
  readonly template: string;
  readonly operations: readonly OperationKey[];
  readonly evidence: readonly Evidence[];
  /** The mention's path segment at each segment of the template, for what parameters are called; absent for abbreviations. */
  readonly pairs?: readonly SegmentPair[];
  /** The link around the mention leads to this other operation. */
  readonly linked?: OperationKey;
  /** No spec names its host; only its paths, and those of other calls to it, are the spec's. */
  readonly adopted?: true;
  /** The host belongs to another server than the operation: the hosts that serve it. */
  readonly otherHosts?: readonly string[];
  /** What guides or the spec call these in words: control plane, tenant. */
  readonly otherSurface?: string;
  /** That host is not the mention's own: the text above, or a heading, names it. */
  readonly stated?: { readonly text: string; readonly by: 'heading' | 'text' };
}

export interface SegmentPair {
  readonly mention: PathSegment;
  readonly spec: SpecSegment;
}

export interface Ambiguous {
  readonly status: 'ambiguous';
  readonly candidates: readonly OperationKey[];
  readonly evidence: readonly Evidence[];
}

export interface Missing {
  readonly status: 'missing';
  /** `path`: no such path. `method`: the path is there, this method is not. `operation`: no such operationId. */
  readonly reason: 'path' | 'method' | 'operation';
  readonly spec: string;
  /** For `method`: the path and the methods it has. */
  readonly template?: string;
  /** For `method`: the operation to which the link around the mention leads. */
  readonly linked?: OperationKey;
  /** Likely meant, best first. */
  readonly nearest: readonly Nearest[];
  /** For `path`: the leading part of the path under which the spec has nothing at all. */
  readonly unknownPrefix?: string;
  readonly evidence: readonly Evidence[];
}

export interface Nearest {
  readonly operation: OperationKey;
  /** 0 to 1; 1 is equal. */
  readonly likeness: number;
  /** Words that tell paths apart and are the same in both, but for their number, case or separators. */
  readonly firm: number;
  /** Only the version differs: `v1` is written, the spec has `v2`. */
  readonly version?: { readonly from: string; readonly to: string };
  /** The base path with which the mention is written. */
  readonly base?: string;
  /** What to write instead of the mention's path, in the mention's own spelling, where that is possible. */
  readonly rewrite?: string;
}

export interface Foreign {
  readonly status: 'foreign';
  readonly host?: string;
  readonly evidence: readonly Evidence[];
}

export interface Unplaced {
  readonly status: 'unplaced';
  readonly evidence: readonly Evidence[];
}

/** A reason for a binding, in words that `specwins explain` prints. */
export interface Evidence {
  readonly cue: string;
  readonly detail: string;
}

// -------------------------------------------------------------------------------------- findings and reports

export type Severity = 'info' | 'warning' | 'error';

/** A statement that the truth refutes. Text is made from `data` by the rule's message template. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly messageId: string;
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /** `METHOD /path` of the operation the finding speaks of, as the spec has it. */
  readonly operation?: string;
  readonly truth?: TruthPlace;
  readonly suggestions: readonly string[];
  /** Safe edits of `file`; only where there is exactly one answer. */
  readonly edits: readonly Edit[];
  /** Other places with the same drift: translations, tabs, further routes of an unknown prefix. */
  readonly related: readonly Place[];
  /** What stands at `span` must not be shown, in no report and in no other finding. */
  readonly redacted?: true;
  /** Of a finding that is not reported. */
  readonly suppression?: Suppression;
}

/** What silences a finding: a directive in the page, or an entry of a baseline. */
export interface Suppression {
  readonly kind: 'inSource' | 'external';
  /** As its author gave it. */
  readonly reason?: string;
}

/** Replaces `span` by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
