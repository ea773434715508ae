import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { createStats } from '../../src/cli/stats.ts';
import { createExtractorTimes } from '../../src/extract/extractor-times.ts';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

const line = '\r\u001b[2K';

describe('progress', () => {
  it('says nothing for a moment, then what the run is at, and leaves no trace', () => {
    const { io, drawn, pass } = terminal();
    const progress = createProgress(io, pass.now);
    const over = progress.begin('configuration');
    over();
    progress.begin('pages');
    pass.by(200);
    progress.page(page, { done: 1, total: 9 });
    expect(drawn()).toBe('');
    pass.by(200);
    progress.page(page, { done: 2, total: 9 });
    progress.page(page, { done: 3, total: 9 });
    expect(drawn()).toBe(`${line}Reading pages 2/9`);
    pass.by(100);
    expect(progress.rule('unknown-path', () => 'done')).toBe('done');
    progress.erase();
    progress.erase();
    expect(drawn()).toBe(`${line}Reading pages 2/9${line}Checking rules: unknown-path${line}`);
  });

  it('fits into the terminal, and never hides the cursor', () => {
    const { io, drawn, pass } = terminal(12);
    const progress = createProgress(io, pass.now);
    pass.by(1000);
    progress.begin('binding');
    expect(drawn()).toBe(`${line}Binding men`);
    expect(drawn()).not.toContain('?25l');
  });

  it.each([{ TERM: 'dumb' }, { CI: 'true' }])('is not for %j', (env) => {
    const { io, drawn, pass } = terminal();
    const progress = createProgress({ ...io, env }, pass.now);
    pass.by(1000);
    progress.begin('binding');
    progress.erase();
    expect(drawn()).toBe('');
  });

  it('is not for a pipe, whatever the other one is', async () => {
    const errors: string[] = [];
    await main([], {
      cwd: writeOrchard(),
      env: {},
      stdout: { isTTY: true, write: () => undefined },
      stderr: { write: (text) => errors.push(text) },
    });
    expect(errors).toEqual([]);
  });
});

describe('--stats', () => {
  it('tells on stderr where the time went, and leaves the report as it is', async () => {
    const cwd = writeOrchard();
    const plain = await runCli(['--format', 'json'], cwd);
    const { code, stdout, stderr } = await runCli(['--format', 'json', '--stats'], cwd);
    expect({ code, stdout }).toEqual({ code: 1, stdout: plain.stdout });
    for (const word of ['Stage', 'configuration', 'specs', 'pages', 'binding', 'rules', 'whole run', 'Rule']) {
      expect(stderr).toContain(word);
    }
    expect(stderr).toMatch(/inline-code +2\n/);
    expect(stderr).toMatch(/Read 2 files, /);
  });

  it('adds up what each stage and each rule took', () => {
    const { pass } = terminal();
    const stats = createStats(pass.now);
    const over = stats.begin('rules');
    for (const time of [30, 12]) stats.rule('unknown-path', () => pass.by(time));
    stats.rule('hedge', () => pass.by(1.25));
    over();
    expect(stats.describe()).toMatch(/ {2}rules +43 ms\n {2}whole run +43 ms\n/);
    expect(stats.describe()).toMatch(/ {2}unknown-path +42 ms\n {2}hedge +1\.3 ms\n/);
  });
});

describe('the time of reading pages', () => {
  it('is told by extractor, added up over threads', () => {
    const stats = createStats(() => 0);
    expect(stats.describe()).not.toContain('Extractor');
    stats.extracted?.({ times: new Map(Object.entries({ links: 12, code: 30 })), threads: 0 });
    expect(stats.describe()).toMatch(
      /Extractor\n {2}code +30 ms\n {2}links +12 ms\nPages are read in the main thread\.\n/,
    );
    stats.extracted?.({ times: new Map([['code', 12]]), threads: 2 });
    expect(stats.describe()).toMatch(
      / {2}code +42 ms\n {2}links +12 ms\nThreads beside the main one, .*: 2\. Times of/,
    );
  });

  it('leaves out what an extractor waits for', () => {
    const { pass } = terminal();
    const times = createExtractorTimes(pass.now);
    const page = () => times.measure('code', () => pass.by(5));
    times.measure('jsx', () => {
      pass.by(2);
      page();
      page();
    });
    expect([...times.take()]).toEqual([
      ['code', 10],
      ['jsx', 2],
    ]);
    expect(times.take().size).toBe(0);
  });
});

