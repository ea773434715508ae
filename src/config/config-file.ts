import type { FieldComponent, FrameworkId } from '../frameworks/framework.ts';

/** The configuration as a user writes it, once `schema.json` has accepted it. */
export interface ConfigFile {
  readonly $schema?: string;
  readonly docs?: DocsEntry | readonly DocsEntry[];
  readonly specs?: Readonly<Record<string, string | SpecEntry>>;
  readonly mcp?: McpEntry | Readonly<Record<string, McpEntry>>;
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleLevel>>;
  }[];
  /** Program name → manifest. */
  readonly cli?: Readonly<Record<string, string>>;
  readonly hedges?: readonly string[];
  readonly components?: Readonly<Record<string, ComponentEntry>>;
  readonly credentials?: Readonly<Record<string, CredentialEntry>>;
  readonly guards?: Readonly<Record<string, readonly string[]>>;
  readonly engine?: 'fast' | 'reference';
  readonly baseline?: string;
  readonly plugins?: readonly string[];
}

/** What writers call a security scheme, and what stands for its value in their samples. */
export interface CredentialEntry {
  readonly names?: readonly string[];
  readonly values?: readonly string[];
}

export interface DocsEntry {
  readonly root?: string;
  readonly baseUrl?: string;
  readonly framework?: FrameworkId;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface SpecEntry {
  readonly path?: string;
  readonly url?: string;
  readonly git?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly hosts?: Readonly<Record<string, string>>;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly documented?:
    | boolean
    | { readonly tags?: readonly string[]; readonly paths?: readonly string[]; readonly pages?: readonly string[] };
  readonly optional?: boolean;
}

/** A server's answer to `tools/list`, or the command that starts a server to ask; exactly one of them. */
export interface McpEntry {
  readonly tools?: string;
  readonly command?: string | readonly string[];
}

/** An attribute name, or several of which the first found wins. */
export type Attributes = string | readonly string[];

export interface ComponentEntry {
  readonly method?: Attributes;
  readonly path?: Attributes;
  readonly operationId?: Attributes;
  readonly call?: Attributes;
  readonly operations?: Attributes;
  readonly pathInChildren?: boolean;
  readonly link?: Attributes;
  readonly anchor?: Attributes;
  readonly field?: FieldEntry;
}

/** A component that states a field: the attributes that may hold its name, with where such a field stands, and its claims. */
export interface FieldEntry {
  readonly name: FieldComponent['name'];
  readonly type?: Attributes;
  readonly required?: Attributes;
  readonly optional?: Attributes;
  readonly deprecated?: Attributes;
  readonly default?: Attributes;
  readonly values?: Attributes;
  readonly place?: Attributes;
}

/** The words of the configuration; `warn` is `warning` everywhere else. */
export type RuleLevel = 'off' | 'info' | 'warn' | 'error';
