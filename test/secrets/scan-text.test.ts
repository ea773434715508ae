import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mayHoldSecret } from '../../src/secrets/may-hold-secret.ts';
import { scanText } from '../../src/secrets/scan-text.ts';

// Values are put together here, so that no scanner takes this file for a leak.
const drawn = 'q7Rk2WvXnPlT5hJdZ8cMfY3bGsKe9uQa4LtV6xNwH1pZrD0mCyB7jFoE5iSgU2kTqX8vWnR3hYzL6dMaPcJfG9sKbQe4tNwVx';
const hex = '9f3c71d8e24ab65071fc8d2e93b54a60';
const jwt = (payload: object, key = drawn.slice(0, 40)): string => {
  const signed = [{ alg: 'HS256', typ: 'JWT' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
};
const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' });
const key = String(pem).trim();

async function found(text: string): Promise<readonly string[]> {
  const secrets = await scanText(text);
  // What the scanner finds, the cheap test before it must let through.
  if (secrets.length > 0) expect(mayHoldSecret(text)).toBe(true);
  for (const { span, value } of secrets) expect(text.slice(span.start, span.end)).toBe(value);
  return secrets.map(({ kind, value }) => `${kind}: ${value}`);
}

describe('credentials', () => {
  it.each([
    ['an AWS secret access key', 'AWS_SECRET_ACCESS_KEY=', drawn.slice(0, 40)],
    ['a GitHub token', 'Authorization: Bearer ', `ghp_${drawn.slice(0, 36)}`],
    ['a GitHub token', 'Authorization: Bearer ', `github_pat_${drawn.slice(0, 22)}_${drawn.slice(30, 89)}`],
    ['an npm access token', '//registry.npmjs.org/:_authToken=', `npm_${drawn.slice(0, 36)}`],
    ['a Slack token', 'token=', `xoxb-1234567890-1234567890-${drawn.slice(0, 24)}`],
    ['a Slack webhook', 'curl ', `https://hooks.slack.com/services/T0123ABCD/B0123ABCD/${drawn.slice(0, 24)}`],
    ['an OpenAI key', 'key: ', `sk-${drawn.slice(0, 20)}T3BlbkFJ${drawn.slice(20, 40)}`],
    ['an Anthropic key', 'x-api-key: ', `sk-ant-api03-${drawn.slice(0, 93)}AA`],
    ['a SendGrid key', 'smtp: ', `SG.${drawn.slice(0, 22)}.${drawn.slice(22, 65)}`],
    ['a Shopify token', 'X-Shopify-Access-Token: ', `shpat_${hex}`],
    ['a Linear key', 'Authorization: ', `lin_api_${drawn.slice(0, 40)}`],
    ['a live API key', 'curl -u ', `sk_live_${drawn.slice(0, 24)}`],
    ['a Google API key', '?key=', `AIza${drawn.slice(0, 35)}`],
    ['a GitLab token', 'PRIVATE-TOKEN: ', `glpat-${drawn.slice(0, 20)}`],
    ['a JSON Web Token', 'apikey: ', jwt({ role: 'service_role', iat: 1700000000, exp: 2000000000 })],
    ['a private key', '', key],
  ])('are found as %s', async (kind, before, value) => {
    expect(await found(`# Keys\r\n\r\n${before}${value}\n`)).toEqual([`${kind}: ${value}`]);
  });

  it('are found in a key that JSON or YAML holds', async () => {
    const escaped = key.replaceAll('\n', '\\n');
    expect(await found(`{"private_key": "${escaped}"}`)).toEqual([`a private key: ${escaped}`]);
    expect(await found(`key: |\n  ${key.replaceAll('\n', '\n  ')}`)).toHaveLength(1);
  });

  it.each([
    ['the password of a database', 'mongodb+srv://picker:'],
    ['the password of a database', 'mysql://picker:'],
    ['the password of a database', 'rediss://:'],
    ['a password in a URL', 'https://picker:'],
  ])('are found as %s in %s', async (kind, start) => {
    expect(await found(`${start}vQ7mZk2RtW9x@trees.orchard-data.com/x`)).toEqual([`${kind}: vQ7mZk2RtW9x`]);
  });

  it('are told once where one holds another', async () => {
    const token = `ghp_${drawn.slice(0, 36)}`;
    expect(await found(`git clone https://x-access-token:${token}@github.com/orchard/trees`)).toHaveLength(1);
  });
});

describe('what is no credential', () => {
  it.each([
    ['a prefix alone', 'Keys start with `ghp_`, `sk_live_` or `AKIA`, never with `xoxb-`.'],
    ['the alphabet', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
    ['letters and figures in turn', `sk_live_1a2b3c4d5e6f7g8h9i0j1k2l`],
    ['the same again', `glpat-${'h4Zq'.repeat(6)}`],
    ['a word in it', `ghp_${drawn.slice(0, 14)}Redacted${drawn.slice(14, 28)}`],
    ['a value cut short', `Bearer ghp_${drawn.slice(0, 10)}...`],
    ['a test key', `sk_test_${drawn.slice(0, 24)}`],
    ['GitHub’s own sample', `ghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}`],
    ['Google’s own sample', `AIza${'SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe'}`],
    ['a row of letters', `sk_live_51${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'}`],
    ['a token of an hour', jwt({ sub: 'tree-7', iat: 1700000000, exp: 1700003600 })],
    ['a token that everybody can sign', jwt({ sub: 'tree-7' }, 'your-256-bit-secret')],
    ['a token about somebody invented', jwt({ sub: 'tree-7', name: 'Jane Doe' })],
    ['a token with a signature of the wrong length', `${jwt({ sub: 'tree-7' })}x`],
    ['a key that lost a line', key.replace(/\n[^\n]+\n/, '\n')],
    ['a password that people think of', 'postgres://picker:harvest2024@trees.orchard-data.com/x'],
    ['a password in other letters', 'postgres://picker:S3cur3-P4ssW0rd@trees.orchard-data.com/x'],
    ['a password on a private host', 'postgres://picker:vQ7mZk2RtW9x@10.0.0.7/x'],
    ['a password on a reserved host', 'https://picker:vQ7mZk2RtW9x@api.orchard.example/x'],
    ['a port behind an @ of something else', 'See https://orchard-data.com:443/@orchard/trees.'],
  ])('is %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it.each([
    'example: VALUE',
    '{ "example": "VALUE" }',
    'EXAMPLE_TOKEN=VALUE',
    '<ParamField header="Authorization" placeholder="VALUE" />',
    'A token, e.g. `VALUE`, is sent in a header.',
    'Send an example token: `VALUE`.',
    'token: VALUE # revoked',
    'token: VALUE (this is not a real token)',
    'The tokens below are examples.\n\n```bash\ncurl -H "Authorization: VALUE" https://api.orchard.example\n```',
    '| Name | Example | Meaning |\n|---|---|---|\n| token | VALUE | Who calls |',
  ])('is what the page calls an example: %s', async (text) => {
    expect(await found(text.replace('VALUE', `ghp_${drawn.slice(0, 36)}`))).toEqual([]);
  });

  it.each([
    'curl -H "Authorization: VALUE" https://api.orchard.example/examples',
    'For example, call the API with this token:\n\n    VALUE',
    '# Example: curl -H "Authorization: Bearer VALUE"',
    '| Name | Value | Example |\n|---|---|---|\n| token | VALUE | |',
  ])('is not told by an example of something else: %s', async (text) => {
    expect(await found(text.replace('VALUE', `ghp_${drawn.slice(0, 36)}`))).toHaveLength(1);
  });

  it('is what secretlint was told to leave alone', async () => {
    expect(await found(`<!-- secretlint-disable-next-line -->\nghp_${drawn.slice(0, 36)}\n`)).toEqual([]);
  });
});

it('stays linear on hostile text', async () => {
  const hostile = [
    'ghp_',
    'xoxb-a-',
    'postgres://a:',
    '-----BEGIN PRIVATE KEY-----',
    'eyJaaaaaaaaaaaa.',
    'SG.a.',
    '| ',
  ];
  const start = performance.now();
  for (const piece of hostile) await scanText(piece.repeat(300_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(5000);
});
