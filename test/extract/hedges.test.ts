import { describe, expect, it } from 'vitest';
import type { Hedge } from '../../src/model.ts';
import { cut, readPage } from './read-page.ts';

/** `«words»`, and what is unlike a certain one that says `unverified`. */
function hedgesIn(text: string, format: 'md' | 'mdx' = 'mdx'): readonly string[] {
  return hedgesOf(text, format).map(({ span, says, certain }) =>
    [`«${cut(text, span)}»`, says === 'unverified' ? '' : says, certain ? '' : 'likely'].filter(Boolean).join(' '),
  );
}

function hedgesOf(text: string, format: 'md' | 'mdx' = 'mdx'): readonly Hedge[] {
  return readPage(text, { format }).hedges ?? [];
}

const fence = (lang: string, text: string): string => `\`\`\`${lang}\n${text}\n\`\`\`\n`;
const table = (head: string, row: string): string => `${head}\n|---|---|---|\n${row}\n`;

describe('hedges in prose', () => {
  it.each([
    ['`GET /trees/{id}` (verify against handler)', '«verify against handler»'],
    ['The trees have an age — verify against the implementation.', '«verify against the implementation»'],
    ['Returns 204. Verify against the server code before relying on it.', '«Verify against the server code»'],
    ['Path: check the exact path against the spec.', '«check the exact path against the spec»'],
    ['The limit is 100 (confirm with the API team).', '«confirm with the API team»'],
    ['This was not yet verified\nagainst the handler.', '«not yet verified\nagainst the handler»'],
    ['The order needs to be confirmed by the backend team.', '«needs to be confirmed by the backend team»'],
    ['We have not tested this yet. Good luck.', ''],
    ['We have not tested this.', '«We have not tested this»'],
    ['This section has not been verified.', '«This section has not been verified»'],
    ['The limit is 100 requests per minute (unconfirmed).', '«unconfirmed»'],
    ['It answers with `age` (not verified).', '«not verified»'],
    ['The default is 20 — needs verification.', '«needs verification»'],
    ['Sort order is by age (double-check this).', '«double-check this»'],
    ['Rate limit: TBD', '«TBD» unfinished'],
    ['The maximum height is TBD.', '«TBD» unfinished'],
    ['Trees can be felled (TBC), watered and pruned.', '«TBC» unfinished'],
    ['The format of the export is still to be determined.', '«to be determined» unfinished'],
    ['**TBD**', '«TBD» unfinished'],
    ['TODO: describe the answer.', '«TODO» unfinished'],
    ['FIXME(ana): the path is wrong.', '«FIXME» unfinished'],
    ['> [!NOTE]\n> Verify against the handler.', '«Verify against the handler»'],
    ['<Callout>\n\nVerify against handler.\n\n</Callout>', '«Verify against handler»'],
    ['<Callout>Verify against handler.</Callout>', '«Verify against handler»'],
    [':::note\nVerify against handler.\n:::', '«Verify against handler»'],
    ['- Trees\n  - Age: TBD\n', '«TBD» unfinished'],
    ['TODO: verify against the handler.', '«verify against the handler»'],
    ['`GET /trees` or `POST /trees`, verify against handler.', '«verify against handler»'],
    ['⚠️ Check against `trees.go`.', '«Check against `trees.go»'],
    ['Exact header name unconfirmed.', '«header name unconfirmed»'],
    ['The path `/trees` still needs to be verified.', '«path `/trees` still needs to be verified»'],
    ['Trees have a colour (I think; not verified).', '«not verified»'],
    ['Double-check this before publishing.', '«Double-check this»'],
    ['Response shape TBD.', '«TBD» unfinished'],
    ['The order is TBD (ask Ana).', ''],
    ['The format is TBD (ask Ana).', '«TBD» unfinished'],
    ['Count the trees. Verify against the spec.', '«Verify against the spec» likely'],
  ])('%s', (text, expected) => {
    expect(hedgesIn(text).join(', ')).toBe(expected);
  });

  it('know their sentence, their paragraph, their item and their section', () => {
    const text = '# Trees\n\n- Old. Tall (verify against handler). Green.\n\n  More.\n';
    const [hedge] = hedgesOf(text);
    expect(hedge?.section).toBe(0);
    expect(hedge?.around.map((span) => cut(text, span).trim())).toEqual([
      'Tall (verify against handler)',
      'Old. Tall (verify against handler). Green.',
      '- Old. Tall (verify against handler). Green.\n\n  More.',
    ]);
  });
});

