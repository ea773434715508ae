import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { reporters } from '../../src/report/index.ts';
import { runCli } from '../cli/run-cli.ts';
import { writeProject } from '../project.ts';

// Put together here, so that no scanner takes this file for a leak.
const accessKey = ['AKIA', 'R7QK2WVXNPLT5HJD'].join('');
const liveKey = ['sk_live_', 'q7Rk2WvXnPlT5hJdZ8cMfY3b'].join('');
const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' });
const lines = String(pem).trim().split('\n').slice(1, -1);

const spec = `openapi: 3.1.0
info: { title: Orchard API, version: 2.3.0 }
servers: [{ url: https://api.orchard.example }]
paths:
  /trees:
    get:
      parameters: [{ name: access_key, in: query, schema: { type: string, enum: [apple, pear] } }]
      responses: { '200': { description: The trees } }
`;
const page = `# Trees

\`\`\`bash
curl 'https://api.orchard.example/trees?access_key=${liveKey}' -H 'X-Key: ${accessKey}'
curl 'https://api.orchard.example/tree?access_key=${accessKey}'
\`\`\`

{/* specwins-disable-next-line secret -- revoked */}
The old one was \`${liveKey.replace('q7R', 'Q9S')}\`; \`GET /tree\` took it.

\`\`\`text
${String(pem).trim()}
\`\`\`
`;

describe('secrets that were found', () => {
  const project = (): string => writeProject({ 'openapi.yaml': spec, 'docs/trees.mdx': page });
  const values = [accessKey, liveKey, liveKey.replace('q7R', 'Q9S'), ...lines];
  const shown = (text: string): readonly string[] => values.filter((value) => text.includes(value));

  it('are shown by no reporter, neither at their own place nor beside another finding', async () => {
    const { report, review } = await lint({ cwd: project(), review: true });
    const rules = report.findings.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'secret')).toHaveLength(4);
    expect(rules).toEqual(expect.arrayContaining(['unknown-path', 'unknown-enum-value']));
    for (const reporter of Object.values(reporters)) {
      expect(shown(reporter(report, { color: false, width: 200, review }))).toEqual([]);
    }
    expect(shown(JSON.stringify(report))).toEqual([]);
  });

  it('leave a mark that keeps the columns of the line', async () => {
    const { report } = await lint({ cwd: project() });
    const [first] = report.findings.filter(({ rule }) => rule === 'secret');
    expect(first).toMatchObject({ redacted: true, text: '[redacted]', start: { line: 4, column: 52 } });
    expect(first?.excerpt?.line).toBe(
      `curl 'https://api.orchard.example/trees?access_key=${'•'.repeat(32)}' -H 'X-Key: ${'•'.repeat(20)}'`,
    );
  });

  it('are covered in the lines of a spec too', async () => {
    const example = ['ghp_', 'x7Kq9Lm2Rt5Vw8Yb3Nd6', 'Fh1Js4Pu0Za7Ce2G'].join('');
    const leaky = spec.replace('enum: [apple, pear]', `enum: [apple, ${example}]`);
    const { report, review } = await lint({
      cwd: writeProject({ 'openapi.yaml': leaky, 'docs/trees.mdx': page }),
      review: true,
    });
    const html = reporters.html({ ...report, suppressed: [] }, { color: false, width: 80, review });
    const quoted = Object.values(review?.passages ?? {}).flatMap(({ spec }) => spec?.lines ?? []);
    expect(quoted.map(({ text }) => text).join('\n')).toContain(`apple, ${'•'.repeat(example.length)}]`);
    expect(JSON.stringify(review)).not.toContain(example);
    expect(html).toContain('•••');
  });

  it('are printed neither with the mentions nor with their explanation', async () => {
    const cwd = project();
    for (const command of [['mentions'], ['explain', 'docs/trees.mdx:4'], ['explain', 'docs/trees.mdx:9']]) {
      const { stdout } = await runCli(command, cwd);
      expect(stdout.length).toBeGreaterThan(0);
      expect(shown(stdout)).toEqual([]);
    }
  });
});
