import type { Page } from '../model.ts';
import { byteOrderMark, verbatim } from '../text/source-text.ts';
import { firstLine } from './code/message-facts.ts';
import { readSample } from './sample/read-sample.ts';

/** Reads a JSON file whose content a sample sends: a page that shows one body. */
export function extractSample(file: string, text: string): Page {
  const start = byteOrderMark(text);
  const source = verbatim(text.slice(start), start);
  const values = /^\s*[{[]/.test(source.text) ? (readSample(source)?.values ?? []) : [];
  const mentions = values.map(({ value, fragment }) => ({
    kind: 'payload' as const,
    source: 'json' as const,
    span: value.span,
    text: firstLine(source.text),
    direction: 'request' as const,
    value,
    fragment,
    shows: file,
    stance: 'claim' as const,
    section: -1,
  }));
  return { file, format: 'json', headings: [], anchors: [], links: [], mentions, directives: [], imports: [] };
}