describe('hedges in tables', () => {
  it.each([
    ['| /trees | GET | verify against handler |', '«verify against handler»'],
    ['| /trees | TBD | All trees |', '«TBD» unfinished'],
    ['| /trees | GET | Needs verification |', '«Needs verification» likely'],
    ['| TBD | GET | Not yet known |', ''],
  ])('%s', (row, expected) => {
    const text = table('| Path | Method | Notes |', row);
    expect(hedgesIn(text).join(', ')).toBe(expected);
    expect(hedgesOf(text).map(({ around }) => cut(text, around[1] ?? around[0] ?? { start: 0, end: 0 }))).toEqual(
      expected === '' ? [] : [row],
    );
  });
});

describe('hedges in the comments of samples', () => {
  it.each([
    ['bash', '# verify against handler\ncurl https://api.orchard.example/trees', '«verify against handler»'],
    ['bash', 'curl https://api.orchard.example/trees # TODO: confirm the path', '«TODO» unfinished'],
    ['jsonc', '{ "age": 3, // TBD\n  "url": "https://orchard.example" }', '«TBD» unfinished'],
    [
      'ts',
      'const age = 3; /* check the field names against the handler */',
      '«check the field names against the handler»',
    ],
    ['yaml', 'age: 3 # FIXME: verify the field name', '«FIXME» unfinished'],
    ['sql', 'select age from trees -- TBC', '«TBC» unfinished'],
  ])('%s: %s', (lang, text, expected) => {
    expect(hedgesIn(fence(lang, text))).toEqual([expected]);
  });

  it('speak of their line, or of the lines below them', () => {
    const text = fence(
      'bash',
      '# verify against handler\ncurl /trees \\\n  -d x\n\ncurl /rows # TODO: confirm the path',
    );
    expect(hedgesOf(text).map(({ around }) => around.map((span) => cut(text, span))[0])).toEqual([
      '# verify against handler\ncurl /trees \\\n  -d x',
      'curl /rows # TODO: confirm the path',
    ]);
  });
});

describe('what readers do not see, and what only looks like a hedge', () => {
  it.each([
    '{/* TODO: verify against handler */}',
    'Trees {/* TBD */} grow.',
    '~~Verify against handler.~~',
    'The state is `TBD`.',
    'It shows “TBD” and “to be confirmed”.',
    'Events whose time is TBD come last.',
    'Trunk-based development (TBD) is what we do. Our branch model: TBD.',
    'Verify against the code that you received by e-mail.',
    'We verify against the handler on every release.',
    'All samples are verified against the implementation.',
    'Your address is not verified.',
    'Your limits are not confirmed yet. The path is not verified by us.',
    'Check against the spec before you deploy. Confirm with the platform team before deleting a tree.',
    'Tokens have not been checked against the source code. Trees never verified by the server code fall.',
    'Filter out rows (TBD) with a query. Trees marked (TBD) have no id.',
    'The amount of 5 (unconfirmed) is pending. The request (unverified) is dropped.',
    'TODO - buy milk',
    'Needs verification: pickers who came yesterday.',
    'Possible values: young, TBD.',
    '1. Check the headers against the spec.',
    fence('json', '{ "state": "TBD", "note": "verify against handler" }'),
    fence('yaml', 'state: "# TBD"\nnote: TBD'),
    fence('js', 'onTree(() => {\n  // TODO: water it\n  // TBD\n});'),
    fence('bash', '# Verify against the spec\nnpx validate openapi.yaml # check the code'),
    fence('md', 'TBD (verify against handler)'),
  ])('%s', (text) => {
    expect(hedgesIn(text)).toEqual([]);
  });

  it('counts a comment of HTML in Markdown as hidden', () => {
    expect(hedgesIn('Trees <!-- TBD --> grow.\n\n<!-- TODO: verify against handler -->\n', 'md')).toEqual([]);
  });
});

it('stays linear on hostile text', () => {
  const pieces = [
    'TBD (',
    'to be ',
    'verify the ',
    'not yet ',
    'we have not ',
    '(unconfirmed ',
    'T B D (TBD) ',
    'TODO: ',
    '"',
  ];
  const start = performance.now();
  for (const piece of pieces) {
    const text = piece.repeat(10_000 / piece.length);
    hedgesIn(`${text}\n\n${fence('bash', `# ${text}`)}\n${fence('bash', `${piece.trim()} # TBD\n`.repeat(500))}`);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});
