import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFixes, chooseFixes, type Fixable, type TextEdit } from '../../src/fix/choose-fixes.ts';

const replace = (start: number, end: number, text: string): TextEdit => ({ start, end, text });
const finding = (...edits: TextEdit[]): Fixable => ({ edits });

function fix(text: string, findings: readonly Fixable[]): string {
  return applyFixes(text, chooseFixes(findings, text.length));
}

describe('chooseFixes', () => {
  it('makes edits that stand apart, in any order', () => {
    const [first, last] = [finding(replace(0, 5, 'pears')), finding(replace(7, 12, 'plums'))];
    expect(fix('apple, grape', [first, last])).toBe('pears, plums');
    expect(fix('apple, grape', [last, first])).toBe('pears, plums');
  });

  it('leaves what overlaps or touches for the next pass', () => {
    expect(fix('apple', [finding(replace(0, 3, 'A')), finding(replace(2, 5, 'B'))])).toBe('Ale');
    expect(fix('apple', [finding(replace(0, 3, 'A')), finding(replace(3, 5, 'B'))])).toBe('Ale');
    expect(fix('apple', [finding(replace(2, 2, 'A')), finding(replace(2, 2, 'B'))])).toBe('apAple');
  });

  it('makes an edit once that two findings ask for, and counts both', () => {
    const twice = [finding(replace(0, 5, 'pear')), finding(replace(0, 5, 'pear'))];
    expect(chooseFixes(twice, 5)).toHaveLength(2);
    expect(fix('apple', twice)).toBe('pear');
  });

  it('makes all edits of a finding or none', () => {
    const both = finding(replace(0, 1, 'A'), replace(4, 5, 'E'));
    expect(fix('apple', [finding(replace(3, 5, 'L')), both])).toBe('appL');
    expect(fix('apple', [finding(replace(0, 1, 'A'), replace(0, 2, 'B'))])).toBe('apple');
  });

  it('leaves edits alone that lie outside the text', () => {
    expect(fix('apple', [finding(replace(3, 9, 'x')), finding(replace(-1, 2, 'x')), finding(replace(3, 2, 'x'))])).toBe(
      'apple',
    );
  });

  it('does what a simple reference does, for any edits', () => {
    const text = 'The orchards of the north, 🍎 and all.\r\n';
    const edit = fc
      .tuple(
        fc.integer({ min: -1, max: text.length + 1 }),
        fc.integer({ min: -1, max: 8 }),
        fc.string({ maxLength: 4 }),
      )
      .map(([start, length, by]) => replace(start, start + length, by));
    const findings = fc.array(
      fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => ({ edits })),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(findings, (given) => {
        expect(fix(text, given)).toBe(reference(text, given));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Marks each character with who replaced it; a finding is undone where it meets another one's mark, or the rim of one. */
function reference(text: string, findings: readonly Fixable[]): string {
  let made: TextEdit[] = [];
  for (const { edits } of findings) {
    const tried = [...made];
    let fits = true;
    for (const edit of edits) {
      if (tried.some((other) => JSON.stringify(other) === JSON.stringify(edit))) continue;
      const positions = new Set(tried.flatMap(({ start, end }) => rangeOf(start, end)));
      const own = rangeOf(edit.start, edit.end);
      const inside = edit.start >= 0 && edit.end <= text.length && edit.start <= edit.end;
      if (!inside || own.some((position) => positions.has(position))) fits = false;
      tried.push(edit);
    }
    if (fits) made = tried;
  }
  let result = '';
  for (let position = 0; position <= text.length; position++) {
    const edit = made.find(({ start }) => start === position);
    result += edit?.text ?? '';
    if (!made.some(({ start, end }) => start <= position && position < end)) result += text.charAt(position);
  }
  return result;
}

/** The gaps between characters that an edit occupies: its rims count. */
function rangeOf(start: number, end: number): number[] {
  return end < start ? [] : Array.from({ length: end - start + 1 }, (_, index) => start + index);
}
