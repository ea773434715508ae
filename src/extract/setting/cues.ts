import type { Code, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { PageContext } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';
import { fenceTitle } from './fence-title.ts';

/** Words that stand around a block and may say what it shows, in the order in which they count. */
export interface Cue {
  readonly text: string;
  readonly form: 'title' | 'lead' | 'heading';
  /** A heading between names a part of what this one speaks of. */
  readonly far?: boolean;
}

/** A paragraph that long says many things, of which its end is the nearest. */
const LONGEST = 400;

/** The fence's own title, then the elements around it, the lead-in above it, and the headings up to the page's title. */
export function cuesAround(node: Code, page: PageContext): readonly Cue[] {
  const title = fenceTitle(node.meta ?? '');
  const lead = page.above && leadOf(page.above);
  return [
    ...(title === undefined ? [] : [{ text: title, form: 'title' as const }]),
    ...page.around
      .toReversed()
      .flatMap((element) => titlesOf(element).map((text) => ({ text, form: 'title' as const }))),
    ...(lead === undefined ? [] : [{ text: lead, form: 'lead' as const }]),
    ...headingCues(headingsAbove(page)),
  ];
}

/** `<Tab title="Response">`, `<TabItem label="200">`, `<ResponseExample>`. */
function titlesOf(element: Nodes): readonly string[] {
  if (element.type !== 'mdxJsxFlowElement' && element.type !== 'mdxJsxTextElement') return [];
  const { name, attributes } = element;
  if (name === 'ResponseExample') return ['Response'];
  if (name === 'RequestExample') return ['Request'];
  const titles = ['title', 'label', 'header', 'summary', 'tab', 'value'].flatMap((wanted) =>
    attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === wanted && typeof attribute.value === 'string'
        ? [attribute.value.slice(0, LONGEST)]
        : [],
    ),
  );
  return titles.slice(0, 1);
}

/** The text of what introduces the block; nothing where the block above is one of its own. */
function leadOf(node: Nodes): string | undefined {
  if (node.type === 'html') return wordsOf(node.value.slice(0, 2000).replace(/<[^<>]*>/g, ' '));
  const summary = node.type === 'mdxJsxFlowElement' && /^(?:summary|b|strong|p|h[1-6])$/.test(node.name ?? '');
  const { start, end } = offsetsOf(node);
  return (node.type === 'paragraph' || summary) && end - start < LONGEST * 10 ? wordsOf(textOf(node)) : undefined;
}

function wordsOf(text: string): string | undefined {
  const words = text
    .slice(-LONGEST * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(-LONGEST);
  return words === '' ? undefined : words;
}

/** Headings that name no part, but only say how the block goes. */
const GENERIC =
  /^(?:[\d.]+ )?(?:an? |the )?(?:examples?|samples?|success\w*|errors?|failures?|json|default|basic|full|minimal|[1-5]\d\d\b.*|[1-5]xx\b.*|curl|usage|details?|simple|(?:non-)?streaming)\b(?!.*[`_])/i;

function headingCues(headings: readonly string[]): readonly Cue[] {
  let far = false;
  return headings.map((text) => {
    const cue: Cue = { text, form: 'heading', ...(far && { far }) };
    far ||= !GENERIC.test(text);
    return cue;
  });
}

/** The headings that the block stands under, nearest first, then the page's title. */
function headingsAbove({ outline, title }: PageContext): readonly string[] {
  const above = outline.toReversed().map(({ text }) => text.slice(0, LONGEST));
  return title === undefined || above.includes(title) ? above : [...above, title];
}
