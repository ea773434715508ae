/** A file before and after. `file` is relative to the folder in which the diff is to be applied, with forward slashes. */
export interface ChangedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** One patch of all files, as `git apply` and `patch -p1` take it. */
export async function unifiedDiff(files: readonly ChangedFile[]): Promise<string> {
  if (files.length === 0) return '';
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import('diff');
  const patches = files.map(({ file, before, after }) =>
    structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 }),
  );
  return patches.map((patch) => formatPatch(patch, FILE_HEADERS_ONLY)).join('');
}
