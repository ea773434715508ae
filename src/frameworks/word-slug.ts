import slugify from '@sindresorhus/slugify';

/** The slug of plain words. Transliteration walks through a long list, so it is left to texts that need it. */
export function wordSlug(text: string, decamelize: boolean): string {
  const capitals = decamelize && /[A-Z]/.test(text);
  if (capitals) return /^[\w .:-]*$/.test(text) ? decamelized(text) : transliterated(text, true);
  if (!/^[\x20-\x25\x27-\x7e]*$/.test(text)) return transliterated(text, decamelize);
  return tidy(text.toLowerCase().replace(/[^a-z\d]+/g, '-'));
}

/** What @sindresorhus/slugify 2.2 makes of words in which there is nothing to transliterate. */
function decamelized(text: string): string {
  return text
    .replace(/([A-Z]{2})(\d)/g, '$1 $2')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-rt-z\d])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

const transliterations = new Map<string, string>();

/** Names of fields and titles of tabs are the same on many pages. */
function transliterated(text: string, decamelize: boolean): string {
  const key = `${decamelize} ${text}`;
  const known = transliterations.get(key) ?? slugify(text, { decamelize });
  transliterations.set(key, known);
  return known;
}

/** Possessives and contractions lose their hyphen, and hyphens are single and inside. */
export function tidy(slug: string): string {
  return slug
    .replace(/([a-zA-Z\d]+)-([ts])(?=-|$)/g, '$1$2')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}
