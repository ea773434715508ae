import type { Framework, IdContext, PageIds, RouteContext } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';
import { attributeIds } from './python-markdown-attributes.ts';
import { readPythonMarkdown } from './python-markdown-options.ts';
import { uniqueIds } from './python-markdown-slug.ts';
import { contentOf } from './python-markdown-source.ts';
import { hasInnerId, readHeading } from './python-markdown-text.ts';

/** MkDocs and Material for MkDocs. Ids after the `toc` extension of Python-Markdown 3.11, routes after MkDocs 1.4. */
export const mkdocs: Framework = {
  id: 'mkdocs',
  markers: ['mkdocs.yml', 'mkdocs.yaml'],
  packages: [],
  roots: ['docs'],
  baseUrl: '',
  mdIsMdx: false,
  hasAttributeLists: true,
  exclude: [],
  ids: mkdocsIds,
  // MkDocs rewrites relative links that name a file of the docs; it leaves all others alone.
  router: { route: mkdocsRoute, relative: 'file', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};

/**
 * Each heading of any level gets an id, `_1` where nothing is left of its title. `markdown_extensions` of mkdocs.yml
 * choose the rules; a slug function of the project's own leaves every id open that is not written out.
 */
function mkdocsIds({ project }: IdContext): PageIds {
  const markdown = readPythonMarkdown(project.options?.markdown_extensions);
  let unique: ReturnType<typeof uniqueIds> | undefined;
  return {
    heading(heading, { source }) {
      unique ??= uniqueIds(markdown.attributeLists ? attributeIds(source) : []);
      const { title, id } = readHeading(heading, source, markdown);
      if (markdown.attributeLists && hasInnerId(heading, source)) return { kind: 'dynamic' };
      if (id !== undefined) return id === '' ? { kind: 'none' } : { kind: 'explicit', id };
      const made = markdown.slugify && unique(markdown.slugify(title));
      const { start, end } = contentOf(heading);
      if (made === undefined || markdown.rewrites(source.slice(start, end))) return { kind: 'dynamic' };
      return { kind: 'heading', id: made };
    },
  };
}

/** `File` of `mkdocs/structure/files.py`: `index` and `README` are their folder; case, numbers and dots stay. */
function mkdocsRoute(file: string, { project }: RouteContext): string {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*?)(?:\.(?:mdx?|markdown|mdown|mkdn?))?$/i.exec(file) ?? [];
  const isIndex = name === 'index' || name === 'README';
  if (project.options?.use_directory_urls === false) return `/${folder}${isIndex ? 'index' : name}.html`;
  return isIndex ? `/${folder}` : `/${folder}${name}/`;
}
