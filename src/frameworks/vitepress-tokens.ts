import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Heading } from 'mdast';

/** An inline token as far as ids need it, after markdown-it. */
export type InlineToken =
  | {
      readonly kind: 'text';
      readonly content: string;
      /** Of what is a token of its own: what VitePress puts back for an escape or a character reference. */
      readonly restored?: string;
    }
  | { readonly kind: 'code'; readonly content: string }
  | { readonly kind: 'image' | 'close' | 'softbreak' | 'other' };

/** As much of an mdast node as its tokens need. */
interface Inline {
  readonly type: string;
  readonly value?: string;
  readonly label?: string | null;
  readonly position?: { readonly start: Point; readonly end: Point };
  readonly children?: readonly Inline[];
}

interface Point {
  readonly offset?: number;
}

/** An address with a scheme, about as linkify-it ends it: braces and other brackets that are closed belong to it. */
const address =
  /(?<![a-z0-9.+-])(?:https?|ftp):\/\/[\p{L}\p{N}]+(?:[.-]+[\p{L}\p{N}]+)*(?::\d+)?(?:[/?#](?:[^\s<>()[\]{}"'.,!?;]|\{[^\s{}]*\}|\([^\s()]*\)|\[[^\s[\]]*\]|[.,!?;'](?=[\w/%{]))*)?/giu;

/** The content of a heading as markdown-it splits it, before `text_join`. Plain texts side by side are one token. */
export function inlineTokens(heading: Heading, source: string): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  for (const token of heading.children.flatMap((child) => tokensOf(child, source))) {
    const last = tokens.at(-1);
    if (isPlain(last) && isPlain(token)) tokens[tokens.length - 1] = plain(last.content + token.content);
    else tokens.push(token);
  }
  return tokens.flatMap((token) => (isPlain(token) && token.content.includes('://') ? linked(token.content) : [token]));
}

/** VitePress links addresses (`linkify`), and what is linked is no longer looked at for attributes and emoji. */
function linked(text: string): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  let from = 0;
  for (const { 0: content, index } of text.matchAll(address)) {
    if (index > from) tokens.push(plain(text.slice(from, index)));
    tokens.push({ kind: 'other' }, { kind: 'text', content, restored: content }, { kind: 'close' });
    from = index + content.length;
  }
  if (from < text.length) tokens.push(plain(text.slice(from)));
  return tokens;
}

/**
 * What GFM reads otherwise than markdown-it comes back as text: `~struck~` with one tilde, and `[^1]`, which is a link to
 * a definition with the text `^1`. A bare address is text, too: our engines differ there, and we link it ourselves.
 */
function tokensOf(node: Inline, source: string): readonly InlineToken[] {
  switch (node.type) {
    case 'text':
      return textTokens(node.value ?? '', written(node, source));
    case 'inlineCode':
      return [{ kind: 'code', content: node.value ?? '' }];
    case 'image':
    case 'imageReference':
      return [{ kind: 'image' }];
    case 'footnoteReference':
      return [{ kind: 'other' }, plain(`^${node.label ?? ''}`), { kind: 'close' }];
    default:
      return node.children ? elementTokens(node, node.children, source) : [{ kind: 'other' }];
  }
}

function elementTokens(node: Inline, children: readonly Inline[], source: string): readonly InlineToken[] {
  const inner = children.flatMap((child) => tokensOf(child, source));
  const raw = written(node, source) ?? '';
  if (node.type === 'delete' && /^~(?!~)/.test(raw)) return [plain('~'), ...inner, plain('~')];
  if (node.type === 'link' && raw !== '' && !/^[[<]/.test(raw)) return inner;
  const element: readonly InlineToken[] = [{ kind: 'other' }, ...inner, { kind: 'close' }];
  // Of the two marks on each side markdown-it leaves one as an empty text, which `text_join` then sees.
  return node.type === 'strong' ? [plain(''), ...element, plain('')] : element;
}

/** Escapes, character references and line ends split a text. */
function textTokens(value: string, raw: string | undefined): readonly InlineToken[] {
  if (raw === undefined || (raw === value && !value.includes('\n'))) return [plain(value)];
  const tokens: InlineToken[] = [];
  let from = 0;
  for (const match of raw.matchAll(/\\([!-/:-@[-`{-~])|&(?:#\w{1,8}|[a-z][a-z0-9]{1,31});|\r?\n[ \t>]*/gi)) {
    const token = specialToken(match[0], match[1]);
    if (!token) continue;
    const before = raw.slice(from, match.index);
    const kept = token.kind === 'softbreak' ? before.replace(/(?<![ \t])[ \t]+$/, '') : before;
    if (kept !== '') tokens.push(plain(kept));
    tokens.push(token);
    from = match.index + match[0].length;
  }
  if (from < raw.length) tokens.push(plain(raw.slice(from)));
  return tokens;
}

/** `getContent()` of VitePress's `restoreEntities`: a reference comes back as written, an escaped `&` as `&amp;`. */
function specialToken(raw: string, escaped: string | undefined): InlineToken | undefined {
  if (/^\r?\n/.test(raw)) return { kind: 'softbreak' };
  if (escaped !== undefined) return { kind: 'text', content: escaped, restored: escaped === '&' ? '&amp;' : escaped };
  const content = decoded(raw.slice(1, -1));
  return content === undefined ? undefined : { kind: 'text', content, restored: raw };
}

function decoded(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (name.startsWith('#')) return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  return decodeNamedCharacterReference(name) || undefined;
}

function written({ position }: Inline, source: string): string | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : source.slice(start, end);
}

function plain(content: string): InlineToken & { readonly kind: 'text' } {
  return { kind: 'text', content };
}

function isPlain(token: InlineToken | undefined): token is InlineToken & { readonly kind: 'text' } {
  return token?.kind === 'text' && token.restored === undefined;
}
