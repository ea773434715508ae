/** Turns the title of a heading into an id, which may be empty or taken. */
export type Slugify = (title: string) => string;

/** `slugify` of `markdown/extensions/toc.py`: ASCII alone, after compatibility decomposition. */
export function asciiSlugify(separator: string): Slugify {
  return (title) => joinWords(title.normalize('NFKD').replace(/[\u0080-\uffff]/g, ''), separator);
}

/** `slugify_unicode` of `markdown/extensions/toc.py`: as it is, without any normalization. */
export function unicodeSlugify(separator: string): Slugify {
  return (title) => joinWords(title, separator);
}

/** What `pymdownx.slugs.slugify` is told by its keywords. */
export interface PymdownxOptions {
  readonly case: 'none' | 'lower' | 'lower-ascii' | 'fold';
  readonly percentEncode: boolean;
  readonly form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD';
}

/** `pymdownx/slugs.py`: tags go, the ends are trimmed, and then each space by itself becomes a separator. */
export function pymdownxSlugify(separator: string, options: PymdownxOptions): Slugify {
  return (title) => {
    const trimmed = withoutTags(title.normalize(options.form)).trim();
    const slug = changeCase(trimmed, options.case)
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', () => separator);
    return options.percentEncode ? encodeURIComponent(slug) : slug;
  };
}

/**
 * `unique` of `markdown/extensions/toc.py`: an id that is taken or empty gets `_1`, and a number that it ends with is
 * counted on. Ids once taken stay so; each title therefore goes on where it stopped.
 */
export function uniqueIds(taken: Iterable<string>): (slug: string) => string {
  const used = new Set(taken);
  const latest = new Map<string, string>();
  return (slug) => {
    let id = latest.get(slug) ?? slug;
    while (id === '' || used.has(id)) id = successor(id);
    used.add(id);
    latest.set(slug, id);
    return id;
  };
}

function successor(id: string): string {
  const [, stem, number] = /^(.*)_([0-9]+)$/s.exec(id) ?? [];
  return stem === undefined || number === undefined ? `${id}_1` : `${stem}_${BigInt(number) + 1n}`;
}

/** Python's `\w` are letters, numbers and `_`, but no marks; its `\s` lacks the byte order mark, which JavaScript's has. */
function joinWords(text: string, separator: string): string {
  const words = text
    .replace(/[^\p{L}\p{N}_\s-]|\ufeff/gu, '')
    .trim()
    .toLowerCase();
  const runs = new RegExp(`[${separator.replace(/[\\\]^-]/g, '\\$&')}\\s]+`, 'g');
  return words.replace(runs, () => separator);
}

/** `<[^>]*>`, as a loop: what is never closed would be looked through again from each `<`. */
function withoutTags(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('<', from);
    const close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) return kept + text.slice(from);
    kept += text.slice(from, open);
    from = close + 1;
  }
}

function changeCase(text: string, mode: PymdownxOptions['case']): string {
  switch (mode) {
    case 'none':
      return text;
    case 'lower':
      return text.toLowerCase();
    case 'lower-ascii':
      return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    case 'fold':
      // Python's `casefold`: `ß` is `ss` and `ς` is `σ`; the dotless `ı`, whose capital is a plain `I`, stays.
      return [...text].map((char) => (char === 'ı' ? char : char.toUpperCase().toLowerCase())).join('');
  }
}
