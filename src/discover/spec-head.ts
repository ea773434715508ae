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
  const names = json
    ? [...topLevelKeys(text)].map(({ name }) => name)
    : [...text.matchAll(/^["']?([\w-]+)["']?[ \t]*:(?=\s|$)/gm)].map(([, name = '']) => name);
  return names.length > 0 && names.every((name) => members.test(name));
}

function jsonDescribesApi(text: string): boolean {
  for (const { name, end } of topLevelKeys(text)) {
    if ((name === 'openapi' || name === 'swagger') && /^\s*"\d/.test(text.slice(end, end + 40))) return true;
  }
  return false;
}

/** The keys of the outermost object, each with the offset behind its colon; the text may break off anywhere. */
function* topLevelKeys(text: string): Generator<{ readonly name: string; readonly end: number }> {
  let depth = 0;
  for (const { 0: token, 1: name, 2: colon, index } of text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && name !== undefined && colon !== undefined) yield { name, end: index + token.length };
  }
}
