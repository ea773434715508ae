import type {
  ArgumentBinding,
  ArgumentMention,
  Binding,
  CommandBinding,
  Directive,
  Edit,
  FactBinding,
  Mention,
  OperationBinding,
  Page,
  Place,
  Secret,
  Severity,
  Span,
  SpecIndex,
  ToolBinding,
  TruthPlace,
} from './model.ts';
import type { Site } from './site/site.ts';
import type { Schemas, Vocabulary } from './truth/schema/schema.ts';

/** The names in a template: `'no {a} in {b}'` has `'a' | 'b'`. */
type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Messages = Readonly<Record<string, string>>;

/** What a rule says of a place. `data` fills the message's placeholders; one that is forgotten does not compile. */
export interface Problem<M extends Messages = Messages, Id extends keyof M & string = keyof M & string> {
  readonly message: Id;
  readonly at: Place;
  readonly data: Readonly<Record<Placeholders<M[Id]>, string>>;
  /** Where this finding weighs less than the rule's default, as one that rests on a likely binding does. */
  readonly severity?: Severity;
  /** `METHOD /path`, as the spec has it. */
  readonly operation?: string;
  readonly truth?: TruthPlace;
  readonly suggestions?: readonly string[];
  readonly edits?: readonly Edit[];
  readonly related?: readonly Place[];
  /** No report may show what stands there. */
  readonly redacted?: true;
}

/** What a rule may look at besides the thing it is handed. */
export interface RuleContext<M extends Messages = Messages> {
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
  /** The words of all specs of the run. */
  readonly vocabulary: Vocabulary;
  readonly site: Site;
  /** By `Page.file`. */
  readonly pages: ReadonlyMap<string, Page>;
  /** What the mentions in a file are bound to, once for each page that renders it; by `Page.file`. */
  bindingsIn(file: string): readonly Binding[];
  /** The credentials in a file, by `Page.file`. */
  secretsIn(file: string): readonly Secret[];
  report<Id extends keyof M & string>(problem: Problem<M, Id>): void;
}

/** A directive, and whether it silenced anything in this run. */
export interface DirectiveUse {
  readonly file: string;
  readonly directive: Directive;
  readonly used: boolean;
  /** Names in it that no rule has. */
  readonly unknownRules: readonly UnknownRule[];
}

export interface UnknownRule {
  readonly name: string;
  /** The rule that was probably meant. */
  readonly nearest?: string;
}

/** A rule is data and hooks. A hook sees one kind of fact and never a tree. */
export interface Rule<M extends Messages = Messages> {
  readonly id: string;
  /** One sentence; the first line of the rule's page repeats it. */
  readonly summary: string;
  readonly severity: Severity;
  /** Where a reader learns more; rules of specwins have pages of their own. */
  readonly url?: string;
  /** Its page, as `specwins rules <id>` prints it. */
  readonly help?: string;
  /** A finding that no edit can mend is told once for all places with the same message: who mends the spec mends them all. */
  readonly joinsPlaces?: boolean;
  /** Its edits may change marks of Markdown, JSX, JSON or code, since it knows in what they stand; else only words are replaced. */
  readonly editsMarks?: boolean;
  /** By message id; `{name}` is filled from the problem's data. */
  readonly messages: M;
  page?(page: Page, context: RuleContext<M>): void;
  operation?(binding: OperationBinding, context: RuleContext<M>): void;
  /** All bindings of operations at once, for rules that aggregate. */
  operations?(bindings: readonly OperationBinding[], context: RuleContext<M>): void;
  fact?(binding: FactBinding, context: RuleContext<M>): void;
  command?(binding: CommandBinding, context: RuleContext<M>): void;
  /** The name of a tool of an MCP server, or what is said of its arguments. */
  tool?(binding: ToolBinding | ArgumentBinding, context: RuleContext<M>): void;
  /** Once in a run, for what concerns the site as a whole. */
  site?(site: Site, context: RuleContext<M>): void;
  /** All bindings of facts at once. */
  facts?(bindings: readonly FactBinding[], context: RuleContext<M>): void;
  /** After suppression: each directive, and whether it was needed. */
  directive?(use: DirectiveUse, context: RuleContext<M>): void;
}

/** Checks a rule's messages against the data its hooks give, and hands it on for the registry. */
export function defineRule<const M extends Messages>(rule: Rule<M>): Rule {
  return rule;
}

/** The edit that puts `by` in place of `written`; none where the file has it in other characters, as escapes or with quote marks. */
export function replacing(written: string, span: Span, by: string): readonly Edit[] {
  return span.end - span.start === written.length ? [{ span, text: by }] : [];
}

/** Whether a mention says that its subject is there today: drift of what is denied, past or on its way out is no drift. */
export function speaksOfToday(mention: Mention | ArgumentMention): boolean {
  return mention.stance === 'claim';
}
