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
  readonly format: PageFormat;
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
  | { readonly kind: 'dynamic'; readonly span: Span };

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

// ------------------------------------------------------------------------------------------------- mentions

/** Any statement of a guide that a truth can confirm or refute. */
export type Mention = OperationMention;

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
}

/** A path template of a spec with the operations under it. */
export interface SpecPath {
  readonly template: string;
  readonly segments: readonly SpecSegment[];
  /** By upper-case method. */
  readonly operations: Readonly<Record<string, OperationKey>>;
  readonly place: TruthPlace;
  /** A `$ref` of the path item leads out of the spec, so it may have methods that are not known here. */
  readonly incomplete?: boolean;
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
  /** From `x-alias-of`: this operation is another name of that one. */
  readonly aliasOf?: string;
  readonly parameters: readonly Parameter[];
  /** Indices into `Spec.servers`. */
  readonly servers: readonly number[];
  readonly place: TruthPlace;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly place: TruthPlace;
}

/** A server URL taken apart. Server variables stay in braces; `enum` values of a variable are listed. */
export interface Server {
  readonly url: string;
  /** Host with port; absent for a relative server URL. */
  readonly host?: string;
  /** Without trailing slash; '' for the root. */
  readonly basePath: string;
  readonly variables: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly default: string;
  readonly values: readonly string[];
}

// ------------------------------------------------------------------------------------------------- bindings

/** A mention and what it turned out to speak of. */
export interface Binding {
  readonly page: string;
  /** Where the mention stands: the page itself, or the snippet which the page renders. */
  readonly file: string;
  readonly mention: OperationMention;
  readonly target: Target;
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
  /** The host belongs to another server than the operation: the hosts that serve it. */
  readonly otherHosts?: readonly string[];
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
}

/** Replaces `span` by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
