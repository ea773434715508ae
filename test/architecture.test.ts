import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * Who may import whom. A part is a folder or file of `src`, a folder with a name of its own, or all rules.
 * Contract files that hold types alone (`site/site.ts` …) are parts of their own: whoever needs the shape may have it.
 */
const foundation = ['model', 'errors', 'text', 'version', 'disk'];
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  errors: [],
  text: ['text'],
  version: [],
  disk: ['text'],
  rule: ['model', 'text', 'contract'],
  contract: ['model', 'contract'],
  truth: [...foundation, 'truth lookup', 'contract'],
  'truth lookup': ['model', 'text', 'truth lookup', 'contract'],
  frameworks: ['model', 'text', 'contract'],
  discover: [...foundation, 'frameworks', 'contract'],
  config: [...foundation, 'frameworks', 'discover', 'contract'],
  extract: [...foundation, 'frameworks', 'contract'],
  secrets: ['model', 'text'],
  threads: ['model', 'frameworks', 'extract', 'secrets', 'cache', 'contract'],
  site: ['model', 'text', 'frameworks', 'contract'],
  bind: ['model', 'text', 'truth lookup', 'contract'],
  rules: ['rule', 'model', 'text', 'truth lookup', 'contract'],
  check: ['rule', 'model', 'text', 'contract'],
  plugins: [...foundation, 'rule'],
  fix: ['rule', 'model', 'text'],
  report: [...foundation, 'contract'],
  baseline: [...foundation, 'contract'],
  git: [...foundation, 'contract'],
  cache: ['model', 'text', 'version', 'disk', 'contract'],
};
/** These stand above all stages. */
const above = [
  'all-rules',
  'run-aids',
  'read-site',
  'read-truth',
  'lint',
  'lint-report',
  'report-on',
  'record-run',
  'carry-over',
  'lint-nothing',
  'review-site',
  'lint-changes',
  'lint-and-fix',
  'snapshot-options',
  'library',
  'remark',
  'index',
  'cli',
  'rules/index',
];

const contracts = [
  'src/truth/schema/schema.ts',
  'src/site/navigation.ts',
  'src/site/site.ts',
  'src/frameworks/framework.ts',
  'src/config/config.ts',
  'src/report/report.ts',
  'src/report/judgement.ts',
  'src/observer.ts',
  'src/report/review.ts',
  'src/extract/known-pages.ts',
  'src/truth/openapi/known-specs.ts',
];

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll(sep, '/')}`),
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

it('lets each part import only what lies below it', () => {
  const trespasses = files.flatMap((file) => {
    const allowed = mayImport[partOf(file)];
    return (imports.get(file) ?? [])
      .filter((target) => allowed && partOf(target) !== partOf(file) && !allowed.includes(partOf(target)))
      .map((target) => `${file} imports ${target}`);
  });
  expect(trespasses).toEqual([]);
});

it('knows every part', () => {
  const strangers = files.filter((file) => !mayImport[partOf(file)] && !above.includes(partOf(file)));
  expect(strangers).toEqual([]);
});

it('keeps rules apart from each other', () => {
  const pairs = files.filter((file) => partOf(file) === 'rules').map((file) => [file, imports.get(file)] as const);
  expect(pairs.filter(([, targets]) => targets?.some((target) => partOf(target) === 'rules'))).toEqual([]);
});

it('has no import cycle', () => {
  expect(files.flatMap((file) => cycleFrom(file) ?? [])).toEqual([]);
});

it('asks the disk in one place, so that an answer on which a report rests is never missed', () => {
  const parts = ['baseline', 'config', 'discover', 'extract', 'plugins', 'site', 'truth', 'truth lookup'];
  const strangers = files.filter(
    (file) => parts.includes(partOf(file)) && /^import (?!type\b).+ from 'node:fs(?:\/promises)?'/m.test(read(file)),
  );
  // Git is asked in a folder that the run makes for itself.
  expect(strangers).toEqual(['src/truth/openapi/read-git.ts']);
});

it('compares places in a page by their order alone, so that what was found holds when they move', () => {
  // A distance, whatever it is held against but the length of a word.
  const distance =
    /\b(?:start|end)\)?\s*[-+]\s*\d|\d\s*[-+]\s*[\w.]*\.(?:start|end)\b|\b(?:start|end)\s*-\s*[\w.]*\b(?:start|end)\)?\s*[<>]|Math\.abs\([^)]*\b(?:start|end)\b/;
  const parts = ['bind', 'check', 'rules', 'site', 'truth lookup'];
  const lines = files
    .filter((file) => parts.includes(partOf(file)))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => distance.test(line))
        .map((line) => `${file} ${line.trim()}`),
    );
  // A quote mark, a brace or a blank within one fact.
  expect(lines.sort()).toEqual([
    'rules/missing-body-field.ts return [{ at: { file, span: { start, end: start + 1 } }, key, gaps }];',
    'rules/unknown-name.ts if (isTold(span.start) || isTold(span.start - 1)) continue;',
    'src/bind/commands/name-words.ts start = place.end + 1;',
    "src/truth/tools/argument-problems.ts return { kind: 'missing', ...at, span: { start: span.start, end: span.start + 1 } };",
  ]);
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function partOf(file: string): string {
  if (contracts.includes(file)) return 'contract';
  if (file === 'rules/index.ts') return 'rules/index';
  if (/^src\/truth\/(?:cli\/lookup\.ts|openapi\/(?:credentials|lookup)\.ts|(?:schema|tools)\/)/.test(file))
    return 'truth lookup';
  const [top = '', name = ''] = file.split('/');
  return top === 'rules' ? 'rules' : name.replace(/\.ts$/, '');
}

function importsOf(file: string): readonly string[] {
  const text = read(file);
  const specifiers = text.matchAll(/^(?:import|export)\b[^'";]*?from '(\.[^']+\.ts)'|\bimport\('(\.[^']+\.ts)'\)/gm);
  return [...specifiers].map(([, stated, lazy]) => posix.join(dirname(file), stated ?? lazy ?? ''));
}

/** The way from a file back to itself. */
function cycleFrom(start: string): string | undefined {
  const seen = new Set<string>();
  const walk = (file: string, way: readonly string[]): string | undefined => {
    for (const target of imports.get(file) ?? []) {
      if (target === start) return [...way, start].join(' → ');
      if (seen.has(target)) continue;
      seen.add(target);
      const cycle = walk(target, [...way, target]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  return walk(start, [start]);
}
