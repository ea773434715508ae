import type { RequestTarget } from '../../model.ts';
import { verbatim } from '../../text/source-text.ts';
import { parseTarget } from '../target.ts';

/**
 * `$BASE/trees` where the fence itself says `BASE=https://api.orchard.example/v1`: the host and base path come from
 * the value, and stand where the variable stands.
 */
export function resolveOrigin(target: RequestTarget, variables: Readonly<Record<string, string>> = {}): RequestTarget {
  const name = target.host?.text.replace(/[\\${}\s]/g, '');
  if (!target.host || name === undefined || !Object.hasOwn(variables, name)) return target;
  const value = variables[name] ?? '';
  const origin = parseTarget(verbatim(value), 0, value.length);
  if (!origin?.host) return target;
  const { span } = target.host;
  const base = origin.segments.map((segment) => ({ ...segment, span }));
  return { ...target, host: { ...origin.host, span }, segments: [...base, ...target.segments] };
}
