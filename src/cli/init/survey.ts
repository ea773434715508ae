import { relative } from 'node:path';
import type { Config, DocsRoot, SpecSource } from '../../config/config.ts';
import type { DocsEntry } from '../../config/config-file.ts';
import { configuredDocs } from '../../config/docs-roots.ts';
import { namedSpecs } from '../../config/spec-sources.ts';
import { findDocs } from '../../discover/find-docs.ts';
import { listSpecs } from '../../discover/find-specs.ts';
import { toSlashes } from '../../discover/repository.ts';
import { UserError } from '../../errors.ts';
import type { FrameworkId } from '../../frameworks/framework.ts';
import { judge } from '../../lint.ts';
import type { Finding, SpecIndex } from '../../model.ts';
import { readSite } from '../../read-site.ts';
import type { RunAids } from '../../run-aids.ts';
import { loadTruth } from '../../truth/load-truth.ts';
import { type SeenHost, seenHosts } from './seen-hosts.ts';

/** What lies in a folder, before anybody was asked. */
export interface Candidates {
  readonly docs: readonly DocsRoot[];
  readonly specs: readonly SpecSource[];
}

export function findCandidates(
  cwd: string,
  {
    spec = [],
    framework,
  }: { readonly spec?: readonly string[] | undefined; readonly framework: FrameworkId | undefined },
): Candidates {
  const specs = spec.length > 0 ? namedSpecs(spec, cwd, []) : listSpecs(cwd);
  return { docs: findDocs(cwd, framework), specs };
}

/** The docs and the specs that are meant. */
export interface Chosen extends Candidates {
  readonly cwd: string;
  readonly framework?: FrameworkId | undefined;
  /** Not all docs that were found. */
  readonly partial: boolean;
  /** There are more specs than can be meant, and nobody chose among them. */
  readonly open: boolean;
}

/** What the guides say about the specs that were chosen. */
export interface Survey {
  readonly truth: SpecIndex;
  readonly pages: number;
  readonly hosts: readonly SeenHost[];
  /** Sentences on what could not be looked at. */
  readonly notes: readonly string[];
  /** Whether a run finds the same, whichever of these hosts are stated. */
  findsTheSame(one: Hosts, other: Hosts): boolean;
}

/** By spec: what is written → the server. */
export type Hosts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads and binds as a run does. What is broken is told, and no reason to give up: it may be why somebody configures. */
export async function survey(chosen: Chosen, aids: RunAids): Promise<Survey> {
  const empty: SpecIndex = { specs: [], operations: {} };
  const nothing = { truth: empty, pages: 0, hosts: [], findsTheSame: () => true };
  if (chosen.open) return { ...nothing, notes: [] };
  const config = configOf(chosen);
  try {
    const [truth, site] = await Promise.all([loadTruth(config.specs, config), readSite(config, aids)]);
    const first = judge(site, truth, config, aids);
    return {
      truth: truth.index,
      pages: site.own.length,
      hosts: seenHosts(first.bindings, truth.index),
      notes: truth.notes,
      findsTheSame(one, other) {
        const findings = (hosts: Hosts) => {
          const specs = config.specs.map((spec) => ({ ...spec, hosts: hosts[spec.name] ?? {} }));
          return outline(judge(site, truth, { ...config, specs }, aids).verdicts.shown);
        };
        return findings(one) === findings(other);
      },
    };
  } catch (error) {
    if (error instanceof UserError) return { ...nothing, notes: [error.message] };
    throw error;
  }
}

function configOf({ cwd, docs, specs }: Chosen): Config {
  const nothing = { rules: {}, overrides: [], components: {}, hedges: [], credentials: {}, guards: {} } as const;
  return { cwd, docs, specs, ...nothing, engine: 'fast' };
}

function outline(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(({ rule, file, span, message }) => [rule, file, span.start, message]).sort());
}

/**
 * The entries that say what detection found; nothing where no words of the configuration say the same, and detection had
 * better stay at work.
 */
export function statedDocs({ cwd, docs, framework, partial }: Chosen): readonly DocsEntry[] | undefined {
  const full = docs.map(
    ({ root, baseUrl, include, framework: detected }): DocsEntry => ({
      root: toSlashes(relative(cwd, root)) || '.',
      framework: detected,
      ...(baseUrl !== '' && { baseUrl }),
      ...(include.join() !== '**/*.{md,mdx}' && { include }),
    }),
  );
  if (partial) return full;
  const forced = framework === undefined ? [] : [[{ framework }]];
  return [full, ...forced].find((entries) => entries.length > 0 && says(entries, docs, cwd));
}

function says(entries: readonly DocsEntry[], docs: readonly DocsRoot[], cwd: string): boolean {
  const [first] = entries;
  const stated = entries.length === 1 && first ? first : entries;
  return JSON.stringify(configuredDocs(stated, { folder: cwd })) === JSON.stringify(docs);
}
