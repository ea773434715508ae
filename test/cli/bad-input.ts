import { writeRepository } from '../git/repository.ts';
import { writeOrchard } from './orchard.ts';

/** A command line that cannot be meant, and the sentence that says so; `\n` stands before the hint. */
export interface BadInput {
  readonly argv: readonly string[];
  readonly says: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Where it is given; else in a folder with the orchard's site. */
  readonly where?: 'repository' | 'branch of another name';
}

/** Options that go with all others and take no value: only a value can be wrong with them, which is tried for each. */
export const harmless = [
  '--changed',
  '--color',
  '--dry-run',
  '--force',
  '--no-cache',
  '--no-color',
  '--quiet',
  '--staged',
  '--stats',
  '--version',
  '--workflow',
  '--yes',
];

/** By option: what can be wrong with its value, and what it does not go with. */
export const badInputs: Readonly<Record<string, readonly BadInput[]>> = {
  '--spec': [
    one('--spec absent.yaml', 'The spec `absent.yaml` is not there.\nPass `--spec <file>`'),
    one('--spec guides', 'The spec `guides` is a folder.\nPass'),
    one('--spec openapi.yaml/a.yaml', 'The spec `openapi.yaml/a.yaml` is not there.\nPass'),
    one('--spec orchard=', '`orchard=` names no spec.\nA spec is a file'),
    one('--spec =openapi.yaml', '`=openapi.yaml` names no spec.\nA spec is'),
    one(
      '--spec ftp://orchard.example/a.yaml',
      '`ftp://orchard.example/a.yaml` is none of a file, an http or https URL',
    ),
    one(
      '--spec file://orchard.example/a.yaml',
      '`file://orchard.example/a.yaml` names no file of this machine.\nA spec',
    ),
    one('--spec http://', '`http://` is no URL.\nWrite it out'),
    one('--spec git:main', '`git:main` names no file of a git repository.\nWrite `git:<ref>:<path>`'),
    one('--spec git:absent:openapi.yaml', 'The spec `git:absent:openapi.yaml`', { where: 'repository' }),
    one('--spec a.yaml', '`a.yaml` is no OpenAPI description: it holds no mapping.\nName', { 'a.yaml': '' }),
    one('--spec a.yaml', '`a.yaml` is no OpenAPI description: neither `openapi`', { 'a.yaml': 'apples: 1' }),
    one('--spec a.yaml', '`a.yaml:3:1` cannot be read: ', { 'a.yaml': 'openapi: 3.1.0\npaths: [' }),
    one('--spec a.yaml', '`a.yaml` is written for version 4.0.0 of OpenAPI.\nName', { 'a.yaml': 'openapi: 4.0.0\n' }),
    one('--spec a.yaml', 'The spec `a.yaml` refers to `b.yaml`, which is not there.\nAdd the file', {
      'a.yaml': 'openapi: 3.1.0\npaths: { /trees: { $ref: b.yaml } }\n',
    }),
  ],
  '--config': [
    one('--config absent.yaml', 'There is no configuration `absent.yaml`.\nName a file'),
    one('--config guides', 'The configuration `guides` is no file.\nName a file'),
    one('--config openapi.yaml/a.yaml', 'There is no configuration `openapi.yaml/a.yaml`.\nName a file'),
    one('--config a.toml', '`a.toml` is neither YAML nor JSON.\nA configuration ends in', { 'a.toml': '' }),
    one('--config a.yaml', 'a.yaml, line 2, column 1 cannot be parsed: ', { 'a.yaml': 'docs: [\n' }),
    one('--config a.json', 'a.json, line 1, column 10 cannot be parsed: value expected.', { 'a.json': '{"docs": ' }),
    one('--config a.yaml', '`doc` is no key of a.yaml, line 1, column 1; did you mean `docs`?\nKnown: docs, ', {
      'a.yaml': 'doc: {}\n',
    }),
    one('--config a.yaml', '`rules` must be a mapping, in a.yaml, line 1, column 8.', { 'a.yaml': 'rules: 1\n' }),
    one('--config a.yaml', 'The configuration must be a mapping, in a.yaml, line 1, column 1.', { 'a.yaml': '- a\n' }),
    one('--config a.yaml', 'There is no rule `hedges`, in a.yaml, line 1, column 10; did you mean `hedge`?', {
      'a.yaml': 'rules: { hedges: off }\n',
    }),
    one(
      '--config a.yaml',
      '`rules.hedge` cannot be `warning`, in a.yaml, line 1, column 17; did you mean `warn`?\nKnown',
      {
        'a.yaml': 'rules: { hedge: warning }\n',
      },
    ),
    one('--config a.yaml', '`docs.root` names the folder `absent`, which is not there', {
      'a.yaml': 'docs: { root: absent }\n',
    }),
    one('--config a.yaml', '`docs.root` names the folder `openapi.yaml/a`, which is not there', {
      'a.yaml': 'docs: { root: openapi.yaml/a }\n',
    }),
    one('--config a.yaml', 'The command manifest `openapi.yaml/a` of `orchard` is not there.\nSet', {
      'a.yaml': 'cli: { orchard: openapi.yaml/a }\n',
    }),
    one('--config a.yaml', 'The tool list `guides` is a folder.\nSet `mcp.tools`', {
      'a.yaml': 'mcp: { tools: guides }\n',
    }),
    one('--config a.yaml', 'There is no file `absent.mjs`, which `plugins` names.\nPaths', {
      'a.yaml': 'plugins: [absent.mjs]\n',
    }),
    one('--config a.yaml', 'There is no baseline `absent.json`.\nWrite it', { 'a.yaml': 'baseline: absent.json\n' }),
  ],
  '--framework': [
    one('--framework fumadoc', 'There is no framework `fumadoc`; did you mean `fumadocs`?\nKnown: '),
    one('--framework wordpress', 'There is no framework `wordpress`.\nKnown: docusaurus, '),
  ],
  '--engine': [one('--engine remark', '`--engine` takes fast, reference; it was given `remark`.')],
  '--cache-location': [
    one('--cache-location openapi.yaml', '`--cache-location` names a folder; `openapi.yaml` is none.\nLeave it out'),
    one('--cache-location openapi.yaml/a', '`--cache-location`'),
  ],
  '--threads': ['all', '-1', '1.5', '1e1', '65', '100'].map((given) =>
    one(`--threads ${given}`, `\`--threads\` takes a number from 0 to 64; it was given \`${given}\`.\nLeave it out`),
  ),
  '--base': [
    one('--base main', '`--base` says what `--changed` compares with, and goes with it alone.'),
    one('--changed --base main', '`', { where: 'nowhere' }),
    one('--changed --base absent', 'There is no `absent` in this clone.\nFetch it', { where: 'repository' }),
    one('--changed', 'There is no `main` or `master`, here or at `origin`', { where: 'branch of another name' }),
  ],
  '--files': [
    one('--files absent.txt', 'Cannot read the list of files `absent.txt`.\nIt is not there.\n'),
    one('--files guides', 'Cannot read the list of files `guides`.\nIt is a folder.\n'),
    one('--files openapi.yaml guides', 'Files are named by `--files` or as arguments, not by both.'),
    one('--files openapi.yaml --staged', '`--staged` and `--files` exclude each other.'),
    one('--changed --staged', '`--changed` and `--staged` exclude each other.'),
  ],
  '--baseline': [
    one('--baseline absent.json', 'There is no baseline `absent.json`.\nWrite it with --update-baseline.\n'),
    one('--baseline guides', 'Cannot read the baseline `guides`.\nIt is a folder.\n'),
    one('--baseline a.json', 'The baseline `a.json` is no JSON.\nRestore it', { 'a.json': '{' }),
    one('--baseline a.json', 'The baseline `a.json` is no baseline: it has no `version`.\nRestore', { 'a.json': '[]' }),
    one('--baseline a.json', 'The baseline `a.json` has version 99; ', { 'a.json': '{"version": 99}' }),
    one('--baseline a.json', 'The baseline `a.json` has no list of `findings`.\nRestore', {
      'a.json': '{"version": 1}',
    }),
    one('--baseline a.json', 'The baseline `a.json` has an entry, number 1, without', {
      'a.json': '{"version": 1, "findings": [{}]}',
    }),
    one('--baseline a.json', 'The baseline `a.json` holds a merge conflict.\nRestore', {
      'a.json': '<<<<<<< ours\n{}',
    }),
  ],
  '--update-baseline': [
    one('--update-baseline --baseline guides', 'Cannot read the baseline `guides`.\nIt is a folder.\n'),
    one('--update-baseline --baseline openapi.yaml', 'The baseline `openapi.yaml` is no JSON.\nRestore'),
    one(
      '--update-baseline --baseline openapi.yaml/a.json',
      'Cannot read the baseline `openapi.yaml/a.json`.\nIt would',
    ),
    one('--update-baseline --prune-baseline', '`--update-baseline` takes out what is no longer found as well.\nLeave'),
    one('--update-baseline --output guides', 'Cannot write the report to `guides`.\nIt is a folder.\n'),
  ],
  '--prune-baseline': [one('--prune-baseline', 'There is no baseline `specwins-baseline.json`.\nWrite it')],
  '--format': [
    one('--format jsn', 'There is no format `jsn`; there are agent, github, '),
    one('--format =a.json', 'There is no format ``; there are agent, github, '),
    one('--format json=', '`--format json=` names no file.'),
    one('--format json=guides', 'Cannot write the report to `guides`.\nIt is a folder.\n'),
    one(
      '--format json=openapi.yaml/a.json',
      'Cannot write the report to `openapi.yaml/a.json`.\nIt would lie below a file',
    ),
    one('--format json --format sarif', 'Only one format can be printed; there are json and sarif.\nWrite the others'),
    one('--format json=a --format sarif=./a', 'Two formats cannot go to one file, `a`.'),
    // What could be written goes, with the folder that was made for it.
    one('--format json=new/a.json --format sarif=guides', 'Cannot write the report to `guides`.\nIt is a folder.\n'),
  ],
  '--output': [
    one('--output guides', 'Cannot write the report to `guides`.\nIt is a folder.\n'),
    one('--output openapi.yaml/a.txt', 'Cannot write the report to `openapi.yaml/a.txt`.\nIt would lie below a file'),
    one('--output a --format json=b', '`--output` goes with one format that names no file of its own.\nWrite'),
    one(
      '--output a --format json --format sarif',
      '`--output` goes with one format that names no file of its own.\nWrite',
    ),
  ],
  '--fail-on': [
    one('--fail-on errors', '`--fail-on` takes error, warning, info, never; it was given `errors`.\nDid you'),
  ],
  '--max-warnings': ['few', '-1', '1.5', '1e3', '0x10'].map((given) =>
    one(`--max-warnings ${given}`, `\`--max-warnings\` takes a number; it was given \`${given}\`.`),
  ),
  '--fix': [
    one('--fix --staged', '`--fix` edits the working tree, and `--staged` reads what is staged.\nRun it without'),
    one('--fix --update-baseline', '`--fix` and `--update-baseline` exclude each other.\nFix first'),
    // Not after the pages were edited.
    one('--fix --output guides', 'Cannot write the report to `guides`.\nIt is a folder.\n'),
    one('--fix --format json=openapi.yaml/a.json', 'Cannot write the report to `openapi.yaml/a.json`.\nIt would'),
  ],
  '--fix-dry-run': [
    one('--fix-dry-run --fix', 'Option `--fix-dry-run` cannot be used with option `--fix`.\nRun `specwins --help`'),
    one('--fix-dry-run --staged', '`--fix-dry-run` edits the working tree, and `--staged` reads'),
    one('--fix-dry-run --update-baseline', '`--fix-dry-run` and `--update-baseline` exclude each other.\nFix first'),
    one('--fix-dry-run --prune-baseline', '`--fix-dry-run` writes nothing, and `--prune-baseline` writes'),
    one('--fix-dry-run --format json', '`--fix-dry-run` prints a diff and takes no `--format`.\nRun it without'),
  ],
  '--watch': [
    ...['--fix', '--fix-dry-run', '--staged', '--update-baseline', '--prune-baseline'].map((other) =>
      one(`--watch ${other}`, `\`--watch\` and \`${other}\` exclude each other.\nRun \`specwins ${other}\` beside it`),
    ),
    one('--watch --format json', '`--watch` prints for the terminal alone; it takes neither'),
    one('--watch --output a.txt', '`--watch` prints for the terminal alone; it takes neither'),
    one('--watch --files -', '`--watch` cannot read the list of files from the standard input each time.\nName'),
    one('--watch --files absent.txt', 'Cannot read the list of files `absent.txt`.\nIt is not there.\n'),
    one('--watch --changed', '`', { where: 'nowhere' }),
    one('--watch --changed --base absent', 'There is no `absent` in this clone.\nFetch it', { where: 'repository' }),
    one('--watch absent', 'There is no file or folder `absent`.\nPaths are taken from '),
    one('--watch --config absent.yaml', 'There is no configuration `absent.yaml`.\nName a file'),
  ],
  '--hook': [
    one('init --hook --spec absent.yaml', 'There is no spec `absent.yaml`.\nPaths are taken from '),
    one('init --hook --yes', 'No hook can be added to `.pre-commit-config.yaml`: it is a folder.\nMend the file', {
      '.pre-commit-config.yaml/a': '',
    }),
  ],
};

