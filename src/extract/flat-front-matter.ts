/** Front matter as nearly all pages have it: keys of one word, and behind each a word, text or number, or a list of texts. */
export type FlatFrontMatter = Readonly<Record<string, string | number | readonly string[]>>;

const QUOTED = String.raw`"(?<double>[^"\\\p{C}\p{Z}]*(?: [^"\\\p{C}\p{Z}]*)*)"|'(?<single>[^'\p{C}\p{Z}]*(?: [^'\p{C}\p{Z}]*)*)'`;
const REST = String.raw`[^:#\p{C}\p{Z}]*(?: +[^:#\p{C}\p{Z}]+)*`;

/** Text without a sign that could mean more than itself, in quotes or without. */
const PAIR = new RegExp(
  String.raw`^(?<key>[A-Za-z_][\w-]*):(?: +(?<value>${QUOTED}|(?<number>0|[1-9]\d{0,8})|(?<plain>[A-Za-z]${REST})|(?<none>\[\])))? *$`,
  'u',
);
const ITEM = new RegExp(String.raw`^(?<indent> *)- +(?:${QUOTED}|(?<plain>[A-Za-z/]${REST})) *$`, 'u');

/** Words that YAML reads as another type, and the key which objects do not keep. */
const NO_TEXT = /^(?:null|true|false|__proto__)$/i;

/**
 * Reads front matter that holds nothing but flat pairs and lists of texts; nothing where it holds more, or a key is written
 * twice. A YAML parser takes a tenth of the time that a page is read in.
 */
export function readFlatFrontMatter(text: string): FlatFrontMatter | undefined {
  const pairs = new Map<string, FlatFrontMatter[string]>();
  const lines = text.split('\n').filter((line) => line !== '');
  for (let next = 0; next < lines.length; ) {
    const groups = PAIR.exec(lines[next++] ?? '')?.groups;
    const key = groups?.key;
    if (groups === undefined || key === undefined || NO_TEXT.test(key) || pairs.has(key)) return undefined;
    const value = groups.value === undefined ? itemsFrom(lines, next) : pairValue(groups);
    if (value === undefined) return undefined;
    if (typeof value === 'object') next += value.length;
    pairs.set(key, value);
  }
  return pairs.size > 0 ? Object.fromEntries(pairs) : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function pairValue({ number, none, ...text }: Groups): FlatFrontMatter[string] | undefined {
  if (none !== undefined) return [];
  return number === undefined ? textIn(text) : Number(number);
}

function textIn({ double, single, plain }: Groups): string | undefined {
  return double ?? single ?? (NO_TEXT.test(plain ?? '') ? undefined : plain);
}

/** The items of a list below its key, all at one depth. */
function itemsFrom(lines: readonly string[], from: number): readonly string[] | undefined {
  const items: string[] = [];
  let indent: string | undefined;
  for (let next = from; next < lines.length; next++) {
    const groups = ITEM.exec(lines[next] ?? '')?.groups;
    if (!groups) break;
    const text = textIn(groups);
    indent ??= groups.indent;
    if (text === undefined || groups.indent !== indent) return undefined;
    items.push(text);
  }
  return items.length > 0 ? items : undefined;
}
