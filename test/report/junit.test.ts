import { join } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { junit } from '../../src/report/junit.ts';
import type { Report } from '../../src/report/report.ts';
import { oddFile, oddFinding, oddMessage, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';

describe('JUnit', () => {
  it('has a suite for every page of the demo, and a case that passes for the one without drift', async () => {
    const { report } = await lint({ cwd: join(import.meta.dirname, '../../fixtures/demo') });
    const elements = parse(report);
    expect(
      named(elements, 'testsuite').map(({ attributes }) => [attributes.name, attributes.tests, attributes.failures]),
    ).toEqual([
      ['content/docs/harvests.mdx', '5', '5'],
      ['content/docs/index.mdx', '1', '0'],
      ['content/docs/orchards.mdx', '2', '2'],
    ]);
    expect(elements[0]?.attributes).toMatchObject({ tests: '8', failures: '7', errors: '0', skipped: '0' });
    expect(named(elements, 'testcase')).toHaveLength(8);
    expect(named(elements, 'failure')[0]).toMatchObject({
      attributes: { type: 'error', message: report.findings[0]?.message },
      text: [
        'content/docs/harvests.mdx:7:39',
        'says: /orchards/{orchardId}/harvest',
        'spec: GET /orchards/{orchardId}/harvests  openapi.yaml:55',
        'write: /orchards/{orchardId}/harvests',
      ].join('\n'),
    });
  });

  it('counts what is suppressed as skipped, with its reason, and lets an info pass', () => {
    const report = oddReport({
      shown: [oddFinding({ severity: 'warning' }), oddFinding({ severity: 'info', message: 'By the way.' })],
      suppressed: [oddFinding({ message: 'Silenced.', suppression: { kind: 'inSource', reason: '<beta>' } })],
    });
    const elements = parse(report);
    const odd = named(elements, 'testsuite').find(({ attributes }) => attributes.name === oddFile);
    expect(odd?.attributes).toMatchObject({ tests: '3', failures: '1', errors: '0', skipped: '1' });
    expect(named(elements, 'failure').map(({ attributes }) => attributes.type)).toEqual(['warning']);
    expect(named(elements, 'skipped').map(({ attributes }) => attributes.message)).toEqual(['<beta>']);
    expect(named(elements, 'system-out')[0]?.text).toContain('info: By the way.\n');
  });

  it('is well-formed whatever characters there are, and replaces those that XML cannot hold', () => {
    const shown = [oddFinding({ message: `${oddMessage}\u0000\ud800\ufffe\t` })];
    const [failure] = named(parse(oddReport({ shown })), 'failure');
    expect(failure?.attributes.message).toBe(`${oddMessage.replace('\u0007', '\ufffd')}\ufffd\ufffd\ufffd\t`);
  });

  it('gives equal findings names of their own', () => {
    const shown = [oddFinding(), oddFinding({ span: { start: 0, end: 1 } })];
    const names = named(parse(oddReport({ shown })), 'testcase').map(({ attributes }) => attributes.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has no suite where there is no page', () => {
    const [root, ...others] = parse(reportOn({}));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { tests: '0', failures: '0' } });
    expect(others).toEqual([]);
  });

  it('is not taken for well-formed by a test that finds everything so', () => {
    expect(() => parseXml('<a b="<"/>')).toThrow();
    expect(() => parseXml('<a>\u0007</a>')).toThrow();
  });
});

interface ParsedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function parse(report: Report): readonly ParsedElement[] {
  return parseXml(junit(report, plain));
}

/** All elements in the order in which they open; throws where the text is not well-formed. */
function parseXml(xml: string): readonly ParsedElement[] {
  const elements: ParsedElement[] = [];
  const open: ParsedElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const parent = open.at(-1);
    if (parent) parent.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return elements;
}

function named(elements: readonly ParsedElement[], name: string): readonly ParsedElement[] {
  return elements.filter((element) => element.name === name);
}
