import { basename, dirname, posix, resolve } from 'node:path';
import { itemsOf, type Literal, type LiteralObject, memberOf, stringOf } from './literal.ts';
import { readLiteral } from './literals.ts';
import { type NavigationFile, type NavigationSource, readNavigationFile } from './navigation-file.ts';

const extensions = ['js', 'ts', 'cjs', 'mjs', 'cts', 'mts', 'json'];

/**
 * The file that says what is in the sidebars of a docs root (plugin-content-docs 3, `sidebars/index.ts` and `versions/files.ts`).
 * Nothing where there are none, or where Docusaurus makes them from the folders, as it does when none is named.
 */
export function findSidebars(source: NavigationSource): NavigationFile | undefined {
  const versioned = versionedSidebars(source);
  if (versioned !== undefined) return readNavigationFile(source.project, versioned);
  const named = namedSidebars(source);
  if (named === false) return undefined;
  if (named !== undefined) return readNavigationFile(source.project, named);
  return firstOf(source.project, 'sidebars');
}

function firstOf(project: string, stem: string): NavigationFile | undefined {
  for (const extension of extensions) {
    const file = readNavigationFile(project, `${stem}.${extension}`);
    if (file) return file;
  }
  return undefined;
}

/** The folders that hold versions, and translations, of the docs; the id of an instance that is not the default one stands beside. */
const versions = /^(?:(\w+)_)?versioned_docs$/;
const translations = /^docusaurus-plugin-content-docs(?:-(\w+))?$/;

/** `versioned_sidebars/version-1.0-sidebars.json` for `versioned_docs/version-1.0` and its translations. */
function versionedSidebars({ root }: NavigationSource): string | undefined {
  const version = basename(root);
  const holder = basename(dirname(root));
  const match = versions.exec(holder) ?? translations.exec(holder);
  if (!match || !version.startsWith('version-')) return undefined;
  return `${match[1] === undefined ? '' : `${match[1]}_`}versioned_sidebars/${version}-sidebars.json`;
}

/** What the configuration names, below the project's folder; `false` where it wants none or leaves it to the folders. */
function namedSidebars(source: NavigationSource): string | false | undefined {
  const config = firstOf(source.project, 'docusaurus.config');
  if (!config) return undefined;
  const options = docsOptions(readLiteral(config.text));
  if (options.length === 0) return onlyNamed(config.text);
  const own = options.find((option) => mayBeOf(option, source));
  if (!own) return false;
  const path = memberOf(own, 'sidebarPath');
  if (path?.kind === 'string') return posix.normalize(path.value);
  const isAbsent = path ? path.kind === 'scalar' : !own.open;
  return isAbsent ? false : undefined;
}

/** Whether an instance of the docs plugin has its pages in a docs root, or their translation. */
function mayBeOf(option: LiteralObject, { root, project }: NavigationSource): boolean {
  const translated = translations.exec(basename(dirname(root)));
  if (translated) return (stringOf(option, 'id') ?? 'default') === (translated[1] ?? 'default');
  const path = memberOf(option, 'path');
  if (path && path.kind !== 'string') return true;
  return resolve(project, path?.value ?? 'docs') === resolve(root);
}

/** The options of each instance of the docs plugin: `docs` of presets, and those of the plugin itself. */
function docsOptions(config: Literal | undefined): readonly LiteralObject[] {
  const ofPresets = itemsOf(memberOf(config, 'presets')).map((preset) => memberOf(itemsOf(preset)[1], 'docs'));
  const ofPlugins = itemsOf(memberOf(config, 'plugins')).map((plugin) => {
    const [name, options] = itemsOf(plugin);
    return name?.kind === 'string' && name.value.includes('content-docs') ? options : undefined;
  });
  return [...ofPresets, ...ofPlugins].flatMap((options) => (options?.kind === 'object' ? options : []));
}

/** Of a configuration that is made by code, the one path that is written out. */
function onlyNamed(text: string): string | undefined {
  const paths = [
    ...text.matchAll(/\bsidebarPath\s{0,9}:\s{0,9}(?:require\.resolve\(\s{0,9})?(['"])([^'"\n]{1,200})\1/g),
  ];
  const [path, other] = paths.map((match) => posix.normalize(match[2] ?? ''));
  return other === undefined ? path : undefined;
}
