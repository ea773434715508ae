/**
 * A link's URL taken apart.
 * - `external`: another origin, or a scheme such as `mailto:`.
 * - `open`: holds a placeholder, so where it leads is not written.
 * - `local`: `path` is decoded once and '' for the page itself; `fragment` is absent where the browser needs none.
 */
export type Address =
  | { readonly kind: 'external' }
  | { readonly kind: 'open' }
  | { readonly kind: 'local'; readonly path: string; readonly suffix: string; readonly fragment?: string };

export function parseAddress(url: string): Address {
  const text = url.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) return { kind: 'external' };
  if (/[{}<>$]|%7B|^\.\.\.$/i.test(text)) return { kind: 'open' };
  const hash = text.indexOf('#');
  const whole = hash < 0 ? text : text.slice(0, hash);
  const query = whole.indexOf('?');
  const path = query < 0 ? whole : whole.slice(0, query);
  const fragment = hash < 0 ? undefined : parseFragment(text.slice(hash + 1));
  return { kind: 'local', path: decode(path), suffix: text.slice(path.length), ...(fragment && { fragment }) };
}

/** `#` and `#top` lead to the top everywhere, and a text directive is for the browser alone. */
function parseFragment(raw: string): string | undefined {
  const id = decode(raw.replace(/:~:.*$/s, ''));
  return id === '' || id.toLowerCase() === 'top' ? undefined : id;
}

/** A percent sign that escapes nothing stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
