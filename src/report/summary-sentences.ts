import { listPhrases } from '../text/list-names.ts';
import type { LinkCounts, Report, Summary } from './report.ts';

/** What was found, and what was mended before: `2 errors and 1 warning in 2 pages. Fixed 3 findings in 1 file.` */
export function describeOutcome(report: Report): string {
  const { fixed } = report.summary;
  const mended = fixed && `Fixed ${plural(fixed.findings, 'finding')} in ${plural(fixed.files, 'file')}.`;
  return [describeFindings(report), mended].filter((sentence) => sentence !== undefined).join(' ');
}

function describeFindings({ summary, findings }: Report): string {
  const counts = [
    count(summary.errors, 'error'),
    count(summary.warnings, 'warning'),
    count(summary.infos, 'info'),
  ].filter((text) => text !== undefined);
  if (counts.length === 0)
    return summary.mentions.checked > 0 ? 'No drift found.' : 'No drift found; nothing was held against a spec.';
  const pages = new Set(findings.map(({ file }) => file)).size;
  return `${listPhrases(counts)}${pages > 0 ? ` in ${plural(pages, 'page')}` : ''}.`;
}

/** What the run covered, so that silence is not taken for more than it is. */
export function describeCoverage({
  mentions,
  pages,
  operations,
  commands,
  tools,
  links,
  followed,
  anchors,
  readable,
  subjects,
  suppressed,
  baselined,
}: Summary): string {
  const truth = [
    operations > 0 || (commands === undefined && tools === undefined) ? plural(operations, 'operation') : undefined,
    commands === undefined ? undefined : plural(commands, 'command'),
    tools === undefined ? undefined : plural(tools, 'tool'),
  ].filter((text) => text !== undefined);
  const held = `Checked ${mentions.checked} of ${plural(mentions.total, 'mention')} on ${plural(pages, 'page')} against ${listPhrases(truth)}`;
  const rest = [
    mentions.unknown > 0 ? `${mentions.unknown} unknown` : undefined,
    mentions.foreign > 0 ? `${mentions.foreign} foreign` : undefined,
    suppressed > 0 ? `${plural(suppressed, 'finding')} suppressed` : undefined,
    baselined > 0 ? `${plural(baselined, 'finding')} baselined` : undefined,
  ].filter((text) => text !== undefined);
  const aside = rest.length > 0 ? `; ${rest.join(', ')}` : '';
  const checks = [`${held}${aside}.`, ...describeSubjects(subjects)];
  const site = [describeReading(pages, readable), describeLinks(links, followed), `Read ${plural(anchors, 'anchor')}.`];
  return `${checks.join(' ')}\n${site.join(' ')}`;
}

/** `By subject: operations 30 of 32, fields 210 of 260.` */
function describeSubjects(subjects: Summary['subjects']): readonly string[] {
  const parts = Object.entries(subjects).map(([subject, { checked, total }]) => `${subject} ${checked} of ${total}`);
  return parts.length > 1 ? [`By subject: ${parts.join(', ')}.`] : [];
}

function describeReading(pages: number, readable: number): string {
  if (pages === 0) return 'No page was read.';
  if (readable < pages) return `${readable} of ${plural(pages, 'page')} compile.`;
  return pages === 1 ? 'The page compiles.' : `All ${pages} pages compile.`;
}

/** `Followed 40 of 52 links; 8 unverified, 4 external.` */
function describeLinks(total: number, { checked, unverified, external }: LinkCounts): string {
  const rest = [
    unverified > 0 ? `${unverified} unverified` : undefined,
    external > 0 ? `${external} external` : undefined,
  ].filter((text) => text !== undefined);
  return `Followed ${checked} of ${plural(total, 'link')}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}

function count(number: number, noun: string): string | undefined {
  return number > 0 ? plural(number, noun) : undefined;
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
