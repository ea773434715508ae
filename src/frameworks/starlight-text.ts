import type { Heading, Nodes, Text } from 'mdast';
import type { IdContext } from './framework.ts';
import { withoutTypedDashes } from './starlight-dashes.ts';

/** How a processor reads the parts of a heading. Nothing where it cannot be known from the page alone. */
interface Reading {
  readonly text: (node: Text, parent: Nodes) => string | undefined;
  readonly html: (value: string) => string;
  readonly expression: (value: string) => string | undefined;
}

/** A heading's text as one of Astro's Markdown processors slugs it; nothing where it cannot be known. */
export type TextOf = (heading: Heading, source: string) => string | undefined;

/**
 * `rehypeHeadingIds` of @astrojs/markdown-remark (`rehype-collect-headings.js`) after remark-smartypants: images and tags
 * leave nothing, expressions their source, or the string of the front matter that they name.
 */
export function remarkText(page: IdContext): TextOf {
  const reading: Reading = {
    text: ({ value }, parent) => (isSmart(page) && !isFragment(parent) ? smartypants(value) : value),
    // Its pattern for tags knows no line breaks inside: such a tag is taken for text.
    html: (value) => (/^\n?<.*>\n?$/.test(value) ? '' : value),
    expression: (value) => frontmatterValue(value, page) ?? value,
  };
  return (heading) => read(heading, heading, reading);
}

/**
 * `createHeadingIdsPlugin` of @astrojs/markdown-satteri (`satteri-processor.js`). It reads a heading a second time where
 * the word `frontmatter` is in it, to resolve expressions; HTML counts as it is written then.
 */
export function satteriText(page: IdContext): TextOf {
  return (heading, source) => {
    const text = (node: Text) => (isSmart(page) ? withoutTypedDashes(node, source, { besideNodes: true }) : node.value);
    const plain = read(heading, heading, { text, html: () => '', expression: (value) => value });
    if (plain?.includes('frontmatter') !== true) return plain;
    return read(heading, heading, { text, html: (value) => value, expression: (value) => resolved(value, page) });
  };
}

function read(node: Nodes, parent: Nodes, reading: Reading): string | undefined {
  switch (node.type) {
    case 'text':
      return reading.text(node, parent);
    case 'inlineCode':
      return node.value.replace(/\r?\n|\r/g, ' ');
    case 'html':
      return reading.html(node.value);
    case 'mdxTextExpression':
      return reading.expression(node.value);
    // It becomes the note's number, which depends on the notes of the whole page.
    case 'footnoteReference':
      return undefined;
    default:
      return 'children' in node ? readAll(node, reading) : '';
  }
}

function readAll(parent: Extract<Nodes, { children: unknown }>, reading: Reading): string | undefined {
  let text = '';
  for (const child of parent.children) {
    const part = read(child, parent, reading);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

/** `markdown.smartypants` of Astro's configuration, on by default. */
function isSmart({ project }: IdContext): boolean {
  return project.options?.smartypants !== false;
}

/** remark-smartypants leaves the text right below `<>` alone (`check` in its `index.js`). */
function isFragment(node: Nodes): boolean {
  return node.type === 'mdxJsxTextElement' && node.name === null;
}

/**
 * retext-smartypants makes exactly two hyphens an em dash, but not in text directives, which Starlight turns on and puts back
 * afterwards. Quotes and other marks leave no trace in a slug, unless dots stand apart (`. . .`): whether these become one
 * mark is for parse-latin to say, which splits sentences first.
 */
function smartypants(text: string): string | undefined {
  if (/\.\s+\.+\s+\./.test(text)) return undefined;
  return text.replace(/(?<!:):[A-Za-z](?:[\w-]*[A-Za-z0-9])?|(?<!-)--(?!-)/g, (found) =>
    found === '--' ? '—' : found,
  );
}

/** Sätteri takes the names out of any expression that begins with `frontmatter`, so only plain ones are sure. */
function resolved(expression: string, page: IdContext): string | undefined {
  const value = frontmatterValue(expression, page);
  if (value !== undefined) return value;
  return /^\s*frontmatter[.[]/.test(expression) && pathOf(expression) === undefined ? undefined : expression;
}

/** The string which `frontmatter.title` or `frontmatter.tags[0]` names; both processors resolve nothing else. */
function frontmatterValue(expression: string, page: IdContext): string | undefined {
  const path = pathOf(expression);
  let value: unknown = path && page.frontmatter();
  for (const key of path ?? []) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return typeof value === 'string' ? value : undefined;
}

const members = /\.(\w+)|\[(?:(\d+)|"([^"\\]+)"|'([^'\\]+)')\]/g;

function pathOf(expression: string): readonly string[] | undefined {
  const path = expression.trim().replace(/^frontmatter(?=[.[])/, '');
  if (path === expression.trim() || path.replace(members, '') !== '') return undefined;
  return Array.from(
    path.matchAll(members),
    ([, name, index, double, single]) => name ?? index ?? double ?? single ?? '',
  );
}
