/** Replaces the characters from `start` to `end`; offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something whose edits are made all, or not at all. */
export interface Fixable {
  readonly edits: readonly TextEdit[];
}

/**
 * The findings of one file, first come first served, whose edits can be made at once. One that overlaps or touches what is
 * taken is left for the next pass, when its offsets are known anew; an equal edit is no conflict, and is made once.
 */
export function chooseFixes<Finding extends Fixable>(findings: readonly Finding[], length: number): Finding[] {
  const taken: TextEdit[] = [];
  return findings.filter(({ edits }) => {
    const own = distinct(edits);
    const fits = own.every(
      (edit, index) =>
        isInside(edit, length) && [...taken, ...own.slice(0, index)].every((other) => agree(edit, other)),
    );
    if (fits) taken.push(...own);
    return own.length > 0 && fits;
  });
}

/** The text with all edits made; they must agree with each other. */
export function applyFixes(text: string, findings: readonly Fixable[]): string {
  const edits = distinct(findings.flatMap((finding) => finding.edits)).sort((one, other) => other.start - one.start);
  return edits.reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text);
}

function distinct(edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter((edit, index) => edits.findIndex((other) => isSame(edit, other)) === index);
}

function agree(one: TextEdit, other: TextEdit): boolean {
  return isSame(one, other) || one.end < other.start || other.end < one.start;
}

function isSame(one: TextEdit, other: TextEdit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

function isInside({ start, end }: TextEdit, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
}
