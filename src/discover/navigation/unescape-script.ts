const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** What the content of a JavaScript string means, by its escapes (ECMAScript, "String Literals"). */
export function unescapeScript(content: string): string {
  if (!content.includes('\\')) return content;
  return content.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi,
    (_, braced?: string, four?: string, two?: string, other = '') => {
      const code = braced ?? four ?? two;
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      return /[\r\n\u2028\u2029]/.test(other) ? '' : (letters[other] ?? other);
    },
  );
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
