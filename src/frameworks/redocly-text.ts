import type { Delete, Heading, Nodes, Parents } from 'mdast';

/** What a heading says, and the id that an annotation (`{% #id %}`) gives it. */
interface MarkdocHeading {
  readonly text: string;
  readonly id?: string;
}

/** The pieces of a node's text: each text, code span and element is one. */
interface Pieces {
  readonly done: string[];
  /** Text that is still going on; nothing right after an element. */
  open?: string;
  id?: string;
}

/**
 * The text of a heading as `get-inner-text.js` of @redocly/realm joins it: the pieces are trimmed and parted by a space
 * each, so `**Bold**: text` becomes `Bold : text`. Nothing where tags, variables or footnotes decide what it says.
 */
export function readMarkdocHeading(heading: Heading, html: 'source' | 'unknown'): MarkdocHeading | undefined {
  const pieces: Pieces = { done: [] };
  const isKnown = heading.children.every((child) => addNode(child, pieces, html));
  return isKnown ? { text: joined(pieces), ...(pieces.id !== undefined && { id: pieces.id }) } : undefined;
}

function addNode(node: Nodes, pieces: Pieces, html: 'source' | 'unknown'): boolean {
  switch (node.type) {
    case 'text':
      return addText(node.value, pieces);
    case 'html':
      addLiteral(node.value, pieces);
      return html === 'source';
    case 'inlineCode':
      addPiece(node.value, pieces);
      return true;
    case 'image':
    case 'imageReference':
    case 'break':
      addPiece('', pieces);
      return true;
    case 'delete':
      // Markdoc strikes through what two tildes mark, and takes one for text.
      if (widthOfMark(node) === 1) return node.children.every((child) => addNode(child, pieces, html));
      return addElement(node, pieces, html);
    case 'emphasis':
    case 'link':
    case 'linkReference':
    case 'strong':
      return addElement(node, pieces, html);
    default:
      return false;
  }
}

function addElement(node: Parents, pieces: Pieces, html: 'source' | 'unknown'): boolean {
  const inner: Pieces = { done: [] };
  const isKnown = node.children.every((child) => addNode(child, inner, html));
  pieces.id = inner.id ?? pieces.id;
  addPiece(joined(inner), pieces);
  return isKnown;
}

function widthOfMark({ position, children }: Delete): number | undefined {
  const inside = children[0]?.position?.start.offset;
  return inside === undefined || position?.start.offset === undefined ? undefined : inside - position.start.offset;
}

/** Annotations leave nothing but the place where they part the text; any other `{% %}` is a tag, a variable or a mistake. */
function addText(text: string, pieces: Pieces): boolean {
  const [first = '', ...rest] = text.split('{%');
  addLiteral(first, pieces);
  return rest.every((part) => {
    const end = part.indexOf('%}');
    if (end < 0 || !addAnnotation(part.slice(0, end), pieces)) return false;
    closeLiteral(pieces);
    addLiteral(part.slice(end + 2), pieces);
    return true;
  });
}

const attribute = /^(?:#([\w-]+)|\.[\w-]+|([\w-]+)=(?:"([^"\\]*)"|-?[\w.]+))(?:\s+|$)/;

/** Shorthands and attributes of Markdoc's grammar, "Annotations": `#id`, `.class` and `name="value"`. The last id wins. */
function addAnnotation(annotation: string, pieces: Pieces): boolean {
  let rest = annotation.trimStart();
  if (rest === '') return false;
  while (rest !== '') {
    const [whole, id, name, value] = attribute.exec(rest) ?? [];
    if (whole === undefined) return false;
    if (id !== undefined || (name === 'id' && value !== undefined)) pieces.id = id ?? value;
    rest = rest.slice(whole.length);
  }
  return true;
}

function addLiteral(text: string, pieces: Pieces): void {
  if (text !== '') pieces.open = (pieces.open ?? '') + text;
}

function closeLiteral(pieces: Pieces): void {
  if (pieces.open !== undefined) pieces.done.push(pieces.open);
  pieces.open = undefined;
}

function addPiece(text: string, pieces: Pieces): void {
  closeLiteral(pieces);
  pieces.done.push(text);
}

function joined(pieces: Pieces): string {
  closeLiteral(pieces);
  return pieces.done
    .map((piece) => piece.trim())
    .join(' ')
    .trim();
}
