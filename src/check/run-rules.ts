import type {
  ArgumentBinding,
  Binding,
  CommandBinding,
  FactBinding,
  Finding,
  OperationBinding,
  Page,
  Secret,
  SpecIndex,
  ToolBinding,
} from '../model.ts';
import type { RunObserver } from '../observer.ts';
import type { DirectiveUse, Problem, Rule, RuleContext } from '../rule.ts';
import type { Site } from '../site/site.ts';
import type { Schemas, Vocabulary } from '../truth/schema/schema.ts';
import { createFinding } from './create-finding.ts';
import type { LevelOf } from './levels.ts';

/** Everything rules look at. `check` reads no file. */
export interface CheckInput {
  readonly bindings: readonly Binding[];
  readonly pages: readonly Page[];
  /** Files that pages render and that have no route of their own: no rule sees them, their directives count. */
  readonly snippets?: readonly Page[];
  /** By `Page.file`. */
  readonly secrets?: ReadonlyMap<string, readonly Secret[]>;
  readonly site: Site;
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  readonly levels: LevelOf;
  readonly observer?: Pick<RunObserver, 'rule'> | undefined;
}

/** Runs the hooks that see pages and bindings, on the files where their rule is not off. */
export function runRules(input: CheckInput): readonly Finding[] {
  const run = startRun(input);
  for (const rule of input.rules) {
    if (input.observer) input.observer.rule(rule.id, () => runRule(rule, input, run));
    else runRule(rule, input, run);
  }
  return run.findings;
}

function runRule(rule: Rule, input: CheckInput, run: Run): void {
  const on = filesWhereOn(rule, input);
  const bindings = hasBindingHook(rule) ? input.bindings.filter(({ file }) => on(file)) : [];
  for (const page of rule.page ? input.pages : []) {
    if (on(page.file)) run.hook(rule, page.file, (context) => rule.page?.(page, context), page.file);
  }
  if (rule.operation || rule.fact || rule.command || rule.tool) {
    for (const binding of bindings) {
      if (!hears(rule, binding)) continue;
      run.hook(rule, binding.page, (context) => callHook(rule, binding, context), binding.file);
    }
  }
  if (rule.operations) run.hook(rule, '', (context) => rule.operations?.(bindings.filter(isOperationBinding), context));
  if (rule.site) run.hook(rule, '', (context) => rule.site?.(input.site, context));
  if (rule.facts) run.hook(rule, '', (context) => rule.facts?.(bindings.filter(isFactBinding), context));
}

/** A rule meets many bindings of each file. */
function filesWhereOn(rule: Rule, { levels }: CheckInput): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const on = known.get(file) ?? levels(rule.id, file) !== 'off';
    known.set(file, on);
    return on;
  };
}

/** Whether the rule has a hook for bindings of this kind. Most have none for most. */
function hears(rule: Rule, binding: Binding): boolean {
  if (isOperationBinding(binding)) return rule.operation !== undefined;
  if (isCommandBinding(binding)) return rule.command !== undefined;
  if (isToolBinding(binding)) return rule.tool !== undefined;
  return rule.fact !== undefined;
}

function hasBindingHook({ operation, operations, fact, facts, command, tool }: Rule): boolean {
  return [operation, operations, fact, facts, command, tool].some((hook) => hook !== undefined);
}

function callHook(rule: Rule, binding: Binding, context: RuleContext): void {
  if (isOperationBinding(binding)) rule.operation?.(binding, context);
  else if (isCommandBinding(binding)) rule.command?.(binding, context);
  else if (isToolBinding(binding)) rule.tool?.(binding, context);
  else if (isFactBinding(binding)) rule.fact?.(binding, context);
}

function isOperationBinding(binding: Binding): binding is OperationBinding {
  return binding.mention.kind === 'operation';
}

function isFactBinding(binding: Binding): binding is FactBinding {
  return !isOperationBinding(binding) && !isCommandBinding(binding) && !isToolBinding(binding);
}

function isCommandBinding(binding: Binding): binding is CommandBinding {
  return binding.mention.kind === 'command';
}

function isToolBinding(binding: Binding): binding is ToolBinding | ArgumentBinding {
  const { kind } = binding.mention;
  return kind === 'tool' || kind === 'argument' || kind === 'arguments';
}

/** Runs the hooks that see which directives were needed. */
export function runDirectiveRules(input: CheckInput, uses: readonly DirectiveUse[]): readonly Finding[] {
  const run = startRun(input);
  for (const rule of input.rules) {
    for (const use of rule.directive ? uses : []) {
      if (input.levels(rule.id, use.file) === 'off') continue;
      run.hook(rule, use.file, (context) => rule.directive?.(use, context), use.file);
    }
  }
  return run.findings;
}

interface Run {
  readonly findings: readonly Finding[];
  /** `origin` is the page whose reading led here; `file` is named when the rule breaks. */
  hook(rule: Rule, origin: string, call: (context: RuleContext) => void, file?: string): void;
}

function startRun(input: CheckInput): Run {
  const findings: Finding[] = [];
  const seen = createSeen();
  const pages = new Map(input.pages.map((page) => [page.file, page]));
  const bindingsIn = groupByFile(input.bindings);
  const secretsIn = (file: string) => input.secrets?.get(file) ?? [];
  const report = (rule: Rule, origin: string, problem: Problem): void => {
    const finding = createFinding(rule, problem, { levels: input.levels, pages });
    if (finding && !seen(finding, origin)) findings.push(finding);
  };
  return {
    findings,
    hook(rule, origin, call, file) {
      try {
        const { truth, schemas, vocabulary, site } = input;
        const facts = { truth, schemas, vocabulary, site, pages, bindingsIn, secretsIn };
        call({ ...facts, report: (problem) => report(rule, origin, problem) });
      } catch (cause) {
        throw ruleFailure(rule, file, cause);
      }
    },
  };
}

/** Few rules ask, so the bindings are grouped at the first question. */
function groupByFile(bindings: readonly Binding[]): (file: string) => readonly Binding[] {
  let groups: Map<string, Binding[]> | undefined;
  return (file) => {
    groups ??= collect(bindings);
    return groups.get(file) ?? [];
  };
}

function collect(bindings: readonly Binding[]): Map<string, Binding[]> {
  const groups = new Map<string, Binding[]>();
  for (const binding of bindings) {
    const group = groups.get(binding.file);
    if (group) group.push(binding);
    else groups.set(binding.file, [binding]);
  }
  return groups;
}

/**
 * Many pages may render one snippet, and each binds its mentions anew. What the first page led to is kept; from the
 * others nothing more is said of the same place by the same rule.
 */
function createSeen(): (finding: Finding, origin: string) => boolean {
  const places = new Map<string, { readonly origin: string; readonly messages: Set<string> }>();
  return (finding, origin) => {
    const key = JSON.stringify([finding.rule, finding.file, finding.span.start, finding.span.end]);
    const place = places.get(key) ?? { origin, messages: new Set() };
    places.set(key, place);
    if (place.origin !== origin || place.messages.has(finding.message)) return true;
    place.messages.add(finding.message);
    return false;
  };
}

/** A rule that throws stops the run: to go on would be a false all-clear. */
function ruleFailure(rule: Rule, file: string | undefined, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`The rule \`${rule.id}\` failed${file === undefined ? '' : ` on ${file}`}: ${reason}`, { cause });
}
