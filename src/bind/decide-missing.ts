import type { Evidence, Missing, Target } from '../model.ts';
import { operationAt } from '../truth/openapi/lookup.ts';
import { CLUES } from './clues.ts';
import type { Knowledge } from './knowledge.ts';
import { findNearest, unknownPrefixOf } from './nearest.ts';
import type { PlacedMention } from './place.ts';
import { because } from './reasons.ts';
import { suspectOf } from './suspect.ts';

/**
 * No spec has the path: does it speak of this API at all? The first clue that has an opinion decides.
 */
export function decideMissing(entry: PlacedMention, knowledge: Knowledge): Target {
  const suspect = suspectOf(entry, knowledge);
  for (const clue of CLUES) {
    const verdict = clue(suspect);
    if (verdict === undefined) continue;
    if (verdict.ours === true && suspect.request) return missingPath(entry, knowledge, [verdict.because]);
    if (verdict.ours === false) {
      return { status: 'foreign', host: entry.mention.target?.host?.text, evidence: [verdict.because] };
    }
    const doubt = verdict.ours === true ? [because('form', 'nothing says that it is an endpoint')] : [];
    return { status: 'unplaced', evidence: [verdict.because, ...doubt] };
  }
  return { status: 'unplaced', evidence: [because('path', 'nothing tells whether it speaks of this API')] };
}

/** The outcome for a path that is ours and that no spec has. */
export function missingPath(entry: PlacedMention, { truth, usage }: Knowledge, evidence: readonly Evidence[]): Missing {
  const rename = usage.renamed(entry);
  const nearest = findNearest(entry, truth, rename);
  const unknownPrefix = rename ? undefined : unknownPrefixOf(entry);
  const [view] = entry.placement.relative;
  const spec = operationAt(truth, nearest[0]?.operation ?? '')?.spec ?? view?.spec.name ?? truth.specs[0]?.name ?? '';
  return {
    status: 'missing',
    reason: 'path',
    spec,
    nearest,
    ...(unknownPrefix !== undefined && { unknownPrefix }),
    evidence,
  };
}
