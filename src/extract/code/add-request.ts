import type { Stance } from '../../model.ts';
import type { FactDraft, PageContext } from '../extractor.ts';
import type { RequestSample } from './request.ts';
import { resolveOrigin } from './resolve-origin.ts';

interface RequestPlace {
  /** Where the surroundings say more than the comments around the call. */
  readonly stance?: Stance;
  readonly block?: number;
}

/** Adds the operation that a sample calls, and what it says of the request; gives the index of its mention. */
export function addRequest(sample: RequestSample, page: PageContext, place: RequestPlace): number {
  const { source, span, text, method, variables, bodyFile, facts = [] } = sample;
  const stance = place.stance ?? sample.stance;
  const block = place.block === undefined ? {} : { block: place.block };
  const target = resolveOrigin(sample.target, variables);
  const request = page.mention({
    source,
    span,
    text,
    ...(method && { method }),
    target,
    ...(bodyFile !== undefined && { bodyFile }),
    stance,
    certain: true,
    ...block,
  });
  for (const fact of facts) addFact(fact, page, { stance, request, ...block });
  return request;
}

interface FactPlace {
  readonly stance: Stance;
  readonly block?: number;
  readonly request?: number;
}

/** What a fact itself says of its stance goes before what the call around it says. */
export function addFact(fact: FactDraft, page: PageContext, { stance, ...place }: FactPlace): void {
  page.fact({ ...fact, stance: fact.stance === 'claim' ? stance : fact.stance, ...place });
}
