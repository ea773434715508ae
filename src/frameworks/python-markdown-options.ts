import {
  asciiSlugify,
  type PymdownxOptions,
  pymdownxSlugify,
  type Slugify,
  unicodeSlugify,
} from './python-markdown-slug.ts';

/** What `markdown_extensions` of mkdocs.yml means for the ids of headings. */
export interface PythonMarkdown {
  /** `{#id}` and `{: #id}` are read. */
  readonly attributeLists: boolean;
  readonly footnotes: boolean;
  /** `--` and `---` become dashes. */
  readonly smartDashes: boolean;
  /** `:material-cog:` becomes a picture. */
  readonly icons: boolean;
  /** Whether an extension turns a part of this heading into other text, which is not ours to know. */
  readonly rewrites: (heading: string) => boolean;
  /** Absent where the project names a function of its own. */
  readonly slugify: Slugify | undefined;
}

type Mapping = Readonly<Record<string, unknown>>;

/** Bundles that switch on extensions of their own: `markdown/extensions/extra.py`, `pymdownx/extra.py`. */
const bundles = ['extra', 'pymdownx.extra'];

/** Extensions which change what a heading says, each with what they look for. */
const rewriting: Readonly<Record<string, RegExp>> = {
  'pymdownx.arithmatex': /\$/,
  'pymdownx.critic': /\{(?:\+\+|--|~~|==|>>)/,
  'pymdownx.emoji': /:(?!(?:material|fontawesome|octicons|simple)-)[+\-\w]+:/,
  'pymdownx.inlinehilite': /`(?:#!|:::)/,
  'pymdownx.keys': /\+\+/,
  'pymdownx.smartsymbols': /\((?:c|p|r|tm)\)|c\/o|\d\/\d|-->|<--|=\/=/i,
};

/** Jinja, which the plugin `macros` and others fill in before Python-Markdown sees the page. */
const jinja = /\{[{%]/;

/** Reads the list as YAML gives it: names, and mappings of a name to its settings. */
export function readPythonMarkdown(extensions: unknown): PythonMarkdown {
  const settings = new Map((Array.isArray(extensions) ? extensions : [extensions]).flatMap(settingsOf));
  const has = (...names: readonly string[]) => names.some((name) => settings.has(name));
  return {
    attributeLists: has('attr_list', ...bundles),
    footnotes: has('footnotes', ...bundles),
    smartDashes: has('smarty'),
    icons: has('pymdownx.emoji'),
    rewrites: rewritesOf(Object.entries(rewriting).flatMap(([name, pattern]) => (has(name) ? [pattern] : []))),
    slugify: slugifyOf(settings.get('toc')),
  };
}

/** Jinja works in code as well; extensions leave code alone, if it does not name its language. */
function rewritesOf(patterns: readonly RegExp[]): PythonMarkdown['rewrites'] {
  return (heading) => {
    const text = heading.replace(/`(?!#!|:::)[^`]*`/g, '');
    return jinja.test(heading) || patterns.some((pattern) => pattern.test(text));
  };
}

function settingsOf(entry: unknown): readonly (readonly [string, unknown])[] {
  if (typeof entry === 'string') return [[shortName(entry), undefined]];
  return isMapping(entry) ? Object.entries(entry).map(([name, value]) => [shortName(name), value]) : [];
}

/** `markdown.extensions.toc:TocExtension` is `toc`. */
function shortName(name: string): string {
  return name.replace(/:.*$/s, '').replace(/^markdown\.extensions\./, '');
}

/** The settings `slugify` and `separator` of the extension `toc`. */
function slugifyOf(settings: unknown): Slugify | undefined {
  const { slugify, separator = '-' } = isMapping(settings) ? settings : {};
  if (typeof separator !== 'string') return undefined;
  if (slugify === undefined) return asciiSlugify(separator);
  if (typeof slugify === 'string') return namedSlugify(slugify, separator);
  return isMapping(slugify) ? appliedSlugify(slugify, separator) : undefined;
}

/** The functions of both packages that may be named as they are. The older ones of pymdownx have their mode in the name. */
function namedSlugify(name: string, separator: string): Slugify | undefined {
  const old = { case: 'lower', percentEncode: false, form: 'NFC' } as const;
  switch (name) {
    case 'markdown.extensions.toc.slugify':
      return asciiSlugify(separator);
    case 'markdown.extensions.toc.slugify_unicode':
      return unicodeSlugify(separator);
    case 'pymdownx.slugs.uslugify':
      return pymdownxSlugify(separator, old);
    case 'pymdownx.slugs.uslugify_encoded':
      return pymdownxSlugify(separator, { ...old, percentEncode: true });
    case 'pymdownx.slugs.uslugify_cased':
      return pymdownxSlugify(separator, { ...old, case: 'none' });
    case 'pymdownx.slugs.uslugify_cased_encoded':
      return pymdownxSlugify(separator, { ...old, case: 'none', percentEncode: true });
    case 'pymdownx.slugs.gfm':
      return pymdownxSlugify(separator, { ...old, case: 'lower-ascii' });
    case 'pymdownx.slugs.gfm_encoded':
      return pymdownxSlugify(separator, { ...old, case: 'lower-ascii', percentEncode: true });
    default:
      return undefined;
  }
}

/** `!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`; arguments that we do not know leave it open. */
function appliedSlugify({ object, kwds = {}, ...others }: Mapping, separator: string): Slugify | undefined {
  if (object !== 'pymdownx.slugs.slugify' || !isMapping(kwds) || Object.keys(others).length > 0) return undefined;
  const { case: wanted = 'none', percent_encode = false, normalize = 'NFC', ...unknown } = kwds;
  const mode = oneOf(wanted ?? 'none', ['none', 'lower', 'lower-ascii', 'fold']);
  const form = oneOf(normalize, ['NFC', 'NFD', 'NFKC', 'NFKD']);
  if (!mode || !form || Object.keys(unknown).length > 0) return undefined;
  const options: PymdownxOptions = { case: mode, form, percentEncode: percent_encode === true };
  return pymdownxSlugify(separator, options);
}

function oneOf<const Name extends string>(value: unknown, names: readonly Name[]): Name | undefined {
  return names.find((name) => name === value);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
