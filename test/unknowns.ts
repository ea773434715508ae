/** Why a mention stays unknown: how `explain` puts it, what it means, and what a writer can do. */
interface Unknown {
  /** As it is printed; `…` stands for what the guide writes. */
  readonly because: string;
  readonly means: string;
  readonly remedy: string;
}

const state = '`specwins: { operation: "…" }` in the front matter';

/** The most frequent first, by a count over real guides. */
export const unknowns: readonly Unknown[] = [
  {
    because: 'names: no call stands around it',
    means: 'a field, and no call in its section or in the one around it',
    remedy: `write the call above it, or ${state}`,
  },
  {
    because: 'names: few of the names beside it are those of a call around it',
    means: 'the calls near by have other fields: it may be about a file, an event or a type',
    remedy: `where it is about a call, ${state}; else leave it`,
  },
  {
    because: 'call: which is bound to nothing',
    means: 'it belongs to a sample whose own call is unknown, or goes to another server',
    remedy: 'look at the line of the call first',
  },
  {
    because: 'call: no call stands around it',
    means: 'a status, and several calls or none near by',
    remedy: 'name the call in the sentence',
  },
  {
    because: 'section: a call of the same section',
    means: 'ambiguous: several calls of the section fit',
    remedy: `part the section, or ${state}`,
  },
  {
    because: 'path: nothing tells whether it speaks of this API',
    means: 'a path without a host that is like none of the specs',
    remedy: 'add the spec that has it to `specs`, or write the host',
  },
  {
    because: 'path: it has no word of its own',
    means: '`GET /{id}` fits too much',
    remedy: 'write the whole path',
  },
  {
    because: 'path: `…` is a file or a page',
    means: '`/openapi.json` and its like',
    remedy: 'nothing',
  },
  {
    because: 'words: the words around it speak of another thing than a call',
    means: 'JSON of a configuration, a log, a stored document',
    remedy: 'nothing',
  },
  {
    because: 'event: the specs describe no such event',
    means: 'the payload of a webhook',
    remedy: 'describe it in the spec, under `webhooks` or `callbacks`',
  },
  {
    because: 'host: no spec names the server `…`',
    means: 'foreign: a server that no spec lists',
    remedy: 'where it is yours, `hosts` of the spec in the configuration',
  },
];

/** The operation that it is about, as the front matter may say it. */
export const statedPage = (operation: string) => `---\nspecwins: { operation: "${operation}" }\n---\n\n${unknownPage}`;

/** A page of which most can be bound to nothing. */
export const unknownPage = `# Harvests

## What a harvest holds

| field | type |
|---|---|
| \`kilograms\` | string |
| \`grade\` | string |

## Elsewhere

Our board shows \`/pickers/today\` too. Read \`/openapi.json\` for all of it, or \`GET /{id}\`.

\`\`\`sh
curl https://weather.example/v1/rain -d '{"place": "Orchard"}'
\`\`\`

## When it rains

Call \`GET /orchards/{orchardId}/harvests\` or \`POST /orchards/{orchardId}/harvests\`; it answers \`404\` where there is none.

| field | type |
|---|---|
| \`cloud\` | string |
| \`wind\` | string |
| \`millimetres\` | integer |
`;

/** The line that the README explains. */
export const explained = 7;

export function unknownTable(): string {
  const rows = unknowns.map(({ because, means, remedy }) => `| ${quoted(because)} | ${means} | ${remedy} |`);
  return ['| because | what it means | what to do |', '|---|---|---|', ...rows].join('\n');
}

function quoted(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
