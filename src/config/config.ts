import type { FrameworkId, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { Severity } from '../model.ts';
import type { Navigation } from '../site/navigation.ts';

/** What a run was asked to do, complete: file, command line and discovery are merged. Paths are absolute unless said otherwise. */
export interface Config {
  readonly cwd: string;
  /** Relative to `cwd`; absent where there is none. */
  readonly file?: string;
  readonly docs: readonly DocsRoot[];
  readonly specs: readonly SpecSource[];
  /** Command line programs whose commands are checked; absent where none are configured. */
  readonly programs?: readonly ProgramSource[];
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
  /** By absolute path: what pages hold instead of what lies on disk, as in an editor that has not saved them. */
  readonly texts?: ReadonlyMap<string, string>;
}
