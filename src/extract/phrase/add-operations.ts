import type { Nodes } from 'mdast';
import type { HostMention, MentionSource, RequestTarget, Stance } from '../../model.ts';
import { slice, spanOf } from '../../text/source-text.ts';
import { addRequest } from '../code/add-request.ts';
import { readFence } from '../code/read-fence.ts';
import type { PageContext } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';
import { findOperations } from './find-operations.ts';
import type { LinkRange, Phrase } from './phrase.ts';
import { type Range, rangeAround } from './ranges.ts';
import { stanceOf } from './stance.ts';
import { hostOfOperation } from './stated-host.ts';

interface PhraseSetting {
  /** The form of the whole phrase, where that says more than code or prose. */
  readonly source?: MentionSource;
  /** Where the surroundings (a column "Old path") say more than the sentence. */
  readonly stance?: Stance;
  /** A base path stated above. */
  readonly base?: RequestTarget;
  /** A server stated above. */
  readonly statedHost?: HostMention;
  /** The table column it stands in. */
  readonly block?: number;
  /** The surroundings say that paths are endpoints. */
  readonly certain?: boolean;
}

/** Without a slash there is no address, and most paragraphs and tables have none. */
export function mayHoldAddress(node: Nodes, { doc }: PageContext): boolean {
  const { start, end } = offsetsOf(node);
  const text = doc.text.slice(start, end);
  return text.includes('/') || (text.includes('[') && hasReference(node));
}

/** The target of `[text][label]` stands elsewhere. */
function hasReference(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => child.type === 'linkReference' || hasReference(child));
}

/** An operation that a phrase names: where it stands in the phrase, and its index among the page's mentions. */
export interface AddedOperation extends Range {
  readonly index: number;
}

/** Adds a mention for each operation that a phrase names, and gives them in that order. */
export function addOperations(phrase: Phrase, page: PageContext, setting: PhraseSetting): readonly AddedOperation[] {
  const named = new Set<LinkRange>();
  const added: AddedOperation[] = [];
  // What else a sentence names may be of any server.
  const around = (start: number) =>
    setting.source !== undefined || !/\w/.test(phrase.text.slice(0, start)) ? setting.statedHost : undefined;
  for (const operation of findOperations(phrase)) {
    const { start, end, method, target } = operation;
    const link = rangeAround(phrase.links, operation);
    if (link) named.add(link);
    const operationId = link && operationIdIn(link.url);
    const stated = hostOfOperation(phrase, operation) ?? around(start);
    const index = page.mention({
      source: setting.source ?? (operation.code ? 'inline-code' : 'prose'),
      span: spanOf(phrase, start, end),
      text: phrase.text.slice(start, end),
      ...(method && { method }),
      target,
      ...(operationId && { operationId }),
      ...(setting.base && { base: setting.base }),
      ...(stated && !target.host && { statedHost: stated }),
      ...(setting.block !== undefined && { block: setting.block }),
      stance: setting.stance ?? stanceOf(phrase, operation),
      certain: operation.certain || setting.certain === true,
    });
    added.push({ start, end, index });
  }
  addCommands(phrase, page, setting);
  for (const link of phrase.links) {
    const operationId = named.has(link) ? undefined : operationIdIn(link.url);
    if (operationId === undefined) continue;
    const text = phrase.text.slice(link.start, link.end);
    const index = page.mention({
      source: 'link',
      span: spanOf(phrase, link.start, link.end),
      text,
      operationId,
      stance: 'claim',
      certain: true,
    });
    added.push({ start: link.start, end: link.end, index });
  }
  return added;
}

/** A whole `curl …` between back quotes is a sample like one in a fence. */
function addCommands(phrase: Phrase, page: PageContext, setting: PhraseSetting): void {
  for (const { start, end } of phrase.codes) {
    const code = slice(phrase, start, end);
    if (!/^\s*curl\s/.test(code.text)) continue;
    const stance = setting.stance ?? stanceOf(phrase, { start, end });
    for (const sample of readFence({ code, lang: 'bash', meta: '' })) addRequest(sample, page, { stance });
  }
}

/** `…#operation/listHarvests` (Redoc, Docusaurus), `endpoint://list_harvests` and other schemes that hold one bare word. */
function operationIdIn(url: string): string | undefined {
  const fragment = /#(?:tag\/[^/]+\/)?operation\/([\w.-]+)$/.exec(url)?.[1];
  if (fragment !== undefined || /^(?:https?|wss?|file|ftp):/i.test(url)) return fragment;
  return /^[a-z][a-z0-9+-]*:\/\/([A-Za-z]\w*)\/?$/.exec(url)?.[1];
}
