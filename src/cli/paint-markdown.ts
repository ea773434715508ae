import type picocolors from 'picocolors';

/** Markdown as a terminal shows it best: the same characters, headings and code set off. */
export function paintMarkdown(text: string, colors: ReturnType<typeof picocolors.createColors>): string {
  let fence: string | undefined;
  const paint = (line: string): string => {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) {
      fence = mark;
      return colors.dim(line);
    }
    if (fence !== undefined) {
      if (line.trimEnd() !== fence) return colors.cyan(line);
      fence = undefined;
      return colors.dim(line);
    }
    if (line.startsWith('#')) return colors.bold(line);
    return line.replace(/`[^`]+`/g, (code) => colors.cyan(code));
  };
  return text
    .split('\n')
    .map((line) => (line === '' ? line : paint(line)))
    .join('\n');
}
