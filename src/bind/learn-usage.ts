import type { MentionSource, PathSegment, SpecPath } from '../model.ts';
import { fitSegment } from './fit-segment.ts';
import { plainHost } from './hosts.ts';
import { pathTreeOf } from './path-tree.ts';
import { isGeneric, prefixOf } from './path-words.ts';
import { type Fit, isFirm, type PlacedMention } from './place.ts';
import { findRenames, type Rename } from './renamed-words.ts';

/**
 * What a run learns from the mentions that are plain, before it judges the others: which unnamed hosts serve this API,
 * and under which prefixes the site calls its own or another server.
 */
export interface Usage {
  /** Whether addresses under this host are mostly those of the specs. */
  serves(host: string): boolean;
  /** Whether paths under this prefix that no spec has are called on our servers: on this page, or without `page` anywhere. */
  own(prefix: string, page?: string): boolean;
  foreign(prefix: string, page?: string): boolean;
  /** Whether so many addresses under this host are those of the specs that it must be our server. */
  trusts(host: string): boolean;
  /** Whether some path without a host is written with the base path of the server. */
  readonly writesBase: boolean;
  /** Whether paths under this version are mostly none of the specs', with their own version neither. */
  otherVersion(version: string): boolean;
  /** Whether the word is a value of a path parameter somewhere on the site. */
  isValue(word: string): boolean;
  /** Whether nearly all ids that this form names are operationIds of a spec. */
  namesOperations(source: MentionSource): boolean;
  /** The path that a mention had before its family was renamed, as the spec has it now. */
  renamed(entry: PlacedMention): Rename | undefined;
  /** Whether the other calls of the same sample, two at least, go to our servers. */
  amongOwn(entry: PlacedMention): boolean;
  /** Whether the calls that this page writes without a host are mostly the specs'. */
  familiar(page: string): boolean;
  /** Whether nearly all of them are, three at least. */
  devoted(page: string): boolean;
  /** Whether the calls without a host on this page, or in this block of it, are mostly none of the specs': another API's. */
  strange(entry: PlacedMention): boolean;
}

/** Distinct things that turned out to be the specs', and that did not. */
interface Tally {
  readonly matched: Set<string>;
  readonly missed: Set<string>;
}

export function learnUsage(placed: readonly PlacedMention[]): Usage {
  const hosts = tallyBy(placed, hostUse);
  const calls = tallyBy(placed, bareCall);
  const columns = tallyBy(placed, (entry) => {
    const call = bareCall(entry);
    return call && { ...call, key: sampleOf(entry) };
  });
  const ids = tallyBy(placed, idUse);
  const own = prefixes(placed, ({ placement }) => placement.host === 'own' && placement.fits.length === 0);
  const bare = new Set(placed.flatMap((entry) => (isBareFit(entry) ? (prefixBehindBase(entry) ?? []) : [])));
  // A prefix that the site calls as ours does not become another's by one call elsewhere.
  const foreign = prefixes(
    placed,
    (entry) =>
      entry.placement.host === 'unknown' &&
      !firstIsFirm(entry.placement.fits) &&
      !bare.has(prefixBehindBase(entry) ?? ''),
  );
  const versions = tallyBy(placed, versionUse);
  const variables = new Set(
    placed.flatMap(({ placement, mention }) =>
      placement.host === 'variable' ? hostOf(mention.target?.host?.text) : [],
    ),
  );
  const samples = groupBySample(placed);
  const values = new Set(placed.flatMap(valuesOf));
  const renames = findRenames(placed);
  return {
    own: (prefix, page) => own.has(key(prefix, page)),
    foreign: (prefix, page) => foreign.has(key(prefix, page)),
    renamed: (entry) => renames.get(entry),
    serves(host) {
      const { matched, missed } = hosts.get(plainHost(host)) ?? noTally();
      // A placeholder is ours when one path fits; a name of its own must show more.
      const enough = variables.has(plainHost(host)) ? 1 : 2;
      return matched.size >= enough && matched.size >= missed.size;
    },
    trusts(host) {
      const { matched, missed } = hosts.get(plainHost(host)) ?? noTally();
      // The address that is being judged is among the missed ones.
      return matched.size >= 5 && matched.size >= 9 * missed.size;
    },
    writesBase: placed.some((entry) => isBareFit(entry) && entry.placement.fits[0]?.base !== ''),
    otherVersion(version) {
      const { matched, missed } = versions.get(version) ?? noTally();
      return missed.size > 2 && missed.size > matched.size;
    },
    isValue: (word) => values.has(word),
    namesOperations(source) {
      const { matched, missed } = ids.get(source) ?? noTally();
      return matched.size >= 5 && matched.size > 9 * missed.size;
    },
    amongOwn(entry) {
      const others = (samples.get(sampleOf(entry)) ?? []).filter((other) => other !== entry);
      return others.length > 1 && others.every((other) => other.placement.host === 'own');
    },
    familiar(page) {
      const { matched, missed } = calls.get(page) ?? noTally();
      return matched.size > 0 && matched.size >= missed.size;
    },
    devoted(page) {
      const { matched, missed } = calls.get(page) ?? noTally();
      return matched.size > 2 && matched.size >= 3 * missed.size;
    },
    strange(entry) {
      const tallies = [calls.get(entry.page.file), columns.get(sampleOf(entry))];
      return tallies.some((tally) => tally && tally.missed.size > 2 && tally.missed.size > 2 * tally.matched.size);
    },
  };
}

