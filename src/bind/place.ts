import type {
  Heading,
  HostMention,
  OperationMention,
  Page,
  PathSegment,
  RequestTarget,
  Spec,
  SpecIndex,
  SpecPath,
} from '../model.ts';
import { operationAt, operationById } from '../truth/openapi/lookup.ts';
import { isAnyHost, type KnownServer, serversCalled, serversOf } from './hosts.ts';
import { compareMatches, fitsWithEmptyEnd, matchEndings, matchPaths, type PathMatch } from './match-path.ts';
import { pathTreeOf } from './path-tree.ts';
import { respelt } from './respelt.ts';

/** A mention against the specs: whose host it names, and which paths it fits. */
export interface Placement {
  /** `none`: no host is named. `own`: a server of the specs or the configuration. `variable`, `unknown`: cannot be told from the host. */
  readonly host: 'none' | 'own' | 'variable' | 'unknown';
  readonly servers: readonly KnownServer[];
  /** The servers which the text above, or the heading, states. */
  readonly stated?: StatedServers;
  /** The paths it fits, best first, those with its method before the others. */
  readonly fits: readonly Fit[];
  /** Fits of another server's paths, where the host is ours and serves none of them. */
  readonly elsewhere: readonly Fit[];
  /** A slash ends the path, and with an empty last parameter it fits a path that has the method. */
  readonly openEnded: boolean;
  /** By operationId. */
  readonly operation?: string;
  /** The segments after the base path of each spec, for likeness. */
  readonly relative: readonly {
    readonly spec: Spec;
    readonly segments: readonly PathSegment[];
    readonly base: string;
  }[];
}

export interface StatedServers {
  readonly text: string;
  readonly by: 'heading' | 'text';
  readonly servers: readonly KnownServer[];
}

export interface Fit {
  readonly spec: Spec;
  readonly match: PathMatch;
  /** The mention's segments that the match covers. */
  readonly segments: readonly PathSegment[];
  readonly base: string;
  readonly hasMethod: boolean;
}

/** A mention in the page that shows it, placed against the specs but not yet judged. */
export interface PlacedMention {
  readonly page: Page;
  readonly file: string;
  readonly mention: OperationMention;
  readonly placement: Placement;
}

/** Nothing is left open: words agree, no variable stands for one, and the method is there. */
export function isFirm(fit: Fit): boolean {
  return fit.hasMethod && !fit.match.weak && fit.match.literals > 0;
}

interface Truth {
  readonly specs: readonly Spec[];
  readonly servers: readonly KnownServer[];
  readonly truth: SpecIndex;
}

export function placeMention(mention: OperationMention, page: Page, { specs, servers, truth }: Truth): Placement {
  const named = specsNamed(mention, specs);
  const operation = mention.operationId === undefined ? undefined : findOperation(mention.operationId, named, truth);
  const { target } = mention;
  if (!target)
    return {
      host: 'none',
      servers: [],
      fits: [],
      elsewhere: [],
      openEnded: false,
      relative: [],
      ...(operation && { operation }),
    };
  const own = target.host ? serversOf(target.host, servers) : [];
  const host = target.host === undefined ? 'none' : own.length > 0 ? 'own' : unnamedHost(target.host, servers);
  const relative = relativeSegments(target, named, own);
  const fits = withoutCatchAll(
    host,
    relative.flatMap((view) => fitsOf(view, mention, servedBy(own, view.spec, truth))),
  );
  const based = fits.length === 0 && mention.base ? fitsUnderBase(mention, mention.base, named) : fits;
  const elsewhere =
    host === 'own' && based.length === 0
      ? rank(allViews(target, named).flatMap((view) => fitsOf(view, mention, anywhere)))
      : [];
  const whole = based.length > 0 || host !== 'none' ? based : abbreviated(mention, named);
  const openEnded = isOpenEnded(mention, relative);
  const stated = target.host ? undefined : statedServers(mention, page, servers);
  return {
    host,
    servers: own,
    ...(stated && { stated }),
    fits: whole,
    elsewhere,
    openEnded,
    relative,
    ...(operation && { operation }),
  };
}

/** What lists the routes of a section is about its surface; what its sentences name may be of any. */
const LISTED: readonly OperationMention['source'][] = ['heading', 'table'];

function statedServers(
  { statedHost, section, source }: OperationMention,
  { headings }: Page,
  servers: readonly KnownServer[],
): StatedServers | undefined {
  if (statedHost) {
    const named = serversOf(statedHost, servers);
    if (named.length > 0) return { text: statedHost.text, by: 'text', servers: named };
  }
  if (!LISTED.includes(source)) return undefined;
  for (const { text } of headingsAround(headings, section)) {
    const named = serversCalled(text, servers);
    if (named.length > 0) return { text, by: 'heading', servers: named };
  }
  return undefined;
}

/** Innermost first. */
function headingsAround(headings: readonly Heading[], section: number): readonly Heading[] {
  const around: Heading[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let index = section; index >= 0 && level > 1; index--) {
    const heading = headings[index];
    if (heading === undefined || heading.level >= level) continue;
    around.push(heading);
    level = heading.level;
  }
  return around;
}

