import type { Report } from '../src/report/report.ts';

/** A finding that a page promises in an `@expect` marker, or one that was reported. */
interface PlacedFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  /** Of a marker: part of the message, or ''. */
  readonly message: string;
}

const marker = /(?:\{\/\*|<!--|#|\/\/)\s*@expect(?:\+(\d+))?\s+([a-z][a-z-]*)(?:\s+"([^"]*)")?\s*(?:\*\/\}|-->)?/g;

/**
 * Reads the markers of a page. One that shares its line with text means that line; one that stands alone means the next
 * line with text; `@expect+3` means three lines below itself.
 */
export function readExpectations(file: string, text: string): readonly PlacedFinding[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((content, index) =>
    [...content.matchAll(marker)].map(([, offset, rule = '', message = '']) => ({
      file,
      line: 1 + (offset === undefined ? lineMeant(lines, index) : index + Number(offset)),
      rule,
      message,
    })),
  );
}

function lineMeant(lines: readonly string[], index: number): number {
  const hasText = (line: string): boolean => /[^\s>]/.test(line.replace(marker, ''));
  const next = lines.findIndex((line, each) => each >= index && hasText(line));
  return next === -1 ? index : next;
}

/** Every place of a report: a finding that was joined from several stands at each of them. */
export function placedFindings({ findings }: Report): readonly PlacedFinding[] {
  return findings.flatMap(({ rule, message, file, start, related }) =>
    [{ file, start }, ...related].map((place) => ({ file: place.file, line: place.start.line, rule, message })),
  );
}

/** What differs between promise and report, as lines to read; empty where both agree, one for one. */
export function differences(expected: readonly PlacedFinding[], found: readonly PlacedFinding[]): readonly string[] {
  const open = [...found];
  const missing = expected.filter((expectation) => {
    const index = open.findIndex((finding) => fulfils(finding, expectation));
    if (index !== -1) open.splice(index, 1);
    return index === -1;
  });
  return [
    ...missing.map((each) => `not reported: ${inWords(each)}`),
    ...open.map((each) => `not expected: ${inWords(each)}`),
  ];
}

function fulfils(finding: PlacedFinding, expectation: PlacedFinding): boolean {
  return (
    finding.file === expectation.file &&
    finding.line === expectation.line &&
    finding.rule === expectation.rule &&
    finding.message.includes(expectation.message)
  );
}

function inWords({ file, line, rule, message }: PlacedFinding): string {
  return `${file}:${line} ${rule} "${message}"`;
}
