import type { Nodes, Parent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { FieldMention, Setting } from '../../model.ts';
import type { PageContext } from '../extractor.ts';
import { flattenPhrase, type Phrase } from '../phrase/phrase.ts';
import { isHeaderName, type NamedField } from './field-name.ts';
import { isKnownStatus } from './status.ts';

export type FieldPlace = FieldMention['place'];

/** The words around a block, nearest first. */
export interface Surroundings {
  /** The paragraph right above it, unless something else stands between. */
  readonly lead?: Phrase;
  /** Titles of the elements around it, then the headings, nearest first. */
  readonly titles: readonly string[];
  /** The lead's last sentence, then the titles. */
  readonly texts: readonly string[];
}

/** Nobody reads a heading on the third level above for what a table holds. */
const MOST_TITLES = 4;

/** What stands above the node that is being read. */
export function surroundingsOf(page: PageContext): Surroundings {
  const lead = leadIn(page);
  const headings = page.outline.toReversed().map(({ text }) => text);
  const titles = [...elementTitles(page), ...headings, ...(page.title === undefined ? [] : [page.title])].slice(
    0,
    MOST_TITLES,
  );
  const last = lead && lastSentence(lead.text);
  return { ...(lead && { lead }), titles, texts: last ? [last, ...titles] : titles };
}

/** The words around a list within an item: the item's own stand nearest. */
export function insideOf(lead: Phrase, { titles }: Surroundings): Surroundings {
  return { lead, titles, texts: [lastSentence(lead.text), ...titles] };
}

function leadIn(page: PageContext): Phrase | undefined {
  const around = page.ancestors.findLast(({ node }) => !('type' in node) || node.type !== 'paragraph');
  const before = around?.node.children[around.index - 1];
  // A line that holds one element alone is a paragraph to one engine and none to the other; it leads in nothing.
  if (before?.type !== 'paragraph' || before.children.every(({ type }) => type === 'mdxJsxTextElement'))
    return undefined;
  return flattenPhrase(before.children, page);
}

/** `<Expandable title="Query parameters">`, `<Tab title="Response">`, innermost first. */
function elementTitles({ ancestors }: PageContext): string[] {
  return ancestors.toReversed().flatMap(({ node }) => {
    if (!isElement(node)) return [];
    const title = node.attributes.find(
      (attribute) => attribute.type === 'mdxJsxAttribute' && /^(?:title|label)$/.test(attribute.name),
    );
    return typeof title?.value === 'string' ? [title.value] : [];
  });
}

export function isElement(node: Nodes | Parent): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement';
}

function lastSentence(text: string): string {
  const trimmed = text.trim().slice(-400);
  const stops = [...trimmed.slice(0, -1).matchAll(/[.!?](?=\s+[A-Z\x60])|\n\n/g)];
  const stop = stops.at(-1);
  return stop ? trimmed.slice(stop.index + 1).trim() : trimmed;
}

const NOUNS =
  'param(?:eter)?s?|fields?|propert(?:y|ies)|attributes?|arguments?|variables?|keys?|schema|object|members?';
const PLACES: readonly (readonly [FieldPlace, RegExp])[] = [
  ['query', new RegExp(String.raw`\bquery(?:[- ]?string)? (?:${NOUNS})\b|\bquery[- ]?string\b`, 'i')],
  ['path', new RegExp(String.raw`\b(?:path|route) (?:${NOUNS}|segments?)\b`, 'i')],
  ['header', /\bheaders?\b/i],
  ['cookie', new RegExp(String.raw`\bcookies? (?:${NOUNS})\b|^cookies?$`, 'i')],
  [
    'request',
    new RegExp(
      String.raw`\b(?:request|post|put|patch|json|form)[- ](?:body|payload|data|(?:body )?(?:fields?|propert(?:y|ies)|attributes?|schema|object))\b|\bbody (?:${NOUNS}|data)\b|\b(?:in|of) the (?:request )?body\b|^(?:the )?(?:request )?(?:body|payload)$|^request$`,
      'i',
    ),
  ],
  [
    'response',
    new RegExp(
      String.raw`\b(?:responses?|answer|reply|result) (?:body|payload|data|structure|shape|format|example|${NOUNS})\b|\b(?:in|of) the (?:\w+ )?(?:response|answer|reply)\b|^(?:\w+ ){0,2}(?:response|returns?|answer|result)s?:?$|\b(?:returns|returned|responds|answers|response (?:contains|includes|has|looks|is|will)|responses (?:contain|include|have))\b`,
      'i',
    ),
  ],
];

