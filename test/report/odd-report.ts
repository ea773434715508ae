import type { Finding } from '../../src/model.ts';
import type { JudgementInput } from '../../src/report/create-judgement.ts';
import type { Report } from '../../src/report/report.ts';
import { findingOn, reportOn } from './reports.ts';

/** A path and a page with every character that some format treats in its own way. */
export const oddFile = 'guides/[lang]/Äpfel & Birnen #1, 50%: a|b`c.mdx';
export const oddGuide = '# 🍏\r\n\r\nThe 🍎 is at `/harvest`, not <b>|</b>.\r\n';
export const oddMessage = 'No spec has `a|b<i>` 100%: "x", see @orchard/team and #12,\n*now* ]]> \u0007 `{id}`.';

/** A finding on `/harvest` of the odd page, with everything that a finding can have. */
export function oddFinding(more: Partial<Finding> = {}): Finding {
  const at = oddGuide.indexOf('/harvest');
  return findingOn(oddFile, [oddGuide, '/harvest'], {
    message: oddMessage,
    operation: 'GET /harvests',
    truth: { file: 'spec/api #2.yaml', pointer: '/paths/~1harvests' },
    suggestions: ['harvests'],
    edits: [{ span: { start: at + 1, end: at + '/harvest'.length }, text: 'harvests' }],
    related: [{ file: oddFile, span: { start: 0, end: 1 } }],
    ...more,
  });
}

export function oddReport(more: Partial<JudgementInput> = {}): Report {
  return reportOn({ [oddFile]: oddGuide, 'guides/clean.mdx': '# Clean\n' }, { shown: [oddFinding()], ...more });
}

export const plain = { color: false, width: 80 } as const;
