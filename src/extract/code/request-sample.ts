import type { MethodMention, RequestTarget } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import type { Range } from '../phrase/ranges.ts';
import type { Fence, RequestSample } from './request.ts';
import { readStance } from './request-stance.ts';

export interface SampleFacts {
  readonly source: RequestSample['source'];
  /** From the method or the command's name to the end of the address or call, as indices into the fence's text. */
  readonly start: number;
  readonly end: number;
  readonly method?: MethodMention | undefined;
  readonly target: RequestTarget;
  /** All literal values known at this place of the fence. */
  readonly variables?: ReadonlyMap<string, string>;
  readonly bodyFile?: string | undefined;
  readonly facts?: readonly FactDraft[];
  readonly extent?: Range;
}

/** Makes a sample of what a reader found: its span, its text, its stance and the variables that its target names. */
export function requestSample(fence: Fence, facts: SampleFacts): RequestSample {
  const { method, target, bodyFile, extent } = facts;
  const variables = variablesNamedBy(target, facts.variables);
  const whole = spanOf(fence.code, facts.start, facts.end);
  return {
    source: facts.source,
    // An address that was defined above the call keeps its own span; the sample is the call then.
    span: target.span.end > whole.start && target.span.end < whole.end ? { ...whole, end: target.span.end } : whole,
    text: method && !method.implied ? `${method.value} ${target.text}` : target.text,
    ...(method && { method }),
    target,
    stance: readStance(fence.code.text, facts.start, facts.end),
    ...(variables && { variables }),
    ...(bodyFile !== undefined && { bodyFile }),
    ...(facts.facts && facts.facts.length > 0 && { facts: facts.facts }),
    ...(extent && { extent }),
  };
}

/** `$BASE`, `${BASE}`, `{BASE}` and `{{BASE}}` name the variable `BASE`. */
function variablesNamedBy(
  target: RequestTarget,
  known: ReadonlyMap<string, string> | undefined,
): Record<string, string> | undefined {
  if (!known || known.size === 0 || !/[${]/.test(target.text)) return undefined;
  const named: [string, string][] = [];
  for (const match of target.text.matchAll(/\$\{?([\w$.]+)|\{\{?\s*([\w$.]+)/g)) {
    const name = match[1] ?? match[2] ?? '';
    const value = known.get(name);
    if (value !== undefined) named.push([name, value]);
  }
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}