/** What else can be wrong with a command line: its words. */
export const badWords: readonly BadInput[] = [
  one('guide', 'There is no file or folder `guide`.\nPaths are taken from '),
  one('guides absent.mdx', 'There is no file or folder `absent.mdx`.\nPaths are taken from '),
  { argv: [''], says: 'There is no file or folder ``.\nPaths are taken from ' },
  one('explian guides/harvests.mdx:3', 'There is no command or path `explian`; did you mean `explain`?'),
  one('-x', 'Unknown option `-x`.\nRun `specwins --help` for what there is.\n'),
  one('--fromat json', 'Unknown option `--fromat`; did you mean `--format`?\nRun `specwins --help`'),
  one('explain', 'Missing required argument `file:line`.\nRun `specwins explain --help` for what there is.\n'),
  { argv: ['explain', ''], says: '`` names no line.\nWrite it as' },
  one('explain guides/harvests.mdx', '`guides/harvests.mdx` names no line.\nWrite it as'),
  one('explain :3', '`:3` names no line.\nWrite it as'),
  one('explain guides:3', '`guides` is a folder; name a page in it.'),
  one('explain guides/absent.mdx:3', 'There is no file `guides/absent.mdx`.\nPaths are taken from '),
  one('explain openapi.yaml:3', '`openapi.yaml` is not among the pages of this site.\n2 pages were read'),
  one('explain guides/harvests.mdx:0', 'Lines count from 1.'),
  one('explain guides/harvests.mdx:99', '`guides/harvests.mdx` has no line 99; it ends on line 3.'),
  one('explain guides/harvests.mdx:3 more', 'Too many arguments for `explain`. Expected 1 argument but got 2.\nRun'),
  one('explain --format json guides/harvests.mdx:3', 'Unknown option `--format`.\nRun `specwins explain --help`'),
  one('mentions absent', 'There is no file or folder `absent`.\nPaths are taken from '),
  one('init more', 'Too many arguments for `init`. Expected 0 arguments but got 1.\nRun `specwins init --help`'),
  one('init --yes', 'There is a configuration already: `specwins.config.yaml`.\nUse --force', {
    'specwins.config.yaml': '',
  }),
  one('init --yes --workflow', 'Cannot write `', { '.github': 'no folder' }),
  one('rules unknwon-path', 'There is no rule `unknwon-path`.\nDid you mean `unknown-path`?\n'),
  one('rules path', 'There is no rule `path`.\nWith that word there are '),
  { argv: ['rules', ''], says: 'There is no rule ``.\nRun `specwins rules` for the list.\n' },
  one('completion', 'Missing required argument `shell`.\nRun `specwins completion --help`'),
  one('completion tcsh', 'There is no completion for `tcsh`; there is one for bash, fish, zsh.'),
  one('help explian', 'There is no command `explian`; did you mean `explain`?\nThere are '),
];

