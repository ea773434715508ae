/** A parameter of a pattern: `:name`, `:name(.*)`, `(a|b)`, with a modifier `?`, `*` or `+`. */
interface Parameter {
  readonly name: string;
  /** A `.` or `/` right before it belongs to it, and goes with it where it is optional. */
  readonly prefix: string;
  readonly takes: 'segment' | 'anything' | readonly string[];
  readonly least: 0 | 1;
  readonly optional: boolean;
  readonly repeats: boolean;
}

type Pattern = readonly (string | Parameter)[];

interface Hit {
  readonly end: number;
  readonly value: string | undefined;
}

const partOfPattern =
  /\\(.)|([./]?)(?::(\w+)(?:\(((?:[^()\\]|\\.)+)\))?|\(((?:[^()\\]|\\.)+)\))([?*+]?)|([:{}()?*+])|([\s\S])/gy;

/**
 * Where `rewrites` of the configuration put a page: the first rule that matches wins (`resolveRewrites()` of vitepress,
 * patterns of path-to-regexp 6). Nothing where a rule is met that cannot be read without running it.
 */
export function rewriteFile(file: string, rewrites: unknown): string | undefined {
  if (typeof rewrites !== 'object' || rewrites === null) return file;
  for (const [from, to] of Object.entries(rewrites)) {
    if (/^[^\\:(){}?*+^]*$/.test(from) && from.toLowerCase() !== file.toLowerCase()) continue;
    const pattern = readPattern(from);
    const target = typeof to === 'string' ? readPattern(`/${to}`) : undefined;
    if (!pattern || !target || from.startsWith('^')) return undefined;
    const values = matchPattern(pattern, file);
    if (values) return fillPattern(target, values)?.slice(1);
  }
  return file;
}

/** Nothing for what needs a regular expression of the site's own, or groups in braces. */
function readPattern(text: string): Pattern | undefined {
  const parts: (string | Parameter)[] = [];
  let unnamed = 0;
  for (const [, escaped, prefix = '', name, own, bare, modifier = '', foreign, plain] of text.matchAll(partOfPattern)) {
    if (foreign !== undefined) return undefined;
    if (name === undefined && bare === undefined) {
      parts.push(escaped ?? plain ?? '');
      continue;
    }
    const taken = takenBy(own ?? bare);
    const repeats = /[*+]/.test(modifier);
    if (!taken || (repeats && (prefix === '' || taken.takes !== 'segment'))) return undefined;
    parts.push({ name: name ?? String(unnamed++), prefix, ...taken, optional: /[?*]/.test(modifier), repeats });
  }
  return parts;
}

function takenBy(pattern: string | undefined): Pick<Parameter, 'takes' | 'least'> | undefined {
  if (pattern === undefined || /^\[\^\\?\/\][+*]$/.test(pattern))
    return { takes: 'segment', least: pattern?.endsWith('*') ? 0 : 1 };
  if (pattern === '.*' || pattern === '.+') return { takes: 'anything', least: pattern === '.*' ? 0 : 1 };
  return /^[\w-]+(?:\|[\w-]+)*$/.test(pattern) ? { takes: pattern.split('|'), least: 1 } : undefined;
}

/** Tries what each part may take, in the order of the regular expression; what failed once is not tried again. */
function matchPattern(pattern: Pattern, path: string): Map<string, string> | undefined {
  const failed = new Set<string>();
  const walk = (index: number, at: number): Map<string, string> | undefined => {
    const part = pattern[index];
    if (part === undefined) return at === path.length ? new Map() : undefined;
    const state = `${index} ${at}`;
    if (failed.has(state)) return undefined;
    for (const { end, value } of hitsOf(part, path, at)) {
      const values = walk(index + 1, end);
      if (values && typeof part !== 'string' && value !== undefined) values.set(part.name, value);
      if (values) return values;
    }
    failed.add(state);
    return undefined;
  };
  return walk(0, 0);
}

function hitsOf(part: string | Parameter, path: string, at: number): readonly Hit[] {
  if (typeof part === 'string') return isAt(path, part, at) ? [{ end: at + part.length, value: undefined }] : [];
  const skipped: readonly Hit[] = part.optional ? [{ end: at, value: undefined }] : [];
  if (!isAt(path, part.prefix, at)) return skipped;
  const start = at + part.prefix.length;
  const hits = endsOf(part, path, start).map((end) => ({ end, value: path.slice(start, end) }));
  return [...hits.filter(({ value }) => !part.repeats || !value.split(part.prefix).includes('')), ...skipped];
}

/** A parameter of its own is lazy and stays in its segment, the rest is greedy. */
function endsOf({ takes, least, repeats }: Parameter, path: string, start: number): readonly number[] {
  if (typeof takes !== 'string')
    return takes.filter((word) => isAt(path, word, start)).map((word) => start + word.length);
  const slash = path.indexOf('/', start);
  const inSegment = takes === 'segment' && !repeats;
  const limit = inSegment && slash >= 0 ? slash : path.length;
  const ends = Array.from({ length: Math.max(limit - start - least + 1, 0) }, (_, index) => start + least + index);
  return inSegment ? ends : ends.reverse();
}

/** Patterns of path-to-regexp do not see case. */
function isAt(path: string, text: string, at: number): boolean {
  return path.slice(at, at + text.length).toLowerCase() === text.toLowerCase();
}

function fillPattern(target: Pattern, values: ReadonlyMap<string, string>): string | undefined {
  let filled = '';
  for (const part of target) {
    const value = typeof part === 'string' ? part : values.get(part.name);
    if (value === undefined && !(typeof part !== 'string' && part.optional)) return undefined;
    if (value !== undefined) filled += typeof part === 'string' ? value : part.prefix + value;
  }
  return filled;
}
