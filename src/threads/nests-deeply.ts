/** Far more than anybody writes, and less than a thread can take. */
const DEEPEST = 300;

/**
 * Whether brackets, elements, quotes or lists of a text may go down so far that the room of a thread decides whether it can be read.
 * A text that only looks like it costs nothing but a thread less.
 */
export function nestsDeeply(text: string): boolean {
  return bracketDepth(text) > DEEPEST || DEEP_LINE.test(text);
}

/** Quotes stand at the start of a line, as does what sets off the items of lists; emphasis anywhere. */
const DEEP_LINE = /^[\s>]{300}|[*_~]{300}/m;

const LESS = 0x3c;
const SLASH = 0x2f;

/** Opened and not closed, of elements and brackets taken together. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    depth = Math.max(0, depth + stepAt(text, i));
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function stepAt(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
      return 1;
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
      return -1;
    case LESS:
      return isLetter(text.charCodeAt(at + 1)) ? 1 : text.charCodeAt(at + 1) === SLASH ? -1 : 0;
    case 0x3e: // >
      return text.charCodeAt(at - 1) === SLASH ? -1 : 0;
    default:
      return 0;
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
