import type { Bound, Evidence, Missing, OperationMention, SpecIndex, Target } from '../model.ts';
import { operationAt, operationById } from '../truth/openapi/lookup.ts';
import type { KnownServer } from './hosts.ts';
import type { Usage } from './learn-usage.ts';
import { isWord, wordCost } from './likeness.ts';
import { findNearest, unknownPrefixOf } from './nearest.ts';
import { isGeneric, prefixOf } from './path-words.ts';
import type { Fit, PlacedMention } from './place.ts';

const SURE = 0.75;

export interface Knowledge {
  readonly usage: Usage;
  readonly truth: SpecIndex;
  readonly servers: readonly KnownServer[];
}

/** The one outcome of a placed mention, with the reasons that led to it. */
export function decideTarget(entry: PlacedMention, knowledge: Knowledge): Target {
  const { mention, placement } = entry;
  if (!mention.target) return decideById(mention, knowledge);
  const [best] = placement.fits;
  if (placement.host === 'unknown' && !knowledge.usage.serves(mention.target.host?.text ?? '')) {
    const stray =
      best?.hasMethod && !best.match.weak && best.match.literals > 0 && mention.target.host?.kind === 'literal';
    return stray && knowledge.usage.amongOwn(entry) ? boundElsewhere(best, entry, knowledge) : decideForeign(entry);
  }
  if (best) return decideFit(best, entry, knowledge);
  const [elsewhere] = placement.elsewhere;
  if (elsewhere?.hasMethod && !elsewhere.match.weak && elsewhere.match.literals > 0)
    return boundElsewhere(elsewhere, entry, knowledge);
  return decideMissing(entry, knowledge);
}

function decideForeign({ mention, placement }: PlacedMention): Target {
  const host = mention.target?.host?.text;
  const fits = placement.fits.length > 0 ? [because('path', 'a spec has this path, but on other servers')] : [];
  return { status: 'foreign', host, evidence: [because('host', `no spec names the server \`${host}\``), ...fits] };
}

