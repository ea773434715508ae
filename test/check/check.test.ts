import { describe, expect, it } from 'vitest';
import unusedDirective from '../../rules/unused-directive.ts';
import { check } from '../../src/check/check.ts';
import type { CheckInput } from '../../src/check/run-rules.ts';
import type { Binding, Directive, OperationMention, Page, Place, Span } from '../../src/model.ts';
import { defineRule, type Rule } from '../../src/rule.ts';
import { openSchemas } from '../../src/truth/schema/open-schemas.ts';
import { vocabularyOf } from '../../src/truth/schema/vocabulary.ts';

describe('weighing findings', () => {
  it('takes the level of the configuration over that of the problem, and that over the rule', () => {
    const lenient = ripeness({ severity: 'info' });
    expect(severities({ rules: [ripeness()] })).toEqual(['error']);
    expect(severities({ rules: [lenient] })).toEqual(['info']);
    expect(severities({ rules: [lenient], levels: () => 'warning' })).toEqual(['warning']);
  });

  it('drops what is off, and does not run the rule there', () => {
    const broken = ripeness({ fail: true });
    expect(check(input({ rules: [broken], levels: () => 'off' })).shown).toEqual([]);
  });

  it('weighs errors of changelogs and migration guides as warnings unless a level is configured', () => {
    for (const file of [
      'CHANGELOG.md',
      'guides/migrating-to-v2.mdx',
      'docs/whats-new/may.mdx',
      'docs/upgrade.de.mdx',
    ]) {
      expect(severities({ bindings: [binding({ file })] })).toEqual(['warning']);
    }
    const titled = page('guides/v2.mdx', { title: 'What’s new in Orchard' });
    expect(severities({ pages: [titled], bindings: [binding({ file: titled.file })] })).toEqual(['warning']);
    expect(severities({ bindings: [binding({ file: 'CHANGELOG.md' })], levels: () => 'error' })).toEqual(['error']);
  });

  it('keeps the weight of pages whose name only resembles a changelog', () => {
    for (const file of ['guides/order-history.mdx', 'guides/exchanges.mdx', 'guides/immigration.mdx']) {
      expect(severities({ bindings: [binding({ file })] })).toEqual(['error']);
    }
  });
});

describe('words', () => {
  it('fills the message from the data, and leaves braces in the data alone', () => {
    const [finding] = check(input({ bindings: [binding({ text: 'GET /trees/{text}' })] })).shown;
    expect(finding?.message).toBe('`GET /trees/{text}` is not ripe.');
  });

  it('names the rule and the page when a rule breaks', () => {
    expect(() => check(input({ rules: [ripeness({ fail: true })] }))).toThrow(
      'The rule `unripe` failed on guides/trees.mdx: the basket is empty',
    );
  });
});

describe('joining findings', () => {
  it('reports a snippet once, however many pages render it', () => {
    const bindings = ['guides/a.mdx', 'guides/b.mdx'].map((from) => binding({ page: from, file: 'snippets/tree.mdx' }));
    expect(check(input({ bindings })).shown).toHaveLength(1);
  });

  it('joins equal findings of the tabs of one code group', () => {
    const bindings = [
      binding({ start: 10, group: 1 }),
      binding({ start: 90, group: 1 }),
      binding({ start: 200, group: 2 }),
    ];
    const { shown } = check(input({ bindings }));
    expect(shown.map(({ span, related }) => [span.start, related.map((place) => place.span.start)])).toEqual([
      [10, [90]],
      [200, []],
    ]);
  });

  it('joins a translation into its original, turn by turn', () => {
    const bindings = ['guides/trees.de.mdx', 'guides/trees.mdx'].flatMap((file) => [
      binding({ file, start: 10 }),
      binding({ file, start: 50 }),
    ]);
    const { shown } = check(input({ bindings }));
    expect(shown.map(({ file, span, related }) => [file, span.start, related.map((place) => place.file)])).toEqual([
      ['guides/trees.mdx', 10, ['guides/trees.de.mdx']],
      ['guides/trees.mdx', 50, ['guides/trees.de.mdx']],
    ]);
  });

  it('keeps the finding of an original whose translation is silenced', () => {
    const file = 'guides/trees.de.mdx';
    const bindings = [binding(), binding({ file })];
    const pages = [page('guides/trees.mdx'), page(file, { directives: [directive()] })];
    const { shown, suppressed } = check(input({ bindings, pages }));
    expect(shown.map(({ related }) => related)).toEqual([[]]);
    expect(suppressed.map((finding) => finding.file)).toEqual([file]);
  });
});

