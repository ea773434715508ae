import type { Heading as HeadingNode } from 'mdast';

export type FrameworkId = 'docusaurus' | 'fumadocs' | 'github' | 'mintlify' | 'nextra' | 'starlight' | 'vitepress';

/** A docs framework as data. Nothing here runs the framework or reads its configuration as code. */
export interface Framework {
  readonly id: FrameworkId;
  /** Files that only a project of this framework has, as globs below the project's folder. */
  readonly markers: readonly string[];
  /** What a marker must contain where its name alone proves too little, by marker. */
  readonly markerText?: Readonly<Record<string, RegExp>>;
  /** npm packages whose presence in package.json marks the framework. */
  readonly packages: readonly string[];
  /** Where pages lie below the project's folder when nothing else says so; the first that exists is taken. */
  readonly roots: readonly string[];
  readonly baseUrl: string;
  /** `md` files are MDX too (Docusaurus). */
  readonly mdIsMdx: boolean;
  /** Marks which its preprocessor takes away before MDX sees the page: `<!-- -->`, and `{#id}` at the end of a heading. */
  readonly foreignMarks?: readonly ('heading-id' | 'html-comment')[];
  /** Globs below the docs root that are never pages of their own, such as `snippets/**`. */
  readonly exclude: readonly string[];
  /** Absent while its slug rules are not ours yet: fragments are then not judged. */
  readonly slugs?: () => HeadingSlugger;
  /** Absent while its routes are not ours yet: links are then not judged. */
  readonly router?: Router;
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly frontmatter: readonly FrontmatterOperation[];
  /** Prefixes of import sources that mean a folder of the project: `{ '@site/': '' }`. `/` itself is the docs root. */
  readonly importAliases: Readonly<Record<string, string>>;
}

/** Gives each heading of one page its id, in document order; it keeps the page's counter of duplicates. */
export type HeadingSlugger = (heading: HeadingNode) => HeadingId;

export type HeadingId =
  | { readonly kind: 'heading' | 'explicit'; readonly id: string }
  | { readonly kind: 'dynamic' }
  | { readonly kind: 'none' };

export interface Router {
  /** The URL of a page below the docs root, without base URL and trailing slash ('' for the root); nothing where it has no route. */
  route(file: string, frontmatter: Readonly<Record<string, unknown>>): string | undefined;
  /** `file`: relative links name files, as on GitHub. `url`: they are joined to the page's own URL, as browsers do. `both`: either works. */
  readonly relative: 'file' | 'url' | 'both';
  /** Whether `[x](./page.mdx)` works as well as the route. */
  readonly extensions: boolean;
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
