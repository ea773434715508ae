/** Whether names fit the pattern of a spec. One that cannot be compiled, or that might take for ever, fits all. */
export function compilePattern(pattern: string): (name: string) => boolean {
  const expression = mayRunAway(pattern) ? undefined : compile(pattern);
  if (expression === undefined) return () => true;
  // Names this long are no names; some patterns take quadratic time.
  return (name) => name.length > 200 || expression.test(name);
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // The other flag, or none.
    }
  }
  return undefined;
}

/** A repeated group with a repetition or a choice in it. */
function mayRunAway(pattern: string): boolean {
  return /[+*}|][^()]{0,100}\)+[+*{]/.test(pattern) || pattern.length > 500;
}
