import type { Binding, Finding, Page, Secret, SpecIndex } from '../model.ts';
import type { RunObserver } from '../observer.ts';
import type { DirectiveUse, Problem, Rule, RuleContext } from '../rule.ts';
import type { Site } from '../site/site.ts';
import type { Schemas, Vocabulary } from '../truth/schema/schema.ts';
import { callHook, heardBy, type Kinds, kindsIn } from './binding-kinds.ts';
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
  for (const page of rule.page ? input.pages : []) {
    if (on(page.file)) run.hook(rule, page.file, (context) => rule.page?.(page, context), page.file);
  }
  for (const binding of run.heardBy(rule)) {
    if (on(binding.file)) run.hook(rule, binding.page, (context) => callHook(rule, binding, context), binding.file);
  }
  const { operations, facts } = run.kinds;
  if (rule.operations)
    run.hook(rule, '', (context) =>
      rule.operations?.(
        operations.filter(({ file }) => on(file)),
        context,
      ),
    );
  if (rule.site) run.hook(rule, '', (context) => rule.site?.(input.site, context));
  if (rule.facts)
    run.hook(rule, '', (context) =>
      rule.facts?.(
        facts.filter(({ file }) => on(file)),
        context,
      ),
    );
}

/** A rule meets many bindings of one file, one behind the other. */
function filesWhereOn(rule: Rule, { levels }: CheckInput): (file: string) => boolean {
  let last: string | undefined;
  let isOn = false;
  return (file) => {
    if (file !== last) isOn = levels(rule.id, file) !== 'off';
    last = file;
    return isOn;
  };
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
  readonly kinds: Kinds;
  readonly heardBy: (rule: Rule) => readonly Binding[];
  /** `origin` is the page whose reading led here; `file` is named when the rule breaks. */
  hook(rule: Rule, origin: string, call: (context: RuleContext) => void, file?: string): void;
}

function startRun(input: CheckInput): Run {
  const findings: Finding[] = [];
  const seen = createSeen();
  const pages = new Map(input.pages.map((page) => [page.file, page]));
  const bindingsIn = groupByFile(input.bindings);
  const secretsIn = (file: string) => input.secrets?.get(file) ?? [];
  const kinds = kindsIn(input.bindings);
  const { truth, schemas, vocabulary, site } = input;
  const known = { truth, schemas, vocabulary, site, pages, bindingsIn, secretsIn };
  const contextFor = createContexts(known, (rule, origin, problem) => report(rule, origin, problem));
  const report = (rule: Rule, origin: string, problem: Problem): void => {
    const finding = createFinding(rule, problem, { levels: input.levels, pages });
    if (finding && !seen(finding, origin)) findings.push(finding);
  };
  return {
    findings,
    kinds,
    heardBy: (rule) => heardBy(rule, kinds, input.bindings),
    hook(rule, origin, call, file) {
      try {
        call(contextFor(rule, origin));
      } catch (cause) {
        throw ruleFailure(rule, file, cause);
      }
    },
  };
}

/** What a rule is handed; the same one for all bindings of a page, which come one behind the other. */
function createContexts(
  known: Omit<RuleContext, 'report'>,
  report: (rule: Rule, origin: string, problem: Problem) => void,
): (rule: Rule, origin: string) => RuleContext {
  let last: { readonly rule: Rule; readonly origin: string; readonly context: RuleContext } | undefined;
  return (rule, origin) => {
    if (last?.rule !== rule || last.origin !== origin) {
      last = { rule, origin, context: { ...known, report: (problem) => report(rule, origin, problem) } };
    }
    return last.context;
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
