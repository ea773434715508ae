import type { Operation } from '../../model.ts';
import { pointerTokens } from '../schema/json.ts';

/**
 * Spells what `x-alias-of` names as `METHOD /path`. It may be that already, a path (then of the same method), an
 * operationId, or a JSON pointer to an operation or path item; what names nothing in the spec stays as written.
 */
export function resolveAliases(operations: readonly Operation[]): readonly Operation[] {
  if (operations.every((operation) => operation.aliasOf === undefined)) return operations;
  const known = new Set(operations.map(nameOf));
  const byId = new Map(operations.flatMap((o) => (o.operationId === undefined ? [] : [[o.operationId, nameOf(o)]])));
  return operations.map((operation) => {
    if (operation.aliasOf === undefined) return operation;
    const written = operation.aliasOf.trim();
    const spelt = spell(written, operation.method);
    return { ...operation, aliasOf: known.has(spelt) ? spelt : (byId.get(written) ?? written) };
  });
}

function spell(written: string, method: string): string {
  const named = /^([A-Za-z]+)\s+(\/.*)$/.exec(written);
  if (named !== null) return `${named[1]?.toUpperCase()} ${named[2]}`;
  const pointer = /^[^#]*#(\/paths\/.*)$/.exec(written)?.[1] ?? /^\/paths\/~1.*$/.exec(written)?.[0];
  if (pointer === undefined) return `${method} ${written}`;
  const [, path = '', owner = method, additional = owner] = pointerTokens(decodePercent(pointer));
  return `${(owner === 'additionalOperations' ? additional : owner).toUpperCase()} ${path}`;
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      return sequence;
    }
  });
}
