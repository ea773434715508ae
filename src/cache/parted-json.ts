import { parseJson } from './page-line.ts';
import { toAscii } from './sealed-file.ts';

/**
 * A JSON value as lines, one for each part of it, below an outline that says which line is where: of a description of ten megabytes a run
 * asks for a few schemas. Nothing for a value that JSON cannot give back as it is.
 */
export function formatParts(value: unknown): string | undefined {
  if (!isFaithful(value)) return undefined;
  const lines: string[] = [];
  const outline = outlineOf(value, lines, (name) => (name === 'components' ? 2 : 1));
  return [JSON.stringify(outline), ...lines].map(toAscii).join('\n');
}

/** Opens what `formatParts` made; each part is parsed when it is first asked for. Nothing for anything else. */
export function openParts(text: string): { readonly value: unknown } | undefined {
  const lines = text.split('\n');
  const outline = parseJson(lines[0] ?? '');
  if (outline === undefined) return undefined;
  let opened: { readonly value: unknown } | undefined;
  return {
    get value() {
      opened ??= { value: openOutline(outline, lines) };
      return opened.value;
    },
  };
}

/** The number of a line, or the outlines of members. */
type Outline = number | { readonly [name: string]: Outline };

/**
 * Opens the mapping, and what lies in it as many steps down as `stepsBelow` says of each member: paths are parts, and schemas, which lie one
 * step deeper.
 */
function outlineOf(value: unknown, lines: string[], stepsBelow: (name: string) => number): Outline {
  if (!isMapping(value)) return lines.push(JSON.stringify(value));
  const members = Object.entries(value).map(([name, member]): [string, Outline] => {
    const steps = stepsBelow(name);
    if (steps > 0) return [name, outlineOf(member, lines, () => steps - 1)];
    return [name, lines.push(JSON.stringify(member))];
  });
  return Object.fromEntries(members);
}

function openOutline(outline: unknown, lines: readonly string[]): unknown {
  if (typeof outline === 'number') return JSON.parse(lines[outline] ?? '');
  if (!isMapping(outline)) return undefined;
  const value = {};
  for (const name of Object.keys(outline)) {
    let member: { readonly value: unknown } | undefined;
    const get = (): unknown => {
      member ??= { value: openOutline(outline[name], lines) };
      return member.value;
    };
    // It stays a getter: turning a thousand of them into plain members, one by one, takes seconds.
    Object.defineProperty(value, name, { configurable: true, enumerable: true, get });
  }
  return value;
}

/** YAML knows values that JSON does not, and aliases by which a small file unfolds to more than memory holds. */
const MOST_NODES = 3_000_000;
const MOST_DEPTH = 500;

function isFaithful(value: unknown): boolean {
  let nodes = 0;
  const visit = (node: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > MOST_NODES || depth > MOST_DEPTH) return false;
    if (node === null || typeof node === 'string' || typeof node === 'boolean') return true;
    if (typeof node === 'number') return Number.isFinite(node) && !Object.is(node, -0);
    if (Array.isArray(node)) return node.every((item) => visit(item, depth + 1));
    if (!isMapping(node) || !isPlain(node)) return false;
    for (const key of Object.keys(node)) if (!visit(node[key], depth + 1)) return false;
    return true;
  };
  return visit(value, 0);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** No date, and nothing else that becomes a text; `toJSON` would be asked for one. */
function isPlain(node: Readonly<Record<string, unknown>>): boolean {
  const prototype: unknown = Object.getPrototypeOf(node);
  return (prototype === Object.prototype || prototype === null) && typeof node.toJSON !== 'function';
}
