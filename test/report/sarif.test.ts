import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ajvDraft4 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { reportedRules } from '../../src/cli/reported-rules.ts';
import { lint } from '../../src/lint.ts';
import type { Report, ReporterOptions } from '../../src/report/report.ts';
import { sarif } from '../../src/report/sarif.ts';
import { oddFile, oddFinding, oddGuide, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';

// As Microsoft's sarif-js-sdk ships it in @microsoft/jest-sarif 1.0.0-beta.0 (MIT); the schema is OASIS's.
const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8'));
// One of its patterns is no regular expression by the rules of the `u` flag.
const ajv = new ajvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
ajvFormats.default(ajv);
const isValid = ajv.compile(schema);

describe('SARIF', () => {
  it('has the findings of the demo, each with its place and the place in the spec', async () => {
    const { report } = await lint({ cwd: join(import.meta.dirname, '../../fixtures/demo') });
    const { results = [], tool } = runOf(report, { rules: reportedRules(rules), folder: 'site' });
    expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual(
      report.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    );
    expect(results.map(({ ruleIndex = -1 }) => tool.driver.rules?.[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
    expect(results[0]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'site/content/docs/harvests.mdx', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 39, endLine: 7, endColumn: 68, charOffset: 75, charLength: 29 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: { artifactLocation: { uri: 'site/openapi.yaml' }, region: { startLine: 55 } },
          logicalLocations: [{ fullyQualifiedName: '/paths/~1orchards~1{orchardId}~1harvests/get' }],
        },
      ],
      partialFingerprints: { 'specwins/v1': report.findings[0]?.fingerprint },
    });
  });

  it('describes every rule with its page, its level and why it is there', () => {
    const described = runOf(reportOn({}), { rules: reportedRules(rules) }).tool.driver.rules ?? [];
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { id, helpUri, help, shortDescription, defaultConfiguration } of described) {
      const rule = rules.find((each) => each.id === id);
      expect(helpUri).toMatch(new RegExp(`^https://.+/rules/${id}\\.md$`));
      expect(help?.markdown).toMatch(/^## Why\n\n\S/m);
      expect(help?.markdown).toMatch(/^## When to turn it off\n\n\S/m);
      expect(help?.markdown).not.toContain('@expect');
      expect(shortDescription?.text).toBe(rule?.summary);
      expect(defaultConfiguration?.level).toBe(rule?.severity === 'info' ? 'note' : rule?.severity);
    }
  });

  it('names the rules of the findings where nobody gives it the rules', () => {
    expect(runOf(oddReport()).tool.driver.rules?.map(({ id }) => id)).toEqual(['unknown-path']);
  });

  it('encodes paths, so that a URL leads back to them', () => {
    const { results = [] } = runOf(oddReport());
    const uris = results.flatMap(({ locations = [], relatedLocations = [], fixes = [] }) => [
      ...[...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri),
      ...fixes.flatMap(({ artifactChanges }) => artifactChanges.map(({ artifactLocation }) => artifactLocation.uri)),
    ]);
    const page = 'guides/%5Blang%5D/%C3%84pfel%20%26%20Birnen%20%231%2C%2050%25%3A%20a%7Cb%60c.mdx';
    expect(uris).toEqual([page, 'spec/api%20%232.yaml', page, page]);
    expect(decodeURIComponent(new URL(page, 'file:///top/').pathname)).toBe(`/top/${oddFile}`);
  });

  it('offers the edits as a fix, by lines and by offsets', () => {
    const [result] = runOf(oddReport()).results ?? [];
    const start = oddGuide.indexOf('/harvest');
    expect(result?.fixes).toMatchObject([
      {
        artifactChanges: [
          {
            replacements: [
              {
                // The apple is two UTF-16 code units.
                deletedRegion: {
                  startLine: 3,
                  startColumn: 16,
                  endLine: 3,
                  endColumn: 23,
                  charOffset: start + 1,
                  charLength: 7,
                },
                insertedContent: { text: 'harvests' },
              },
            ],
          },
        ],
      },
    ]);
    expect(runOf(oddReport({ shown: [oddFinding({ edits: [] })] })).results?.[0]).not.toHaveProperty('fixes');
  });

  it('keeps what is suppressed, and says by what', () => {
    const [first] = oddReport().findings;
    const suppressed = oddReport({
      suppressed: [
        oddFinding({ message: 'One.', suppression: { kind: 'inSource', reason: 'in beta' } }),
        oddFinding({ message: 'Two.', suppression: { kind: 'external' } }),
      ],
    });
    const findings = first ? [{ ...first, baselineState: 'new' as const }] : [];
    const { results = [] } = runOf({ ...suppressed, findings });
    expect(
      results.map(({ message, suppressions, baselineState }) => [
        message.text?.slice(0, 4),
        suppressions,
        baselineState,
      ]),
    ).toEqual([
      ['No s', [], 'new'],
      ['One.', [{ kind: 'inSource', status: 'accepted', justification: 'in beta' }], undefined],
      ['Two.', [{ kind: 'external', status: 'accepted' }], undefined],
    ]);
  });

  it('has no list of suppressions where nothing is suppressed', () => {
    expect(runOf(oddReport()).results?.[0]).not.toHaveProperty('suppressions');
  });

  it('shows no text that must not be shown', () => {
    const [result] =
      runOf(oddReport({ shown: [oddFinding({ redacted: true, message: 'A key.', edits: [] })] })).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.region).not.toHaveProperty('snippet');
  });

  it.each([
    ['https://api.orchard.example/spec.yaml', { uri: 'https://api.orchard.example/spec.yaml' }],
    ['git:main:spec.yaml', undefined],
    ['/srv/a b.yaml', { uri: 'file:///srv/a%20b.yaml' }],
    ['../spec.yaml', { uri: 'spec.yaml', uriBaseId: '%SRCROOT%' }],
  ])('names the spec %s as what it is', (file, artifact) => {
    const shown = [oddFinding({ truth: { file, pointer: '/paths/~1harvests' }, related: [] })];
    const related = runOf(oddReport({ shown }), { folder: 'docs' }).results?.flatMap(relatedOf);
    expect(related?.map(({ physicalLocation }) => physicalLocation?.artifactLocation)).toEqual([artifact]);
    expect(related?.[0]?.message?.text).toContain(`${file}#/paths/~1harvests`);
  });

  it('is valid without any finding, and tells the notes and what was verified', () => {
    const run = runOf(reportOn({}, { notes: ['The spec `beta` is not there.'] }));
    expect(run.results).toEqual([]);
    expect(run.invocations?.[0]?.toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: 'The spec `beta` is not there.' } },
    ]);
    expect(run.properties).toMatchObject({ summary: { errors: 0, mentions: { total: 0 } } });
    expect(run.columnKind).toBe('utf16CodeUnits');
  });

  it('is not taken for valid by a test that finds everything so', () => {
    expect(isValid({ version: '2.1.0', runs: [{ results: [{}] }] })).toBe(false);
  });
});

/** The run of the log, which must hold to the schema. */
function runOf(report: Report, options: Partial<ReporterOptions> = {}): Log['runs'][number] {
  const log: Log = JSON.parse(sarif(report, { ...plain, ...options }));
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  const [run] = log.runs;
  if (!run) throw new Error('The log has no run.');
  return run;
}

function relatedOf({ relatedLocations = [] }: Result) {
  return relatedLocations;
}
