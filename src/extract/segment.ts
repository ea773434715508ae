import type { ParameterStyle, PathSegment, Span } from '../model.ts';

/** A placeholder inside a path or host: where it stands in the text, and what it is called without its marks. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly style: ParameterStyle;
}

// One alternative for each spelling; the longer marks first, so that `{{x}}` is not read as `{x}` in braces.
const PLACEHOLDER = new RegExp(
  [
    String.raw`(?<template>#\{[^{}]*\}|\{\{.{0,120}?\}\}|\{%.{0,120}?%\}|%[sdv](?![0-9A-Za-z]))`,
    String.raw`(?<shell>\\?\$\{(?:[^{}]|\{[^{}]*\})*\}|\\?\$\([^()]*(?:\([^()]*\)[^()]*)*\)|\\?\$(?:[A-Za-z_]\w*|\d))`,
    String.raw`(?<brace>\\?\{[^{}]*\}|&#123;.{0,120}?&#125;|&lbrace;.{0,120}?&rbrace;)`,
    String.raw`(?<angle>\\?<[^<>]*>|&lt;.{0,120}?&gt;)`,
    String.raw`(?<bracket>\[{1,2}(?:\.\.\.)?[A-Za-z_][\w-]*\]{1,2})`,
    String.raw`(?<word>\([a-z][^()/]*\))`,
  ].join('|'),
  'g',
);

const MARKS =
  /^(?:\\?\$?[{(<[]+|&#123;|&lbrace;|&lt;|\\?\$|%)[\s%+*.<]*|[\s%*+?.>]*(?:\\?[})>\]]+|&#125;|&rbrace;|&gt;)$/g;

/** All placeholders in a piece of an address, in order, in every spelling that guides use. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!/[{<[$(%&#]/.test(text)) return [];
  const found: Placeholder[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const style = STYLES.find((name) => match.groups?.[name] !== undefined) ?? 'word';
    const name = match[0].replace(MARKS, '').replace(/:.*$/, '').trim();
    found.push({ start: match.index, end: match.index + match[0].length, name, style });
  }
  return found;
}

const STYLES = ['template', 'shell', 'brace', 'angle', 'bracket', 'word'] as const;

export function insidePlaceholder(placeholders: readonly Placeholder[], index: number): boolean {
  return placeholders.some((placeholder) => placeholder.start <= index && index < placeholder.end);
}

/** What one piece of a path between slashes is. */
export function parseSegment(text: string, span: Span): PathSegment {
  if (/^(?:\*{1,2}|\.{3}|…)$/.test(text)) return { kind: 'wildcard', text, span };
  const colon = /^:([A-Za-z_][\w-]*)[?*+]?$/.exec(text);
  if (colon) return { kind: 'parameter', text, span, name: colon[1] ?? '', style: 'colon' };
  const placeholders = findPlaceholders(text);
  const [only] = placeholders;
  if (only === undefined) {
    if (isPlaceholderWord(text)) return { kind: 'parameter', text, span, name: text, style: 'word' };
    return { kind: 'literal', text, span };
  }
  if (only.start === 0 && only.end === text.length) {
    return { kind: 'parameter', text, span, name: only.name, style: only.style };
  }
  return { kind: 'mixed', text, span, pieces: piecesAround(text, placeholders) };
}

/** `INDEX_NAME`, `YOUR-ID`, `UID`: a word in capitals stands for a value; the spec's own literals are tried first. */
function isPlaceholderWord(text: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*$/.test(text) && text.length > 1 && !/^V\d+$/.test(text);
}

function piecesAround(text: string, placeholders: readonly Placeholder[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const placeholder of placeholders) {
    pieces.push(text.slice(from, placeholder.start));
    from = placeholder.end;
  }
  pieces.push(text.slice(from));
  return pieces;
}
