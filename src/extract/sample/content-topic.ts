import type { Sample, Setting } from '../../model.ts';

const CONFIG_MEMBERS = new Set(['mcpServers', 'compilerOptions', 'devDependencies', 'scripts']);
const DESCRIBED = new Set(['$schema', 'openapi', 'swagger', 'asyncapi', 'jsonrpc']);

/** What a document says of itself: that it is a schema, a well-known file, a message of another protocol, a refusal. */
export function contentTopic(value: Sample): Pick<Setting, 'topic'> {
  if (value.kind !== 'object') return {};
  const names = value.members.map(({ name }) => name);
  if (names.some((name) => CONFIG_MEMBERS.has(name))) return { topic: 'config' };
  const schema = names.includes('properties') && holds(value, 'type', 'object');
  if (schema || names.some((name) => DESCRIBED.has(name))) return { topic: 'other' };
  const refuses = names.length === 1 && /^errors?$/.test(names[0] ?? '');
  return refuses || holds(value, 'success', 'false') ? { topic: 'error' } : {};
}

function holds({ members }: Sample & { kind: 'object' }, wanted: string, text: string): boolean {
  return members.some(({ name, value }) => name === wanted && 'text' in value && value.text === text);
}
