import type { OperationMention, RequestTarget, Spec } from '../model.ts';
import type { Knowledge } from './knowledge.ts';
import { prefixBehindBase, type Usage } from './learn-usage.ts';
import { findNearest } from './nearest.ts';
import { isGeneric } from './path-words.ts';
import type { PlacedMention } from './place.ts';

/** From here on a path is called like one of the spec; below it, other APIs are called like that too. */
export const ALIKE = 0.75;
/** From here on even a path without a method is taken for an endpoint, if the guide calls it one. */
export const SURE = 0.85;
/** From here on not even that is asked for: one word of several is a letter off. */
const CLOSE = 0.86;
/** Enough where something else already says that the path is ours. */
export const AKIN = 0.6;

/** What is known of a path that no spec has, for the clues to weigh. */
export interface Suspect extends PlacedMention {
  readonly prefix: string;
  readonly likeness: number;
  /** The form or the words leave no doubt that a request is meant. */
  readonly request: boolean;
  /** The version that is written, where it is all that differs from the nearest path. */
  readonly version: string | undefined;
  readonly renamed: boolean;
  readonly strange: boolean;
  /** The site writes the base path of the server, and this path has none. */
  readonly baseless: boolean;
  /** Words of the nearest path that stand in it as they are, or in another number. */
  readonly firm: number;
  readonly usage: Usage;
  readonly specs: readonly Spec[];
}

/** Gathers what the clues weigh, once for each mention. */
export function suspectOf(entry: PlacedMention, { truth, usage }: Knowledge): Suspect {
  const { mention } = entry;
  const [nearest] = findNearest(entry, truth);
  const { likeness = 0, firm = 0 } = nearest ?? {};
  const sample = ['call', 'curl', 'frontmatter', 'http', 'jsx', 'mermaid', 'request-line'].includes(mention.source);
  // On our own server even a bare URL is a request when it resembles one; elsewhere the guide must call it an endpoint.
  const called =
    isCalledAlike(mention, likeness, firm) || (entry.placement.host === 'own' && firm > 0 && likeness >= ALIKE);
  const request = mention.method !== undefined || sample || called;
  const renamed = usage.renamed(entry) !== undefined;
  const baseless = usage.writesBase && !entry.placement.relative.some((view) => view.base !== '');
  const prefix = prefixBehindBase(entry) ?? '';
  return {
    ...entry,
    prefix,
    likeness,
    firm,
    request,
    renamed,
    strange: usage.strange(entry),
    version: nearest?.version?.from,
    baseless,
    usage,
    specs: truth.specs,
  };
}

/**
 * Whether a path without a method is called like one of the spec. UI routes, files and topics are spelt like endpoints
 * too, so the guide must call it one, or two words must agree and the third be a letter off.
 */
export function isCalledAlike({ certain, target }: OperationMention, likeness: number, firm: number): boolean {
  if (certain) return likeness >= SURE || (firm > 1 && likeness >= AKIN + 0.1);
  // `/v1/havrests` cannot be a file or a route of the site; `/api/havrests` may be the reader's own.
  const [first] = target?.segments ?? [];
  if (first && /^v?\d/i.test(first.text) && likeness >= 0.8) return true;
  const odd = target?.segments.some((segment) => /^\[|^\W+$/.test(segment.text));
  return likeness >= CLOSE && firm > 0 && !odd && (target?.segments.length ?? 0) > 1 && wordsIn(target) > 1;
}

function wordsIn(target: RequestTarget | undefined): number {
  return target?.segments.filter((segment) => segment.kind === 'literal' && !isGeneric(segment.text)).length ?? 0;
}
