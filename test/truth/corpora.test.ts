import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Content } from '../../src/model.ts';
import { loadTruth, type Truth } from '../../src/truth/load-truth.ts';
import { createLocator } from '../../src/truth/openapi/locate.ts';
import { compareSample } from '../../src/truth/schema/compare-sample.ts';
import { itemsOf } from '../../src/truth/schema/describe.ts';
import { membersOf } from '../../src/truth/schema/members.ts';
import { openSchemas } from '../../src/truth/schema/open-schemas.ts';
import { fileSource, operationsOf } from './orchard.ts';
import { sampleOf } from './schema/samples.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');

// Counts as the corpora's PROVENANCE.md names them; where it names none, `undefined`.
test.skipIf(!existsSync(corpora)).each([
  ['anycrawl/apps/docs/openapi.json', 8],
  ['box/box-openapi/openapi/openapi.json', undefined],
  ['box/box-openapi/openapi/openapi-v2025.0.json', undefined],
  ['box/box-openapi/openapi/openapi-v2026.0.json', undefined],
  ['meilisearch/assets/open-api/meilisearch-openapi.json', 142],
  ['ollama/docs/openapi.yaml', 12],
  ['ory/docs/reference/api.json', 169],
  ['trigger.dev/docs/openapi.yml', undefined],
  ['trigger.dev/docs/v3-openapi.yaml', 61],
])('indexes ../shared/corpora/%s (skipped where ../shared is absent)', async (file, count) => {
  const truth = await loadTruth([fileSource(join(corpora, file))], { cwd: corpora });
  const operations = operationsOf(truth);
  if (count === undefined) expect(operations.length).toBeGreaterThan(0);
  else expect(operations).toHaveLength(count);
  expect(truth.notes).toEqual([]);
  expect(JSON.parse(JSON.stringify(truth.index))).toStrictEqual(truth.index);
  expectToOpen(truth);
  const locate = createLocator(truth.documents.readText);
  expect(operations.filter((operation) => locate(operation.place) === undefined)).toEqual([]);
});

/** Every schema of a body, an answer, a parameter and a header opens, and holds itself against any sample. */
function expectToOpen(truth: Truth): void {
  const schemas = openSchemas(truth.documents.resolve);
  const sample = sampleOf({ name: [{ id: 1, type: 'tree' }], status: null, data: { items: ['a'] } });
  const unknown = operationsOf(truth).flatMap(({ body, responses, parameters }) => {
    const headers = [...parameters, ...responses.flatMap((response) => response.headers)];
    const contents: readonly Pick<Content, 'schema'>[] = [
      ...(body?.content ?? []),
      ...responses.flatMap((r) => r.content),
    ];
    return [...contents, ...headers].flatMap(({ schema }) => {
      if (schema === undefined) return [];
      membersOf(schemas, [schema]);
      itemsOf(schemas, [schema]);
      compareSample(schemas, [schema], { sample, direction: 'request' });
      return schemas.open(schema).unknown ? [schema] : [];
    });
  });
  expect(unknown).toEqual([]);
}
