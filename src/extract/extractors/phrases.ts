import type { Heading, Nodes, Paragraph } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';
import { addPhraseFacts } from '../phrase/add-facts.ts';
import { type AddedOperation, addOperations, mayHoldAddress } from '../phrase/add-operations.ts';
import { findLabels } from '../phrase/find-labels.ts';
import { flattenPhrase, type Phrase } from '../phrase/phrase.ts';
import { statedHost } from '../phrase/stated-host.ts';

/** Operations named in paragraphs and headings, in code or in plain words. */
export const phrases = defineExtractor({
  id: 'phrases',
  nodes: ['heading', 'mdxJsxFlowElement', 'paragraph'],
  extract(node, page) {
    // The fast engine has no paragraph where a line holds one element alone: `<code>GET /x</code>`.
    if (node.type === 'mdxJsxFlowElement' && !node.children.some(isPhrasing)) return;
    const { start, end } = offsetsOf(node);
    const text = page.doc.text.slice(start, end);
    addLabel(node, text, page);
    addStatedHost(node, text, page);
    const addressed = mayHoldAddress(node, page);
    if (!addressed) addMethodLabel(node, text, page);
    if (!addressed && !mayHoldWords(text)) return;
    const phrase = flattenPhrase(node.type === 'mdxJsxFlowElement' ? [node] : node.children, page);
    const source = node.type === 'heading' ? 'heading' : 'prose';
    const operations = addressed ? addCalls(phrase, source, page) : [];
    addPhraseFacts(phrase, { source, operations }, page);
  },
});

function addCalls(phrase: Phrase, source: 'heading' | 'prose', page: PageContext): readonly AddedOperation[] {
  if (source !== 'heading') page.addLead(phrase);
  for (const label of findLabels(phrase)) page.label(label);
  const statedHost = source === 'heading' || startsItem(page) ? page.statedHost : undefined;
  return addOperations(phrase, page, { ...(source === 'heading' && { source }), ...(statedHost && { statedHost }) });
}

/** "All routes below are on `$CP`", "Host: `$TENANT`". */
function addStatedHost(node: Heading | MdxJsxFlowElement | Paragraph, text: string, page: PageContext): void {
  if (node.type === 'heading' || !STATES_HOST.test(text)) return;
  const stated = statedHost(flattenPhrase(node.type === 'paragraph' ? node.children : [node], page));
  if (stated) page.stateHost(stated);
}

const STATES_HOST =
  /\b(?:all|every|each)\b[^.]{0,60}\b(?:routes?|endpoints?|calls?|requests?|paths?|operations?)\b|\b(?:host|base url|server|surface)\b/i;

/** What a list item begins with is what the list is about. */
function startsItem({ ancestors }: PageContext): boolean {
  const around = ancestors.at(-1);
  return around?.node.type === 'listItem' && around.index === 0;
}

const CODE = /`|<code/;
/** Words of which one stands beside every field that a sentence names. */
const FIELD =
  /\b(?:fields?|param|propert|headers?|attributes?|keys?|defaults?|required|optional|mandatory|deprecated|set)|[`)>] {0,2}\n?(?:is|are|can|may|must|should|accepts|takes|supports)\b/i;
/** "Authentication: Org API Key" */
const CREDENTIAL_LABEL = /^[\s*_]{0,6}(?:auth|credential|required credential)[^:\n]{0,20}:/i;
const STATUS = /(?<![\w.])[1-5](?:\d\d|xx)(?!\w)|-[A-Z]\w{0,40} /i;

/** Names of fields stand in code, statuses are numbers of three digits; most paragraphs have neither. */
function mayHoldWords(text: string): boolean {
  return (
    (CODE.test(text) && (FIELD.test(text) || /\bscopes?\b/i.test(text))) ||
    STATUS.test(text) ||
    CREDENTIAL_LABEL.test(text)
  );
}

/** `(planting-times)=`: MyST's way to give the next block an id. */
function addLabel(node: Heading | MdxJsxFlowElement | Paragraph, text: string, page: PageContext): void {
  if (node.type !== 'paragraph' || !text.includes(')=')) return;
  const id = /^\(([\w-]+)\)=$/.exec(text.trim())?.[1];
  if (id !== undefined) page.anchor({ kind: 'explicit', id, span: page.spanOf(node) });
}

/** "Method: POST" has no slash, and yet half of an operation. */
function addMethodLabel(node: Heading | MdxJsxFlowElement | Paragraph, text: string, page: PageContext): void {
  if (node.type !== 'paragraph' || !/\b(?:method|verb)\b/i.test(text)) return;
  for (const label of findLabels(flattenPhrase(node.children, page))) page.label(label);
}

/** Whether a node stands in a line of text. */
export function isPhrasing(node: Nodes): boolean {
  return PHRASING.has(node.type);
}

const PHRASING: ReadonlySet<string> = new Set([
  'emphasis',
  'inlineCode',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'strong',
  'text',
]);
