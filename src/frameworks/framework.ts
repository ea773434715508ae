import type { Heading as HeadingNode, Nodes } from 'mdast';
import type { Operation, PageFormat } from '../model.ts';

export type FrameworkId =
  | 'docusaurus'
  | 'fumadocs'
  | 'github'
  | 'hugo'
  | 'kramdown-gfm'
  | 'lenient'
  | 'mdbook'
  | 'mdx-rehype-slug'
  | 'mintlify'
  | 'mkdocs'
  | 'nextra'
  | 'redocly'
  | 'starlight'
  | 'vitepress';

/** A docs framework as data. Nothing here runs the framework or reads its configuration as code. */
export interface Framework {
  readonly id: FrameworkId;
  /** Files that only a project of this framework has, as globs below the project's folder. */
  readonly markers: readonly string[];
  /** What a marker must contain where its name alone proves too little, by marker. */
  readonly markerText?: Readonly<Record<string, RegExp>>;
  /** npm packages whose presence in package.json marks the framework; `a b` asks for both. */
  readonly packages: readonly string[];
  /** The package whose version decides which of its rules hold. */
  readonly versionOf?: string;
  /** Where pages lie below the project's folder when nothing else says so; the first that exists is taken. */
  readonly roots: readonly string[];
  readonly baseUrl: string;
  /** `md` files are MDX too (Docusaurus). */
  readonly mdIsMdx: boolean;
  /** Marks which its preprocessor takes away before MDX sees the page: `<!-- -->`, and `{#id}` at the end of a heading. */
  readonly foreignMarks?: readonly ('heading-id' | 'html-comment')[];
  /** Globs below the docs root that are never pages of their own, such as `snippets/**`. */
  readonly exclude: readonly string[];
  /** A file in the docs root that names, as `.gitignore` does, what else is no page: `.mintignore`. */
  readonly ignoreFile?: string;
  /** Components of its own that render no heading, whatever is in them. */
  readonly plainComponents?: readonly string[];
  /** Any element can be given an id in braces: `{#id}`, `{: #id}`. */
  readonly hasAttributeLists?: boolean;
  /** Ids which it puts on every page. */
  readonly fixedIds?: readonly string[];
  /** Its rules are not known: what is not found is not judged. */
  readonly isLenient?: boolean;
  /** Makes the ids of one page. Absent while its rules are not ours yet: fragments are then not judged. */
  readonly ids?: (page: IdContext) => PageIds;
  /** Pages which its navigation files do not name are listed all the same. */
  readonly listsAll?: boolean;
  /** The addresses of the pages that it makes of operations below the given folders. */
  readonly generated?: (folders: readonly string[], operations: readonly Operation[]) => readonly string[];
  /** Absent while its routes are not ours yet: links are then not judged. */
  readonly router?: Router;
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly frontmatter: readonly FrontmatterOperation[];
  /** Prefixes of import sources that mean a folder of the project: `{ '@site/': '' }`. `/` itself is the docs root. */
  readonly importAliases: Readonly<Record<string, string>>;
}

/** What a project's own files say of its framework. They were read, nothing of them was run. */
export interface ProjectFacts {
  /** Of the framework's package, as the lockfile pins it or package.json asks for it: `16.15.13`. */
  readonly version?: string;
  /** Options of its configuration that are written out there, by the framework's own names for them. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What the rules for ids of one page depend on. */
export interface IdContext {
  readonly project: ProjectFacts;
  readonly format: PageFormat;
  readonly frontmatter: () => Readonly<Record<string, unknown>>;
}

/** Gives the headings and components of one page their ids, in document order; it keeps the page's counters of duplicates. */
export interface PageIds {
  heading(heading: HeadingNode, place: IdPlace): HeadingId;
  /** The id that a component makes for itself, as Mintlify's `<Tab title>`. */
  component?(component: NamedComponent, place: IdPlace): HeadingId;
}

export interface IdPlace {
  /** The document to which positions of nodes refer, as its author wrote it. */
  readonly source: string;
  /** Names of the JSX elements around it, outermost first. */
  readonly inside: readonly string[];
}

export interface NamedComponent {
  readonly name: string;
  /** The value of an attribute that is a plain string. */
  attribute(name: string): string | undefined;
  readonly node: JsxNode;
}

type JsxNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export type HeadingId =
  | { readonly kind: 'heading' | 'explicit'; readonly id: string }
  | { readonly kind: 'dynamic' }
  | { readonly kind: 'none' };

export interface RouteContext {
  /** The name of the docs root's folder: `content`, `app`. */
  readonly folder: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly project: ProjectFacts;
}

export interface Router {
  /**
   * What follows the base URL in the address of a page, decoded and spelled as the framework spells it: `/trees`,
   * `/trees/`, `/trees.html`, and '' or `/` for the root. Nothing where the page is not emitted. `file` is relative to the docs root.
   */
  route(file: string, page: RouteContext): string | undefined;
  /** `file`: relative links name files, as on GitHub. `url`: they are joined to the page's own URL, as browsers do. `both`: either works. */
  readonly relative: 'file' | 'url' | 'both';
  /** The address of a page in a language; pages that name none are in the site's own. */
  localize?(url: string, locale: string | undefined, project: ProjectFacts): string;
  /** A folder of pages without an index may have a page that is generated. */
  readonly folderPages?: boolean;
  /** Whether `[x](./page.mdx)` works as well as the route. */
  readonly extensions: boolean;
  /**
   * How this project reads a relative link, where its code tells: as a file that is there, or as the browser does. Where it does not
   * tell, every reading that `relative` allows counts.
   */
  reading?(path: string, project: ProjectFacts): 'file' | 'url' | undefined;
}

/**
 * A component that states a field by its attributes. `name` lists the attributes that may hold its name, and where a
 * field stands that is named by it. Of the others each lists attribute names, first found wins.
 */
export interface FieldComponent {
  readonly name: Readonly<Record<string, 'path' | 'query' | 'header' | 'cookie' | 'request' | 'response' | 'unknown'>>;
  readonly type?: readonly string[];
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly deprecated?: readonly string[];
  readonly default?: readonly string[];
  readonly values?: readonly string[];
  /** An attribute that says where the field stands: `in="query"`. */
  readonly place?: readonly string[];
}

/**
 * A component that names an operation by its attributes. Each entry lists attribute names, first found wins.
 * `call` holds "GET /x" in one attribute, `operations` an array of `{ method, path }`.
 */
export interface OperationComponent {
  readonly method?: readonly string[];
  readonly path?: readonly string[];
  readonly operationId?: readonly string[];
  readonly call?: readonly string[];
  readonly operations?: readonly string[];
  /** The path is the component's content: `<Route method="GET">/x</Route>`. */
  readonly pathInChildren?: boolean;
  /** Attributes that hold a link, besides `href` and `to`. */
  readonly link?: readonly string[];
  /** Attributes that hold an id which it puts on the page, besides `id`. */
  readonly anchor?: readonly string[];
  /** It states a field of a request or an answer. */
  readonly field?: FieldComponent;
  /** It states fields as the keys of an object literal, as Fumadocs' `<TypeTable type={{ … }}>`. */
  readonly fields?: readonly string[];
}

/**
 * A front matter entry that names operations.
 * - `call`: "[spec] METHOD /path", as Mintlify's `openapi` and `api`.
 * - `operationIds`: one or a list of operationIds.
 * - `object`: a mapping with a method and a path or route.
 */
export interface FrontmatterOperation {
  readonly key: string;
  readonly form: 'call' | 'operationIds' | 'object';
}