function isOpenEnded({ target, method }: OperationMention, views: readonly View[]): boolean {
  if (!target || !/\/(?:[?#]|$)/.test(target.text)) return false;
  return views.some(({ spec, segments }) =>
    pathTreeOf(spec.paths)
      .fittingButLast(segments)
      .some((path) => fitsWithEmptyEnd(segments, path) && (!method || method.value in path.operations)),
  );
}

/** Where no spec names any server, `localhost` says as little as `$HOST` does. */
function unnamedHost(host: HostMention, servers: readonly KnownServer[]): 'variable' | 'unknown' {
  if (host.kind !== 'literal') return 'variable';
  return servers.length === 0 && isAnyHost(host.text) ? 'variable' : 'unknown';
}

/** Mintlify writes a spec's file name before the operation; where that spec was not given, the others may have it too. */
function specsNamed(mention: OperationMention, specs: readonly Spec[]): readonly Spec[] {
  if (mention.spec === undefined) return specs;
  const named = specs.filter((spec) => isNamed(spec, mention));
  return named.length > 0 ? named : specs;
}

/** Whether a mention names no spec, or this one. */
export function isNamed(spec: Spec, mention: OperationMention): boolean {
  if (mention.spec === undefined) return true;
  const wanted = baseName(mention.spec);
  return spec.name === wanted || baseName(spec.file) === wanted;
}

function baseName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.(?:json|ya?ml)$/i, '');
}

function findOperation(operationId: string, specs: readonly Spec[], truth: SpecIndex): string | undefined {
  for (const spec of specs) {
    const found = operationById(truth, operationId, spec.name);
    if (found) return found.key;
  }
  return respelt(operationId, truth)?.key;
}

type View = Placement['relative'][number];

/** The path as each spec sees it: behind the base path of the servers which the host names, or of any server. */
function relativeSegments(target: RequestTarget, specs: readonly Spec[], own: readonly KnownServer[]): View[] {
  if (own.length === 0) return allViews(target, specs);
  const views = own
    .filter((server) => specs.includes(server.spec))
    .flatMap((server) =>
      [withLead(target, server), target.segments].flatMap(
        (written) => viewBehind(written, server.basePath, server.spec) ?? [],
      ),
    );
  return unique(views);
}

/** The segments that the host stands for, then those that are written; writers often write the former once more. */
function withLead({ segments, span }: RequestTarget, { lead }: KnownServer): PathSegment[] {
  const words = lead.split('/').filter((text) => text !== '');
  return [...words.map((text) => ({ kind: 'literal' as const, text, span })), ...segments];
}

/** Without a known host a guide may write the base path or leave it out. */
function allViews(target: RequestTarget, specs: readonly Spec[]): View[] {
  return unique(
    specs.flatMap((spec) => [
      ...spec.servers.flatMap((server) => viewBehind(target.segments, server.basePath, spec) ?? []),
      { spec, segments: target.segments, base: '' },
    ]),
  );
}

function viewBehind(segments: readonly PathSegment[], basePath: string, spec: Spec): View | undefined {
  const base = basePath.split('/').filter((word) => word !== '');
  const fits = base.every((word, index) => {
    const segment = segments[index];
    return segment?.kind === 'literal' ? segment.text === word : segment?.kind === 'parameter';
  });
  return fits ? { spec, segments: segments.slice(base.length), base: basePath } : undefined;
}

function unique(views: readonly View[]): View[] {
  return views.filter(
    (view, index) =>
      views.findIndex((other) => other.spec === view.spec && other.segments.length === view.segments.length) === index,
  );
}

function fitsOf(view: View, mention: OperationMention, served: (path: SpecPath) => boolean): Fit[] {
  return matchPaths(view.segments, view.spec.paths, served).map((match) => fitAt(view, match, mention));
}

function fitAt(view: View, match: PathMatch, { method }: OperationMention): Fit {
  return { ...view, match, hasMethod: method === undefined || method.value in match.path.operations };
}

/** Whether a server which the host names serves some operation of the path; a server known from the configuration only serves all. */
function servedBy(own: readonly KnownServer[], spec: Spec, truth: SpecIndex): (path: SpecPath) => boolean {
  const servers = own.filter((server) => server.spec === spec).map((server) => server.server);
  if (servers.length === 0 || servers.includes(undefined)) return anywhere;
  return (path) =>
    Object.values(path.operations).some((key) =>
      operationAt(truth, key)?.servers.some((index) => servers.includes(index)),
    );
}

function anywhere(): boolean {
  return true;
}

/** A root template such as `/{season}` fits every word; without a host that says nothing. */
function withoutCatchAll(host: Placement['host'], fits: readonly Fit[]): Fit[] {
  const words = ({ segments }: Fit) => segments.some((segment) => segment.kind === 'literal');
  return rank(fits.filter((fit) => host !== 'none' || fit.match.literals > 0 || !words(fit)));
}

/** Better fit first; among equals those with the method. */
function rank(fits: readonly Fit[]): Fit[] {
  return [...fits].sort((a, b) => compareMatches(a.match, b.match) || Number(b.hasMethod) - Number(a.hasMethod));
}

function fitsUnderBase(mention: OperationMention, base: RequestTarget, specs: readonly Spec[]): Fit[] {
  const { target } = mention;
  if (!target || target.host) return [];
  const joined = { ...target, segments: [...base.segments, ...target.segments] };
  return rank(allViews(joined, specs).flatMap((view) => fitsOf(view, mention, anywhere)));
}

/** Prose shortens paths; samples do not, they would not run. */
function abbreviated(mention: OperationMention, specs: readonly Spec[]): Fit[] {
  const { target } = mention;
  if (!target || !['heading', 'inline-code', 'link', 'prose', 'table'].includes(mention.source)) return [];
  return rank(
    specs.flatMap((spec) =>
      matchEndings(target.segments, spec.paths).map((match) =>
        fitAt({ spec, segments: target.segments, base: '' }, match, mention),
      ),
    ),
  );
}
