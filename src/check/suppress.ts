import type { Directive, Finding, Page } from '../model.ts';
import type { DirectiveUse, UnknownRule } from '../rule.ts';
import { nearestName } from '../text/nearest-name.ts';
import { type CheckInput, runDirectiveRules } from './run-rules.ts';

/** What is reported, and what a directive silences. */
export interface Verdicts {
  readonly shown: readonly Finding[];
  readonly suppressed: readonly Finding[];
}

/** Applies the directives of the pages, then lets rules judge the directives themselves. */
export function suppress(findings: readonly Finding[], input: CheckInput): Verdicts {
  const written = [...input.pages, ...(input.snippets ?? [])];
  const directives = new Map(written.map((page) => [page.file, page.directives]));
  const used = new Set<Directive>();
  const verdicts = divide(findings, (finding) => {
    const silencing = (directives.get(finding.file) ?? []).filter((directive) => silences(directive, finding));
    for (const directive of silencing) used.add(directive);
    return silencing;
  });
  const uses = written.flatMap((page) => directiveUses(page, used, input));
  // A directive that names no rule would silence the finding about itself.
  const aboutDirectives = divide(runDirectiveRules(input, uses), (finding) =>
    (directives.get(finding.file) ?? []).filter(
      (directive) => directive.rules.includes(finding.rule) && silences(directive, finding),
    ),
  );
  return {
    shown: [...verdicts.shown, ...aboutDirectives.shown],
    suppressed: [...verdicts.suppressed, ...aboutDirectives.suppressed],
  };
}

function divide(findings: readonly Finding[], silencing: (finding: Finding) => readonly Directive[]): Verdicts {
  const shown: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const directives = silencing(finding);
    if (directives.length === 0) shown.push(finding);
    else suppressed.push({ ...finding, suppression: { kind: 'inSource', ...reasonOf(directives) } });
  }
  return { shown, suppressed };
}

function reasonOf(directives: readonly Directive[]): { readonly reason?: string } {
  const reason = directives.find((directive) => directive.reason !== undefined)?.reason;
  return reason === undefined ? {} : { reason };
}

/** A finding belongs to the scope in which it starts. */
function silences({ rules, scope }: Directive, finding: Finding): boolean {
  const inside = finding.span.start >= scope.start && finding.span.start < scope.end;
  return inside && (rules.length === 0 || rules.includes(finding.rule));
}

/** The directives of a page that rules may judge. */
function directiveUses(page: Page, used: ReadonlySet<Directive>, { rules, levels }: CheckInput): DirectiveUse[] {
  const ids = rules.map(({ id }) => id);
  const judging = rules.filter((rule) => rule.directive).map(({ id }) => id);
  return page.directives.flatMap((directive) => {
    const known = directive.rules.filter((rule) => ids.includes(rule));
    const unknownRules = directive.rules.filter((rule) => !ids.includes(rule)).map((rule) => unknownRule(rule, ids));
    // A rule that is off finds nothing, and one that judges directives has not spoken yet: neither tells that a directive is idle.
    const undecided = known.some((rule) => judging.includes(rule) || levels(rule, page.file) === 'off');
    if (undecided && unknownRules.length === 0) return [];
    return [{ file: page.file, directive, used: undecided || used.has(directive), unknownRules }];
  });
}

function unknownRule(name: string, ids: readonly string[]): UnknownRule {
  const nearest = nearestName(name, ids);
  return nearest === undefined ? { name } : { name, nearest };
}
