/** A line of a fence without its end, and where it starts in the fence's text. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

export function splitLines(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line.replace(/\r$/, ''), start: at };
  });
}