describe('colours', () => {
  it.each([
    [['--color'], {}, true],
    [['--color'], { NO_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [[], {}, false],
  ])('%j with %j', async (argv, env, coloured) => {
    const { stdout } = await runCli(argv, writeOrchard(), env);
    expect(stdout.includes('\u001b[')).toBe(coloured);
    const { stdout: list } = await runCli(['rules', ...argv], '/', env);
    expect(list.includes('\u001b[')).toBe(coloured);
  });
});

describe('hyperlinks', () => {
  it('lead to the line, the spec and the page of the rule, where the terminal can follow', async () => {
    const cwd = writeOrchard();
    const { stdout } = await runCli([], cwd, { FORCE_HYPERLINK: '1' });
    const link = (path: string, text: string) => `\u001b]8;;${pathToFileURL(path).href}${text}\u001b]8;;\u001b\\`;
    expect(stdout).toContain(link(join(cwd, 'guides/harvests.mdx'), '#3\u001b\\3:11'));
    expect(stdout).toMatch(/openapi\.yaml#(\d+).{2}openapi\.yaml:\1/);
    const root = join(import.meta.dirname, '..', '..');
    expect(stdout).toContain(link(join(root, 'rules/unknown-path.md'), '\u001b\\unknown-path'));
  });

  it.each([[{}], [{ FORCE_HYPERLINK: '0' }]])('are not for a pipe or a file: %j', async (env) => {
    expect((await runCli([], writeOrchard(), env)).stdout).not.toContain('\u001b]8');
  });

  it('stay out of reports in files and of other formats', async () => {
    const env = { FORCE_HYPERLINK: '1' };
    expect((await runCli(['--format', 'json'], writeOrchard(), env)).stdout).not.toContain('\u001b]8');
    const cwd = writeOrchard();
    await runCli(['--output', 'report.txt'], cwd, env);
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).not.toContain('\u001b');
  });
});

describe('rules', () => {
  it('fits its list into the terminal', async () => {
    for (const columns of [50, 72, 120]) {
      const lines = (await rulesAt(columns)).trimEnd().split('\n');
      expect(lines.filter((text) => text.length > columns)).toEqual([]);
    }
    expect(await rulesAt(50)).toMatch(/^unknown-path +error\n {2}\S/m);
  });

  it('sets off headings and code of a page, and changes no word', async () => {
    const plain = (await runCli(['rules', 'unknown-path'], '/')).stdout;
    const painted = (await runCli(['rules', 'unknown-path', '--color'], '/')).stdout;
    expect(painted).toContain('\u001b[1m# unknown-path\u001b[22m');
    expect(stripVTControlCharacters(painted)).toBe(plain);
  });

  it('helps who knows a word of the id alone', async () => {
    const { code, stderr } = await runCli(['rules', 'anchor'], '/');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'specwins: There is no rule `anchor`.\nWith that word there are `broken-anchor`, `duplicate-anchor`.\n',
    });
  });
});

const page = { file: 'guides/trees.mdx', size: 100, forms: [] };

function terminal(columns = 80) {
  let text = '';
  let time = 0;
  const stderr = { isTTY: true, columns, write: (more: string) => (text += more) };
  const by = (milliseconds: number): void => {
    time += milliseconds;
  };
  return {
    io: { cwd: '/', env: {}, stdout: { write: () => undefined }, stderr },
    drawn: () => text,
    pass: { now: () => time, by },
  };
}

async function rulesAt(columns: number): Promise<string> {
  let text = '';
  const stdout = { columns, write: (more: string) => (text += more) };
  await main(['rules'], { cwd: '/', env: {}, stdout, stderr: stdout });
  return text;
}