interface Use {
  readonly key: string;
  readonly thing: string;
  readonly matched: boolean;
}

function tallyBy(
  placed: readonly PlacedMention[],
  useOf: (entry: PlacedMention) => Use | undefined,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const entry of placed) {
    const use = useOf(entry);
    if (!use) continue;
    const tally = tallies.get(use.key) ?? noTally();
    (use.matched ? tally.matched : tally.missed).add(use.thing);
    tallies.set(use.key, tally);
  }
  return tallies;
}

function noTally(): Tally {
  return { matched: new Set(), missed: new Set() };
}

function hostUse({ mention, placement }: PlacedMention): Use | undefined {
  const { target } = mention;
  if (!target?.host || placement.host === 'own') return undefined;
  const thing = target.segments.map(({ text }) => text).join('/');
  return { key: plainHost(target.host.text), thing, matched: firstIsFirm(placement.fits) };
}

/** A call without a host. One that starts with our base path and fits nothing is neither ours nor a stranger. */
function bareCall({ mention, placement, page }: PlacedMention): Use | undefined {
  const { target, method, stance } = mention;
  if (!target || target.host || !method || stance !== 'claim') return undefined;
  const matched = placement.fits.length > 0;
  if (!matched && placement.relative.some((view) => view.base !== '')) return undefined;
  return { key: page.file, thing: `${method.value} ${target.text}`, matched };
}

function isBareFit({ mention, placement }: PlacedMention): boolean {
  return (
    mention.target !== undefined &&
    !mention.target.host &&
    firstIsFirm(placement.fits) &&
    !placement.fits[0]?.match.abbreviated
  );
}

/** A path that no spec has, by the version it is written with; matched where the specs have it under another one. */
function versionUse({ mention, placement }: PlacedMention): Use | undefined {
  const segments = mention.target?.segments ?? [];
  const at = segments.findIndex(({ kind, text }) => kind === 'literal' && /^v?\d[\w.]*$/i.test(text));
  const version = segments[at]?.text;
  if (version === undefined || placement.fits.length > 0) return undefined;
  const matched = placement.relative.some(({ spec }) =>
    pathTreeOf(spec.paths)
      .fitting(segments, at)
      .some((path) => isSameButVersion(segments, path, at)),
  );
  return { key: version, thing: segments.map(({ text }) => text).join('/'), matched };
}

function isSameButVersion(segments: readonly PathSegment[], path: SpecPath, at: number): boolean {
  if (segments.length !== path.segments.length) return false;
  return segments.every((segment, index) => {
    const spec = path.segments[index];
    return spec !== undefined && (index === at ? isGeneric(spec.text) : fitSegment(segment, spec) !== undefined);
  });
}

function idUse({ mention, placement }: PlacedMention): Use | undefined {
  if (mention.target || mention.operationId === undefined) return undefined;
  return { key: mention.source, thing: mention.operationId, matched: placement.operation !== undefined };
}

function prefixes(placed: readonly PlacedMention[], counts: (entry: PlacedMention) => boolean): Set<string> {
  const found = new Set<string>();
  for (const entry of placed) {
    const { target } = entry.mention;
    const prefix = target?.host && counts(entry) ? prefixBehindBase(entry) : undefined;
    if (prefix !== undefined) found.add(key(prefix, entry.page.file)).add(key(prefix));
  }
  return found;
}

function groupBySample(placed: readonly PlacedMention[]): Map<string, PlacedMention[]> {
  const samples = new Map<string, PlacedMention[]>();
  for (const entry of placed) {
    if (entry.mention.block === undefined) continue;
    const sample = sampleOf(entry);
    const others = samples.get(sample);
    if (others) others.push(entry);
    else samples.set(sample, [entry]);
  }
  return samples;
}

/** The prefix as it is called behind the base path, since guides write the base or leave it out. */
export function prefixBehindBase({ mention, placement }: PlacedMention): string | undefined {
  const views = placement.relative.map(({ segments }) => segments);
  const shortest = views.reduce(
    (best, view) => (view.length < best.length ? view : best),
    mention.target?.segments ?? [],
  );
  return prefixOf(shortest);
}

/** A sample of a snippet counts once for each page that renders it. */
function sampleOf({ page, file, mention }: PlacedMention): string {
  return `${page.file}\0${file}\0${mention.block}`;
}

/** The concrete words that stand at parameters of a path which fits in all else. */
function valuesOf({ placement }: PlacedMention): string[] {
  const [best] = placement.fits;
  if (!best || !isFirm(best) || best.match.abbreviated) return [];
  return best.match.path.segments.flatMap((spec, index) => {
    const segment = best.segments[index];
    return spec.kind === 'template' && segment?.kind === 'literal' ? [segment.text] : [];
  });
}

function firstIsFirm([best]: readonly Fit[]): boolean {
  return best !== undefined && isFirm(best);
}

function hostOf(host: string | undefined): string[] {
  return host === undefined ? [] : [plainHost(host)];
}

function key(prefix: string, page = ''): string {
  return `${page}\0${prefix}`;
}
