/** Whether the beginning of a JSON or YAML file says `openapi: 3…` or `swagger: 2…` at its top level. */
export function describesApi(head: string): boolean {
  const text = head.replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('{')
    ? jsonDescribesApi(text)
    : /^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m.test(text);
}

function jsonDescribesApi(text: string): boolean {
  const keys = text.matchAll(/"(?:openapi|swagger)"\s*:\s*"\d/g);
  return [...keys].some((key) => depthAt(text, key.index) === 1);
}

/** How many objects and arrays are open at an offset; brackets inside strings do not count. */
function depthAt(text: string, offset: number): number {
  const before = text.slice(0, offset).replace(/"(?:[^"\\]|\\.)*"/g, '');
  const opened = before.match(/[{[]/g)?.length ?? 0;
  const closed = before.match(/[}\]]/g)?.length ?? 0;
  return opened - closed;
}
