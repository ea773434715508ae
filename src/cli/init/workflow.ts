import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { statPath } from '../../disk/stat-path.ts';
import { UserError } from '../../errors.ts';
import { type CommandLine, commandInCi, commandLineOf } from './command-line.ts';
import type { NewFile } from './write-files.ts';

const path = '.github/workflows/specwins.yml';

/** A workflow for pull requests, with the versions of actions that the repository uses already. */
export function planWorkflow(
  cwd: string,
  repository: string,
  { force = false }: { readonly force?: boolean },
): NewFile {
  const target = join(repository, path);
  if (existsSync(target) && !force) {
    throw new UserError('write-failed', `There is a workflow \`${path}\` already.`, {
      hint: 'Use --force to replace it.',
    });
  }
  return { path: target, text: renderWorkflow(commandLineOf(cwd, repository), usedActions(repository)) };
}

/** As `fixtures/examples/github-pull-request.yml`, without an action that a repository may not allow. */
function renderWorkflow(line: CommandLine, actionOf: (name: string) => string): string {
  // Annotations stand on the lines of the pull request, and need no right that a fork has not.
  const command = `${commandInCi(line)} --changed --format github`;
  const { folder, installsIn } = line;
  const install = installsIn === undefined ? '' : `      - run: npm ci${inFolder(installsIn)}\n`;
  return `# Holds the guides of a pull request against the specs. Written by \`specwins init --workflow\`.
name: specwins
on:
  pull_request:

permissions:
  contents: read

jobs:
  specwins:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${actionOf('actions/checkout')}
        with:
          fetch-depth: 0 # the commit where the branch left its base must be there
      - uses: ${actionOf('actions/setup-node')}
        with:
          node-version: 22
${install}      - run: ${command}${inFolder(folder)}
`;
}

function inFolder(folder: string): string {
  return folder === '' ? '' : `\n        working-directory: ${stringify(folder).trimEnd()}`;
}

const usual: Readonly<Record<string, string>> = {
  'actions/checkout': 'actions/checkout@v6',
  'actions/setup-node': 'actions/setup-node@v6',
};

/** `actions/checkout@<what the other workflows pin>`, with the comment behind a hash. */
function usedActions(repository: string): (name: string) => string {
  const folder = join(repository, '.github/workflows');
  const files = statPath(folder)?.isDirectory() ? readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)) : [];
  const texts = files
    .sort()
    .map((file) => join(folder, file))
    .filter((file) => statPath(file)?.isFile())
    .map((file) => readFileSync(file, 'utf8'));
  return (name) => {
    const pattern = new RegExp(`\\buses: *["']?(${name}@[\\w./-]+)["']?( +# ?[^\\n]{1,40})?`, 'g');
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (const [, action = '', note = ''] of text.matchAll(pattern)) {
        const pinned = `${action}${note.trimEnd()}`;
        counts.set(pinned, (counts.get(pinned) ?? 0) + 1);
      }
    }
    const [most] = [...counts].sort((one, other) => other[1] - one[1]);
    return most?.[0] ?? usual[name] ?? name;
  };
}
