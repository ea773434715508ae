import type { Bound, Evidence, OperationMention, Spec, SpecIndex, SpecPath, Target } from '../model.ts';
import { operationAt } from '../truth/openapi/lookup.ts';
import { missingPath } from './decide-missing.ts';
import { hintedOperation } from './hints.ts';
import type { Knowledge } from './knowledge.ts';
import type { Fit, PlacedMention } from './place.ts';
import { because, hostEvidence } from './reasons.ts';
import { isWord, wordCost } from './word-cost.ts';

/** A mention that fits a path of the spec; the fit may still be one of several, hide a slip, or lack the method. */
export function decideFit(best: Fit, entry: PlacedMention, knowledge: Knowledge): Target {
  const { mention, placement } = entry;
  const { match } = best;
  const short = match.abbreviated ? [because('abbreviation', 'only the end of the path is written')] : [];
  const evidence = [hostEvidence(entry), because('path', `fits \`${match.path.template}\``), ...short];
  const equals = placement.fits.filter((fit) => isEquallyGood(fit, best));
  // `/trees/{id}#move` and `/trees/{id}` are one path for whoever writes it.
  const several = new Set(equals.map((fit) => shapeOf(fit.match.path))).size > 1;
  const wildcard = mention.target?.segments.some((segment) => segment.kind === 'wildcard') ?? false;
  if (match.weak || (several && !wildcard)) {
    const candidates = equals.flatMap((fit) => operationsOf(fit, mention));
    return bindHinted(entry, equals, knowledge) ?? { status: 'ambiguous', candidates, evidence };
  }
  if (match.literals === 0 && placement.host === 'none') return { status: 'unplaced', evidence };
  const sibling = hiddenSibling(best);
  if (sibling !== undefined) {
    return missingPath(entry, knowledge, [...evidence, because('sibling', `\`${sibling}\` is a path of its own`)]);
  }
  if (!best.hasMethod && placement.openEnded) return { status: 'ambiguous', candidates: [], evidence };
  if (!best.hasMethod && !wildcard) {
    const word = strangeWord(best, knowledge);
    if (word === undefined || best.match.path.incomplete) return decideMethod(best, entry, evidence);
    const missing = missingPath(entry, knowledge, [
      ...evidence,
      because('word', `\`${word}\` may be a word of the path or a value`),
    ]);
    return { ...missing, template: match.path.template };
  }
  const linked = strayLink(entry);
  const operations = [...new Set(equals.filter((fit) => fit.hasMethod).flatMap((fit) => operationsOf(fit, mention)))];
  const found = { ...bound(best, mention, evidence), operations, ...(linked !== undefined && { linked }) };
  const stated = statedAmiss(best, entry, knowledge);
  const serving = stated ? servedElsewhere(best, mention, knowledge) : {};
  return stated && 'otherHosts' in serving ? { ...found, ...serving, stated } : found;
}

/** Where the text above, or the heading, names a server that serves none of the operations. */
function statedAmiss(best: Fit, { mention, placement }: PlacedMention, { truth }: Knowledge): Bound['stated'] {
  const { stated } = placement;
  if (!stated || stated.servers.some(({ server }) => server === undefined)) return undefined;
  const isServed = stated.servers.some(({ spec, server }) =>
    placement.fits.some((fit) => fit.spec === spec && serversFor(fit, mention, truth).includes(server ?? -1)),
  );
  return isServed || best.match.weak ? undefined : { text: stated.text, by: stated.by };
}

/** The hosts that serve what fits, and their name where all are one surface. */
function servedElsewhere(
  fit: Fit,
  mention: OperationMention,
  { servers, truth }: Knowledge,
): Pick<Bound, 'otherHosts' | 'otherSurface'> {
  const indices = serversFor(fit, mention, truth);
  const hosts = [...new Set(indices.flatMap((index) => fit.spec.servers[index]?.host ?? []))];
  if (hosts.length === 0) return {};
  const called = servers.filter(({ spec, server }) => spec === fit.spec && indices.includes(server ?? -1));
  const [name] = called.flatMap(({ surface }) => surface ?? []);
  const surface = name ?? (truth.specs.length > 1 ? fit.spec.name : undefined);
  return { otherHosts: hosts, ...(surface !== undefined && { otherSurface: surface }) };
}

/** Of several equal readings the one that the front matter states. */
function bindHinted({ page, mention }: PlacedMention, fits: readonly Fit[], { truth }: Knowledge): Bound | undefined {
  const hint = hintedOperation(page, truth);
  const fit = hint === undefined ? undefined : fits.find((each) => operationsOf(each, mention).includes(hint));
  if (!fit || hint === undefined) return undefined;
  return { ...bound(fit, mention, [because('front matter', `the page is about \`${hint}\``)]), operations: [hint] };
}

function shapeOf({ segments }: SpecPath): string {
  return segments.map((segment) => segment.text).join('/');
}

function isEquallyGood({ match }: Fit, best: Fit): boolean {
  const { literals, parameters, weak } = best.match;
  return match.literals === literals && match.parameters === parameters && match.weak === weak;
}

