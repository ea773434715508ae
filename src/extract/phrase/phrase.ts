import type { Nodes, PhrasingContent } from 'mdast';
import { mapped, type SourceText } from '../../text/source-text.ts';
import { isBareAddress, liftInline, offsetsOf } from '../lift.ts';

/**
 * The inline content of a paragraph, heading or table cell as one line of text, without marks and back quotes,
 * each character mapped to the file. What was code, a link or struck out is kept as ranges of that text.
 */
export interface Phrase extends SourceText {
  readonly codes: readonly Range[];
  readonly links: readonly LinkRange[];
  /** `~~struck out~~` */
  readonly deletions: readonly Range[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface LinkRange extends Range {
  readonly url: string;
}

interface Draft {
  text: string;
  readonly offsets: number[];
  readonly codes: Range[];
  readonly links: LinkRange[];
  readonly deletions: Range[];
  /** Where a raw `<code>` of a Markdown page opened. */
  openCode?: number;
}

export function flattenPhrase(children: readonly PhrasingContent[], doc: SourceText): Phrase {
  const draft: Draft = { text: '', offsets: [], codes: [], links: [], deletions: [] };
  for (const child of children) append(child, doc, draft);
  const end = draft.offsets.at(-1);
  const phrase = mapped(draft.text, [...draft.offsets, end === undefined ? doc.at(0) : end + 1]);
  return { ...phrase, codes: draft.codes, links: draft.links, deletions: draft.deletions };
}

function append(node: Nodes, doc: SourceText, draft: Draft): void {
  switch (node.type) {
    case 'text':
      return appendText(liftInline(node, doc), draft);
    case 'inlineCode':
      return within(draft.codes, draft, () => appendText(liftInline(node, doc), draft));
    case 'break':
      return appendRaw('\n', offsetsOf(node).start, doc, draft);
    case 'html':
      return appendHtml(node.value, offsetsOf(node).start, doc, draft);
    case 'mdxTextExpression':
      return appendRaw(`{${node.value}}`, offsetsOf(node).start, doc, draft);
    case 'mdxJsxTextElement':
      if (node.name === 'code') return within(draft.codes, draft, () => appendAll(node.children, doc, draft));
      return appendAll(node.children, doc, draft);
    case 'link':
      if (isBareAddress(node, doc)) return appendAll(node.children, doc, draft);
      return withLink(node.url, node.children, doc, draft);
    case 'delete':
      return within(draft.deletions, draft, () => appendAll(node.children, doc, draft));
    default:
      if ('children' in node) appendAll(node.children, doc, draft);
  }
}

function appendAll(children: readonly Nodes[], doc: SourceText, draft: Draft): void {
  for (const child of children) append(child, doc, draft);
}

function appendText(lifted: SourceText, draft: Draft): void {
  for (let i = 0; i < lifted.text.length; i++) draft.offsets.push(lifted.at(i));
  draft.text += lifted.text;
}

function appendRaw(text: string, start: number, doc: SourceText, draft: Draft): void {
  for (let i = 0; i < text.length; i++) draft.offsets.push(doc.at(start + i));
  draft.text += text;
}

/** Raw inline tags of a Markdown page: only `<code>` and `<br>` mean something here. */
function appendHtml(tag: string, start: number, doc: SourceText, draft: Draft): void {
  if (/^<br\b/i.test(tag)) appendRaw('\n', start, doc, draft);
  else if (/^<code\b/i.test(tag)) draft.openCode = draft.text.length;
  else if (/^<\/code/i.test(tag) && draft.openCode !== undefined) {
    draft.codes.push({ start: draft.openCode, end: draft.text.length });
    delete draft.openCode;
  } else if (!/^<[/!a-z][^>]*>$/is.test(tag) || /^<[a-z][\w-]*>$/.test(tag)) {
    // `<id>` in Markdown is read as a tag, yet its writer meant a placeholder.
    if (/^<[a-z][\w-]*>$/.test(tag)) appendRaw(tag, start, doc, draft);
  }
}

function within(ranges: Range[], draft: Draft, fill: () => void): void {
  const start = draft.text.length;
  fill();
  if (draft.text.length > start) ranges.push({ start, end: draft.text.length });
}

function withLink(url: string, children: readonly PhrasingContent[], doc: SourceText, draft: Draft): void {
  const start = draft.text.length;
  appendAll(children, doc, draft);
  if (draft.text.length > start) draft.links.push({ start, end: draft.text.length, url });
}
