import { relative, resolve, sep } from 'node:path';
import { statPath } from '../disk/stat-path.ts';
import { UserError } from '../errors.ts';
import { type LintResult, lint } from '../lint.ts';
import type { Binding } from '../model.ts';
import type { ReportedFinding } from '../report/report.ts';
import { openRunCache } from './cache-flags.ts';
import { correctionOf } from './correct-binding.ts';
import { describeBinding, type Pasted } from './describe-binding.ts';
import { describeLink, type PlacedLink } from './describe-link.ts';
import { openSilencer } from './find-silence.ts';
import type { Io } from './io.ts';
import { createLocator } from './locator.ts';
import { observed } from './observe.ts';
import { type RunFlags, toLintOptions } from './run-options.ts';
import { threadsOf } from './thread-flags.ts';

/** Prints the mentions on a line, what each was bound to and why, and what was found there. */
export async function runExplain(place: string, flags: RunFlags, io: Io): Promise<void> {
  const { file, line } = parsePlace(place, io);
  const options = { ...toLintOptions(flags, [], io), baseline: false } as const;
  const cache = await openRunCache(flags, io);
  const { result } = await observed(io, {}, (observer) => lint(options, { observer, cache, ...threadsOf(flags) }));
  if (![...result.pages, ...result.bindings].some((each) => each.file === file)) {
    throw new UserError('no-pages', `\`${file}\` is not among the pages of this site.`, {
      hint: `${result.pages.length} pages were read; "docs" in the configuration says which.`,
    });
  }
  const locate = createLocator(io);
  checkLine({ file, line }, locate);
  const onPage = distinct(result.bindings.filter((binding) => binding.file === file));
  const onLine = onPage.filter(({ mention }) => {
    const lines = [locate(file, mention.span.start).line, locate(file, mention.span.end).line];
    return Math.min(...lines) <= line && line <= Math.max(...lines);
  });
  const remedyFor = await findRemedies({ file, line }, onLine, result);
  const sections = onLine.map((binding) =>
    describeBinding(binding, {
      remedyFor,
      correction: correctionOf(binding, result.truth),
      start: locate(file, binding.mention.span.start),
      operations: result.truth.operations,
      findings: findingsWithin(binding, result),
    }),
  );
  sections.push(...linksOn({ file, line }, result, locate).map((link) => describeLink(link, file, result)));
  const others = otherFindings({ file, line }, onLine, result);
  const failure = result.pages.find((page) => page.file === file)?.failure;
  if (failure) sections.push(`  This page could not be read: ${failure.message}.`);
  else if (sections.length === 0) sections.push(nothingHere(line, linesOf(onPage, locate)));
  io.stdout.write(
    result.redact(
      `${[`${file}:${line}`, ...sections, ...others.map((finding) => describeFinding(finding, remedyFor(finding)))].join('\n\n')}\n`,
    ),
  );
}

interface LinePlace {
  readonly file: string;
  readonly line: number;
}

function parsePlace(place: string, { cwd }: Io): LinePlace {
  const [, path, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (path === undefined || line === undefined) {
    throw new UserError('usage', `\`${place}\` names no line.`, {
      hint: 'Write it as `specwins explain guides/harvests.mdx:12`.',
    });
  }
  const absolute = resolve(cwd, path);
  const found = statPath(absolute);
  if (!found)
    throw new UserError('no-pages', `There is no file \`${path}\`.`, { hint: `Paths are taken from ${cwd}.` });
  if (found.isDirectory()) throw new UserError('no-pages', `\`${path}\` is a folder; name a page in it.`);
  if (Number(line) === 0) throw new UserError('usage', 'Lines count from 1.');
  return { file: relative(cwd, absolute).replaceAll(sep, '/'), line: Number(line) };
}

function checkLine({ file, line }: LinePlace, locate: ReturnType<typeof createLocator>): void {
  const end = locate(file, Number.POSITIVE_INFINITY);
  if (line <= end.line) return;
  // Behind the last line break there is a line without text, which no editor counts.
  const last = end.column === 1 ? Math.max(end.line - 1, 1) : end.line;
  throw new UserError('usage', `\`${file}\` has no line ${line}; it ends on line ${last}.`);
}

/** The links on a line and where each stands. */
function linksOn(
  { file, line }: LinePlace,
  { pages }: LintResult,
  locate: ReturnType<typeof createLocator>,
): readonly PlacedLink[] {
  const links = pages.find((page) => page.file === file)?.links ?? [];
  return links
    .map((link) => ({ link, start: locate(file, link.span.start) }))
    .filter(({ start }) => start.line === line);
}

/** A snippet is bound once for each page that renders it; equal outcomes are told once. */
function distinct(bindings: readonly Binding[]): readonly Binding[] {
  const byOutcome = new Map(bindings.map((binding) => [JSON.stringify([binding.mention, binding.target]), binding]));
  return [...byOutcome.values()];
}

function findingsWithin({ file, mention }: Binding, { report }: LintResult): readonly ReportedFinding[] {
  return report.findings.filter((finding) =>
    [finding, ...finding.related].some(
      (place) =>
        place.file === file && place.start.offset >= mention.span.start && place.start.offset < mention.span.end,
    ),
  );
}

function otherFindings(
  { file, line }: LinePlace,
  onLine: readonly Binding[],
  result: LintResult,
): readonly ReportedFinding[] {
  const told = new Set(onLine.flatMap((binding) => findingsWithin(binding, result)));
  return result.report.findings.filter(
    (finding) => finding.file === file && finding.start.line === line && !told.has(finding),
  );
}

/** What silences each finding that is told. */
async function findRemedies(
  place: LinePlace,
  onLine: readonly Binding[],
  result: LintResult,
): Promise<(finding: ReportedFinding) => Pasted | undefined> {
  const told = [
    ...onLine.flatMap((binding) => findingsWithin(binding, result)),
    ...otherFindings(place, onLine, result),
  ];
  const silencer = told.length > 0 ? await openSilencer(result) : undefined;
  const remedies = new Map<ReportedFinding, Pasted | undefined>();
  for (const finding of told) remedies.set(finding, await silencer?.(finding));
  return (finding) => remedies.get(finding);
}

function describeFinding({ severity, message, rule }: ReportedFinding, remedy: Pasted | undefined): string {
  const silence = remedy ? `\n    silence  ${remedy.text}  ${remedy.where}` : '';
  return `  ${severity}  ${message}  ${rule}${silence}`;
}

function linesOf(bindings: readonly Binding[], locate: ReturnType<typeof createLocator>): readonly number[] {
  return [...new Set(bindings.map(({ file, mention }) => locate(file, mention.span.start).line))];
}

function nothingHere(line: number, lines: readonly number[]): string {
  const nearest = lines
    .toSorted((one, other) => Math.abs(one - line) - Math.abs(other - line))
    .slice(0, 3)
    .toSorted((one, other) => one - other);
  const pointer =
    nearest.length > 0 ? `; there are some on line ${nearest.join(', ')}` : ', nor elsewhere in this file';
  return `  No mention of the API on this line${pointer}.`;
}
