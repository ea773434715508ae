import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from '../src/lint.ts';
import type { Binding, OperationBinding, SpecIndex } from '../src/model.ts';
import { indexLines } from '../src/text/lines.ts';
import { operationAt } from '../src/truth/openapi/lookup.ts';
import type { Corpus } from './corpora.ts';

/** A slip that writers make, put into a mention that was right. */
export interface Slip {
  readonly kind: string;
  readonly rules: readonly string[];
  /** What to write at which place of the page; nothing where the slip cannot be made here. */
  readonly edit: (
    binding: OperationBinding,
    truth: SpecIndex,
  ) => { start: number; end: number; text: string } | undefined;
}

export interface InjectedResult {
  readonly kind: string;
  readonly injected: number;
  readonly found: number;
  /** `form: text` of what was not found. */
  readonly missed: readonly string[];
}

const METHODS = ['PUT', 'DELETE', 'PATCH', 'POST', 'GET'];

export const slips: readonly Slip[] = [
  {
    kind: 'another method',
    rules: ['wrong-method', 'unknown-path', 'contradiction'],
    edit({ mention, target }, truth) {
      if (target.status !== 'bound' || !mention.method || mention.method.implied) return undefined;
      const path = truth.specs.flatMap((spec) => spec.paths).filter(({ template }) => template === target.template);
      const other = METHODS.find((method) => path.every(({ operations }) => !(method in operations)));
      return other === undefined ? undefined : { ...mention.method.span, text: other };
    },
  },
  {
    kind: 'two letters swapped',
    rules: ['unknown-path', 'wrong-method'],
    edit: (binding, truth) => respell(binding, truth, swapLetters),
  },
  {
    kind: 'singular for plural',
    rules: ['unknown-path', 'wrong-method'],
    edit: (binding, truth) => respell(binding, truth, otherNumber),
  },
  {
    kind: 'hyphen for underscore',
    rules: ['unknown-path', 'wrong-method'],
    edit: (binding, truth) => respell(binding, truth, otherSeparator),
  },
  {
    kind: 'last word renamed',
    rules: ['unknown-path', 'wrong-method'],
    edit: (binding, truth) => respell(binding, truth, () => 'beehives'),
  },
];

/** Changes the last literal word of the path that the spec has as a literal too. */
function respell({ target }: OperationBinding, truth: SpecIndex, change: (word: string) => string | undefined) {
  if (target.status !== 'bound' || !target.pairs) return undefined;
  const words = target.pairs.filter(({ mention, spec }) => mention.kind === 'literal' && spec.kind === 'literal');
  const word = words.at(-1)?.mention;
  const text = word && change(word.text);
  if (!word || text === undefined || text === word.text || words.length < 2) return undefined;
  // A slip that gives another path of the spec is no slip that a linter could see.
  const slipped = target.template
    .split('/')
    .map((piece) => (piece === word.text ? text : piece))
    .join('/');
  const legal = truth.specs.some((spec) => spec.paths.some(({ template }) => template === slipped));
  return legal ? undefined : { ...word.span, text };
}

function swapLetters(word: string): string | undefined {
  return word.length < 5 ? undefined : word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4);
}

function otherNumber(word: string): string | undefined {
  return word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
}

function otherSeparator(word: string): string | undefined {
  if (word.includes('_')) return word.replaceAll('_', '-');
  return word.includes('-') ? word.replaceAll('-', '_') : undefined;
}

/** Puts each kind of slip into at most one mention of a page, lints the changed site, and looks for it on its line. */
export async function runInjected(corpus: Corpus): Promise<InjectedResult[]> {
  const { bindings: all, truth } = await lint(corpus.options);
  const bindings = all.filter(isOperationBinding);
  const results: InjectedResult[] = [];
  for (const slip of slips) results.push(await injectKind(corpus, slip, { bindings, truth }));
  return results;
}

function isOperationBinding(binding: Binding): binding is OperationBinding {
  return binding.mention.kind === 'operation';
}

interface Clean {
  readonly bindings: readonly OperationBinding[];
  readonly truth: SpecIndex;
}

interface Injection {
  readonly file: string;
  readonly line: number;
  readonly label: string;
}

async function injectKind(corpus: Corpus, slip: Slip, clean: Clean): Promise<InjectedResult> {
  const folder = mkdtempSync(join(tmpdir(), 'specwins-injected-'));
  try {
    cpSync(corpus.options.cwd, folder, { recursive: true, mode: 1 });
    const injections = inject(folder, slip, clean);
    const { report } = await lint({ ...corpus.options, cwd: folder });
    const places = report.findings
      .filter(({ rule }) => slip.rules.includes(rule))
      .flatMap(({ file, start, end, related }) => [{ file, start, end }, ...related]);
    const hit = ({ file, line }: Injection) =>
      places.some((place) => place.file === file && place.start.line <= line && line <= place.end.line);
    const missed = injections.filter((injection) => !hit(injection)).map(({ label }) => label);
    return { kind: slip.kind, injected: injections.length, found: injections.length - missed.length, missed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inject(folder: string, slip: Slip, { bindings, truth }: Clean): Injection[] {
  const done = new Set<string>();
  return bindings.flatMap((binding) => {
    const { file, mention, target } = binding;
    if (done.has(file) || target.status !== 'bound' || mention.stance !== 'claim' || !mention.target) return [];
    if (!target.operations.some((key) => operationAt(truth, key))) return [];
    const edit = slip.edit(binding, truth);
    if (!edit) return [];
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    done.add(file);
    writeFileSync(path, text.slice(0, edit.start) + edit.text + text.slice(edit.end));
    const label = `${file}:${indexLines(text).locate(edit.start).line} ${mention.source}: ${mention.text} (${edit.text})`;
    return [{ file, line: indexLines(text).locate(edit.start).line, label }];
  });
}
