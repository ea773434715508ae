/** Markdown that speaks to tools and lawyers, not to readers of an API. */
const notForReaders = /^(?:AGENTS|CLAUDE|GEMINI|LICEN[CS]E)\.(?:md|mdx)$/i;

/** Whether a file by its name may be a page: Markdown or MDX for human readers. */
export function isPageName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.mdx?$/.test(name) && !notForReaders.test(name);
}
