import type { Link } from 'mdast';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import type { Span } from '../../model.ts';
import type { Navigation, NavTarget } from '../../site/navigation.ts';
import { byteOrderMark } from '../../text/source-text.ts';
import {
  collectNavigation,
  entryAt,
  joinBelow,
  linkTarget,
  type NavigationFile,
  type NavigationPart,
  type NavigationSource,
  readNavigationFile,
} from './navigation-file.ts';

const parser = remark().freeze();

/**
 * `SUMMARY.md` of mdBook ("Configuration", "SUMMARY.md") and GitBook: each link is a chapter, those before and after the lists too; a
 * link to nothing is a draft. Headings are titles of parts.
 */
export function readSummary({ root }: NavigationSource): Navigation | undefined {
  const file = readNavigationFile(root, 'SUMMARY.md');
  if (!file) return undefined;
  const parts: NavigationPart[] = [];
  visit(parser.parse(file.text), 'link', (link, _index, parent) => {
    if (parent?.type !== 'heading') parts.push(chapterPart(link, file));
  });
  return collectNavigation(parts);
}

/** GitBook keeps `SUMMARY.md` too, beside a `.gitbook.yaml` or below the title that its editor writes. */
export function readGitbookSummary(source: NavigationSource): Navigation | undefined {
  const isGitbook = [source.root, source.project].some((folder) => readNavigationFile(folder, '.gitbook.yaml'));
  const title = /^\uFEFF?\s{0,20}# (?:Table of contents|Summary)\s*$/im;
  const text = readNavigationFile(source.root, 'SUMMARY.md')?.text ?? '';
  return isGitbook || title.test(text) ? readSummary(source) : undefined;
}

function chapterPart(link: Link, file: NavigationFile): NavigationPart {
  return entryAt(file, addressSpan(link, file.text), chapterTarget(link.url));
}

function chapterTarget(url: string): NavTarget {
  const target = linkTarget(url);
  const path = decoded(url.replace(/[?#].*$/, ''));
  return path === '' || target.kind === 'other' ? { kind: 'other' } : { kind: 'page', path: joinBelow('', path) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where the address of a link is written: behind its text, in angle brackets or not; the whole link where it is elsewhere. */
function addressSpan({ children, position }: Link, text: string): Span {
  // The parser takes a byte order mark away, and counts from behind it.
  const mark = byteOrderMark(text);
  const start = mark + (position?.start.offset ?? 0);
  const end = mark + (position?.end.offset ?? 0);
  const last = children.at(-1)?.position?.end.offset;
  const behind = text.slice(last === undefined ? start + 1 : mark + last, end - 1);
  const lead = /^\]\(\s*<?/.exec(behind)?.[0];
  if (lead === undefined) return { start, end };
  const address = (lead.endsWith('<') ? /^[^>]*/ : /^\S*/).exec(behind.slice(lead.length))?.[0] ?? '';
  const from = end - 1 - behind.length + lead.length;
  return { start: from, end: from + address.length };
}
