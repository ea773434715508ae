import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/vectors/', import.meta.url);

/** Whether the material beside the repository is there; tests on it skip where it is not. */
export const vectorsArePresent = existsSync(new URL('slug-vectors.json', folder));

export interface SlugVector {
  readonly key: string;
  readonly heading_markdown: string;
  readonly expected_id: string | null;
  readonly error?: string;
}

export interface SlugSequence {
  readonly key: string;
  readonly headings: readonly string[];
  readonly expected_ids: readonly (string | null)[] | null;
  readonly error?: string;
}

export interface SlugDialect {
  readonly single: readonly SlugVector[];
  readonly sequences: readonly SlugSequence[];
}

export interface RouteVector {
  readonly framework: string;
  readonly file: string;
  readonly config?: {
    readonly baseUrl?: string;
    readonly base?: string;
    readonly basePath?: string;
    readonly baseURL?: string;
    readonly routeBasePath?: string;
    readonly locale?: string;
    readonly i18n?: Readonly<Record<string, unknown>>;
  };
  readonly frontmatter?: Readonly<Record<string, unknown>>;
  readonly url: string | null;
}

/** The ids which the real packages gave, for one dialect. */
export function readSlugVectors(dialect: string): SlugDialect {
  const all: { dialects: Record<string, SlugDialect> } = readJson('slug-vectors.json');
  const vectors = all.dialects[dialect];
  if (!vectors) throw new Error(`The vectors have no dialect ${dialect}.`);
  return vectors;
}

export function readRouteVectors(framework: string): readonly RouteVector[] {
  const all: { routes: readonly RouteVector[] } = readJson('route-vectors.json');
  return all.routes.filter((route) => route.framework === framework);
}

function readJson(name: string) {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}
