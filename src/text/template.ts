/**
 * Fills `{name}` from `data`. The filled text is not looked at again, so a path like `/trees/{id}` in the data stays as
 * it is; a name without data stays in its braces, where a test will see it.
 */
export function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (braced, name: string) =>
    Object.hasOwn(data, name) ? `${data[name]}` : braced,
  );
}
