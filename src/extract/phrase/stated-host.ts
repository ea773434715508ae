import type { HostMention } from '../../model.ts';
import { type SourceText, spanOf } from '../../text/source-text.ts';
import { parseTarget } from '../target.ts';
import type { Range } from './ranges.ts';

const ADDRESS = String.raw`\$\{?[A-Z][A-Z0-9_]{0,40}\}?|https?:\/\/[^\s\x60,;)]+`;
/** What writers call a server, such as "control plane"; only the truth can tell whether it is one. */
const NAME = String.raw`[A-Za-z][\w-]{1,30}(?: [\w-]{1,30}){0,2}?`;
const KIND = String.raw`(?: (?:host|server|api|surface|domain))?`;
const PLACE = String.raw`(?:(?<address>${ADDRESS})|(?:the )?(?<name>${NAME})${KIND}(?=[.,:;)]|$))`;
const ROUTES = 'routes?|endpoints?|calls?|requests?|paths?|operations?';

const FOR_ALL = new RegExp(
  String.raw`\b(?<reach>all|these|the following|following|every|each)\b[^.;:]{0,40}\b(?:${ROUTES})\b(?<where>[^.;:]{0,40})\b(?:on|at|to|against|by|from) (?:the )?${PLACE}`,
  'i',
);
const LABEL = new RegExp(String.raw`^\s*(?:host|base url|server|surface)\s*[:：]\s*${PLACE}\s*$`, 'im');
const HOST_LINE = new RegExp(String.raw`^\s*host\s+(?<address>${ADDRESS})\.?\s*$`, 'im');
/** "is served by the tenant", "lives on `$CP`"; a place alone ("a token minted on the tenant") says nothing of the route. */
const OF_ONE = new RegExp(
  String.raw`^[^.;:,]{0,20}\b(?:is|are|lives?|sits?|runs?)(?: (?:only|also|served|available|answered|hosted|offered|found)){0,2} (?:on|by|from) (?:the )?${PLACE}`,
  'i',
);
const KIND_OF_ONE = new RegExp(
  String.raw`^[^.;:,]{0,10}\b(?:is|are) (?:an? |the )?(?<name>${NAME})[ -](?:${ROUTES})\b`,
  'i',
);

/** A server that the text names for calls around it. */
export interface StatedHost {
  readonly host: HostMention;
  /** `next`: the block below; `section`: what the section describes; `page`: all of the page. */
  readonly reach: 'next' | 'page' | 'section';
}

const MAY_STATE = /\b(?:all|these|following|every|each|host|base url|server|surface)\b/i;

/** "All routes of this table are on `$CP`", "Host: `$TENANT`". */
export function statedHost(text: SourceText): StatedHost | undefined {
  if (!MAY_STATE.test(text.text)) return undefined;
  const label = LABEL.exec(text.text) ?? HOST_LINE.exec(text.text);
  const labelled = label && hostIn(text, label);
  if (labelled) return { host: labelled, reach: 'section' };
  const match = FOR_ALL.exec(text.text);
  const host = match && hostIn(text, match);
  if (!match || !host) return undefined;
  const { reach = '' } = match.groups ?? {};
  if (/\bnot\b|n['’]t\b/i.test(match[0])) return undefined;
  if (/\b(?:on|in|of) (?:this|the) (?:page|guide|document)\b/i.test(match[0])) return { host, reach: 'page' };
  return { host, reach: /these|following/i.test(reach) ? 'next' : 'section' };
}

/** "`PUT /x` is a control-plane route", "`GET /y` lives on `$TENANT`": what stands right behind an operation. */
export function hostOfOperation(text: SourceText, { end }: Range): HostMention | undefined {
  const rest = text.text.slice(end, end + 120);
  const match = OF_ONE.exec(rest) ?? KIND_OF_ONE.exec(rest);
  return match ? hostIn(text, match, end) : undefined;
}

const WHOLE_CELL = new RegExp(String.raw`^\s*${PLACE}\s*$`, 'i');

/** The whole of a cell, where its column is one of hosts. */
export function hostOfCell(text: SourceText): HostMention | undefined {
  const match = WHOLE_CELL.exec(text.text);
  return match ? hostIn(text, match) : undefined;
}

function hostIn(text: SourceText, match: RegExpExecArray, offset = 0): HostMention | undefined {
  const { address, name } = match.groups ?? {};
  const written = (address ?? name ?? '').replace(/[./]+$/, '');
  const start = offset + match.index + match[0].lastIndexOf(written);
  const end = start + written.length;
  if (address === undefined) return { text: written, span: spanOf(text, start, end), kind: 'literal' };
  // As an address needs a path to be one.
  const target = parseTarget(text, start, end, 'command');
  return target && target.segments.length === 0 ? target.host : undefined;
}
