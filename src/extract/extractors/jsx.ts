import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { NamedComponent, OperationComponent } from '../../frameworks/framework.ts';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';
import { defineExtractor, type PageContext, placeOf } from '../extractor.ts';
import { flattenPhrase } from '../phrase/phrase.ts';
import { type Attribute, attributesOf, objectsIn } from './jsx-attributes.ts';
import { addStatedCall } from './stated-call.ts';

/** JSX: components that name an operation, links and ids in attributes, snippets. */
export const jsx = defineExtractor({
  id: 'jsx',
  nodes: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
  extract(node, page) {
    const attributes = attributesOf(node, page.doc);
    const named = (name: string) => attributes.find((attribute) => attribute.name === name);
    const component = node.name ? page.components[node.name] : undefined;
    const isImage = node.name === 'img' || node.name === 'Image';
    for (const name of ['href', 'to', ...(component?.link ?? []), ...(isImage ? ['src'] : [])]) {
      const value = named(name)?.value;
      if (value) page.link({ url: value.text, span: wholeSpan(value), carrier: 'jsx', image: name === 'src' });
    }
    for (const name of component?.anchor ?? []) {
      const value = named(name)?.value;
      if (value) page.anchor({ kind: 'component', id: value.text, span: page.spanOf(node) });
    }
    const id = named('id')?.value ?? (node.name === 'a' ? named('name')?.value : undefined);
    if (id)
      page.anchor({
        kind: /^[a-z]/.test(node.name ?? '') ? 'html' : 'component',
        id: id.text,
        span: page.spanOf(node),
      });
    const made =
      node.name === null
        ? undefined
        : page.ids?.component?.(namedComponent(node, node.name, attributes), placeOf(page));
    if (made?.kind === 'dynamic') page.anchor({ kind: 'dynamic', span: page.spanOf(node) });
    else if (made && made.kind !== 'none') page.anchor({ kind: 'component', id: made.id, span: page.spanOf(node) });
    const file = node.name === 'Snippet' ? named('file')?.value : undefined;
    if (file) page.import({ source: `/snippets/${file.text}`, span: page.spanOf(node) });
    if (node.name === 'include') includeFile(node, page);
    if (
      node.type === 'mdxJsxFlowElement' &&
      node.children.length === 0 &&
      (made === undefined || made.kind === 'none') &&
      mayRenderHeadings(node.name, page)
    ) {
      page.anchor({ kind: 'dynamic', span: page.spanOf(node), ...(node.name && { component: node.name }) });
    }
    if (component) readComponent(node, component, attributes, page);
  },
});

/** A component without content of its own renders what we cannot see, unless it is known to render no heading. */
function mayRenderHeadings(name: string | null, { framework }: PageContext): boolean {
  return (
    name !== null &&
    /^[A-Z]/.test(name) &&
    !framework.plainComponents?.includes(name) &&
    !/(?:^|[a-z])(?:Card|Image|Img|Icon|Badge|Video|Button|Banner|Table|Player|Embed)$/.test(name)
  );
}

/** Fumadocs: `<include>../shared/auth.mdx</include>`, possibly with a `#section`. */
function includeFile(node: Element, page: PageContext): void {
  const source = contentOf(node, page)?.text.replace(/#.*$/, '');
  if (source && /\.mdx?$/.test(source))
    page.import({
      source: source.startsWith('.') || source.startsWith('/') ? source : `./${source}`,
      span: page.spanOf(node),
    });
}

function namedComponent(node: Element, name: string, attributes: readonly Attribute[]): NamedComponent {
  return {
    name,
    node,
    attribute: (wanted) =>
      attributes.find((attribute) => attribute.name === wanted && !attribute.expression)?.value?.text,
  };
}

function wholeSpan(text: SourceText) {
  return spanOf(text, 0, text.text.length);
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;

function readComponent(
  node: Element,
  component: OperationComponent,
  attributes: readonly Attribute[],
  page: PageContext,
): void {
  const pick = (names: readonly string[] | undefined) =>
    attributes.find((attribute) => names?.includes(attribute.name));
  const operations = pick(component.operations)?.expression;
  if (operations) for (const { method, path } of objectsIn(operations)) addStatedCall('jsx', method, path, page);
  const call = pick(component.call)?.value;
  if (call) addWholeCall(call, page);
  const id = pick(component.operationId)?.value;
  if (id)
    page.mention({
      source: 'jsx',
      span: spanOf(id, 0, id.text.length),
      text: id.text,
      operationId: id.text,
      stance: 'claim',
      certain: true,
    });
  const path = pick(component.path)?.value ?? (component.pathInChildren ? contentOf(node, page) : undefined);
  if (path) addStatedCall('jsx', pick(component.method)?.value, path, page);
}

/** `endpoint="GET /harvests"`. */
function addWholeCall(call: SourceText, page: PageContext): void {
  const match = /^\s*([A-Za-z]+)\s+(\S+)\s*$/.exec(call.text);
  if (!match) return;
  const pathStart = call.text.lastIndexOf(match[2] ?? '');
  const methodStart = call.text.indexOf(match[1] ?? '');
  addStatedCall(
    'jsx',
    slice(call, methodStart, methodStart + (match[1]?.length ?? 0)),
    slice(call, pathStart, pathStart + (match[2]?.length ?? 0)),
    page,
  );
}

/** The text of `<Route>/x/{id}</Route>`. */
function contentOf(node: Element, page: PageContext): SourceText | undefined {
  const children = node.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child]));
  const phrase = flattenPhrase(children.filter(isPhrasing), page);
  const text = phrase.text.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  const start = phrase.text.indexOf(text);
  return slice(phrase, start, start + text.length);
}

type Child = Element['children'][number];
type Phrasing = MdxJsxTextElement['children'][number];

function isPhrasing(node: Child | Phrasing): node is Phrasing {
  return ['text', 'inlineCode', 'emphasis', 'strong', 'link', 'mdxTextExpression', 'mdxJsxTextElement'].includes(
    node.type,
  );
}
