import { type Document, isMap, isScalar, type Node, parseDocument, visit } from 'yaml';
import { type SourceText, slice, spanOf } from '../../text/source-text.ts';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { readFlatFrontMatter } from '../flat-front-matter.ts';
import { offsetsOf } from '../lift.ts';
import { isMethodList, splitMethods } from '../phrase/find-operations.ts';
import { parseTarget } from '../target.ts';
import { addStatedCall } from './stated-call.ts';

/** YAML front matter: the page's data, the operations which its framework's keys name, and its links. */
export const frontmatter = defineExtractor({
  id: 'frontmatter',
  nodes: ['yaml'],
  extract(node, page) {
    const flat = readFlatFrontMatter(node.value);
    if (flat && !Object.keys(flat).some((key) => isTelling(key, page))) return page.setFrontmatter(flat);
    const { start, end } = offsetsOf(node);
    const lead = page.doc.text.slice(start, end).indexOf(node.value);
    const source = slice(page.doc, start + Math.max(lead, 0), end);
    const document = parseDocument(node.value, { logLevel: 'silent', strict: false });
    if (document.errors.length > 0 || !isMap(document.contents)) return;
    const data = plainData(document);
    if (data === undefined) return;
    page.setFrontmatter(data);
    readLinks(document, source, page);
    readCall(document.getIn(['specwins', 'operation'], true), source, page);
    for (const { key, form } of page.framework.frontmatter) {
      const value = document.get(key, true);
      if (value !== undefined) READERS[form](value, source, page);
    }
  },
});

/** Whether a key holds more than data: a link, or an operation. */
function isTelling(key: string, { framework }: PageContext): boolean {
  return isLinkKey(key) || key === 'specwins' || framework.frontmatter.some((telling) => telling.key === key);
}

function isLinkKey(key: unknown): boolean {
  return key === 'link' || key === 'href';
}

/** `hero.actions[].link` and `prev.link` of Starlight and VitePress, `href` of their like: whatever looks like an address. */
function readLinks(document: Document, source: SourceText, page: PageContext): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isLinkKey(key.value)) return;
      const text = scalarText(value, source);
      if (!text || !/^(?:\.{0,2}\/|#)/.test(text.text)) return;
      page.link({ url: text.text, span: spanOf(text, 0, text.text.length), carrier: 'frontmatter', image: false });
    },
  });
}

const READERS = { call: readCall, operationIds: readOperationIds, object: readObject };

/** `openapi: "v3-openapi GET /api/v1/runs"`, `api: "POST https://…"`, `openapi: /spec.json GET /x`. */
function readCall(value: unknown, source: SourceText, page: PageContext): void {
  const text = scalarText(value, source);
  if (!text) return;
  const match = /^\s*(?:(?<spec>\S+)\s+)?(?<method>[A-Za-z]+)\s+(?<path>\S+)\s*$/.exec(text.text);
  const { spec, method = '', path = '' } = match?.groups ?? {};
  if (!isMethodList(method.toUpperCase())) return;
  const from = text.text.lastIndexOf(path);
  const target = parseTarget(text, from, from + path.length);
  const methodStart = text.text.lastIndexOf(method, from - 1);
  const [stated] = splitMethods(text, methodStart, method);
  if (!target || !stated) return;
  const span = spanOf(text, methodStart, from + path.length);
  const named = spec === undefined ? {} : { spec };
  page.mention({
    source: 'frontmatter',
    span,
    text: text.text.slice(methodStart, from + path.length),
    method: stated,
    target,
    ...named,
    stance: 'claim',
    certain: true,
  });
}

function readOperationIds(value: unknown, source: SourceText, page: PageContext): void {
  const items = isSequence(value) ? value.items : [value];
  for (const item of items) {
    const text = scalarText(item, source);
    if (!text || !/^[\w.-]+$/.test(text.text)) continue;
    const span = spanOf(text, 0, text.text.length);
    page.mention({
      source: 'frontmatter',
      span,
      text: text.text,
      operationId: text.text,
      stance: 'claim',
      certain: true,
    });
  }
}

/** `_openapi: { method: DELETE, route: /v1/events }`. */
function readObject(value: unknown, source: SourceText, page: PageContext): void {
  if (!isMap(value)) return;
  const path = scalarText(value.get('route', true) ?? value.get('path', true), source);
  const method = scalarText(value.get('method', true), source);
  addStatedCall('frontmatter', method, path, page);
}

/** A scalar's text as it stands in the source, without quotes; nothing for block scalars and other nodes. */
function scalarText(value: unknown, source: SourceText): SourceText | undefined {
  if (!isScalar(value) || typeof value.value !== 'string' || !value.range) return undefined;
  const [from] = value.range;
  const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0;
  const text = slice(source, from + quoted, from + quoted + value.value.length);
  return text.text === value.value ? text : undefined;
}

function isSequence(value: unknown): value is { readonly items: readonly Node[] } {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items) && !isMap(value);
}

/**
 * Dates and other rich values become text, so that a page stays plain data. Nothing where an alias has no anchor, lies
 * within its own anchor, or unfolds to more than a page can hold: no framework reads such a page either.
 */
function plainData(document: Document): Readonly<Record<string, unknown>> | undefined {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(document.toJS()));
    return isRecord(copy) ? copy : {};
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
