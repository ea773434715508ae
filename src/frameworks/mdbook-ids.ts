import type { Heading, Nodes } from 'mdast';
import type { HeadingId, IdContext, PageIds, ProjectFacts } from './framework.ts';
import { headingId } from './heading-text.ts';
import { withoutTypedDashes } from './starlight-dashes.ts';

/** Gives ids to the texts of one page's headings, in order. */
type Slugger = (text: string) => string;

/** How one version of mdBook makes an id of a heading's text. */
interface Rule {
  readonly smart: boolean;
  readonly slug: Slugger;
}

/**
 * Ids of mdBook 0.5 (`crates/mdbook-html/src/utils.rs` and `html/tree.rs`). No file of a book says which mdBook builds it, so
 * a heading to which 0.4 gives another id may have either. Ids that are written out are not counted.
 */
export function mdbookIds({ project }: IdContext): PageIds {
  const rules = rulesOf(project);
  return {
    heading(heading, { source }) {
      const attributes = attributesOf(heading, source);
      if (attributes?.id !== undefined) return { kind: 'explicit', id: attributes.id };
      const ids = rules.map(({ smart, slug }) => {
        const text = textOf(heading, source, smart);
        return text === undefined ? undefined : slug(attributes ? withoutAttributes(text) : text);
      });
      return agreed(ids);
    },
  };
}

/** `output.html.smart-punctuation` is on unless said since 0.5. */
function rulesOf({ version, options }: ProjectFacts): readonly Rule[] {
  const smart = options?.['smart-punctuation'];
  const current = { smart: smart !== false, slug: newSlugger() };
  const former = { smart: smart === true, slug: newSluggerOf04() };
  if (version === undefined) return [current, former];
  return /^0\.[0-4]\./.test(version) ? [former] : [current];
}

function agreed([id, ...others]: readonly (string | undefined)[]): HeadingId {
  return id === undefined || others.some((other) => other !== id) ? { kind: 'dynamic' } : headingId(id);
}

/** `id_from_content_or_fallback` and `unique_id`: letters, numbers, `_` and `-` stay, and the first number that is free is added. */
function newSlugger(): Slugger {
  const used = new Set<string>();
  return (text) => {
    const base = keepLetters(text.toLowerCase()) || 'section';
    let id = base;
    for (let count = 1; used.has(id); count++) id = `${base}-${count}`;
    used.add(id);
    return id;
  };
}

/** 0.4 lower-cased ASCII alone, had no word for what is empty, and counted without looking whether the number was free. */
function newSluggerOf04(): Slugger {
  const counts = new Map<string, number>();
  return (text) => {
    const base = keepLetters(text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  };
}

/** Rust's `char::is_alphanumeric` and `char::is_whitespace`. */
function keepLetters(text: string): string {
  return text
    .replace(/^\p{White_Space}+/u, '')
    .replace(/(?<!\p{White_Space})\p{White_Space}+$/u, '')
    .replace(/\p{White_Space}/gu, '-')
    .replace(/[^\p{Alphabetic}\p{N}_-]/gu, '');
}

/** `text_in_node`: text and code, also below tags. Nothing where it holds the number of a footnote. */
function textOf(node: Nodes, source: string, smart: boolean): string | undefined {
  switch (node.type) {
    case 'text':
      return smart ? withoutTypedDashes(node, source, { besideNodes: false }) : node.value;
    case 'inlineCode':
      return node.value;
    case 'footnoteReference':
      return undefined;
    default: {
      const parts = 'children' in node ? node.children.map((child) => textOf(child, source, smart)) : [];
      return parts.includes(undefined) ? undefined : parts.join('');
    }
  }
}

/**
 * The block of attributes that ends a heading: `{#id .class name=value}` (pulldown-cmark, `specs/heading_attrs.txt`). It holds
 * no braces, angle brackets, backslashes or line breaks, and goes before anything inline is parsed. The last id wins.
 */
function attributesOf(heading: Heading, source: string): { readonly id?: string } | undefined {
  const written = source.slice(heading.position?.start.offset, heading.position?.end.offset);
  const content = written.startsWith('#') ? written : written.replace(/\r?\n[^\n]*$/, '');
  const block = /\{([^{}<>\\\r\n]*)\}[ \t]*$/.exec(content)?.[1];
  if (block === undefined) return undefined;
  const attributes = block.split(/[ \t\v\f]+/);
  const id = attributes.findLast((attribute) => /^#./.test(attribute))?.slice(1);
  return { id: id ?? attributes.findLast((attribute) => /^id=./.test(attribute))?.slice('id='.length) };
}

/** The text before the block, and before the hashes that may close the heading there. */
function withoutAttributes(text: string): string {
  const start = text.lastIndexOf('{');
  return start < 0 ? text : text.slice(0, start).replace(/(?<=\s)#+\s*$/, '');
}
