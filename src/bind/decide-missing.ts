import type { Evidence, Missing, OperationMention, RequestTarget, Spec, Target } from '../model.ts';
import { operationAt } from '../truth/openapi/lookup.ts';
import type { Knowledge } from './knowledge.ts';
import { prefixBehindBase, type Usage } from './learn-usage.ts';
import { fitsWithSlashes } from './match-path.ts';
import { findNearest, unknownPrefixOf, unknownTail } from './nearest.ts';
import { isGeneric } from './path-words.ts';
import { isNamed, type PlacedMention } from './place.ts';
import { because, hostEvidence } from './reasons.ts';

/** From here on a path is called like one of the spec; below it, other APIs are called like that too. */
const ALIKE = 0.75;
/** From here on even a path without a method is taken for an endpoint, if the guide calls it one. */
const SURE = 0.85;
/** From here on not even that is asked for: one word of several is a letter off. */
const CLOSE = 0.86;
/** Enough where something else already says that the path is ours. */
const AKIN = 0.6;

/** What is known of a path that no spec has, for the clues to weigh. */
interface Suspect extends PlacedMention {
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

/** A word agrees, and more than half of the rest: enough on a host that serves us, or with two such words. */
const RELATED = 0.55;

type Verdict = { readonly ours: boolean | 'unknown'; readonly because: Evidence };

/**
 * No spec has the path: does it speak of this API at all? The first clue that has an opinion decides. They go from what
 * the guide writes to what its neighbours suggest.
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

/**
 * Whether a path without a method is called like one of the spec. UI routes, files and topics are spelt like endpoints
 * too, so the guide must call it one, or two words must agree and the third be a letter off.
 */
function isCalledAlike({ certain, target }: OperationMention, likeness: number, firm: number): boolean {
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

function suspectOf(entry: PlacedMention, { truth, usage }: Knowledge): Suspect {
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

const CLUES: readonly ((suspect: Suspect) => Verdict | undefined)[] = [
  hasNoWord,
  hasSlashInValue,
  hasEmptyEnd,
  isInAbsentSpec,
  isOnOurServer,
  isDeclared,
  isOnServerLikeOurs,
  isCalledOnThisPage,
  isCalledOnThisSite,
  isOneOfRenamedFamily,
  isOfOtherVersion,
  isAllButOurs,
  isAmongStrangers,
  isAlike,
  hasOurBasePath,
  hasOurPrefix,
  isAmongOurs,
];

function hasNoWord({ mention, likeness }: Suspect): Verdict | undefined {
  const last = mention.target?.segments.at(-1);
  if (
    last &&
    /^(?:docs|swagger|redoc|favicon\.ico|[\w-]+\.(?:json|ya?ml|html?|txt|js|css|png|svg|xml|sh))$/i.test(last.text) &&
    likeness < SURE
  ) {
    return { ours: 'unknown', because: because('path', `\`${last.text}\` is a file or a page`) };
  }
  const words = mention.target?.segments.some((segment) => segment.kind === 'literal' && !isGeneric(segment.text));
  return words ? undefined : { ours: 'unknown', because: because('path', 'it has no word of its own') };
}

/** Front matter may name a spec that this run was not given: then nothing can be said. */
function isInAbsentSpec({ mention, specs }: Suspect): Verdict | undefined {
  if (specs.some((spec) => isNamed(spec, mention))) return undefined;
  return { ours: 'unknown', because: because('spec', `the spec \`${mention.spec}\` is not among those of this run`) };
}

/** Front matter and components take their operation from the spec, so the spec must have it. */
function isDeclared({ mention, placement }: Suspect): Verdict | undefined {
  if (!['frontmatter', 'jsx'].includes(mention.source) || placement.host !== 'none') return undefined;
  return { ours: true, because: because('form', 'it declares an operation of the spec') };
}

/** `/images/registry.example:5000/oak/push` for `/images/{name}/push`: a value with slashes looks like a path of its own. */
function hasSlashInValue({ placement }: Suspect): Verdict | undefined {
  const fits = placement.relative.some(({ segments, spec }) =>
    spec.paths.some((path) => fitsWithSlashes(segments, path)),
  );
  return fits ? { ours: 'unknown', because: because('path', 'a value may hold slashes') } : undefined;
}

function hasEmptyEnd({ placement }: Suspect): Verdict | undefined {
  return placement.openEnded
    ? { ours: 'unknown', because: because('path', 'its last parameter may be empty') }
    : undefined;
}

function isOnOurServer(suspect: Suspect): Verdict | undefined {
  const { placement, likeness } = suspect;
  if (placement.host !== 'own') return undefined;
  const outside = placement.relative.length === 0 && likeness < ALIKE;
  if (!outside) return { ours: true, because: hostEvidence(suspect) };
  return { ours: false, because: because('host', 'it lies outside the base path of our server') };
}

/** Which server an unnamed one is was guessed from its other paths, so the path must speak for itself too. */
function isOnServerLikeOurs({ placement, mention, likeness, firm, usage, prefix }: Suspect): Verdict | undefined {
  const host = mention.target?.host?.text;
  if (host === undefined || placement.host === 'none' || !usage.serves(host)) return undefined;
  const variable = placement.host === 'variable';
  const based = placement.relative.some((view) => view.base !== '');
  const akin = based || likeness >= (firm > 0 ? RELATED : AKIN) || usage.own(prefix);
  const enough = usage.trusts(host) || likeness >= ALIKE || (variable && akin);
  return { ours: enough || 'unknown', because: because('host', `other paths on \`${host}\` are in the spec`) };
}

function isCalledOnThisPage({ usage, prefix, page }: Suspect): Verdict | undefined {
  if (!usage.foreign(prefix, page.file) || usage.own(prefix, page.file)) return undefined;
  return { ours: false, because: because('page', `this page calls \`${prefix}\` on another server`) };
}

function isCalledOnThisSite({ usage, prefix, request, likeness }: Suspect): Verdict | undefined {
  if (usage.own(prefix) && request) {
    return { ours: true, because: because('site', `this site calls \`${prefix}\` on our server`) };
  }
  // One call elsewhere does not give a path away that is all but ours.
  if (!usage.foreign(prefix) || likeness >= ALIKE) return undefined;
  return { ours: false, because: because('site', `this site calls \`${prefix}\` on another server`) };
}

function isOneOfRenamedFamily({ renamed }: Suspect): Verdict | undefined {
  if (!renamed) return undefined;
  return { ours: true, because: because('family', 'its neighbours differ from paths of the spec in the same word') };
}

/** Where most paths of a version have no counterpart in the spec's version, that version is another API. */
function isOfOtherVersion({ version, usage }: Suspect): Verdict | undefined {
  if (version === undefined || !usage.otherVersion(version)) return undefined;
  return {
    ours: 'unknown',
    because: because('version', `most paths of this site under \`${version}\` are none of the specs'`),
  };
}

/** Two words agree and the rest nearly does: then what stands around it does not matter. */
function isAllButOurs({ likeness, firm, request }: Suspect): Verdict | undefined {
  if (likeness < SURE || firm < 2 || !request) return undefined;
  return { ours: true, because: because('likeness', 'it is all but a path of the spec') };
}

function isAmongStrangers({ strange }: Suspect): Verdict | undefined {
  if (!strange) return undefined;
  return { ours: 'unknown', because: because('page', "most calls around it are none of the specs'") };
}

function isAlike({ likeness, firm, mention, baseless }: Suspect): Verdict | undefined {
  // `/healthz` is another API's as easily as a slip for `/health`; and without a method, UI routes and files are spelt like endpoints.
  const { method, target } = mention;
  // On a host that no spec names, or without the base path that this site writes, one word in common is chance.
  if ((target?.host || baseless) && firm < 2) return undefined;
  const related = (firm > 0 && likeness >= ALIKE) || (firm > 1 && likeness >= RELATED);
  if (method ? !related : !isCalledAlike(mention, likeness, firm)) return undefined;
  return { ours: true, because: because('likeness', 'it is all but a path of the spec') };
}

/** `/2.0/harvest_id`: a base path is half a proof; one that many APIs have (`/api/v1`) is less. */
function hasOurBasePath({ placement, likeness, mention, page, usage }: Suspect): Verdict | undefined {
  const base = placement.relative.find((view) => view.base !== '')?.base;
  if (base === undefined) return undefined;
  const common = /^(?:\/api)?(?:\/v\d)?$/.test(base);
  const enough = likeness >= 0.5 || (mention.method && (!common || usage.familiar(page.file)));
  if (!enough) return undefined;
  return { ours: true, because: because('base', `it starts with \`${base}\`, as the server does`) };
}

function hasOurPrefix(suspect: Suspect): Verdict | undefined {
  const { mention, likeness, prefix, usage, page, firm, baseless } = suspect;
  if (baseless || unknownTail(suspect) > 1) return undefined;
  // `/users` and `/files` are everybody's; `/self-service` and `/orchard_rows` are hardly another API's.
  const distinctive = /[a-z][-_][a-z]|\w{11}/i.test(prefix);
  const enough = likeness >= (firm > 0 && (distinctive || usage.familiar(page.file)) ? 0.45 : 0.55);
  if (!mention.method || !enough || unknownPrefixOf(suspect) !== undefined) return undefined;
  return { ours: true, because: because('prefix', `the spec has other paths under \`${prefix}\``) };
}

/** On a page whose other calls are the specs', a call is one of them, unless the reader's own server answers it. */
function isAmongOurs({ mention, page, usage }: Suspect): Verdict | undefined {
  if (!mention.method || mention.target?.host || !usage.devoted(page.file)) return undefined;
  return { ours: true, because: because('page', "nearly all other calls of this page are the specs'") };
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