/** The operation that the link around the mention names, where that is none of those which the text fits. */
function strayLink({ mention, placement }: PlacedMention): string | undefined {
  const { operation } = placement;
  const agrees = placement.fits.some((fit) => operationsOf(fit, mention).some((key) => key === operation));
  return agrees ? undefined : operation;
}

function decideMethod(best: Fit, { mention, placement }: PlacedMention, evidence: readonly Evidence[]): Target {
  const { path, abbreviated } = best.match;
  const withMethod = placement.fits.filter((fit) => fit.hasMethod);
  if (withMethod.length > 0 || path.incomplete) {
    return { status: 'ambiguous', candidates: withMethod.flatMap((fit) => operationsOf(fit, mention)), evidence };
  }
  if (abbreviated) return { status: 'unplaced', evidence };
  const nearest = Object.values(path.operations).map((operation) => ({ operation, likeness: 0.9, firm: 1 }));
  const { operation: linked } = placement;
  const spec = best.spec.name;
  const missing = { status: 'missing', reason: 'method', spec, template: path.template, nearest, evidence } as const;
  return linked === undefined ? missing : { ...missing, linked };
}

/**
 * A word where the template has a parameter: `POST /trees/import` may lack its method under `/trees/{id}`, or be a path of
 * its own that no spec has. A word that is a value elsewhere on the site is taken for one here.
 */
function strangeWord(best: Fit, { usage }: Knowledge): string | undefined {
  const words = best.match.path.segments.flatMap((spec, index) => {
    const segment = best.segments[index];
    return spec.kind === 'template' && segment?.kind === 'literal' && isWord(segment.text) ? [segment.text] : [];
  });
  return words.find((word) => !usage.isValue(word));
}

/** A value that is all but a literal sibling: `/tasks/stram` fits `/tasks/{uid}`, yet `/tasks/stream` is meant. */
function hiddenSibling(best: Fit): string | undefined {
  const { segments } = best.match.path;
  for (const [index, spec] of segments.entries()) {
    const value = best.segments[index];
    if (spec.kind !== 'template' || value?.kind !== 'literal' || !isWord(value.text) || value.text.length < 5) continue;
    const sibling = siblingsOf(best.spec, best.match.path, index).find((other) => {
      const literal = other.segments[index];
      return literal?.kind === 'literal' && wordCost(value.text, literal.text) < 0.35;
    });
    if (sibling) return sibling.template;
  }
  return undefined;
}

const siblings = new WeakMap<Spec, ReadonlyMap<string, readonly SpecPath[]>>();

/** The paths that differ at one segment at most, whatever their parameters are called. */
function siblingsOf(spec: Spec, path: SpecPath, index: number): readonly SpecPath[] {
  const families = siblings.get(spec) ?? familiesIn(spec);
  siblings.set(spec, families);
  return families.get(familyOf(path, index)) ?? [];
}

function familiesIn({ paths }: Spec): ReadonlyMap<string, readonly SpecPath[]> {
  const families = new Map<string, SpecPath[]>();
  for (const path of paths) {
    for (const index of path.segments.keys()) {
      const family = familyOf(path, index);
      const known = families.get(family);
      if (known) known.push(path);
      else families.set(family, [path]);
    }
  }
  return families;
}

function familyOf({ segments }: SpecPath, index: number): string {
  const words = segments.map(({ text }, at) => (at === index ? '*' : text.startsWith('{') ? '{' : text));
  return `${index}/${words.join('/')}`;
}

/** The server that is written serves the path too, under a base path that was left out. */
export function isServedHere(fit: Fit, { mention, placement }: PlacedMention, truth: SpecIndex): boolean {
  const here = placement.servers.filter(({ spec }) => spec === fit.spec).map(({ server }) => server);
  return operationsOf(fit, mention).some((key) =>
    operationAt(truth, key)?.servers.some((index) => here.includes(index)),
  );
}

/** The path is there, on other servers than the one that is written. */
export function boundElsewhere(fit: Fit, entry: PlacedMention, knowledge: Knowledge): Bound {
  const { template } = fit.match.path;
  const evidence = [hostEvidence(entry), because('path', `fits \`${template}\`, which other servers serve`)];
  return { ...bound(fit, entry.mention, evidence), ...servedElsewhere(fit, entry.mention, knowledge) };
}

function bound(fit: Fit, mention: OperationMention, evidence: readonly Evidence[]): Bound {
  const { path, abbreviated } = fit.match;
  const { name: spec } = fit.spec;
  const pairs = path.segments.flatMap((piece, index) => {
    const segment = fit.segments[index];
    return segment ? [{ mention: segment, spec: piece }] : [];
  });
  const aligned = !abbreviated && fit.segments.length === path.segments.length;
  const operations = operationsOf(fit, mention);
  return { status: 'bound', spec, template: path.template, operations, evidence, ...(aligned && { pairs }) };
}

/** Indices into the servers of the fit's spec. */
function serversFor(fit: Fit, mention: OperationMention, truth: SpecIndex): readonly number[] {
  return operationsOf(fit, mention).flatMap((key) => operationAt(truth, key)?.servers ?? []);
}

function operationsOf(fit: Fit, { method }: OperationMention): string[] {
  const { operations } = fit.match.path;
  const stated = method && operations[method.value];
  return stated === undefined ? Object.values(operations) : [stated];
}
