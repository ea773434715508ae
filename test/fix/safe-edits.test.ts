import { describe, expect, it } from 'vitest';
import { keepsSyntax } from '../../src/fix/safe-edits.ts';
import { lint } from '../../src/lint.ts';
import { likeName } from '../../src/text/like-names.ts';
import { writeProject } from '../project.ts';

describe('words that may be replaced where they stand', () => {
  it.each([
    ['harvest', 'harvests'],
    ['/orchards/:id/harvest', '/orchards/:id/harvests'],
    ['{treeUid}', '{treeUuid}'],
    ['10', '20'],
    ['authToken', 'auth_token'],
    ['true', 'false'],
    ['', 'index'],
  ])('%s by %s', (before, after) => expect(keepsSyntax(before, after)).toBe(true));

  it.each([
    ['harvest', 'harvest"s'],
    ['harvest', 'har|vest'],
    ['harvest', '`harvest`'],
    ['/orchards/:id', '/orchards/{orchardId}'],
    ['harvest', 'har\nvest'],
    ['in_review', 'in review'],
    ['10', 'ten'],
    ['ten', '10'],
    ['true', 'yes'],
    ['harvest', ''],
    ['[a]', '(a)'],
  ])('not %s by %s', (before, after) => expect(keepsSyntax(before, after)).toBe(false));
});

describe('names that must be meant', () => {
  it.each([
    ['authToken', ['auth_token', 'id']],
    ['list_org_token', ['list_org_tokens', 'list_orgs']],
    ['harvets', ['harvest', 'orchard']],
  ])('%s', (name, names) => expect(likeName(name, names)?.sure).toBe(true));

  it.each([
    ['inactive', ['active']],
    ['active1', ['active2']],
    ['locked', ['blocked']],
    ['planted', ['plants', 'planter']],
    ['auth-token', ['auth_token', 'authToken']],
    ['token', ['auth_token']],
  ])('not %s', (name, names) => expect(likeName(name, names)?.sure ?? false).toBe(false));
});

describe('edits of findings', () => {
  const spec = `openapi: 3.1.0
info: { title: Orchard API, version: '2' }
servers: [{ url: https://api.orchard.example }]
paths:
  /trees:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              properties:
                planted_on: { type: string }
                state: { enum: [growing, felled] }
      responses:
        '201':
          description: Made
          content: { application/json: { schema: { type: object, additionalProperties: false, properties: { tree_id: { type: string }, species: { type: string } } } } }
`;
  const editsOf = async (page: string) => {
    const cwd = writeProject({ 'openapi.yaml': spec, 'guides/trees.mdx': page });
    const { report } = await lint({ cwd });
    return report.findings.map(({ rule, edits }) => `${rule} ${edits.map(({ text }) => text)}`);
  };
  const curl = (body: string) => `# Trees\n\n\`\`\`bash\ncurl https://api.orchard.example/trees -d '${body}'\n\`\`\`\n`;

  it('are there where the form ties a field to its call', async () => {
    expect(await editsOf(curl('{"plantedOn": "2026", "state": "growing"}'))).toEqual(['unknown-body-field planted_on']);
    expect(await editsOf(curl('{"state": "growin"}'))).toEqual(['unknown-enum-value growing']);
  });

  it('are not there where the name is escaped, or a section alone ties it', async () => {
    expect(await editsOf(curl('{"planted\\u004fn": "2026"}'))).toEqual(['unknown-body-field ']);
    const page =
      '# Trees\n\n## Make a tree\n\n`POST /trees` answers:\n\n```json\n{ "treeId": "t1", "species": "pear" }\n```\n';
    for (const said of await editsOf(page)) expect(said).toBe('unknown-response-field ');
  });
});
