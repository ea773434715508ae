import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../../src/config/load-config.ts';
import { judge } from '../../src/lint.ts';
import type { Finding } from '../../src/model.ts';
import { readSite } from '../../src/read-site.ts';
import { indexLines, type Lines } from '../../src/text/lines.ts';
import { indexTruth, isLoaded, loadSpecs } from '../../src/truth/load-truth.ts';
import type { LoadedSpec } from '../../src/truth/openapi/loaded-spec.ts';
import { openSchemas } from '../../src/truth/schema/open-schemas.ts';
import type { Corpus } from '../corpora.ts';
import { possibleChanges, type SpecChange, type StatedPlace } from './changes.ts';
import { isJson } from './edit-json.ts';

export interface DriftResult {
  readonly kind: string;
  readonly form: string;
  readonly label: string;
  /** A new finding stands on a line that states the fact. */
  readonly found: boolean;
  /** New findings on other lines. */
  readonly collateral: readonly string[];
}

/** How many changes of one kind are tried on one site. */
const MOST_OF_A_KIND = 12;

/** Changes the specs of a site one fact at a time, and looks for what is found then. */
export async function runSpecDrift(corpus: Corpus, most = MOST_OF_A_KIND): Promise<DriftResult[]> {
  const config = await loadConfig(corpus.options, { ruleIds: [] });
  const [loaded, site] = await Promise.all([loadSpecs(config.specs, config), readSite(config)]);
  const specs = loaded.filter(isLoaded);
  const truth = indexTruth(specs);
  const clean = judge(site, truth, config);
  const old = clean.verdicts.shown.flatMap((finding) => placesOf(finding));
  const before = {
    keys: new Set(old.map(({ key }) => key)),
    said: new Set(old.map(({ key, message }) => key + message)),
  };
  const lines = lineReader(config.cwd);
  const all = possibleChanges({
    bindings: clean.bindings,
    truth: truth.index,
    schemas: openSchemas(truth.documents.resolve),
  });
  return choose(all, most, corpus.name).flatMap((change) => {
    const changed = applyTo(specs, change);
    if (!changed) return [];
    const { verdicts } = judge(site, indexTruth(changed), config);
    const now = verdicts.shown.flatMap((finding) => placesOf(finding));
    const fresh = now.filter(({ key, message }) => !before.said.has(key + message));
    const stated = new Set(change.places.flatMap((place) => linesOf(place, lines)));
    const line = ({ file, start }: FreshPlace) => `${file}:${lines(file).locate(start).line}`;
    const { kind, form, label } = change;
    const found = fresh.some((place) => stated.has(line(place)));
    // What was found before and is worded otherwise now is nothing new.
    const collateral = fresh
      .filter((place) => !stated.has(line(place)) && !before.keys.has(place.key))
      .map((place) => `${line(place)} ${place.message}`);
    return [{ kind, form, label, found, collateral }];
  });
}

function applyTo(specs: readonly LoadedSpec[], change: SpecChange): LoadedSpec[] | undefined {
  let done = false;
  const changed = specs.map((spec) => {
    const documents = new Map(
      [...spec.documents].map(([url, document]) => {
        if (document.file !== change.file) return [url, document] as const;
        const value = structuredClone(document.value);
        done = (isJson(value) && change.apply(value)) || done;
        return [url, { ...document, value }] as const;
      }),
    );
    return { ...spec, documents, root: documents.get(spec.root.url) ?? spec.root };
  });
  return done ? changed : undefined;
}

interface FreshPlace {
  readonly file: string;
  readonly start: number;
  readonly key: string;
  readonly message: string;
}

function placesOf({ rule, message, file, span, related }: Finding): FreshPlace[] {
  return [{ file, span }, ...related].map((place) => ({
    file: place.file,
    start: place.span.start,
    key: `${rule} ${place.file}:${place.span.start}`,
    message: `${rule}: ${message}`,
  }));
}

/** `file:line` of each line of a place. */
function linesOf({ file, span }: StatedPlace, lines: (file: string) => Lines): string[] {
  const [first, last] = [
    lines(file).locate(span.start).line,
    lines(file).locate(Math.max(span.start, span.end - 1)).line,
  ];
  return Array.from({ length: last - first + 1 }, (_, index) => `${file}:${first + index}`);
}

function lineReader(cwd: string): (file: string) => Lines {
  const known = new Map<string, Lines>();
  return (file) => {
    const lines = known.get(file) ?? indexLines(readFileSync(resolve(cwd, file), 'utf8'));
    known.set(file, lines);
    return lines;
  };
}

/** The same changes each time: a site's name is the seed. */
function choose(changes: readonly SpecChange[], most: number, seed: string): SpecChange[] {
  const random = generator(seed);
  const byKind = new Map<string, SpecChange[]>();
  for (const change of changes) byKind.set(change.kind, [...(byKind.get(change.kind) ?? []), change]);
  return [...byKind.values()].flatMap((own) =>
    own
      .map((change) => ({ change, order: random() }))
      .sort((one, other) => one.order - other.order)
      .slice(0, most)
      .map(({ change }) => change),
  );
}

/** Mulberry32: small, and the same on every machine. */
function generator(seed: string): () => number {
  let state = [...seed].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
