import type { Evidence } from '../model.ts';
import { fitsWithSlashes, mayHoldSlashes } from './match-path.ts';
import { unknownPrefixOf, unknownTail } from './nearest.ts';
import { isGeneric } from './path-words.ts';
import { isNamed } from './place.ts';
import { because, hostEvidence } from './reasons.ts';
import { AKIN, ALIKE, isCalledAlike, SURE, type Suspect } from './suspect.ts';

/** A word agrees, and more than half of the rest: enough on a host that serves us, or with two such words. */
const RELATED = 0.55;

/** A clue's opinion: the path speaks of this API, of another one, or nobody can tell. */
type Verdict = { readonly ours: boolean | 'unknown'; readonly because: Evidence };

/** In the order in which they are asked: from what the guide writes to what its neighbours suggest. */
export const CLUES: readonly ((suspect: Suspect) => Verdict | undefined)[] = [
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
  const fits = placement.relative.some(
    ({ segments, spec }) => mayHoldSlashes(segments) && spec.paths.some((path) => fitsWithSlashes(segments, path)),
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
