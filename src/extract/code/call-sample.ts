import type { SyntaxNode } from '@lezer/common';
import type { MethodMention } from '../../model.ts';
import { parseTarget } from '../target.ts';
import { addressOf, type CallScope, type ExpressionReader, withBase } from './call-scope.ts';
import type { Fence, RequestSample } from './request.ts';
import { requestSample } from './request-sample.ts';

/** The request that a call sends to an address. */
export interface CallAddress {
  readonly address: SyntaxNode;
  readonly method?: MethodMention | undefined;
  /** The client that puts its base URL in front of the address. */
  readonly client?: string | undefined;
  /** Whoever is called is only known by its usual name: the address must be a full URL. */
  readonly absolute?: boolean;
}

/** The sample of a call, unless its address is none. */
export function callSample(
  fence: Fence,
  scope: CallScope,
  place: { readonly node: SyntaxNode; readonly call: CallAddress; readonly read: ExpressionReader },
): RequestSample | undefined {
  const { node, call, read } = place;
  const written = addressOf(scope, call.address, read);
  if (!written) return undefined;
  const address = withBase(written, call.client);
  if (call.absolute && !/^https?:\/\/|^\$/.test(address.text)) return undefined;
  const target = parseTarget(address, 0, address.text.length);
  if (!target || (target.host === undefined && !target.text.startsWith('/'))) return undefined;
  const end = Math.max(call.address.to, node.from + 1);
  return requestSample(fence, {
    source: 'call',
    start: node.from,
    end,
    method: call.method,
    target,
    variables: scope.literals,
  });
}
