import type { FrameworkId, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { Documented, Severity } from '../model.ts';
import type { Navigation } from '../site/navigation.ts';
import type { SiteFiles } from '../site/site.ts';

/** What a run was asked to do, complete: file, command line and discovery are merged. Paths are absolute unless said otherwise. */
export interface Config {
  readonly cwd: string;
  /** Relative to `cwd`; absent where there is none. */
  readonly file?: string;
  readonly docs: readonly DocsRoot[];
  readonly specs: readonly SpecSource[];
  /** Command line programs whose commands are checked; absent where none are configured. */
  readonly programs?: readonly ProgramSource[];
  /** Absent where none is configured. */
  readonly mcp?: readonly McpSource[];
  /** By rule id, over the rule's own severity. */
  readonly rules: Readonly<Record<string, Level>>;
  readonly overrides: readonly Override[];
  /** Own components that name operations, by component name. */
  readonly components: Readonly<Record<string, OperationComponent>>;
  /** Own phrases that say that a statement was not verified. */
  readonly hedges: readonly string[];
  /** By security scheme: what writers call it. */
  readonly credentials: Readonly<Record<string, CredentialNames>>;
  /** Names of middleware → the security schemes of which it accepts any. */
  readonly guards: Readonly<Record<string, readonly string[]>>;
  readonly engine: 'fast' | 'reference';
  /** Absolute; absent where there is none. */
  readonly baseline?: string;
  /** Answers for files that are no pages; absent where the disk does. */
  readonly files?: SiteFiles;
  /** Modules that export own rules, absolute, which are the only files that are ever run; absent where none are named. */
  readonly plugins?: readonly string[];
}

export interface CredentialNames {
  readonly names: readonly string[];
  /** What stands for its value in samples: `$ORG_API_KEY`. */
  readonly values: readonly string[];
}

export type Level = Severity | 'off';

export interface Override {
  /** Globs, relative to the configuration file's folder. */
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, Level>>;
}

/** A folder of pages under one framework. */
export interface DocsRoot {
  /** Absolute folder of the pages. */
  readonly root: string;
  /** Absolute folder that holds the framework's own configuration; aliases and assets are resolved from here. */
  readonly project: string;
  readonly framework: FrameworkId;
  /** URL prefix of all pages, '' or `/docs`. */
  readonly baseUrl: string;
  /** Globs below `root`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Addresses which the project redirects, as patterns such as `/old/:path*`; a link to one that leads to no page is never judged. */
  readonly redirects?: readonly string[];
  /** Where redirects lead whose addresses are written out, by the address. */
  readonly destinations?: Readonly<Record<string, string>>;
  /** What the project's own files say of its framework. */
  readonly facts?: ProjectFacts;
  /** Absent where the framework has no navigation files, or none that is read. */
  readonly navigation?: Navigation;
}

export interface SpecSource {
  readonly name: string;
  readonly kind: 'file' | 'url' | 'git';
  /** Absolute path, URL, or `git:<ref>:<path>` / `git:<repo>#<ref>:<path>` as it was given. */
  readonly location: string;
  /** Request header name → environment variable that holds its value; sent to the URL's own origin only. */
  readonly headers: Readonly<Record<string, string>>;
  /** What writers type for a server → the server URL it stands for. */
  readonly hosts: Readonly<Record<string, string>>;
  /** An older spelling of paths, or of their beginning → that of the spec. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Which of its operations the guides must name. */
  readonly documented?: Documented;
  /** Not being there is worth a note, not a failure. */
  readonly optional: boolean;
  /** Found by discovery, not named by the user. */
  readonly discovered: boolean;
}

/** A program as guides call it, and the file or folder that describes its commands. */
export interface ProgramSource {
  readonly name: string;
  /** Absolute. */
  readonly location: string;
}
/** Where the tools of an MCP server are listed: in a file, or by the server itself. A single server may go without a name. */
export type McpSource = { readonly name?: string } & (
  | { readonly kind: 'file' /** Absolute path. */; readonly location: string }
  | { readonly kind: 'command'; readonly command: readonly string[] /** Absolute. */; readonly folder: string }
);

/** What the caller of `lint` may ask for; everything is optional. */
export interface LintOptions {
  readonly cwd?: string;
  /** Files or folders to report on. */
  readonly paths?: readonly string[];
  /** As on the command line: `file`, `url`, `git:…`, each possibly `name=…`. */
  readonly specs?: readonly string[];
  readonly config?: string;
  readonly framework?: string;
  readonly engine?: 'fast' | 'reference';
  /** Report only what these changes made wrong, and what stands in files that they touch. */
  readonly changes?: ChangeScope;
  /** The findings that are known already, relative to `cwd`; `false`: report them too. */
  readonly baseline?: string | false;
  /** The caller goes on to write the baseline: one to update need not be there, and stale entries are no news. */
  readonly rewriteBaseline?: 'update' | 'prune';
  /** Also quote the pages and specs around each finding, and map operations to pages. */
  readonly review?: boolean;
  /** Answers for files that are no pages, instead of the disk. */
  readonly files?: SiteFiles;
  /** By absolute path: what pages hold instead of what lies on disk, as in an editor that has not saved them. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Modules of own rules, absolute, instead of those that the configuration names. */
  readonly plugins?: readonly string[];
}

/**
 * `since`: the working tree against the commit where it left `base`. `staged`: the next commit against the last one. `files`: no earlier state
 * is known; what stands in these files, or rests on them, is reported.
 */
export type ChangeScope =
  | { readonly kind: 'since'; readonly base?: string; readonly env?: Environment }
  | { readonly kind: 'staged'; readonly env?: Environment }
  | { readonly kind: 'files'; readonly files: readonly string[] };

/** Environment variables: what CI says of the base, and hooks of the index; else those of the process. */
type Environment = Readonly<Record<string, string | undefined>>;
