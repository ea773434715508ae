import { describe, expect, it } from 'vitest';
import type { CommandMention } from '../../src/model.ts';
import { readPage } from './read-page.ts';

const programs = ['orchard', 'pear.dev', '@orchard/cli'];

/** The calls of a page, one a line: program and words, then what is unlike a whole claim; `‹x›` is open, `«x»` quoted. */
function callsIn(text: string, format: 'md' | 'mdx' = 'md'): readonly string[] {
  const { mentions } = readPage(text, { format, programs });
  return mentions.filter((mention) => mention.kind === 'command').map(describeCall);
}

function describeCall({ program, words, whole, certain, stance }: CommandMention): string {
  const shown = words.map(({ text, form }) => (form === 'plain' ? text : form === 'open' ? `‹${text}›` : `«${text}»`));
  return [
    program,
    ...shown,
    ...(whole ? [] : ['(part)']),
    ...(certain ? [] : ['(unsure)']),
    ...(stance === 'claim' ? [] : [`(${stance})`]),
  ].join(' ');
}

function shell(code: string, lang = 'bash'): readonly string[] {
  return callsIn(`# Trees\n\n\`\`\`${lang}\n${code}\n\`\`\`\n`);
}

describe('calls in samples', () => {
  it('are found behind runners, assignments, pipes and in substitutions', () => {
    expect(
      shell(
        [
          'orchard trees list',
          'FARM=north orchard trees list | orchard trees import -',
          'sudo -u farmer ./bin/orchard trees list && orchard.exe logout',
          'npx --yes orchard@2.1 trees list',
          'pnpm dlx pear.dev@latest dev --port 80',
          'npx @orchard/cli trees list',
          'npm exec -- orchard trees list',
          'for id in $(orchard trees list -q); do orchard trees remove "$id"; done',
          'if ! orchard ping now; then echo no; fi',
        ].join('\n'),
      ),
    ).toEqual([
      'orchard trees list',
      'orchard trees list',
      'orchard trees import -',
      'orchard trees list',
      'orchard logout',
      'orchard trees list',
      'pear.dev dev --port 80',
      '@orchard/cli trees list',
      'orchard trees list',
      'orchard trees list -q',
      'orchard trees remove ‹$id›',
      'orchard ping now',
    ]);
  });

  it('are none where the program is an argument, a file or an image', () => {
    expect(
      shell(
        [
          'npm install orchard trees',
          'brew install orchard',
          'docker run --rm orchard trees list',
          'kubectl exec pod -- orchard trees list',
          'echo "orchard trees list"',
          'cd orchard && ls trees',
          'npm run orchard trees',
          'orchard-admin trees list',
          '# orchard trees list',
          'orchard',
        ].join('\n'),
      ),
    ).toEqual([]);
  });

  it('end with the line, unless that goes on', () => {
    expect(shell('orchard plant \\\n  --row 3 \\\n  apple\n  --old')).toEqual(['orchard plant --row 3 apple (part)']);
    expect(shell('PS C:\\farm> orchard plant `\n  --row 3', 'powershell')).toEqual(['orchard plant --row 3']);
    expect(shell('orchard plant ^\n  --row 3', 'bat')).toEqual(['orchard plant --row 3']);
  });

  it('have words that stand for themselves, quoted words and open ones', () => {
    expect(
      shell(`orchard plant "an apple" 'x' $ROW <tree-id> {a,b} [name] --row=$ROW NAME trees/* … 'it'"'"'s'`),
    ).toEqual([
      "orchard plant «an apple» «x» ‹$ROW› ‹<tree-id>› ‹{a,b}› ‹[name]› ‹--row=$ROW› ‹NAME› ‹trees/*› ‹…› «it's» (part)",
    ]);
  });

  it('are partial where something is left out', () => {
    const partial = ['orchard plant [flags]', 'orchard plant ...', 'orchard plant $PLANT_ARGS', 'orchard plant "$@"'];
    expect(partial.flatMap((line) => shell(line)).filter((call) => !call.includes('(part)'))).toEqual([]);
    expect(shell('orchard plant <species> [--row <n>] [-q]')).toEqual([
      'orchard plant ‹<species>› --row ‹<n>]› -q (part)',
    ]);
    expect(shell('echo t_1 | xargs orchard trees remove')).toEqual(['orchard trees remove (part)']);
  });

  it('are lines with a prompt, where there are such lines', () => {
    expect(
      shell(
        '$ orchard trees list\norchard trees: 3\n> orchard next one\nuser@host:~/farm$ orchard plant apple',
        'console',
      ),
    ).toEqual(['orchard trees list', 'orchard next one', 'orchard plant apple']);
    expect(shell('$ orchard plant \\\n>   --row 3\nplanted\norchard is done')).toEqual(['orchard plant --row 3']);
  });

  it('are unsure in fences that do not say what they hold', () => {
    expect(shell('orchard trees list\nok', '')).toEqual(['orchard trees list']);
    expect(shell('Usage:\n  orchard trees list   Lists them', 'text')).toEqual(['orchard trees list (part) (unsure)']);
  });

  it('stand in pipelines, images and scripts of packages', () => {
    expect(
      shell(
        'name: orchard deploy\njobs:\n  x:\n    steps:\n      - run: orchard trees list\n      - run: |\n          orchard plant apple\n      - run: "npx orchard trees prune"',
        'yaml',
      ),
    ).toEqual(['orchard trees list (part)', 'orchard plant apple (part)', 'orchard trees prune (part)']);
    expect(shell('FROM node\nRUN orchard trees list && orchard logout now', 'dockerfile')).toEqual([
      'orchard trees list (part)',
      'orchard logout now (part)',
    ]);
    expect(
      shell(
        '{\n  "name": "orchard farm",\n  "scripts": {\n    "dev": "orchard trees watch",\n    "x": "y"\n  }\n}',
        'json',
      ),
    ).toEqual(['orchard trees watch (part)']);
    expect(shell('{\n  "dev": "orchard trees watch"\n}', 'json')).toEqual([]);
    expect(shell('const x = `\norchard trees list\n`', 'ts')).toEqual([]);
    expect(shell('- orchard trees old\n+ orchard trees new', 'diff')).toEqual([]);
  });

  it('are told by comments, lead-ins and tabs to be of the past or wrong', () => {
    expect(shell('# deprecated\norchard login now')).toEqual(['orchard login now (deprecated)']);
    expect(shell('orchard login now # does not work, fails with 404')).toEqual(['orchard login now (negated)']);
    const fence = '\n\n```bash\norchard login now\n```\n';
    expect(callsIn(`Before v2 you ran:${fence}`)).toEqual(['orchard login now (historical)']);
    expect(callsIn(`Do not run:${fence}`)).toEqual(['orchard login now (negated)']);
    expect(callsIn(`If you do not have a farm yet:${fence}`)).toEqual(['orchard login now']);
    expect(callsIn(`To plant without asking:${fence}`)).toEqual(['orchard login now']);
    expect(callsIn(`<Tab title="v1 (legacy)">${fence}\n</Tab>\n`, 'mdx')).toEqual(['orchard login now (historical)']);
    expect(callsIn(`## Deprecated commands${fence}`)).toEqual(['orchard login now (historical)']);
  });

  it('survive apostrophes and braces of what is printed around them', () => {
    expect(shell("Can't find {tree\norchard trees list\nIt's \"gone\norchard logout now")).toEqual([
      'orchard trees list',
      'orchard logout now',
    ]);
  });
});

