/** Whether the beginning of a JSON or YAML file says `openapi: 3…` or `swagger: 2…` at its top level. */
export function describesApi(head: string): boolean {
  const text = head.replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('{')
    ? jsonDescribesApi(text)
    : /^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m.test(text);
}

const members =
  /^(?:components|definitions|externalDocs|host|info|jsonSchemaDialect|paths|schemes|security|servers|tags|webhooks|x-.*)$/;

/**
 * Whether the rest of a file is worth reading: its beginning has only members that an OpenAPI description may have, in
 * whatever order a generator sorted them (OpenAPI 3.1, "OpenAPI Object").
 */
export function mayDescribeApi(head: string): boolean {
  const text = head.replace(/^\uFEFF/, '');
  const json = text.trimStart().startsWith('{');
  const keys = json
    ? [...text.matchAll(/"([^"\\]+)"\s*:/g)].filter((key) => depthAt(text, key.index) === 1)
    : [...text.matchAll(/^["']?([\w-]+)["']?[ \t]*:(?=\s|$)/gm)];
  return keys.length > 0 && keys.every(([, name = '']) => members.test(name));
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
