import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { lint } from '../../src/lint.ts';
import { writeOrchard } from '../cli/orchard.ts';
import { runCli } from '../cli/run-cli.ts';

const rule = `
export default {
  id: 'loud-heading',
  summary: 'A heading does not shout.',
  severity: 'warning',
  url: 'https://orchard.example/style#headings',
  messages: { loud: '\`{text}\` shouts.' },
  page(page, { report }) {
    for (const { text, span } of page.headings)
      if (text === text.toUpperCase()) report({ message: 'loud', at: { file: page.file, span }, data: { text } });
  },
};
`;
const loud = '# LOUD\n\nCall `GET /orchards`.\n';

const withRule = (module: string, config = '', more: Readonly<Record<string, string>> = {}) =>
  writeOrchard({
    'specwins.config.yaml': `plugins: ['./rules/own.mjs']\n${config}`,
    'rules/own.mjs': module,
    'guides/loud.mdx': loud,
    ...more,
  });

const rulesIn = async (cwd: string) =>
  (await lint({ cwd })).report.findings.map(({ rule: id, severity }) => `${id} ${severity}`);

describe('rules of a module that the configuration names', () => {
  it('run beside ours, and are set and silenced like them', async () => {
    expect(await rulesIn(withRule(rule))).toEqual(['unknown-path error', 'loud-heading warning']);
    expect(await rulesIn(withRule(rule, 'rules: { loud-heading: error }\n'))).toContain('loud-heading error');
    expect(await rulesIn(withRule(rule, 'rules: { loud-heading: off }\n'))).toEqual(['unknown-path error']);
    expect(
      await rulesIn(withRule(rule, "overrides: [{ files: ['guides/loud.mdx'], rules: { loud-heading: info } }]\n")),
    ).toContain('loud-heading info');
    const silenced = `{/* specwins-disable-next-line loud-heading -- a name */}\n${loud}`;
    expect(await rulesIn(withRule(rule, '', { 'guides/loud.mdx': silenced }))).toEqual(['unknown-path error']);
  });

  it('are listed, and their pages are printed', async () => {
    const cwd = withRule(rule);
    expect((await runCli(['rules'], cwd)).stdout).toMatch(/^loud-heading +warning +A heading does not shout\.$/m);
    const { stdout } = await runCli(['rules', 'loud-heading'], cwd);
    expect(stdout).toContain('A heading does not shout.');
    expect(stdout).toContain('https://orchard.example/style#headings');
    const helpful = withRule(rule.replace('severity:', "help: '# Quiet headings',\n  severity:"));
    expect((await runCli(['rules', 'loud-heading'], helpful)).stdout).toBe(
      '# Quiet headings\n\nhttps://orchard.example/style#headings\n',
    );
    expect((await runCli(['rules', '--config', 'specwins.config.yaml'], cwd)).stdout).toContain('loud-heading');
  });

  it('may be several, and may come in a list', async () => {
    const module = `${rule.replace('export default', 'const first =')}
      export const rules = [first, { ...first, id: 'louder-heading' }];`;
    expect(await rulesIn(withRule(module))).toEqual(
      expect.arrayContaining(['loud-heading warning', 'louder-heading warning']),
    );
  });

  it('are not run where nothing names them', async () => {
    const cwd = writeOrchard({ 'rules/own.mjs': "throw new Error('it ran');" });
    expect(await rulesIn(cwd)).toEqual(['unknown-path error']);
  });
});

describe('modules that are no good', () => {
  it.each([
    ['throw new Error("no apples");', '`rules/own.mjs` could not be loaded: no apples'],
    ['export default {', '`rules/own.mjs` could not be loaded: '],
    ["import 'absent-package-of-orchard';", '`rules/own.mjs` could not be loaded: '],
    ['export const rule = 1;', '`rules/own.mjs` exports no rule.'],
    ['export default 7;', '`rules/own.mjs` exports something that is no rule.'],
    ["export default { id: 'Loud' };", 'A rule of `rules/own.mjs` has no `id` of small letters and hyphens.'],
    [rule.replace('page(', 'pages('), 'has `pages`, which no rule has; did you mean `page`?'],
    [rule.replace("'warning'", "'warn'"), 'has no `severity` that is `info`, `warning` or `error`.'],
    [rule.replace('summary:', 'url:'), 'has no `summary`.'],
    [rule.replace("{ loud: '", "{ loud: 1, b: '"), 'has no `messages`, or one that is no text.'],
    [rule.replace('page(page', 'nothing: 1, page(page'), 'has `nothing`, which no rule has.'],
    [
      rule.replace('loud-heading', 'unknown-path'),
      'The rule `unknown-path` of `rules/own.mjs` has the id of a rule of specwins.',
    ],
    [
      `${rule}\nexport const rules = [{ id: 'loud-heading', summary: 'x', severity: 'info', messages: {}, page() {} }];`,
      'has the id of a rule of `rules/own.mjs`.',
    ],
    [
      rule.replace('for (const', "throw new TypeError('no leaves'); for (const"),
      'The rule `loud-heading` of `rules/own.mjs` failed: no leaves',
    ],
    [
      rule.replace("message: 'loud'", "message: 'lound'"),
      'The rule `loud-heading` of `rules/own.mjs` failed: it has no message `lound`',
    ],
  ])('%#', async (module, sentence) => {
    const error = await lint({ cwd: withRule(module) }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code: 'plugin-failed',
      message: expect.stringContaining(sentence),
      hint: expect.any(String),
    });
  });

  it('is told where it is not there, and exits 2', async () => {
    const cwd = writeOrchard({ 'specwins.config.yaml': "plugins: ['./rules/none.mjs']\n" });
    expect(await runCli([], cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no file `rules/none.mjs`, which `plugins` names.'),
    });
    expect(await runCli(['rules'], cwd)).toMatchObject({ code: 2 });
  });

  it('does not hide a level for a rule that nobody has', async () => {
    const error = await lint({ cwd: withRule(rule, 'rules: { loud-headin: off }\n') }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ message: expect.stringContaining('did you mean `loud-heading`?') });
  });
});

it('takes the edits of own rules as they are', async () => {
  const quoting = rule
    .replace('data: { text } }', 'data: { text }, edits: [{ span, text: \'# "Loud"\' }] }')
    .replace("severity: 'warning',", "severity: 'warning', editsMarks: true,");
  const cwd = withRule(quoting);
  const { report } = await lint({ cwd, paths: [join(cwd, 'guides/loud.mdx')] });
  expect(report.findings.map(({ edits }) => edits)).toMatchObject([[{ start: 0, end: 6, text: '# "Loud"' }]]);
});
