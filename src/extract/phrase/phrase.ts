import type { Nodes } from 'mdast';
import type { MdxTextExpression } from 'mdast-util-mdx';
import type { OperationComponent } from '../../frameworks/framework.ts';
import { joined, type SourceText } from '../../text/source-text.ts';
import { isBareAddress, liftInline, offsetsOf } from '../lift.ts';
import type { Range } from './ranges.ts';

/**
 * The inline content of a paragraph, heading or table cell as one line of text, without marks and back quotes,
 * each character mapped to the file. What was code, a link or struck out is kept as ranges of that text, in order and
 * without overlap: of two in one another, the outer.
 */
export interface Phrase extends SourceText {
  readonly codes: readonly Range[];
  readonly links: readonly LinkRange[];
  /** `~~struck out~~` */
  readonly deletions: readonly Range[];
}

export interface LinkRange extends Range {
  readonly url: string;
}

/** What the words of a phrase are read with: the document they stand in, and what its page knows. */
export interface PhraseSetting {
  readonly doc: SourceText;
  readonly components: Readonly<Record<string, OperationComponent>>;
  /** The target of `[id]: target`. */
  readonly definition: (identifier: string) => string | undefined;
  /** What was read before: headings, lead-ins and items are looked at by several extractors. */
  readonly phrases: Map<readonly Nodes[], Phrase>;
}

interface Draft {
  length: number;
  readonly pieces: SourceText[];
  readonly codes: Range[];
  readonly links: LinkRange[];
  readonly deletions: Range[];
  /** Where a raw `<code>` of a Markdown page opened. */
  openCode?: number;
}

export function flattenPhrase(children: readonly Nodes[], setting: PhraseSetting): Phrase {
  const known = setting.phrases.get(children);
  if (known) return known;
  const phrase = flatten(children, setting);
  setting.phrases.set(children, phrase);
  return phrase;
}

function flatten(children: readonly Nodes[], setting: PhraseSetting): Phrase {
  const [only] = children;
  if (children.length === 1 && only?.type === 'text') return plainPhrase(liftInline(only, setting.doc));
  const draft: Draft = { length: 0, pieces: [], codes: [], links: [], deletions: [] };
  appendAll(children, setting, draft);
  return { ...joined(draft.pieces), codes: draft.codes, links: draft.links, deletions: draft.deletions };
}

/** Most items and cells are words and nothing else. */
function plainPhrase(text: SourceText): Phrase {
  return { ...joined([text]), codes: NONE, links: NONE, deletions: NONE };
}

const NONE: readonly never[] = [];

function append(node: Nodes, setting: PhraseSetting, draft: Draft): void {
  const { doc } = setting;
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
      return appendExpression(node, doc, draft);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      // `<Route method="GET">/x</Route>` is read as a component.
      if (node.name && setting.components[node.name]?.pathInChildren) return;
      if (node.name === 'code') return within(draft.codes, draft, () => appendAll(node.children, setting, draft));
      return appendAll(node.children, setting, draft);
    case 'link':
      if (isBareAddress(node, doc)) return appendAll(node.children, setting, draft);
      return withLink(node.url, node.children, setting, draft);
    case 'linkReference':
      return withLink(setting.definition(node.identifier) ?? '', node.children, setting, draft);
    case 'delete':
      return within(draft.deletions, draft, () => appendAll(node.children, setting, draft));
    default:
      if ('children' in node) appendAll(node.children, setting, draft);
  }
}

function appendAll(children: readonly Nodes[], setting: PhraseSetting, draft: Draft): void {
  for (const child of children) append(child, setting, draft);
}

function appendText(lifted: SourceText, draft: Draft): void {
  draft.length += lifted.text.length;
  draft.pieces.push(lifted);
}

function appendRaw(text: string, start: number, doc: SourceText, draft: Draft): void {
  appendText({ text, at: (index) => doc.at(start + index) }, draft);
}

/** `{'/trees/{id}'}` renders the text in quotes, a comment nothing; any other expression stands for itself. */
function appendExpression(node: MdxTextExpression, doc: SourceText, draft: Draft): void {
  if (/^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/.test(node.value)) return;
  const { start, end } = offsetsOf(node);
  const quoted = /^\s*(["'`])([^"'`\\$]*)\1\s*$/.exec(node.value)?.[2];
  if (quoted === undefined) return appendRaw(`{${node.value}}`, start, doc, draft);
  const first = start + 1 + node.value.indexOf(quoted);
  // The marks belong to the first and the last character: who replaces the text must take them along.
  const at = (index: number) => doc.at(index === 0 ? start : first + index);
  const after = (index: number) => doc.at(index === quoted.length - 1 ? end - 1 : first + index) + 1;
  appendText({ text: quoted, at, after }, draft);
}

/** Raw inline tags of a Markdown page: only `<code>` and `<br>` mean something here. */
function appendHtml(tag: string, start: number, doc: SourceText, draft: Draft): void {
  if (/^<br\b/i.test(tag)) appendRaw('\n', start, doc, draft);
  else if (/^<code\b/i.test(tag)) draft.openCode = draft.length;
  else if (/^<\/code/i.test(tag) && draft.openCode !== undefined) {
    pushOuter(draft.codes, { start: draft.openCode, end: draft.length });
    delete draft.openCode;
  } else if (!/^<[/!a-z][^>]*>$/is.test(tag) || /^<[a-z][\w-]*>$/.test(tag)) {
    // `<id>` in Markdown is read as a tag, yet its writer meant a placeholder.
    if (/^<[a-z][\w-]*>$/.test(tag)) appendRaw(tag, start, doc, draft);
  }
}

function within(ranges: Range[], draft: Draft, fill: () => void): void {
  const start = draft.length;
  fill();
  pushOuter(ranges, { start, end: draft.length });
}

/** Ranges end in the order in which they are pushed, so those inside this one are the last. */
function pushOuter<Kind extends Range>(ranges: Kind[], range: Kind): void {
  if (range.end === range.start) return;
  while ((ranges.at(-1)?.start ?? -1) >= range.start) ranges.pop();
  ranges.push(range);
}

function withLink(url: string, children: readonly Nodes[], setting: PhraseSetting, draft: Draft): void {
  const start = draft.length;
  appendAll(children, setting, draft);
  pushOuter(draft.links, { start, end: draft.length, url });
}
