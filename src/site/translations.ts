/** A file that says in another language what `original` says. All three are paths below the docs root. */
export interface Translation {
  readonly locale: string;
  /** The file without its mark of a language: `crawl.mdx` for `crawl.de.mdx` and for `de/crawl.mdx`. */
  readonly bare: string;
  /** What it translates; itself where only it is there. */
  readonly original: string;
}

/** The translations among the files below a docs root: `crawl.de.mdx` beside `crawl.mdx`, or folders that mirror the root. */
export function findTranslations(files: readonly string[]): ReadonlyMap<string, Translation> {
  const all = new Set(files);
  const suffixes = languagesOfSuffixes(files, all);
  const folders = languagesOfFolders(files, all);
  const found = new Map<string, Translation>();
  for (const file of files) {
    const translation = bySuffix(file, suffixes, all) ?? byFolder(file, folders, all);
    if (translation) found.set(file, translation);
  }
  return found;
}

/** A tag of BCP 47 with a language of two letters, as file names spell it: `de`, `pt-br`, `zh_Hans`. */
export function isLocale(text: string): boolean {
  return /^[a-z]{2}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3})){0,2}$/.test(text);
}

function bySuffix(file: string, locales: ReadonlySet<string>, all: ReadonlySet<string>): Translation | undefined {
  const parts = splitSuffix(file);
  if (!parts || !locales.has(parts.locale)) return undefined;
  return { ...parts, original: all.has(parts.bare) ? parts.bare : file };
}

function byFolder(file: string, locales: ReadonlySet<string>, all: ReadonlySet<string>): Translation | undefined {
  const parts = splitFolder(file);
  if (!parts || !locales.has(parts.locale)) return undefined;
  const original = [parts.bare, `en/${parts.bare}`].find((candidate) => all.has(candidate));
  return { ...parts, original: original ?? file };
}

/** One pair of siblings shows that the site marks languages so. */
function languagesOfSuffixes(files: readonly string[], all: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) => {
      const parts = splitSuffix(file);
      return parts && all.has(parts.bare) ? [parts.locale] : [];
    }),
  );
}

/** `go/` and `js/` look like languages too: most of the files must have a counterpart at the top or below `en/`. */
function languagesOfFolders(files: readonly string[], all: ReadonlySet<string>): ReadonlySet<string> {
  const bareFiles = new Map<string, string[]>();
  for (const file of files) {
    const parts = splitFolder(file);
    if (parts) bareFiles.set(parts.locale, [...(bareFiles.get(parts.locale) ?? []), parts.bare]);
  }
  const mirrors = [...bareFiles].filter(([locale, bare]) => {
    const mirrored = bare.filter((file) => all.has(file) || (locale !== 'en' && all.has(`en/${file}`)));
    return mirrored.length * 2 >= bare.length;
  });
  const locales = new Set(mirrors.map(([locale]) => locale));
  if (locales.size > 0 && bareFiles.has('en')) locales.add('en');
  return locales;
}

function splitSuffix(file: string): { readonly locale: string; readonly bare: string } | undefined {
  const match = /^(?<stem>.+)\.(?<locale>[^./]+)\.(?<extension>mdx?)$/.exec(file)?.groups;
  if (!match?.locale || !isLocale(match.locale)) return undefined;
  return { locale: match.locale, bare: `${match.stem}.${match.extension}` };
}

function splitFolder(file: string): { readonly locale: string; readonly bare: string } | undefined {
  const slash = file.indexOf('/');
  const locale = file.slice(0, Math.max(slash, 0));
  return isLocale(locale) ? { locale, bare: file.slice(slash + 1) } : undefined;
}
