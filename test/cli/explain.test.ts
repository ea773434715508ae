import { expect, it } from 'vitest';
import { writeOrchard } from './orchard.ts';
import { runCli } from './run-cli.ts';

const fence = '```';
const call = 'GET /orchards/{orchardId}/harvest';

async function explain(cwd: string, place: string): Promise<string> {
  return (await runCli(['explain', place], cwd)).stdout;
}

it('prints the directive to paste in the syntax of the page', async () => {
  const cwd = writeOrchard({ 'guides/plain.md': `# Plain\n\nCall \`${call}\`.\n` });
  expect(await explain(cwd, 'guides/harvests.mdx:3')).toMatch(
    /silence +\{\/\* specwins-disable-next-line unknown-path -- <reason> \*\/\} {2}on a line of its own above line 3/,
  );
  expect(await explain(cwd, 'guides/plain.md:3')).toMatch(
    /silence +<!-- specwins-disable-next-line unknown-path -- <reason> --> {2}on a line of its own above line 3/,
  );
});

it('says where to put it, where no comment can stand', async () => {
  const cwd = writeOrchard({
    'guides/places.mdx': [
      '# Places',
      '',
      `${fence}http`,
      `${call} HTTP/1.1`,
      'Host: api.orchard.example',
      fence,
      '',
      '| call | meaning |',
      '|---|---|',
      `| \`${call}\` | all |`,
      '',
      'First,',
      `- call \`${call}\`, or`,
      `- call \`${call}\` again.`,
      '',
    ].join('\n'),
  });
  expect(await explain(cwd, 'guides/places.mdx:4')).toContain('on a line of its own above line 3');
  expect(await explain(cwd, 'guides/places.mdx:10')).toContain('on a line of its own above line 8');
  expect(await explain(cwd, 'guides/places.mdx:14')).toMatch(
    /\{\/\* specwins-disable-line unknown-path -- <reason> \*\/\} {2}at the end of line 14/,
  );
});

it('offers the front matter that tells which of two specs is meant, and it does', async () => {
  const spec = (title: string) => `openapi: 3.1.0
info: { title: ${title}, version: '1' }
paths: { /trees: { get: { responses: { '200': { description: All } } } } }
`;
  const files = {
    'specwins.config.yaml': 'specs: { north: north.yaml, south: south.yaml }\n',
    'north.yaml': spec('North'),
    'south.yaml': spec('South'),
    'guides/trees.mdx': '# Trees\n\nCall `GET /trees` for all trees.\n',
  };
  expect(await explain(writeOrchard(files), 'guides/trees.mdx:3')).toMatch(
    /correct +specwins: \{ spec: north \} {2}in the front matter, or south/,
  );
  const told = writeOrchard({
    ...files,
    'guides/trees.mdx': '---\nspecwins: { spec: south }\n---\n\n# Trees\n\nCall `GET /trees` for all trees.\n',
  });
  expect(await explain(told, 'guides/trees.mdx:7')).toMatch(/bound +GET \/trees in the spec `south`/);
});

it('offers the front matter that tells which of two operations is meant, and it does', async () => {
  const files = {
    'openapi.yaml': `openapi: 3.1.0
info: { title: Orchard API, version: '1' }
paths:
  /orchards/{orchardId}/trees: { get: { responses: { '200': { description: All } } } }
  /farms/{farmId}/trees: { get: { responses: { '200': { description: All } } } }
`,
    'guides/trees.mdx': '# Trees\n\nThe `GET /trees` endpoint lists them.\n',
  };
  expect(await explain(writeOrchard(files), 'guides/trees.mdx:3')).toMatch(
    /correct +specwins: \{ operation: "GET \/orchards\/\{orchardId\}\/trees" \} {2}in the front matter, or GET \/farms\/\{farmId\}\/trees/,
  );
  const stated = '---\nspecwins: { operation: "GET /farms/{farmId}/trees" }\n---\n\n';
  const told = writeOrchard({ ...files, 'guides/trees.mdx': `${stated}${files['guides/trees.mdx']}` });
  expect(await explain(told, 'guides/trees.mdx:7')).toMatch(/bound +GET \/farms\/\{farmId\}\/trees in the spec/);
});

it('offers the server name that makes a foreign call one of ours', async () => {
  const cwd = writeOrchard({
    'guides/other.mdx': '# Other\n\n```bash\ncurl https://eu.fruit.example/v2/orchards\n```\n',
  });
  const said = await explain(cwd, 'guides/other.mdx:4');
  expect(said).toMatch(/correct +specs: \{ .+: \{ hosts: \{ "eu\.fruit\.example": /);
});
