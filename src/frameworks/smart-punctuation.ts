/**
 * Straight marks made typographic, as retext-smartypants 6 does by default: `--` is an em dash, `...` an ellipsis, and
 * quotes open behind spaces and brackets and close elsewhere.
 */
export function smartPunctuation(text: string): string {
  return text
    .replace(/(?<!-)--(?!-)/g, '—')
    .replace(/\.{3}/g, '…')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(^|[\s([{—–-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{—–-])'(?!s\b)/g, '$1‘')
    .replace(/'/g, '’');
}
