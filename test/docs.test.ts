import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { lint } from '../src/lint.ts';
import { reporters } from '../src/report/index.ts';
import type { Report } from '../src/report/report.ts';
import { version } from '../src/version.ts';
import { runCli } from './cli/run-cli.ts';

const root = join(import.meta.dirname, '..');
const readme = join(root, 'README.md');

/** Findings of the demo that the README shows. */
const shownFindings = 3;

describe('README.md', () => {
  // `npm run docs` writes what differs.
  it('shows the rules as they are and the demo as it runs', async () => {
    const { report } = await lint({ cwd: join(root, 'fixtures', 'demo') });
    const parts = { demo: picture(report), json: jsonSample(report), rules: ruleTable(), ...examples() };
    const current = Object.entries(parts).reduce(fill, readFileSync(readme, 'utf8'));
    await expect(current).toMatchFileSnapshot(readme);
  });

  it('names every option of the command line', async () => {
    const { stdout } = await runCli(['--help'], root);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option ?? '');
    const text = readFileSync(readme, 'utf8');
    expect(options.filter((option) => !text.includes(option))).toEqual([]);
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

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function fill(text: string, [name, content]: readonly [string, string]): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end === -1) throw new Error(`README.md has no ${open} … ${close}.`);
  return `${text.slice(0, start)}${open}\n\n${content}\n\n${text.slice(end)}`;
}

/** The files of `examples/`, by their names; other tests compile and run them. */
function examples(): Readonly<Record<string, string>> {
  const files = readdirSync(join(root, 'examples'));
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(join(root, 'examples', file), 'utf8').trimEnd();
      return [file.replace(/\.\w+$/, ''), `\`\`\`${file.endsWith('.ts') ? 'ts' : 'js'}\n${text}\n\`\`\``];
    }),
  );
}

function ruleTable(): string {
  const rows = rules.map(({ id, summary, severity }) => `| [\`${id}\`](rules/${id}.md) | ${summary} | ${severity} |`);
  return ['| rule | what must hold | severity |', '|---|---|---|', ...rows].join('\n');
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
