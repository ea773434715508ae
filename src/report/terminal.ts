import picocolors from 'picocolors';
import { linkText } from '../text/link-text.ts';
import { cropLine, printable } from './crop-line.ts';
import { groupByFile } from './group-by-file.ts';
import type { Report, ReportedFinding, Reporter, ReporterOptions } from './report.ts';
import { describeCoverage, describeOutcome } from './summary-sentences.ts';

/** How many related places are named before they are only counted. */
const namedPlaces = 3;

/** For people: findings by file with their line, what the spec says, and what the run covered. */
export const terminal: Reporter = (report, options) => {
  const closing = renderClosing(report, styleOf(options));
  return `${[...renderFiles(report.findings, options), closing].join('\n\n')}\n`;
};

/** One block for each file that has findings. */
export function renderFiles(findings: readonly ReportedFinding[], options: ReporterOptions): readonly string[] {
  const style = styleOf(options);
  return [...groupByFile(findings)].map(([file, group]) => renderFile(file, group, style));
}

function styleOf({ color, width, links }: ReporterOptions): Style {
  return { colors: picocolors.createColors(color), width, links };
}

interface Style {
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly width: ReporterOptions['width'];
  readonly links: ReporterOptions['links'];
}

function renderFile(file: string, findings: readonly ReportedFinding[], style: Style): string {
  const header = style.colors.underline(style.colors.bold(printable(file)));
  return [header, ...findings.map((finding) => renderFinding(finding, style))].join('\n\n');
}

function renderFinding(finding: ReportedFinding, style: Style): string {
  const { colors, links } = style;
  const { line, column } = finding.start;
  const headline = [
    linkText(colors.dim(`${line}:${column}`), links?.place(finding.file, line)),
    colorOf(finding, colors)(finding.severity),
    printable(finding.message),
    linkText(colors.dim(finding.rule), links?.rule(finding.rule)),
  ];
  const gutter = Math.max('write'.length, String(line).length);
  const row = (label: string, content: string): string =>
    `  ${colors.dim(`${label.padStart(gutter)} │`)} ${content}`.trimEnd();
  return [
    `  ${headline.join('  ')}`,
    ...renderFrame(finding, style, { gutter, row }),
    ...renderSpec(finding, style).map((content) => row('spec', content)),
    ...renderWrite(finding, colors).map((content) => row('write', content)),
    ...renderRelated(finding).map((content) => row('also', colors.dim(content))),
  ].join('\n');
}

function colorOf({ severity }: ReportedFinding, colors: Style['colors']): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'info':
      return colors.blue;
  }
}

interface Rows {
  readonly gutter: number;
  row(label: string, content: string): string;
}

/** The line with the place underlined; of a place that spans lines, its first line. */
function renderFrame(finding: ReportedFinding, { colors, width }: Style, { gutter, row }: Rows): readonly string[] {
  const { start, end, excerpt } = finding;
  if (!excerpt) return [];
  const to = end.line === start.line ? end.column - 1 : excerpt.line.length;
  const room = Math.max(20, width - gutter - '   │ '.length);
  const cropped = cropLine(excerpt.line, { from: start.column - 1, to }, room);
  const underline = colorOf(finding, colors)('^'.repeat(Math.min(cropped.marked, Math.max(1, room - cropped.before))));
  return [row(String(start.line), cropped.text), row('', `${' '.repeat(cropped.before)}${underline}`)];
}

function renderSpec({ operation, spec }: ReportedFinding, { colors, links }: Style): readonly string[] {
  const place = spec && `${spec.file}${spec.line === undefined ? ` ${spec.pointer}` : `:${spec.line}`}`;
  const isFile = spec?.line !== undefined && !/^[a-z]{2,}:/i.test(spec.file);
  const url = isFile ? links?.place(spec.file, spec.line) : undefined;
  const parts = [operation && printable(operation), place && linkText(colors.dim(printable(place)), url)].filter(
    Boolean,
  );
  return parts.length > 0 ? [parts.join('  ')] : [];
}

function renderWrite({ suggestions }: ReportedFinding, colors: Style['colors']): readonly string[] {
  return suggestions.length > 0 ? [suggestions.map((each) => colors.green(printable(each))).join(' or ')] : [];
}

function renderRelated({ file, related }: ReportedFinding): readonly string[] {
  if (related.length === 0) return [];
  const named = related.slice(0, namedPlaces).map((place) => {
    const position = `${place.start.line}:${place.start.column}`;
    return place.file === file ? position : `${printable(place.file)}:${position}`;
  });
  const rest = related.length - named.length;
  return [`${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`];
}

function renderClosing(report: Report, { colors }: Style): string {
  const { errors, warnings, infos } = report.summary;
  const outcome = describeOutcome(report);
  const painted = paintOutcome(outcome, { errors, calm: errors + warnings + infos === 0, colors });
  return [painted, colors.dim(describeCoverage(report.summary)), ...report.notes.map((note) => `Note: ${note}`)].join(
    '\n',
  );
}

interface Mood {
  readonly errors: number;
  readonly calm: boolean;
  readonly colors: Style['colors'];
}

function paintOutcome(outcome: string, { errors, calm, colors }: Mood): string {
  if (calm) return colors.green(outcome);
  return errors > 0 ? colors.red(outcome) : colors.yellow(outcome);
}