function decideById(mention: OperationMention, { truth }: Knowledge): Target {
  const id = mention.operationId ?? '';
  const found = operationById(truth, id) ?? respelt(id, truth);
  if (found)
    return {
      status: 'bound',
      spec: found.spec,
      template: found.path,
      operations: [found.key],
      evidence: [because('operationId', `\`${id}\``)],
    };
  const near = Object.values(truth.operations)
    .filter((operation) => operation.operationId !== undefined && wordCost(id, operation.operationId) < 0.3)
    .map((operation) => ({
      operation: operation.key,
      likeness: 1 - wordCost(id, operation.operationId ?? ''),
      rewrite: operation.operationId,
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [first] = near;
  const spec = first && operationAt(truth, first.operation)?.spec;
  if (!first || spec === undefined)
    return {
      status: 'unplaced',
      evidence: [because('operationId', `no spec has the operationId \`${id}\` or one like it`)],
    };
  return {
    status: 'missing',
    reason: 'operation',
    spec,
    nearest: near,
    evidence: [because('operationId', `no spec has the operationId \`${id}\``)],
  };
}

/** `put-files-id` for `put_files_id`: sites make slugs of operationIds, so only letters and digits tell. */
function respelt(id: string, truth: SpecIndex) {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.values(truth.operations).find((operation) => plain(operation.operationId ?? '') === plain(id));
}

function decideFit(best: Fit, entry: PlacedMention, knowledge: Knowledge): Target {
  const { mention, placement } = entry;
  const evidence = [hostEvidence(entry), because('path', `fits \`${best.match.path.template}\``)];
  const equals = placement.fits.filter(
    (fit) =>
      fit.match.literals === best.match.literals &&
      fit.match.parameters === best.match.parameters &&
      fit.match.weak === best.match.weak,
  );
  const templates = new Set(equals.map((fit) => fit.match.path.template));
  const candidates = equals.flatMap((fit) => operationsOf(fit, mention));
  const wildcard = mention.target?.segments.some((segment) => segment.kind === 'wildcard') ?? false;
  if (best.match.weak || (templates.size > 1 && !wildcard)) return { status: 'ambiguous', candidates, evidence };
  if (best.match.literals === 0 && placement.host === 'none') return { status: 'unplaced', evidence };
  const sibling = hiddenSibling(best);
  if (sibling)
    return missingPath(entry, knowledge, [...evidence, because('sibling', `\`${sibling}\` is a path of its own`)]);
  if (!best.hasMethod && !wildcard) return decideMethod(best, entry, evidence);
  return {
    ...bound(best, mention, evidence),
    ...(best.match.abbreviated && {
      evidence: [...evidence, because('abbreviation', 'only the end of the path is written')],
    }),
  };
}

function decideMethod(best: Fit, entry: PlacedMention, evidence: readonly Evidence[]): Target {
  const { mention, placement } = entry;
  const withMethod = placement.fits.filter((fit) => fit.hasMethod);
  if (withMethod.length > 0 || best.match.path.incomplete)
    return { status: 'ambiguous', candidates: withMethod.flatMap((fit) => operationsOf(fit, mention)), evidence };
  if (best.match.abbreviated)
    return {
      status: 'unplaced',
      evidence: [...evidence, because('abbreviation', 'only the end of the path is written')],
    };
  const nearest = Object.values(best.match.path.operations).map((operation) => ({ operation, likeness: 0.9 }));
  return {
    status: 'missing',
    reason: 'method',
    spec: best.spec.name,
    template: best.match.path.template,
    nearest,
    evidence,
  };
}

/** A value that is all but a literal sibling: `/tasks/stram` fits `/tasks/{uid}`, yet `/tasks/stream` is meant. */
function hiddenSibling(best: Fit): string | undefined {
  const { path } = best.match;
  for (const [index, spec] of path.segments.entries()) {
    const segment = best.segments[index];
    if (spec.kind !== 'template' || segment?.kind !== 'literal' || !isWord(segment.text) || segment.text.length < 5)
      continue;
    const sibling = best.spec.paths.find((other) => {
      const literal = other.segments[index];
      const alike =
        other.segments.length === path.segments.length &&
        other.segments.every((piece, at) => at === index || sameSegment(piece.text, path.segments[at]?.text));
      return literal?.kind === 'literal' && alike && wordCost(segment.text, literal.text) < 0.35;
    });
    if (sibling) return sibling.template;
  }
  return undefined;
}

function sameSegment(a: string, b: string | undefined): boolean {
  return a === b || (a.startsWith('{') && b?.startsWith('{') === true);
}

function boundElsewhere(fit: Fit, entry: PlacedMention, knowledge: Knowledge): Bound {
  const keys = operationsOf(fit, entry.mention);
  const indices = new Set(keys.flatMap((key) => operationAt(knowledge.truth, key)?.servers ?? []));
  const hosts = [...indices].flatMap((index) => fit.spec.servers[index]?.host ?? []);
  const evidence = [
    hostEvidence(entry),
    because('path', `fits \`${fit.match.path.template}\`, which other servers serve`),
  ];
  return { ...bound(fit, entry.mention, evidence), ...(hosts.length > 0 && { otherHosts: [...new Set(hosts)] }) };
}

function bound(fit: Fit, mention: OperationMention, evidence: readonly Evidence[]): Bound {
  const { path, abbreviated } = fit.match;
  const pairs = path.segments.flatMap((spec, index) => {
    const segment = fit.segments[index];
    return segment ? [{ mention: segment, spec }] : [];
  });
  const aligned = !abbreviated && fit.segments.length === path.segments.length;
  return {
    status: 'bound',
    spec: fit.spec.name,
    template: path.template,
    operations: operationsOf(fit, mention),
    evidence,
    ...(aligned && { pairs }),
  };
}

function operationsOf(fit: Fit, mention: OperationMention): string[] {
  const { operations } = fit.match.path;
  const stated = mention.method && operations[mention.method.value];
  return stated === undefined ? Object.values(operations) : [stated];
}

/** No spec has the path: is it ours at all? */
function decideMissing(entry: PlacedMention, knowledge: Knowledge): Target {
  const { mention, placement, page } = entry;
  const { target } = mention;
  if (!target || target.segments.every((segment) => segment.kind !== 'literal' || isGeneric(segment.text))) {
    return { status: 'unplaced', evidence: [because('path', 'it has no word of its own')] };
  }
  const { usage } = knowledge;
  const prefix = prefixOf(target.segments) ?? '';
  const request = ['call', 'curl', 'http', 'request-line', 'frontmatter', 'jsx', 'mermaid'].includes(mention.source);
  const [nearest] = findNearest(entry, knowledge.truth);
  const likeness = nearest?.likeness ?? 0;
  const stated = mention.method !== undefined || (mention.certain && likeness >= 0.7) || request;
  if (placement.host === 'own') {
    if (placement.relative.length === 0 && likeness < SURE) return foreignPart(entry);
    return stated
      ? missingPath(entry, knowledge, [hostEvidence(entry)])
      : unplaced('it is on our server, but nothing says that it is an endpoint');
  }
  if (placement.host !== 'none' && usage.serves(target.host?.text ?? '')) {
    // Which server it is was guessed from its other paths, so the path must speak for itself too.
    const enough = placement.host === 'variable' ? 0.6 : SURE;
    return stated && (likeness >= enough || (placement.host === 'variable' && usage.own(prefix)))
      ? missingPath(entry, knowledge, [because('host', `other paths on \`${target.host?.text}\` are in the spec`)])
      : unplaced(`other paths on \`${target.host?.text}\` are in the spec, this one resembles none`);
  }
  if (usage.foreign(prefix, page.file) && !usage.own(prefix, page.file))
    return { status: 'foreign', evidence: [because('page', `this page calls \`${prefix}\` on another server`)] };
  if (usage.own(prefix) && stated)
    return missingPath(entry, knowledge, [because('site', `this site calls \`${prefix}\` on our server`)]);
  if (usage.foreign(prefix))
    return { status: 'foreign', evidence: [because('site', `this site calls \`${prefix}\` on another server`)] };
  if (usage.renamed(entry))
    return missingPath(entry, knowledge, [
      because('family', 'its neighbours differ from paths of the spec in the same word'),
    ]);
  if (usage.strange(page.file)) return unplaced("most calls of this page are none of the specs'");
  if (stated && likeness >= (mention.method ? SURE : 0.85))
    return missingPath(entry, knowledge, [because('likeness', `it is all but a path of the spec`)]);
  const base = placement.relative.find((view) => view.base !== '')?.base;
  if (stated && base !== undefined && likeness >= 0.6)
    return missingPath(entry, knowledge, [because('base', `it starts with \`${base}\`, as the server does`)]);
  if (mention.method && unknownPrefixOf(entry) === undefined && likeness >= 0.55)
    return missingPath(entry, knowledge, [because('prefix', `the spec has other paths under \`${prefix}\``)]);
  return unplaced('nothing tells whether it speaks of this API');
}

function missingPath(entry: PlacedMention, { truth, usage }: Knowledge, evidence: readonly Evidence[]): Missing {
  const rename = usage.renamed(entry);
  const nearest = findNearest(entry, truth, rename);
  const unknownPrefix = rename ? undefined : unknownPrefixOf(entry);
  const spec =
    operationAt(truth, nearest[0]?.operation ?? '')?.spec ??
    entry.placement.relative[0]?.spec.name ??
    truth.specs[0]?.name ??
    '';
  return {
    status: 'missing',
    reason: 'path',
    spec,
    nearest,
    ...(unknownPrefix !== undefined && { unknownPrefix }),
    evidence,
  };
}

function foreignPart(entry: PlacedMention): Target {
  return {
    status: 'foreign',
    host: entry.mention.target?.host?.text,
    evidence: [hostEvidence(entry), because('path', 'it lies outside the base path of the server')],
  };
}

function unplaced(detail: string): Target {
  return { status: 'unplaced', evidence: [because('path', detail)] };
}

function hostEvidence({ mention, placement }: PlacedMention): Evidence {
  const host = mention.target?.host?.text;
  switch (placement.host) {
    case 'own':
      return because(
        'host',
        `\`${host}\` is a server of ${[...new Set(placement.servers.map((server) => server.spec.name))].join(', ')}`,
      );
    case 'none':
      return because('host', 'no host is written');
    case 'variable':
      return because('host', `\`${host}\` is a placeholder`);
    case 'unknown':
      return because('host', `\`${host}\` is named by no spec, but its paths or its neighbours are those of a spec`);
  }
}

function because(cue: string, detail: string): Evidence {
  return { cue, detail };
}
