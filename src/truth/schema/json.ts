/** A JSON object as it was parsed: nothing about its members is known. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member, so that a path or field called `constructor` is not found where there is none. */
export function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function stringAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : undefined;
}

/** Text, or a number that stands where text belongs, as in `version: 1.0`. */
export function labelAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key);
  return typeof member === 'number' ? String(member) : stringAt(value, key);
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const member = memberOf(value, key);
  return Array.isArray(member) ? member : [];
}

/** The members of a mapping without vendor extensions. */
export function entriesAt(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  const member = memberOf(value, key);
  return isMapping(member) ? Object.entries(member).filter(([name]) => !name.startsWith('x-')) : [];
}

/** One more step of a JSON pointer (RFC 6901, section 3). */
export function joinPointer(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The unescaped steps of a JSON pointer; '' has none. */
export function pointerTokens(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A member with the way to it from its owner; longer than one step where YAML's merge key `<<` gives it. */
export interface Member {
  readonly name: string;
  /** A JSON pointer that starts at the owner. */
  readonly pointer: string;
  readonly value: unknown;
}

/** The members of a mapping. The parser leaves `<<` as written; what it merges gives the members that are not there. */
export function membersWithMerged(value: unknown): readonly Member[] {
  const found = new Map<string, Member>();
  for (const { pointer, value: owner } of mergedOwners(value)) {
    for (const [name, member] of Object.entries(owner)) {
      if (name === '<<' || found.has(name)) continue;
      found.set(name, { name, pointer: joinPointer(pointer, name), value: member });
    }
  }
  return [...found.values()];
}

export function memberWithMerged(value: unknown, name: string): Member | undefined {
  for (const { pointer, value: owner } of mergedOwners(value)) {
    if (Object.hasOwn(owner, name)) return { name, pointer: joinPointer(pointer, name), value: owner[name] };
  }
  return undefined;
}

/** The mapping itself, then what it merges; aliases can make that a circle. */
function mergedOwners(value: unknown): readonly { readonly pointer: string; readonly value: Mapping }[] {
  if (!isMapping(value)) return [];
  const owners = [{ pointer: '', value }];
  if (!Object.hasOwn(value, '<<')) return owners;
  const seen = new Set<unknown>([value]);
  for (const { pointer, value: owner } of owners) {
    const merged = memberOf(owner, '<<');
    const sources = Array.isArray(merged) ? merged : [merged];
    for (const [i, source] of sources.entries()) {
      if (!isMapping(source) || seen.has(source)) continue;
      seen.add(source);
      const step = joinPointer(pointer, '<<');
      owners.push({ pointer: Array.isArray(merged) ? joinPointer(step, i) : step, value: source });
    }
  }
  return owners;
}
