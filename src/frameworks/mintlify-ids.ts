import type { Heading } from 'mdast';
import type { HeadingId, IdContext, IdPlace, NamedComponent, PageIds } from './framework.ts';
import { headingText } from './heading-text.ts';
import { smartPunctuation } from './smart-punctuation.ts';
import { tidy, wordSlug } from './word-slug.ts';

/** Headings in these get the id of the first pass alone (`COMPONENTS_TO_EXCLUDE_HEADINGS`). */
const WITHOUT_CONTENTS = new Set(['Accordion', 'AccordionGroup', 'Expandable', 'Prompt', 'Update']);

/**
 * After @mintlify/common 1.0: `remarkComponentIds` slugs the headings and components of a page, then
 * `remarkExtractTableOfContents` makes ids unique again with a counter of its own, into which the ids that a page states enter too.
 */
export function mintlifyIds({ frontmatter }: IdContext): PageIds {
  const counters = {
    heading: countUp(),
    tab: countUp(),
    contents: countOnce(),
    titles: new Map<string, ReturnType<typeof countTitles>>(),
    fields: new Map<string, number>(),
  };
  const isBare = () => /^(?:custom|frame)$/.test(String(frontmatter().mode));
  return {
    heading(heading, place) {
      if (isBare()) return { kind: 'none' };
      const listed = !place.inside.some((name) => WITHOUT_CONTENTS.has(name));
      const stated = statedId(heading, place);
      if (stated !== undefined) {
        const id =
          heading.depth > 4 || !listed ? stated : counters.contents(cleanId(stated) || encodedSlug(textOf(heading)));
        return { kind: 'explicit', id };
      }
      if (heading.depth > 4) return { kind: 'none' };
      const title = textOf(heading);
      const first = counters.heading(encodedSlug(title));
      const id = listed ? counters.contents(cleanId(first) || encodedSlug(title)) : cleanId(first);
      // A title of marks alone leaves no slug; the compiler then takes the title as it is.
      return named(id || title);
    },
    component: (component, place) => componentId(component, place),
  };

  function componentId({ name, attribute }: NamedComponent, { inside }: IdPlace): HeadingId {
    if (attribute('id') !== undefined) return { kind: 'none' };
    const title = attribute('title') ?? '';
    switch (name) {
      case 'Tab':
        return named(counters.tab(encodedSlug(title)));
      case 'Accordion':
      case 'View':
        return named(titleCounter(name)(title));
      case 'Update':
        return named(counters.contents(encodedSlug(attribute('label') ?? '')));
      case 'Step':
        // Only steps whose titles are headings are counted here; what the client gives the others is not known, so it may be this.
        return named(
          /^h[23]$/.test(attribute('titleSize') ?? '') ? counters.contents(encodedSlug(title)) : encodedSlug(title),
        );
      case 'Param':
      case 'ParamField':
      case 'ResponseField':
        return named(fieldId(attribute(name === 'ResponseField' ? 'name' : fieldAttribute(attribute))));
      default:
        return headingElement(name, inside);
    }
  }

  /** `<h2>` with text of its own: what it renders is not followed here. */
  function headingElement(name: string, inside: readonly string[]): HeadingId {
    const counted = /^(?:h[1-4]|Heading)$/.test(name) && !inside.some((each) => WITHOUT_CONTENTS.has(each));
    return { kind: counted ? 'dynamic' : 'none' };
  }

  function titleCounter(name: string) {
    const known = counters.titles.get(name) ?? countTitles();
    counters.titles.set(name, known);
    return known;
  }

  /** `rehypeParamFieldIds` */
  function fieldId(name: string | undefined): string {
    if (!name) return '';
    const base = wordSlug(`param-${name}`, true);
    const count = counters.fields.get(base) ?? 0;
    counters.fields.set(base, count + 1);
    return count === 0 ? base : wordSlug(`param-${name}_${count}`, true);
  }
}

function fieldAttribute(attribute: NamedComponent['attribute']): string {
  return ['query', 'path', 'body', 'header'].find((each) => attribute(each)) ?? '';
}

function named(id: string, kind: 'explicit' | 'heading' = 'heading'): HeadingId {
  return id === '' ? { kind: 'none' } : { kind, id };
}

/** Text and code; expressions and images give nothing. Quotes and dashes of text were made typographic before. */
function textOf(heading: Heading): string {
  return headingText(heading, { html: 'none', expressions: 'none', rewrite: smartPunctuation });
}

/** Letters beyond ASCII and most marks live on as percent escapes, which no later step takes for marks. */
function encodedSlug(title: string): string {
  const encoded = encodeURIComponent(
    title
      .toLowerCase()
      .trim()
      .replace(/\s+/g, '-')
      .replace(/\p{Surrogate}/gu, ''),
  );
  const hasEscapes = /%[0-9A-F]{2}/.test(encoded);
  const kept = hasEscapes ? /[^\w%]+/g : /[^a-z\d_]+/g;
  return tidy(encoded.replace(kept, '-'));
}

/** What the client makes of an id: decoded, without marks that would break a link and without emoji. */
function cleanId(id: string): string {
  let decoded = id;
  try {
    decoded = decodeURIComponent(id.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    // An escape of half a character stands for itself.
  }
  return decoded.replace(/[?,;:!'"()[\]{}]/g, '').replace(EMOJI, '');
}

const EMOJI =
  /\p{Emoji_Modifier}|\p{Emoji_Modifier_Base}|\p{Emoji_Presentation}|\p{Extended_Pictographic}|[\u200D\uFE0E\uFE0F]/gu;

/** `## Title {#id}`: a line like this is rewritten before the page is parsed (`preprocessCustomHeadingIds`). */
function statedId({ position }: Heading, { source }: IdPlace): string | undefined {
  const start = position?.start.offset ?? 0;
  const end = source.indexOf('\n', start);
  const line = source.slice(start, end === -1 ? source.length : end).trimEnd();
  const raw = /^#{1,6}\s.*\S\s*\{\s*#([^}]{1,300})\}$/.exec(line)?.[1];
  const id = raw
    ?.trim()
    .replace(/[<>"&?,;:!'()[\]{}]/g, '')
    .replace(EMOJI, '')
    .replace(/\s+/g, '-');
  return id === '' ? undefined : id;
}

/**
 * The counter of @sindresorhus/slugify (`slugifyWithCounter`): the second of a kind is `-2`, and a name that ends in a
 * number is counted up where its stem was met more than twice.
 */
function countUp(): (slug: string) => string {
  const seen = new Map<string, number>();
  return (slug) => {
    if (slug === '') return '';
    const name = slug.toLowerCase();
    const stem = seen.get(name.replace(/(?:-\d+)+$/, '')) ?? 0;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count >= 2 || stem > 2 ? `${slug}-${count}` : slug;
  };
}

/** The counter of the table of contents: the first free number from the count on. */
function countOnce(): (slug: string) => string {
  const seen = new Map<string, number>();
  return (slug) => {
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    if (count === 0) return slug;
    let suffix = count + 1;
    while (seen.has(`${slug}-${suffix}`)) suffix += 1;
    seen.set(`${slug}-${suffix}`, 1);
    return `${slug}-${suffix}`;
  };
}

/** `<Accordion title>`: plain words, `-1` for the second of a kind. */
function countTitles(): (title: string) => string {
  const seen = new Map<string, number>();
  return (title) => {
    const base = wordSlug(title.replace(':', '-'), false);
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return base === '' || count === 0 ? base : `${base}-${count}`;
  };
}
