import type { FactDraft, ToolDraft } from '../extractor.ts';
import { toolsInSample } from './tools-in-sample.ts';

/** The tools that a payload names, wherever it was found: in a fence of JSON, behind `curl -d`, in the body of a call. */
export function toolsInFact(fact: FactDraft): readonly ToolDraft[] {
  if (fact.kind !== 'payload') return [];
  const { stance, block, value } = fact;
  return toolsInSample(value).map(({ own, ...tool }) => ({
    kind: 'tool',
    ...tool,
    stance: own ? 'reader' : stance,
    ...(block !== undefined && { block }),
  }));
}
