import { isAbsolute, relative } from 'node:path';
import { stringify } from 'yaml';
import type { SpecSource } from '../../config/config.ts';
import type { DocsEntry } from '../../config/config-file.ts';
import { toSlashes } from '../../discover/repository.ts';
import type { Hosts } from './survey.ts';

/** Everything the text of a configuration is made of. */
export interface ConfigParts {
  readonly cwd: string;
  /** Where an editor finds the schema. */
  readonly schema: string;
  /** Absent: detection stays at work. */
  readonly docs: readonly DocsEntry[] | undefined;
  /** What is shown as an example where `docs` is absent. */
  readonly root: string | undefined;
  readonly specs: readonly SpecSource[];
  /** Too many were found: somebody has to choose. */
  readonly specsOpen: boolean;
  readonly hosts: Hosts;
  /** Hosts that are only shown, with what is known of them. */
  readonly shownHosts: Hosts;
  readonly credential: string | undefined;
  readonly programs: Readonly<Record<string, string>>;
  readonly shownPrograms: Readonly<Record<string, string>>;
  readonly toolList: string | undefined;
}

/** The configuration as a person would have written it; what is not needed is there behind a `#`. */
export function renderConfig(parts: ConfigParts): string {
  return [
    [
      `# yaml-language-server: $schema=${parts.schema}`,
      '# All of it is optional. What stands behind a # is an example.',
    ],
    renderDocs(parts),
    renderSpecs(parts),
    [
      '# What guides call a security scheme, and what stands for its value in samples.',
      ...comment(`credentials:\n  ${key(parts.credential ?? 'apiKey')}: { names: ['API key'], values: ['$API_KEY'] }`),
    ],
    [
      '# Middleware by name, and the security schemes of which it accepts any.',
      ...comment(`guards:\n  RequireAuth: [${key(parts.credential ?? 'apiKey')}]`),
    ],
    renderPrograms(parts),
    [
      '# The tools of an MCP server: its answer to `tools/list`.',
      ...comment(`mcp: { tools: ${scalar(parts.toolList ?? 'spec/mcp-tools.json')} }`),
    ],
    [
      '# Words by which your writers say that they did not check something.',
      ...comment("hedges: ['ask Ana', 'as far as we know']"),
    ],
    [
      '# Rules by severity: off, info, warn or error. `specwins rules` lists them.',
      ...comment('rules:\n  deprecated-operation: off'),
    ],
    [
      '# Other severities for some files.',
      ...comment("overrides:\n  - files: ['**/legacy/**']\n    rules: { unknown-path: warn }"),
    ],
    [
      '# Components of your own that name operations, and which attributes hold what.',
      ...comment('components:\n  Call: { method: verb, path: to }'),
    ],
    ['# Modules that export rules of your own.', ...comment('plugins: [./rules/own-rule.js]')],
    [
      '# The findings that are known already; `specwins --update-baseline` writes them.',
      ...comment('baseline: specwins-baseline.json'),
    ],
    ['# The parser: fast, or reference (remark).', ...comment('engine: fast')],
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function renderDocs({ docs, root }: ConfigParts): readonly string[] {
  const about = '# Where the pages lie, what renders them, and the URL prefix of all of them.';
  const rest = ["include: ['**/*.{md,mdx}']", "exclude: ['**/generated/**']"];
  if (docs === undefined) {
    const example = `docs:\n  root: ${scalar(root ?? 'docs')}\n  framework: docusaurus\n  baseUrl: /docs`;
    return [about, '# Without it they are detected.', ...comment(`${example}\n${indent(rest.join('\n'), 2)}`)];
  }
  const [only] = docs;
  if (docs.length === 1 && only) return [about, 'docs:', ...entryLines(only), ...comment(rest.join('\n'), '  ')];
  return [
    about,
    'docs:',
    ...docs.flatMap((entry) =>
      entryLines(entry).map((line, index) => (index === 0 ? `  - ${line.trim()}` : `  ${line}`)),
    ),
  ];
}

const frameworkNotes: Readonly<Record<string, string>> = {
  lenient: ' # not known, so links and ids are not judged; name it where there is one',
};

function entryLines({ root, framework, baseUrl, include }: DocsEntry): readonly string[] {
  return [
    ...(root === undefined ? [] : [`  root: ${scalar(root)}`]),
    ...(framework === undefined ? [] : [`  framework: ${framework}${frameworkNotes[framework] ?? ''}`]),
    ...(baseUrl === undefined ? [] : [`  baseUrl: ${scalar(baseUrl)}`]),
    ...(include === undefined ? [] : [`  include: [${include.map(scalar).join(', ')}]`]),
  ];
}

function renderSpecs({ cwd, specs, specsOpen, hosts, shownHosts }: ConfigParts): readonly string[] {
  const about = '# The OpenAPI descriptions, by the names that reports show: `path`, `url`, or `git: <ref>:<path>`.';
  if (specs.length === 0) return [about, ...comment('specs:\n  api:\n    path: openapi.yaml')];
  const lines = specs.flatMap((spec) => [
    `  ${key(spec.name)}:`,
    `    ${place(spec, cwd)}`,
    ...renderHosts(hosts[spec.name] ?? {}, shownHosts[spec.name] ?? {}),
  ]);
  const isBare = [...Object.values(hosts), ...Object.values(shownHosts)].length === 0;
  const example = '    # What guides write for a server, and the server that it is.';
  if (isBare) lines.push(example, '    # hosts: { $BASE_URL: https://api.orchard.example }');
  if (!specsOpen) return [about, 'specs:', ...lines];
  return [
    about,
    '# Too many were found to know which of them the guides speak of: keep those.',
    ...comment(['specs:', ...lines].join('\n')),
  ];
}

function place({ kind, location }: SpecSource, cwd: string): string {
  if (kind === 'url') return `url: ${scalar(location)}`;
  if (kind === 'git') return `git: ${scalar(location.replace(/^git:/, ''))}`;
  const path = relative(cwd, location);
  return `path: ${scalar(isAbsolute(path) ? location : toSlashes(path))}`;
}

function renderHosts(stated: Hosts[string], shown: Hosts[string]): readonly string[] {
  const rows = (hosts: Hosts[string]) => Object.entries(hosts).map(([text, url]) => `  ${key(text)}: ${scalar(url)}`);
  const [said, others] = [rows(stated), rows(shown)];
  if (said.length + others.length === 0) return [];
  const about = '    # What guides write for a server, and the server that it is.';
  const guessed = '    # These are guesses from what is called there; take the # away where they are right.';
  if (said.length === 0) return [about, guessed, ...comment(['hosts:', ...others].join('\n'), '    ')];
  const rest = others.length === 0 ? [] : [guessed, ...comment(others.join('\n'), '    ')];
  return [about, '    hosts:', ...said.map((row) => `    ${row}`), ...rest];
}

function renderPrograms({ programs, shownPrograms }: ConfigParts): readonly string[] {
  const about = '# Command line programs, and what describes their commands.';
  const rows = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([name, path]) => `  ${key(name)}: ${scalar(path)}`);
  const [said, shown] = [rows(programs), rows(shownPrograms)];
  if (said.length > 0) return [about, 'cli:', ...said];
  return [about, ...comment(['cli:', ...(shown.length > 0 ? shown : ['  orchard: spec/cli.json'])].join('\n'))];
}

function comment(text: string, lead = ''): readonly string[] {
  return text === '' ? [] : text.split('\n').map((line) => `${lead}# ${line}`);
}

function indent(text: string, columns: number): string {
  return text.replace(/^/gm, ' '.repeat(columns));
}

/** In quotes where YAML would read something else. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, singleQuote: true }).trimEnd();
}

function key(text: string): string {
  return stringify({ [text]: null }, { lineWidth: 0, singleQuote: true }).replace(/: null\n$/, '');
}
