import type { Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import { version } from '../version.ts';
import type { Report, ReportedFinding, ReportedRule, Reporter, ReporterOptions } from './report.ts';
import { locateFinding, locateRelated, toFix } from './sarif-places.ts';

/** SARIF 2.1.0. What is suppressed stays in it and is marked, so that code scanning neither closes nor reopens alerts. */
export const sarif: Reporter = (report, options) => {
  const rules = options.rules ?? rulesOf(report);
  const context = { options, indexes: new Map(rules.map(({ id }, index) => [id, index])) };
  const { findings, suppressed = [] } = report;
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...report.tool, semanticVersion: version, informationUri, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.notes.map((text) => ({ level: 'note', message: { text } })),
          },
        ],
        results: [
          // Either all results have the list or none has (section 3.27.23).
          ...findings.map((each) => ({
            ...toResult(each, context),
            ...(suppressed.length > 0 && { suppressions: [] }),
          })),
          ...suppressed.map((each) => ({ ...toResult(each, context), suppressions: [toSuppression(each)] })),
        ],
        properties: { summary: report.summary },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

interface Context {
  readonly options: ReporterOptions;
  /** Of rules in the list of the driver. */
  readonly indexes: ReadonlyMap<string, number>;
}

const informationUri = 'https://www.npmjs.com/package/specwins';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

function rulesOf({ findings, suppressed = [] }: Report): readonly ReportedRule[] {
  const ids = [...new Set([...findings, ...suppressed].map(({ rule }) => rule))].sort();
  return ids.map((id) => ({ id, summary: id, severity: 'error' }));
}

function describeRule({ id, summary, severity, help }: ReportedRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help ?? summary, ...(help !== undefined && { markdown: help }) },
    // The page as the package of this version has it.
    helpUri: `https://unpkg.com/specwins@${version}/rules/${id}.md`,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['documentation', 'api'] },
  };
}

function toResult(finding: ReportedFinding, { options, indexes }: Context): Result {
  const { rule, severity, message, fingerprint, baselineState, operation, suggestions } = finding;
  const ruleIndex = indexes.get(rule);
  const related = locateRelated(finding, options);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [locateFinding(finding, options)],
    ...(related.length > 0 && { relatedLocations: [...related] }),
    partialFingerprints: { 'specwins/v1': fingerprint },
    ...(baselineState && { baselineState }),
    ...(finding.edits.length > 0 && { fixes: [toFix(finding, options)] }),
    properties: { ...(operation !== undefined && { operation }), suggestions: [...suggestions] },
  };
}

function toSuppression({ suppression }: ReportedFinding): Suppression {
  const { kind = 'inSource', reason } = suppression ?? {};
  return { kind, status: 'accepted', ...(reason !== undefined && { justification: reason }) };
}
