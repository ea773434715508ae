import { stringify } from 'yaml';
import schema from '../src/config/schema.json' with { type: 'json' };

/** A key of the configuration, as a path whose `<name>` stands for a name of the user's own. */
export interface ConfigKey {
  readonly path: readonly string[];
  readonly type: string;
  readonly description: string;
  /** As it is written; absent where there is none, or where it takes words to say. */
  readonly standard?: string;
  readonly example?: unknown;
  /** It holds keys of its own, which follow. */
  readonly isGroup: boolean;
}

interface Node {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
}

const definitions: Readonly<Record<string, Node>> = schema.definitions;

/** All keys that the schema knows, in its order. */
export function configKeys(): readonly ConfigKey[] {
  return keysOf(schema, []).filter(({ path }) => path[0] !== '$schema');
}

/** The keys as a table, for the README. */
export function configTable(): string {
  const rows = configKeys().map(({ path, type, standard, description, example }) => {
    const shown = example === undefined ? '' : code(inline({ [path.at(-1) ?? '']: example }));
    return `| \`${path.join('.')}\` | ${type} | ${standard ?? ''} | ${description} | ${shown} |`;
  });
  return ['| key | type | default | meaning | example |', '|---|---|---|---|---|', ...rows].join('\n');
}

function keysOf(node: Node, path: readonly string[]): readonly ConfigKey[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]) => describe(child, [...path, name]));
  const named = typeof node.additionalProperties === 'object' ? resolved(node.additionalProperties) : undefined;
  const ofAny = named?.properties && !isRepeated(named, node) ? keysOf(named, [...path, '<name>']) : [];
  return [...own, ...ofAny];
}

/** An MCP server by a name takes the keys of the one without. */
function isRepeated(named: Node, node: Node): boolean {
  return Object.keys(named.properties ?? {}).every((name) => node.properties?.[name] !== undefined);
}

function describe(given: Node, path: readonly string[]): readonly ConfigKey[] {
  const node = resolved(given);
  const inner = [node, ...(node.oneOf ?? []), ...(node.properties ? [] : [node.items ?? {}])].flatMap((each) =>
    keysOf(resolved(each), node.items && !node.properties ? [...path, '[]'] : path),
  );
  const key: ConfigKey = {
    path,
    type: typeOf(node),
    description: given.description ?? node.description ?? '',
    ...(node.default !== undefined && { standard: code(inline(node.default)) }),
    ...(node.examples?.[0] !== undefined && { example: node.examples[0] }),
    isGroup: inner.length > 0,
  };
  return [key, ...inner];
}

/** What stands beside a reference goes before what it refers to. */
function resolved(node: Node): Node {
  if (node.$ref === undefined) return node;
  return { ...definitions[node.$ref.replace('#/definitions/', '')], ...node };
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'list',
  boolean: '`true`, `false`',
  object: 'mapping',
  string: 'text',
};

function typeOf(node: Node): string {
  if (node.enum) return node.enum.length > 6 ? 'framework' : node.enum.map((name) => `\`${name}\``).join(', ');
  const types = [node.type ?? node.oneOf?.map(({ type }) => String(type)) ?? []].flat();
  const names = types.map((type) =>
    type === 'array' && node.items?.type === 'string' ? 'list of texts' : typeNames[type],
  );
  return [...new Set(names)].join(' or ');
}

/** One line of YAML. */
function inline(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? text.replace(/^\{ (.*) \}$/s, '$1')
    : text;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
