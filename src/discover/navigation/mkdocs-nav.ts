import { posix } from 'node:path';
import type { Navigation, NavTarget } from '../../site/navigation.ts';
import { isPageName } from '../page-files.ts';
import { itemsOf, type Literal, type LiteralString, memberOf } from './literal.ts';
import {
  collectNavigation,
  entryAt,
  joinBelow,
  linkTarget,
  type NavigationFile,
  type NavigationPart,
  type NavigationSource,
  readNavigationFile,
  unreadable,
} from './navigation-file.ts';
import { readYamlLiteral } from './yaml-literal.ts';

/** `INHERIT` may name a file that inherits in turn, and itself by mistake. */
const MOST_PARENTS = 10;

/** Plugins that make pages, or whole parts of the navigation, while the site is built. */
const makers = /^(?:gen-files|literate-nav|monorepo|multirepo|api-autonav|autoapi)$/;

/** MkDocs: `nav` of mkdocs.yml, as `mkdocs/structure/nav.py` takes it. Without one, all pages are in the navigation. */
export function readMkdocsNav(source: NavigationSource): Navigation | undefined {
  const layers = configLayers(source.project);
  const broken = layers.find(({ config }) => !config);
  const layer = layers.find(({ config }) => memberOf(config, 'nav'));
  if (!layer) return broken && collectNavigation([unreadable(broken.file)]);
  const nav = memberOf(layer.config, 'nav');
  if (nav?.kind === 'scalar') return undefined;
  const plugins = pluginNames(layers);
  const place: NavPlace = { source, file: layer.file, translated: plugins.includes('i18n') };
  return collectNavigation([...partsOf(nav, place), ...pluginParts(plugins, layer.file)]);
}

interface Layer {
  readonly file: NavigationFile;
  /** Nothing where the file is broken. */
  readonly config: Literal | undefined;
}

interface NavPlace {
  readonly source: NavigationSource;
  readonly file: NavigationFile;
  /** The plugin `i18n` gives each page a folder or a suffix by its language, which `nav` leaves out. */
  readonly translated: boolean;
}

/** mkdocs.yml, and the files it inherits from (`mkdocs/utils/yaml.py`), nearest first. */
function configLayers(project: string): readonly Layer[] {
  const layers: Layer[] = [];
  let file = readNavigationFile(project, 'mkdocs.yml') ?? readNavigationFile(project, 'mkdocs.yaml');
  while (file && layers.length < MOST_PARENTS) {
    const config = readYamlLiteral(file.text);
    layers.push({ file, config });
    const parent = memberOf(config, 'INHERIT');
    const folder = posix.dirname(file.name);
    file = parent?.kind === 'string' ? readNavigationFile(project, posix.join(folder, parent.value)) : undefined;
  }
  return layers;
}

/** A list of names, of `{ name: options }`, or one object of all. */
function pluginNames(layers: readonly Layer[]): readonly string[] {
  return layers.flatMap(({ config }) => {
    const plugins = memberOf(config, 'plugins');
    const listed = plugins?.kind === 'object' ? [plugins] : itemsOf(plugins);
    return listed.flatMap((plugin) => {
      if (plugin.kind === 'object') return plugin.members.map(({ key }) => withoutTheme(key));
      return plugin.kind === 'string' ? withoutTheme(plugin.value) : [];
    });
  });
}

/** `material/blog` is the plugin `blog`. */
function withoutTheme(plugin: string): string {
  return plugin.slice(plugin.lastIndexOf('/') + 1);
}

/** Material makes `blog/index.md` where it is missing, and pages for categories and the archive beside it. */
function pluginParts(plugins: readonly string[], file: NavigationFile): readonly NavigationPart[] {
  const maker = plugins.find((plugin) => makers.test(plugin));
  const blog: readonly NavigationPart[] = plugins.includes('blog') ? [{ generated: 'blog' }] : [];
  return maker === undefined ? blog : [...blog, { open: `the plugin \`${maker}\` of \`${file.name}\` adds to them` }];
}

function partsOf(node: Literal | undefined, place: NavPlace): readonly NavigationPart[] {
  switch (node?.kind) {
    case 'array':
      return node.items.flatMap((item) => partsOf(item, place));
    case 'object':
      return node.members.flatMap(({ value }) => partsOf(value, place));
    case 'string':
      return itemParts(node, place);
    case 'unknown':
      return [{ open: `\`${place.file.name}\` takes them from elsewhere` }];
    default:
      return [];
  }
}

function itemParts({ span, value }: LiteralString, place: NavPlace): readonly NavigationPart[] {
  // `!include ./trees/mkdocs.yml` in quotes, as mkdocs-monorepo-plugin asks for.
  if (value.startsWith('!include ')) return [{ open: `\`${place.file.name}\` includes another navigation` }];
  return targetsOf(value, place).map((target) => entryAt(place.file, span, target));
}

function targetsOf(value: string, { source, translated }: NavPlace): readonly NavTarget[] {
  const link = linkTarget(value);
  if (link.kind === 'other' || value.startsWith('/')) return [link];
  // `...` of awesome-pages and awesome-nav, `trees/*` and `trees/` of literate-nav stand for many pages.
  const wild = /^(?:\.\.\.\s*\|?\s*)?([^*?]*)[*?]/.exec(value);
  if (value.startsWith('...') && !wild) return [{ kind: 'folder', path: '' }];
  if (wild) return [{ kind: 'folder', path: joinBelow('', (wild[1] ?? '').replace(/[^/]*$/, '')) }];
  const path = joinBelow('', value);
  if (value.endsWith('/')) return [{ kind: 'folder', path }];
  if (isOtherFile(path)) return [{ kind: 'other' }];
  const places = translated && !source.files.includes(path) ? placesInLanguages(path, source.files) : [];
  return (places.length > 0 ? places : [path]).map((found) => ({ kind: 'page', path: found }));
}

/** `swagger.html` is copied or made; nothing of it is a page. */
function isOtherFile(path: string): boolean {
  return /\.[a-z]\w{1,7}$/i.test(path) && !isPageName(path) && !/\.(?:markdown|mdown|mkdn?|mdx?)$/i.test(path);
}

/** `de/trees.md` and `trees.de.md` for `trees.md`. */
function placesInLanguages(path: string, files: readonly string[]): readonly string[] {
  const { dir, name, ext } = posix.parse(path);
  const stem = posix.join(dir, name);
  return files.filter((file) => {
    const folder = file.indexOf('/');
    if (file.slice(folder + 1) === path) return /^[a-z]{2}(?:[-_]\w{2,4})?$/i.test(file.slice(0, folder));
    return (
      file.startsWith(`${stem}.`) && /^\.[a-z]{2}(?:[-_]\w{2,4})?\.mdx?$/i.test(file.slice(stem.length)) && ext !== ''
    );
  });
}