/** Where the fields stand of which a text speaks; nothing where it does not say, `unknown` where it says two places. */
export function placeIn(text: string): FieldPlace | undefined {
  const said = PLACES.filter(([, pattern]) => pattern.test(text.slice(0, 400)));
  if (said.length > 1) return 'unknown';
  return said[0]?.[0];
}

/** The nearest of the texts that names a place decides. */
export function placeFrom(texts: readonly string[]): FieldPlace {
  for (const text of texts) {
    const place = placeIn(text);
    if (place) return place;
  }
  return 'unknown';
}

/** Headers of a request have names of their own kind; words above that say "header" may mean those of a file or a token. */
export function believable(place: FieldPlace, names: readonly NamedField[]): FieldPlace {
  const alike = names.filter(({ path }) => isHeaderName(path.join('.')) || path[0]?.includes('-'));
  return place === 'header' && alike.length * 2 < names.length ? 'unknown' : place;
}

const FIELD_WORDS = /\b(?:fields|param(?:eter)?s|properties|headers|attributes)\b/i;
/** "The `mode` parameter can take one of two values:" */
const VALUE_WORDS = /\b(?:values|options|one of|can be|set to|scopes|permissions|events)\b[^.]{0,40}$/i;
const FIELDS_LAST = /\b(?:fields|param(?:eter)?s|properties)\b[^.]{0,30}$/i;

/** Whether the lead or the nearest title says that fields are listed. */
export function namesFields({ texts }: Surroundings): boolean {
  const [nearest = ''] = texts;
  if (VALUE_WORDS.test(nearest) && !FIELDS_LAST.test(nearest)) return false;
  return texts.slice(0, 2).some((text, index) => FIELD_WORDS.test(text) && (index === 0 || text.length <= 80));
}

const TOPICS: readonly (readonly [NonNullable<Setting['topic']>, RegExp])[] = [
  ['event', /\bwebhooks?\b|\bevents?\b(?![ -](?:stream|source))|\bcallbacks?\b|\bnotifications? payload/i],
  ['error', /\berrors?\b|\bproblem details\b/i],
  [
    'config',
    /\bconfig(?:uration|ure|uring|ured|s)?\b|\bsettings?\b|\benvironment variables?\b|\benv vars?\b|\.(?:ya?ml|toml|json|ts|js|env)\b|\b(?:docker|helm|kubernetes|terraform|self-host\w*)\b|\bfront ?matter\b/i,
  ],
  [
    'other',
    /\(\)|\b(?:SDKs?|CLI|command[- ]line|commands?|flags?|constructor|class|hooks?|functions?|React|Vue|props|components?|metrics?|logs?|logging|traces?|spans?|claims?|database|gRPC|protobuf|GraphQL|tool calls?|prompt|MCP)\b/i,
  ],
];

/** The words around a fact as a setting; nothing where there are none. */
export function settingFrom(texts: readonly string[]): Setting | undefined {
  const [words] = texts;
  if (words === undefined) return undefined;
  const topic = texts.map((text) => topicIn(text)).find((found) => found !== undefined);
  const status = texts.map((text) => statusIn(text)).find((found) => found !== undefined);
  return { ...(topic && { topic }), ...(status !== undefined && { status }), words: words.slice(0, 200) };
}

function topicIn(text: string): Setting['topic'] {
  // `createTree`, `TreeOptions`: a function or a type of a library.
  if (/^(?:[a-z]+|[A-Z][a-z]+)[A-Z]\w*$/.test(text)) return 'other';
  return TOPICS.find(([, pattern]) => pattern.test(text.slice(0, 300)))?.[0];
}

const STATUS =
  /(?:^\W{0,4}|\b(?:responses?|status|returns?|errors?|HTTP)(?: codes?)?\W{1,4})(?<code>[1-5](?:\d\d|xx))(?![\w.%-])/i;

/** `Response (200)`, "404 Not Found", "Returns `4XX`". */
function statusIn(text: string): string | undefined {
  const code = STATUS.exec(text.slice(0, 200))?.groups?.code?.toUpperCase();
  return code !== undefined && isKnownStatus(code) ? code : undefined;
}