describe('directives', () => {
  const silenced = (directives: readonly Directive[], more: Partial<CheckInput> = {}) => {
    const pages = [page('guides/trees.mdx', { directives })];
    const { shown, suppressed } = check(input({ pages, rules: [ripeness(), unusedDirective], ...more }));
    return { shown: shown.map(({ rule }) => rule), suppressed: suppressed.map(({ rule }) => rule) };
  };

  it('silence findings that start in their scope, of the rules they name or of all', () => {
    expect(silenced([directive()])).toEqual({ shown: [], suppressed: ['unripe'] });
    expect(silenced([directive({ rules: ['unripe'] })])).toEqual({ shown: [], suppressed: ['unripe'] });
  });

  it('are reported when they silence nothing', () => {
    const elsewhere = directive({ scope: { start: 500, end: 600 } });
    expect(silenced([elsewhere])).toEqual({ shown: ['unused-directive', 'unripe'], suppressed: [] });
  });

  it('are reported when they name a rule that does not exist', () => {
    const pages = [page('guides/trees.mdx', { directives: [directive({ rules: ['unrype'] })] })];
    const { shown } = check(input({ pages, rules: [ripeness(), unusedDirective] }));
    expect(shown.map(({ message }) => message)).toContain(
      'There is no rule `unrype` to silence; did you mean `unripe`?',
    );
  });

  it('are not reported for a rule that is off', () => {
    const levels = (rule: string) => (rule === 'unripe' ? ('off' as const) : undefined);
    expect(silenced([directive({ rules: ['unripe'] })], { levels })).toEqual({ shown: [], suppressed: [] });
  });

  it('silence the report about directives only by its name', () => {
    const idle = directive({ span: { start: 300, end: 320 }, scope: { start: 500, end: 600 } });
    const wide = { start: 0, end: 1000 };
    expect(silenced([directive({ scope: wide }), idle]).shown).toEqual(['unused-directive']);
    const named = directive({ rules: ['unused-directive'], scope: wide });
    expect(silenced([directive({ scope: wide }), named, idle]).shown).toEqual([]);
  });
});

function severities(more: Partial<CheckInput>): readonly string[] {
  return check(input(more)).shown.map(({ severity }) => severity);
}

function input(more: Partial<CheckInput> = {}): CheckInput {
  return {
    bindings: [binding()],
    pages: [],
    site: {
      resolve: () => ({ status: 'external' }),
      findFragment: () => ({ status: 'found' }),
      originalOf: (file) => file.replace(/\.de\.mdx$/, '.mdx'),
      addressOf: () => undefined,
      missingNavPages: () => [],
      orphans: () => [],
    },
    truth: { specs: [], operations: {} },
    schemas: openSchemas(() => undefined),
    vocabulary: vocabularyOf(() => []),
    rules: [ripeness()],
    levels: () => undefined,
    ...more,
  };
}

/** Finds fault with every operation. */
function ripeness({ severity, fail = false }: { severity?: 'info'; fail?: boolean } = {}): Rule {
  return defineRule({
    id: 'unripe',
    summary: 'Every operation must be ripe.',
    severity: 'error',
    messages: { unripe: '`{text}` is not ripe.' },
    operation({ file, mention }, { report }) {
      if (fail) throw new Error('the basket is empty');
      const at: Place = { file, span: mention.span };
      report({ message: 'unripe', at, data: { text: mention.text }, ...(severity ? { severity } : {}) });
    },
  });
}

interface BindingFacts {
  readonly file?: string;
  readonly page?: string;
  readonly start?: number;
  readonly text?: string;
  readonly group?: number;
}

function binding({
  file = 'guides/trees.mdx',
  page = file,
  start = 10,
  text = 'GET /trees',
  group,
}: BindingFacts = {}): Binding {
  const span: Span = { start, end: start + text.length };
  const mention: OperationMention = {
    kind: 'operation',
    source: 'inline-code',
    span,
    text,
    stance: 'claim',
    certain: true,
    section: -1,
    ...(group === undefined ? {} : { group }),
  };
  return { page, file, mention, target: { status: 'unplaced', evidence: [] } };
}

function page(file: string, more: Partial<Page> = {}): Page {
  const empty = { headings: [], anchors: [], links: [], mentions: [], directives: [], imports: [] };
  return { file, format: 'mdx', ...empty, ...more };
}

function directive(more: Partial<Directive> = {}): Directive {
  return { kind: 'disable-next-line', rules: [], span: { start: 0, end: 5 }, scope: { start: 6, end: 100 }, ...more };
}