/** What is wrong with the site itself. */
export const badSites: readonly BadInput[] = [
  one('', 'There are two configurations in one folder', { 'specwins.config.yaml': '', 'specwins.config.json': '{}' }),
  one('', '`specs.a` must have exactly one of `path`, `url` and `git`', {
    'specwins.config.yaml': 'specs: { a: {} }\n',
  }),
  one('', 'There is no Markdown or MDX page in `guides`.\nRun it where', {
    'specwins.config.yaml': "docs: { root: guides, include: ['*.rst'] }\n",
  }),
  one('', 'The spec `openapi.yaml/a` is not there.\nPass', {
    'specwins.config.yaml': 'specs: { a: openapi.yaml/a }\n',
  }),
  one('', 'The baseline `specwins-baseline.json` is no JSON.\nRestore', { 'specwins-baseline.json': '{' }),
];

interface More {
  readonly where: BadInput['where'] | 'nowhere';
}

function one(line: string, says: string, more: Readonly<Record<string, string>> | More = {}): BadInput {
  const argv = line === '' ? [] : line.split(' ');
  if (!isMore(more)) return { argv, says, files: more };
  return { argv, says, ...(more.where !== 'nowhere' && { where: more.where }) };
}

function isMore(more: Readonly<Record<string, string>> | More): more is More {
  return more.where === 'nowhere' || more.where === 'repository' || more.where === 'branch of another name';
}

/** The folder in which an input is tried. */
export function writePlace({ files = {}, where }: BadInput): string {
  if (where === undefined) return writeOrchard(files);
  const { cwd, git } = writeRepository(files);
  if (where === 'branch of another name') git('branch', '--move', 'trunk');
  return cwd;
}
