import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { createProgram } from '../src/cli/program.ts';
import { parseConfigDocument } from '../src/config/config-document.ts';
import { validateConfig } from '../src/config/validate-config.ts';
import { lint } from '../src/lint.ts';
import { reporters } from '../src/report/index.ts';
import type { Report } from '../src/report/report.ts';
import { version } from '../src/version.ts';
import { readAction } from './action/run-action.ts';
import { runCli } from './cli/run-cli.ts';
import { configTable } from './config-reference.ts';
import { writeProject } from './project.ts';
import { describeQuickStarts } from './quick-starts.ts';
import { explained, unknownPage, unknownTable } from './unknowns.ts';

const root = join(import.meta.dirname, '..');
const readme = join(root, 'README.md');

const silent = { write: () => undefined };
const program = createProgram({ cwd: '/', env: {}, stdout: silent, stderr: silent }, () => undefined);
const commands = [program, ...program.commands];

/** Findings of the demo that the README shows. */
const shownFindings = 2;

describe('README.md', () => {
  // `npm run docs` writes what differs.
  it('shows the rules as they are and the demo as it runs', async () => {
    const { report } = await lint({ cwd: join(root, 'fixtures', 'demo') });
    const parts = {
      demo: picture(report),
      json: jsonSample(report),
      rules: ruleTable(),
      'quick-starts': describeQuickStarts(),
      unknown: await explainUnknown(),
      unknowns: unknownTable(),
      config: configTable(),
      'action-inputs': actionTable(),
      ...examples(),
    };
    const current = Object.entries(parts).reduce(fill, readFileSync(readme, 'utf8'));
    await expect(current).toMatchFileSnapshot(readme);
  });

  it('names every option of every command, and no other', () => {
    const rows = readFileSync(readme, 'utf8').matchAll(/^\| (`-[^|]*) \| [^|]* \| ([^|]*) \|$/gm);
    const named = [...rows].flatMap(([, options = '', commands = '']) =>
      [...options.matchAll(/`(--[^`]+)`/g)].map(([, option]) => `${option}: ${commands.replaceAll('`', '')}`),
    );
    expect(named.sort()).toEqual(optionsOfCommands());
  });

  it('shows command lines with options that there are', () => {
    const lines = [...readFileSync(readme, 'utf8').matchAll(/(?:npx |^)specwins (?!completion)([^\n`]*)/gm)];
    const known = commands.flatMap((command) => command.options.map(({ long }) => long));
    const options = lines.flatMap(
      ([, line = '']) => ` ${line}`.replace(/ [#|].*$/, '').match(/(?<= )--[a-z-]+/g) ?? [],
    );
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
  });

  it('shows configuration that is accepted', async () => {
    const [, section = ''] = readFileSync(readme, 'utf8').split(/^## (?:Configuration|Fixing)$/m);
    const samples = [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text ?? '');
    const configs = samples.filter((text) => !text.startsWith('specwins:'));
    expect(configs.length).toBeGreaterThan(5);
    for (const text of configs) await validateConfig(await parseConfigDocument('specwins.config.yaml', text));
  });

  it('links to headings that are there', () => {
    const text = readFileSync(readme, 'utf8');
    const slugger = new GithubSlugger();
    const ids = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading));
    const fragments = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, fragment]) => fragment ?? '');
    expect(fragments.filter((fragment) => !ids.includes(fragment))).toEqual([]);
  });
});

describe('package.json', () => {
  it('has the version that reports name', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toHaveProperty('version', version);
  });
});

describe('CHANGELOG.md', () => {
  it('has an entry for the version', () => {
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
  });
});

/** Each option with the commands that take it, as the README says it. */
function optionsOfCommands(): readonly string[] {
  const takers = new Map<string, readonly string[]>([['--help', ['all']]]);
  for (const command of commands) {
    // Linting goes without its word too.
    const name = command === program ? 'lint' : command.name();
    for (const { long, flags } of command.options) {
      const option = flags.slice(flags.indexOf(long ?? ''));
      const before = takers.get(option) ?? [];
      takers.set(option, [...new Set([...before, name])]);
    }
  }
  takers.set('--version', ['specwins alone']);
  return [...takers].map(([option, names]) => `${option}: ${names.join(', ')}`).sort();
}

/** What `explain` says of a mention that is bound to nothing. */
async function explainUnknown(): Promise<string> {
  const spec = readFileSync(join(root, 'fixtures', 'demo', 'openapi.yaml'), 'utf8');
  const cwd = writeProject({ 'openapi.yaml': spec, 'guides/harvests.md': unknownPage });
  const { stdout } = await runCli(['explain', `guides/harvests.md:${explained}`], cwd);
  return ['```text', `$ npx specwins explain guides/harvests.md:${explained}`, stdout.trimEnd(), '```'].join('\n');
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function fill(text: string, [name, content]: readonly [string, string]): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end === -1) throw new Error(`README.md has no ${open} … ${close}.`);
  return `${text.slice(0, start)}${open}\n\n${content}\n\n${text.slice(end)}`;
}

/** The files of `fixtures/examples/`, by their names; other tests compile, check or run them. */
function examples(): Readonly<Record<string, string>> {
  const files = readdirSync(join(root, 'fixtures', 'examples'));
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(join(root, 'fixtures', 'examples', file), 'utf8').trimEnd();
      return [file.replace(/\.\w+$/, ''), `\`\`\`${languageOf(file)}\n${text}\n\`\`\``];
    }),
  );
}

function languageOf(file: string): string {
  return file.endsWith('.yml') ? 'yaml' : file.endsWith('.ts') ? 'ts' : 'js';
}

function ruleTable(): string {
  const rows = rules.map(({ id, summary, severity }) => `| [\`${id}\`](rules/${id}.md) | ${summary} | ${severity} |`);
  return ['| rule | what must hold | severity |', '|---|---|---|', ...rows].join('\n');
}

/** What `action.yml` says of its inputs and outputs. */
function actionTable(): string {
  const { inputs, outputs } = readAction();
  const cell = (text: string) => text.trim().replaceAll('|', '\\|');
  const given = Object.entries(inputs).map(
    ([name, input]) =>
      `| \`${name}\` | ${cell(input.description)} | ${input.default === '' ? '' : `\`${input.default}\``} |`,
  );
  const handedOn = Object.entries(outputs).map(([name, output]) => `| \`${name}\` | ${cell(output.description)} |`);
  const table = (head: string, rule: string, rows: readonly string[]) => [head, rule, ...rows].join('\n');
  return [
    table('| input | meaning | default |', '|---|---|---|', given),
    table('| output | meaning |', '|---|---|', handedOn),
  ].join('\n\n');
}

/** The first findings of the demo and its closing lines, in the words of the terminal. */
function picture(report: Report): string {
  const options = { color: false, width: 100 };
  const all = reporters.terminal(report, options);
  const some = reporters.terminal({ ...report, findings: report.findings.slice(0, shownFindings) }, options);
  const closing = all.trimEnd().split('\n\n').at(-1) ?? '';
  const shown = some.trimEnd().split('\n\n').slice(0, -1).join('\n\n');
  return ['```text', shown, '', '…', '', closing, '```'].join('\n');
}

/** The report with its first finding; what is short stands on one line. */
function jsonSample(report: Report): string {
  const sample = reporters.json({ ...report, findings: report.findings.slice(0, 1) }, { color: false, width: 100 });
  const dense = sample.replace(/\{[^{}[\]]*\}|\[[^{}[\]]*\]/g, (part) => {
    const line = part.replace(/\s*\n\s*/g, ' ');
    return line.length < 110 ? line : part;
  });
  return ['```json', dense.trimEnd(), '```'].join('\n');
}
