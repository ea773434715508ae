import { UserError } from '../errors.ts';
import type { Rule } from '../rule.ts';
import { nearestName } from '../text/nearest-name.ts';

/** The hooks of a rule. */
export const hooks = [
  'command',
  'directive',
  'fact',
  'facts',
  'operation',
  'operations',
  'page',
  'site',
] as const satisfies readonly (keyof Rule)[];

const texts = ['help', 'url'] as const satisfies readonly (keyof Rule)[];
const flags = ['editsMarks', 'joinsPlaces'] as const satisfies readonly (keyof Rule)[];
const keys: readonly string[] = ['id', 'messages', 'severity', 'summary', ...flags, ...hooks, ...texts];

/** What a module exports as a rule, when it is one: no types were checked where it was written in JavaScript. */
export function readRule(exported: unknown, module: string): Rule {
  if (!isRecord(exported)) throw complaint(`${module} exports something that is no rule.`);
  const { id } = exported;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    throw complaint(`A rule of ${module} has no \`id\` of small letters and hyphens.`);
  const name = `The rule \`${id}\` of ${module}`;
  const unknown = Object.keys(exported).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, keys);
    throw complaint(`${name} has \`${unknown}\`, which no rule has${nearest ? `; did you mean \`${nearest}\`?` : '.'}`);
  }
  const wrong = problemOf(exported);
  if (wrong !== undefined) throw complaint(`${name} ${wrong}.`);
  if (!isRule(exported)) throw complaint(`${name} is no rule.`);
  return exported;
}

function problemOf(rule: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof rule.summary !== 'string' || rule.summary.trim() === '') return 'has no `summary`';
  if (!['info', 'warning', 'error'].includes(String(rule.severity)))
    return 'has no `severity` that is `info`, `warning` or `error`';
  const { messages } = rule;
  if (!isRecord(messages) || !Object.values(messages).every((message) => typeof message === 'string'))
    return 'has no `messages`, or one that is no text';
  const wrongText = texts.find((key) => !isAbsentOr('string', rule[key]));
  if (wrongText) return `has a \`${wrongText}\` that is no text`;
  const wrongFlag = flags.find((key) => !isAbsentOr('boolean', rule[key]));
  if (wrongFlag) return `has a \`${wrongFlag}\` that is neither \`true\` nor \`false\``;
  const wrongHook = hooks.find((key) => !isAbsentOr('function', rule[key]));
  if (wrongHook) return `has a \`${wrongHook}\` that is no function`;
  return hooks.some((key) => rule[key] !== undefined)
    ? undefined
    : `looks at nothing: it has none of ${hooks.join(', ')}`;
}

function isAbsentOr(type: 'boolean' | 'function' | 'string', value: unknown): boolean {
  return value === undefined || typeof value === type;
}

function isRule(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Rule {
  return problemOf(value) === undefined && typeof value.id === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function complaint(message: string): UserError {
  return new UserError('plugin-failed', message, {
    hint: 'Make rules with `defineRule` of specwins; the README shows one.',
  });
}
