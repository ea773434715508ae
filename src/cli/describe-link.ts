import type { LintResult } from '../lint.ts';
import type { Link } from '../model.ts';
import type { Position } from '../report/report.ts';
import type { FragmentTarget, LinkTarget } from '../site/site.ts';

export interface PlacedLink {
  readonly link: Link;
  readonly start: Position;
}

/** A paragraph on one link: where it leads, or why nobody can tell. */
export function describeLink({ link, start }: PlacedLink, file: string, { site }: Pick<LintResult, 'site'>): string {
  const target = site.resolve(link.url, file);
  const rows = rowsOf(target, site);
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    `  \`${link.url}\` at ${start.line}:${start.column}, a link`,
    ...rows.map(([label, text]) => `    ${label.padEnd(width)}  ${text}`),
  ].join('\n');
}

type Row = readonly [label: string, text: string];

function rowsOf(target: LinkTarget, site: LintResult['site']): readonly Row[] {
  switch (target.status) {
    case 'page': {
      const address = site.addressOf(target.file);
      const page: Row = ['page', `${target.file}${address === undefined ? '' : `, at ${address}`}`];
      if (target.fragment === undefined) return [page];
      return [page, ['id', describeFragment(target.fragment, site.findFragment(target.file, target.fragment))]];
    }
    case 'asset':
      return [['file', target.file]];
    case 'generated':
      return [['page', 'made by the framework from an operation']];
    case 'external':
      return [['external', 'another origin, which is not asked']];
    case 'dead':
      return [['dead', target.reason], ...target.nearest.map((nearest): Row => ['nearest', nearest])];
    case 'unverifiable':
      return [['unverified', target.reason]];
  }
}

function describeFragment(fragment: string, found: FragmentTarget): string {
  if (found.status === 'found') return `\`${fragment}\` is there`;
  if (found.status === 'unverifiable') return `\`${fragment}\` may be there: ${found.reason}`;
  return `\`${fragment}\` is not there`;
}
