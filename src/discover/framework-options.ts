import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { isThere, readTextIfAny } from '../disk/read-disk.ts';
import type { FrameworkId } from '../frameworks/framework.ts';
import { fumadocsLanguages, fumadocsRelativeLinks, nextTrailingSlash } from './fumadocs-sources.ts';
import { itemsOf, type Literal, memberOf, stringOf } from './navigation/literal.ts';
import { readLiteral } from './navigation/literals.ts';
import { readPythonYaml } from './python-yaml.ts';

type Options = Readonly<Record<string, unknown>>;

/** The options of a project's own configuration that decide ids and routes, by framework. A broken configuration has none. */
export function readOptions(framework: FrameworkId, project: string): Options | undefined {
  return OPTIONS[framework]?.(project);
}

const OPTIONS: Partial<Readonly<Record<FrameworkId, (project: string) => Options>>> = {
  docusaurus(project) {
    const markdown = memberOf(docusaurusConfig(project), 'markdown');
    return {
      maintainCase: plainOf(memberOf(memberOf(markdown, 'anchors'), 'maintainCase')),
      versioned: isThere(join(project, 'versions.json')),
      ...(docsOptions(docusaurusConfig(project)).some(
        (docs) => plainOf(memberOf(docs, 'numberPrefixParser')) === false,
      ) && {
        numberPrefixParser: false,
      }),
    };
  },
  fumadocs: (project) => ({
    relativeLinks: fumadocsRelativeLinks(project),
    trailingSlash: nextTrailingSlash(project),
    ...fumadocsLanguages(project),
  }),
  hugo(project) {
    const config = hugoConfig(project);
    const parser = pick(config, 'markup', 'goldmark', 'parser');
    return { ...asMapping(config), ...asMapping(parser) };
  },
  mdbook(project) {
    const html = pick(tomlIn(project, 'book.toml'), 'output', 'html');
    return asMapping(html);
  },
  mkdocs(project) {
    const { markdown_extensions, use_directory_urls } = asMapping(mkdocsConfig(project));
    return { markdown_extensions, use_directory_urls };
  },
  starlight(project) {
    const text = readFirst(project, scripts('astro.config')) ?? '';
    const markdown = memberOf(readLiteral(text), 'markdown');
    return { smartypants: plainOf(memberOf(markdown, 'smartypants')), unified: /\bunified\s*\(/.test(text) };
  },
  vitepress(project) {
    const config = vitepressConfig(project);
    const attrs = memberOf(memberOf(config, 'markdown'), 'attrs');
    return {
      cleanUrls: plainOf(memberOf(config, 'cleanUrls')),
      rewrites: plainOf(memberOf(config, 'rewrites')),
      markdown: { attrs: { disable: plainOf(memberOf(attrs, 'disable')) } },
    };
  },
};

/** A folder of pages that a configuration names, and where its pages are on the site. */
export interface NamedFolder {
  readonly folder: string;
  readonly baseUrl?: string;
}

/** The folders of pages which a project's configuration names; none where it leaves them to the framework. */
export function namedFolders(framework: FrameworkId, project: string): readonly NamedFolder[] {
  switch (framework) {
    case 'docusaurus':
      return docusaurusFolders(docusaurusConfig(project));
    case 'hugo':
      return folderNamed(asMapping(hugoConfig(project)).contentDir);
    case 'mdbook':
      return folderNamed(pick(tomlIn(project, 'book.toml'), 'book', 'src'));
    case 'mkdocs':
      return folderNamed(asMapping(mkdocsConfig(project)).docs_dir);
    case 'vitepress':
      return folderNamed(stringOf(vitepressConfig(project), 'srcDir'));
    default:
      return [];
  }
}

/** The prefix of all addresses, where the configuration writes one that authors must write too. */
export function configuredBaseUrl(framework: FrameworkId, project: string, root: string): string | undefined {
  if (framework === 'docusaurus')
    return docusaurusFolders(docusaurusConfig(project)).find(({ folder }) => join(project, folder) === root)?.baseUrl;
  if (framework === 'starlight')
    return stringOf(readLiteral(readFirst(project, scripts('astro.config')) ?? ''), 'base');
  if (framework !== 'nextra') return undefined;
  return /\bcontentDirBasePath\s*:\s*['"]([^'"]*)['"]/.exec(readFirst(project, scripts('next.config')) ?? '')?.[1];
}

function folderNamed(folder: unknown): readonly NamedFolder[] {
  return typeof folder === 'string' ? [{ folder }] : [];
}

// ------------------------------------------------------------------------------------------------- configurations

function docusaurusConfig(project: string): Literal | undefined {
  return readLiteral(readFirst(project, scripts('docusaurus.config')) ?? '');
}

/** The docs of the preset and of each further `plugin-content-docs` (`path` and `routeBasePath`, both `docs` by default). */
function docusaurusFolders(config: Literal | undefined): readonly NamedFolder[] {
  return docsOptions(config).flatMap((options) => {
    if (options.kind !== 'object' || options.open) return [];
    const folder = stringOf(options, 'path') ?? 'docs';
    return [{ folder, baseUrl: stringOf(options, 'routeBasePath') ?? 'docs' }];
  });
}

/** The options of the preset's docs and of each further plugin. */
function docsOptions(config: Literal | undefined): readonly Literal[] {
  const presets = itemsOf(memberOf(config, 'presets')).flatMap((preset) => memberOf(itemsOf(preset)[1], 'docs') ?? []);
  const plugins = itemsOf(memberOf(config, 'plugins')).flatMap((plugin) => {
    const [name, options] = itemsOf(plugin);
    const isDocs = name?.kind === 'string' && /(?:^|plugin-)content-docs$/.test(name.value);
    return isDocs && options ? [options] : [];
  });
  return [...presets, ...plugins];
}

function vitepressConfig(project: string): Literal | undefined {
  const names = [...scripts('.vitepress/config'), ...scripts('.vitepress/config/index')];
  return readLiteral(readFirst(project, names) ?? '');
}

function hugoConfig(project: string): unknown {
  const yaml = readFirst(project, ['hugo.yaml', 'hugo.yml']);
  const json = readFirst(project, ['hugo.json']);
  if (yaml !== undefined || json !== undefined)
    return orNothing(() => parseYaml(yaml ?? json ?? '', { logLevel: 'silent' }));
  return tomlIn(project, 'hugo.toml') ?? tomlIn(project, 'config.toml');
}

function mkdocsConfig(project: string): unknown {
  return readPythonYaml(readFirst(project, ['mkdocs.yml', 'mkdocs.yaml']) ?? '');
}

function tomlIn(project: string, file: string): unknown {
  const text = readFirst(project, [file]);
  return text === undefined ? undefined : orNothing(() => parseToml(text));
}

/** What a broken configuration says is not ours to report. */
function orNothing(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function scripts(name: string): string[] {
  return ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `${name}.${ending}`);
}

function readFirst(project: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = readTextIfAny(join(project, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

function pick(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((inner, key) => asMapping(inner)[key], value);
}

function asMapping(value: unknown): Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The value itself, where all of it is written out. */
function plainOf(literal: Literal | undefined): unknown {
  switch (literal?.kind) {
    case 'string':
    case 'scalar':
      return literal.value;
    case 'array':
      return literal.open ? undefined : literal.items.map(plainOf);
    case 'object':
      return literal.open
        ? undefined
        : Object.fromEntries(literal.members.map(({ key, value }) => [key, plainOf(value)]));
    default:
      return undefined;
  }
}
