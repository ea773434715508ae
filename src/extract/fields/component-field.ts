import type { Nodes, Parent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { FieldComponent } from '../../frameworks/framework.ts';
import type { Claims } from '../../model.ts';
import { type SourceText, slice } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import { type Attribute, attributesOf } from '../extractors/jsx-attributes.ts';
import { flattenPhrase, type Phrase } from '../phrase/phrase.ts';
import { addField, blockOf } from './add-field.ts';
import { claimOf, describedClaims, isDefault, mergeClaims, typeClaims } from './claims.ts';
import { valuesClaim } from './enumeration.ts';
import { type NamedField, readFieldName } from './field-name.ts';
import { placeWord } from './row-claims.ts';
import { type FieldPlace, isElement, placeFrom, surroundingsOf } from './setting.ts';
import { isForeignType, isListType, isTypeWord } from './types.ts';

interface StatedField {
  readonly node: MdxJsxFlowElement | MdxJsxTextElement;
  readonly component: FieldComponent;
  readonly attributes: readonly Attribute[];
}

/** Adds the field that an element states; its path goes on from the elements around it. */
export function addComponentField(stated: StatedField, page: PageContext): void {
  const own = readElement(stated);
  if (!own) return;
  const outer = enclosing(page);
  if (outer === 'foreign' || (!outer && own.place === 'path' && standsAmongArguments(stated.component, page))) return;
  const around = surroundingsOf(page);
  const { phrase, field, type, claims } = own;
  const named = placeWord(pick(stated.attributes, stated.component.place)?.value?.text ?? '') ?? own.place;
  const place = outer ? outer.place : named === 'unknown' ? placeFrom(around.texts) : named;
  const paragraph = stated.node.children.find((child) => child.type === 'paragraph');
  const text = paragraph ? flattenPhrase(paragraph.children, page) : inlineText(stated.node, page);
  const described = text ? describedClaims(text, { start: 0, end: text.text.length }) : {};
  const block = outer?.block ?? page.spanOf(stated.node).start;
  addField(
    {
      phrase,
      field,
      path: [...(outer?.path ?? []), ...field.path],
      place,
      claims: mergeClaims(mergeClaims(claims, type), described),
      description: text?.text ?? '',
    },
    blockOf('jsx', block, around),
    page,
  );
}

interface OuterField {
  readonly place: FieldPlace;
  readonly path: readonly string[];
  readonly block: number;
}

/** Objects in one another deeper than an API has them. */
const DEEPEST = 12;

/** The field that the elements around state together; `foreign` where one of them is no field of a request or an answer. */
function enclosing(page: PageContext): OuterField | 'foreign' | undefined {
  let outer: OuterField | undefined;
  const elements = page.ancestors.flatMap(({ node }) => {
    const component = isElement(node) && node.name ? page.components[node.name]?.field : undefined;
    return component && isElement(node) ? [{ node, component }] : [];
  });
  if (elements.length > DEEPEST) return 'foreign';
  for (const { node, component } of elements) {
    const own = readElement({ node, component, attributes: attributesOf(node, page.doc) });
    if (!own) return 'foreign';
    const items = isListType(own.type.type?.value ?? '') && own.field.path.at(-1) !== '[]' ? ['[]'] : [];
    outer = {
      place: outer?.place ?? own.place,
      path: [...(outer?.path ?? []), ...own.field.path, ...items],
      block: outer?.block ?? page.spanOf(node).start,
    };
  }
  return outer;
}

interface ReadElement {
  readonly phrase: Phrase;
  readonly field: NamedField;
  readonly place: FieldPlace;
  readonly type: Claims;
  readonly claims: Claims;
}

function readElement({ component, attributes }: StatedField): ReadElement | undefined {
  const named = attributes.find(({ name, value }) => value && Object.hasOwn(component.name, name));
  if (!named?.value) return undefined;
  const phrase = asPhrase(named.value);
  const field = readFieldName(phrase, 0, phrase.text.length);
  const place = component.name[named.name];
  const typeText = pick(attributes, component.type)?.value;
  if (!field || !place || isForeignType(typeText?.text ?? '') || !suits(place, typeText?.text ?? '')) return undefined;
  const type = typeText ? typeClaims(asPhrase(typeText), { start: 0, end: typeText.text.length }) : {};
  return { phrase, field, place, type, claims: statedClaims(component, attributes) };
}

/** A path holds no objects, and what a class of a library types is an argument of it: sites use one component for all. */
function suits(place: FieldPlace, type: string): boolean {
  if (place !== 'path' || isTypeWord(type.replace(/\b(?:object|array|record)\b/gi, '{}'))) return true;
  return !/\b(?:object|array|record|function)\b|\[\]/i.test(type) && !/^[A-Z]\w+|\.\w/.test(type);
}

/** What was found of the elements that stand side by side: a page may hold thousands. */
const argumentLists = new WeakMap<Parent, boolean>();

/** One of its neighbours is no parameter of a path, so this one is none either: `<ParamField path="plugin" type="esbuild.Plugin">`. */
function standsAmongArguments(component: FieldComponent, page: PageContext): boolean {
  const parent = page.ancestors.at(-1)?.node;
  if (!parent) return false;
  const known = argumentLists.get(parent);
  if (known !== undefined) return known;
  const found = parent.children.some((node) => {
    if (!isElement(node) || !node.name || page.components[node.name]?.field !== component) return false;
    return readElement({ node, component, attributes: attributesOf(node, page.doc) }) === undefined;
  });
  argumentLists.set(parent, found);
  return found;
}

function statedClaims(component: FieldComponent, attributes: readonly Attribute[]): Claims {
  const required =
    truth(pick(attributes, component.required), false) ?? truth(pick(attributes, component.optional), true);
  const deprecated = truth(pick(attributes, component.deprecated), false);
  const initial = pick(attributes, component.default);
  const value = initial?.value ?? literal(initial?.expression);
  const text = value && asPhrase(value);
  return {
    ...(required && { required }),
    ...(deprecated && { deprecated }),
    ...(text && isDefault(text.text) && { default: claimOf(text, { start: 0, end: text.text.length }, text.text) }),
    ...listedIn(pick(attributes, component.values)?.expression),
  };
}

function truth(attribute: Attribute | undefined, inverted: boolean) {
  const source = attribute?.flag ?? attribute?.expression ?? attribute?.value;
  if (!source) return undefined;
  const text = source.text.trim();
  const said = attribute?.flag || text === 'true' ? true : text === 'false' ? false : undefined;
  return said === undefined
    ? undefined
    : claimOf(asPhrase(source), { start: 0, end: source.text.length }, said !== inverted);
}

/** `{20}`, `{true}` */
function literal(expression: SourceText | undefined): SourceText | undefined {
  const match = expression && /^\s*(-?\d+(?:\.\d+)?|true|false)\s*$/.exec(expression.text);
  return match
    ? slice(expression, match[0].indexOf(match[1] ?? ''), match[0].indexOf(match[1] ?? '') + (match[1]?.length ?? 0))
    : undefined;
}

/** `enum={['a', 'b']}` */
function listedIn(expression: SourceText | undefined): Claims {
  if (
    !expression ||
    !/^\s*\[\s*["'][^"'\n]{1,80}["'](?:\s*,\s*["'][^"'\n]{1,80}["'])*\s*(?:,\s*)?\]\s*$/.test(
      expression.text.slice(0, 4000),
    )
  )
    return {};
  const items = [...expression.text.matchAll(/["']([^"'\n]{1,80})["']/g)].map(({ index, 1: text = '' }) => ({
    start: index + 1,
    end: index + 1 + text.length,
  }));
  return valuesClaim(asPhrase(expression), items, true);
}

function pick(attributes: readonly Attribute[], names: readonly string[] | undefined): Attribute | undefined {
  return attributes.find(({ name }) => names?.includes(name));
}

function inlineText(node: StatedField['node'], page: PageContext): Phrase | undefined {
  const inline: Nodes[] = [];
  for (const child of node.children) {
    if (!['text', 'inlineCode', 'emphasis', 'strong', 'link'].includes(child.type)) break;
    inline.push(child);
  }
  return inline.length > 0 ? flattenPhrase(inline, page) : undefined;
}

function asPhrase(source: SourceText): Phrase {
  return { ...source, text: source.text, at: source.at, codes: [], links: [], deletions: [] };
}
