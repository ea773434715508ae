import { relative } from 'node:path';
import { repositoryOf, toSlashes } from '../discover/repository.ts';
import type { ReportedRun } from '../lint-report.ts';
import { reporters } from '../report/index.ts';
import { hyperlinksFor } from './hyperlinks.ts';
import { columnsOf, type Io, wantsColor } from './io.ts';
import type { Output } from './outputs.ts';
import { appendFile, writeFiles } from './write-output.ts';

interface Terminal {
  readonly io: Io;
  /** What `--color` says; else the terminal decides. */
  readonly color?: boolean | undefined;
}

/**
 * Renders all formats before it writes any. What is to be printed goes first: findings are seen even where a file cannot be
 * written.
 */
export async function renderOutputs(
  { report, rules: known, review }: Pick<ReportedRun, 'report' | 'rules' | 'review'>,
  outputs: readonly Output[],
  { io, color: wantsIt }: Terminal,
): Promise<void> {
  const summary = summaryFile(outputs, io);
  const wanted = summary === undefined ? outputs : [...outputs, summary];
  const describesRules = wanted.some(({ format }) => format === 'sarif' || format === 'html');
  const rules = describesRules ? (await import('./reported-rules.ts')).reportedRules(known) : undefined;
  const folder = folderOf(io);
  const links = await hyperlinksFor(io);
  const texts = wanted.map(({ format, file }) => {
    const printed = file === undefined;
    const color = printed && wantsColor(io, wantsIt);
    const options = { color, width: columnsOf(io), rules, folder, review, links: printed ? links : undefined };
    return { file, text: reporters[format](report, options) };
  });
  for (const { file, text } of texts) if (file === undefined) io.stdout.write(text);
  const files = texts.flatMap(({ file, text }) => (file === undefined ? [] : [{ file, text }]));
  writeFiles(files.slice(0, summary === undefined ? undefined : -1), io);
  if (summary?.file !== undefined) appendFile(summary.file, files.at(-1)?.text ?? '', io);
}

/** GitHub shows what a step appends to this file as the summary of its job. */
function summaryFile(outputs: readonly Output[], { env }: Io): Output | undefined {
  const file = env.GITHUB_STEP_SUMMARY;
  return file && outputs.some(({ format }) => format === 'github') ? { format: 'markdown', file } : undefined;
}

function folderOf({ cwd }: Io): string {
  return toSlashes(relative(repositoryOf(cwd) ?? cwd, cwd));
}