describe('calls in text', () => {
  it('are pieces of code that begin with a program', () => {
    expect(
      callsIn(
        'Run `orchard trees list` or `$ npx orchard plant --row 3`, see `orchard`, `orchard.yaml` and the `trees list` of `my orchard trees`.',
      ),
    ).toEqual(['orchard trees list (part)', 'orchard plant --row 3 (part)']);
  });

  it('are unsure where nothing says that something is run', () => {
    expect(callsIn('The `orchard model` has trees.')).toEqual(['orchard model (part) (unsure)']);
    expect(callsIn('The `orchard model --big` has trees.')).toEqual(['orchard model --big (part)']);
    expect(callsIn('## `orchard trees list`')).toEqual(['orchard trees list (part)']);
    expect(callsIn('| Command | Name |\n|---|---|\n| `orchard a` | `orchard b` |')).toEqual([
      'orchard a (part)',
      'orchard b (part) (unsure)',
    ]);
  });

  it('are denied or of the past by the words around them', () => {
    expect(
      callsIn(
        'There is no `orchard login`. `orchard signup` was renamed to `orchard join now`. `orchard a b` → `orchard c d`. Run `orchard serve` on your server.',
      ),
    ).toEqual([
      'orchard login (part) (unsure) (negated)',
      'orchard signup (part) (unsure) (historical)',
      'orchard join now (part) (unsure)',
      'orchard a b (part) (unsure) (historical)',
      'orchard c d (part) (unsure)',
      'orchard serve (part)',
    ]);
    expect(callsIn('| Old | New |\n|---|---|\n| `orchard a` | `orchard b` |\n| `orchard c` | removed |')).toEqual([
      'orchard a (part) (unsure) (historical)',
      'orchard b (part) (unsure)',
      'orchard c (part) (unsure) (negated)',
    ]);
  });

  it('are not looked for without a configured program', () => {
    expect(readPage('Run `orchard trees list`.').mentions).toEqual([]);
  });
});

describe('a large sample', () => {
  it.each([
    'orchard ',
    'orchard trees list\n',
    'orchard trees \\\n',
    '$ orchard trees && \\\n',
    'npx -a ',
    'A=b ',
    'orchard/',
    'orchard trees [--row ',
    '  \\\n',
    '$(orchard trees ',
    '"orchard ',
    'run: orchard trees\n',
  ])(
    'may repeat %j',
    (piece) => {
      const long = piece.repeat(4000);
      const started = performance.now();
      for (const lang of ['bash', 'yaml']) shell(`orchard x ${long}`, lang);
      callsIn(`Run \`orchard trees ${long.replaceAll('\n', ' ')}\` and ${'`orchard trees list` '.repeat(1000)}`);
      expect(performance.now() - started).toBeLessThan(15_000);
    },
    60_000,
  );
});
