import type { Edit, Operation, OperationBinding, Place } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { aliasTarget, describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** Silent where the guide says so itself: only a guide that sends readers to the operation unwarned is out of date. */
export default defineRule({
  id: 'deprecated-operation',
  summary: 'A guide that uses a deprecated operation, or an alias of one, must say so.',
  severity: 'warning',
  messages: {
    deprecated: 'The spec deprecates `{operation}`; say so, or use what replaces it.',
    deprecatedAlias: 'The spec deprecates `{operation}`, an alias of `{target}`.',
    alias: '`{operation}` is an alias of `{target}`; write that, or say that it is an alias.',
    mixed: 'This page mixes `{alias}` with `{target}`, of which it is an alias; write that everywhere.',
    aliases: '`{alias}` is an alias of `{target}`; write that, or say that it is an alias.',
  },
  operations(bindings, { report, truth }) {
    const warned = new Set(
      bindings.filter(({ mention }) => mention.method && mention.stance === 'deprecated').flatMap(keysOf),
    );
    const groups = new Map<string, Used[]>();
    for (const binding of bindings) {
      const { file, mention, target } = binding;
      // One warning on a page is enough; the page need not repeat it at each call.
      if (target.status !== 'bound' || !mention.method || !speaksOfToday(mention)) continue;
      if (keysOf(binding).some((key) => warned.has(key))) continue;
      const [operation, ...others] = target.operations.flatMap((key) => operationAt(truth, key) ?? []);
      if (!operation || others.length > 0 || !(operation.deprecated || operation.aliasOf !== undefined)) continue;
      const alias = aliasTarget(truth, operation);
      if (alias === undefined) {
        const name = describeOperation(operation);
        const place = { at: { file, span: mention.span }, operation: name, truth: operation.place };
        report({ ...place, message: 'deprecated', data: { operation: name } });
        continue;
      }
      const used = { binding, operation, alias, prefixes: prefixesOf(operation.path, alias.replace(/^\S+ /, '')) };
      const key = JSON.stringify([binding.page, used.prefixes]);
      groups.set(key, [...(groups.get(key) ?? []), used]);
    }
    for (const group of groups.values()) {
      const [first, ...others] = group;
      if (!first) continue;
      const { binding, operation, alias, prefixes } = first;
      const name = describeOperation(operation);
      const shared = {
        at: placeOf(first),
        operation: name,
        truth: operation.place,
        suggestions: [others.length > 0 ? prefixes.target : alias],
        edits: others.every((each) => each.binding.file === binding.file) ? group.flatMap(editOf) : [],
      };
      if (others.length === 0) {
        const message = operation.deprecated ? 'deprecatedAlias' : 'alias';
        report({ ...shared, message, data: { operation: name, target: alias } });
        continue;
      }
      const message = namesTargets(group, bindings) ? 'mixed' : 'aliases';
      report({ ...shared, message, data: { ...prefixes }, related: others.map(placeOf) });
    }
  },
});

interface Used {
  readonly binding: OperationBinding;
  readonly operation: Operation;
  /** `METHOD /path` */
  readonly alias: string;
  readonly prefixes: Prefixes;
}

interface Prefixes {
  readonly alias: string;
  readonly target: string;
}

/** What is left of two paths when all that they end with in common is taken off. */
function prefixesOf(alias: string, target: string): Prefixes {
  const [one, other] = [alias.split('/'), target.split('/')];
  while (one.length > 2 && other.length > 2 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return { alias: one.join('/'), target: other.join('/') };
}

function placeOf({ binding: { file, mention } }: Used): Place {
  return { file, span: mention.span };
}

/** The beginning of the path, where it is written as the alias has it. */
function editOf({ binding: { mention }, prefixes }: Used): readonly Edit[] {
  const { target } = mention;
  if (!target) return [];
  const { start, end } = target.pathSpan;
  const path = target.text.slice(target.text.length - (end - start));
  if (target.span.end !== end || !`${path}/`.startsWith(`${prefixes.alias}/`)) return [];
  return [{ span: { start, end: start + prefixes.alias.length }, text: prefixes.target }];
}

/** Whether the page writes the right spelling somewhere too. */
function namesTargets([first]: readonly Used[], bindings: readonly OperationBinding[]): boolean {
  return bindings.some(
    ({ page, target }) =>
      page === first?.binding.page &&
      target.status === 'bound' &&
      `${target.template}/`.startsWith(`${first.prefixes.target}/`),
  );
}

function keysOf({ page, target }: OperationBinding): string[] {
  return target.status === 'bound' ? target.operations.map((key) => `${page}\0${key}`) : [];
}
