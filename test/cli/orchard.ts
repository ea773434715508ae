import { writeProject } from '../project.ts';

/** Of the API that the guides speak of. */
export const orchardSpec = `openapi: 3.1.0
info: { title: Orchard API, version: 2.3.0 }
servers: [{ url: https://api.orchard.example/v2 }]
paths:
  /orchards:
    get: { responses: { '200': { description: The orchards } } }
  /orchards/{orchardId}/harvests:
    get:
      parameters: [{ name: orchardId, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: The harvests } }
`;

/** A site of two guides: one that is right, and one whose line 3 names a path that is not there. */
export function writeOrchard(more: Readonly<Record<string, string>> = {}): string {
  return writeProject({
    'openapi.yaml': orchardSpec,
    'guides/orchards.mdx': '# Orchards\n\nCall `GET /orchards` for the list.\n',
    'guides/harvests.mdx': '# Harvests\n\nCall `GET /orchards/{orchardId}/harvest` for the list.\n',
    ...more,
  });
}
