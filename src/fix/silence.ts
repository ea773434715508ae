import { indexLines, type Lines } from '../text/lines.ts';

/** Text to put into a page, at an offset of it. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A directive that may silence a finding: what to paste and where. */
export interface Silence {
  readonly text: string;
  /** Words that go on behind the text: "on a line of its own above line 12". */
  readonly where: string;
  readonly insertions: readonly Insertion[];
}

/** The finding that is to be silenced, and the page in which it stands. */
export interface Silenced {
  readonly rule: string;
  /** 1-based; 0 for the page as a whole. */
  readonly line: number;
  readonly format: 'md' | 'mdx';
  readonly text: string;
}

/**
 * The directives that may silence a finding, the least intrusive first. Which of them the page takes as a comment depends on
 * what it stands in; whoever offers one parses the page with it.
 */
export function silencesOf(finding: Silenced): readonly Silence[] {
  const page = readLayout(finding);
  const { line } = finding;
  if (line <= page.bodyLine - 1) return [wholeFile(page)];
  const fence = page.fenceAround(line);
  if (fence !== undefined) return [above(fence, page), fenceMeta(fence, page), around(line, page), wholeFile(page)];
  const table = page.tableAround(line);
  if (table !== undefined) return [above(table, page), around(line, page), wholeFile(page)];
  const [own, behind] = [above(line, page), atEnd(line, page)];
  return [...(page.opensBlock(line) ? [own, behind] : [behind, own]), around(line, page), wholeFile(page)];
}

/** The page with a directive in it. */
export function applySilence(text: string, { insertions }: Silence): string {
  return insertions
    .toSorted((one, other) => other.at - one.at)
    .reduce((rest, insertion) => rest.slice(0, insertion.at) + insertion.text + rest.slice(insertion.at), text);
}

/** Where a character stands when the directive is in the page. */
export function shifted(offset: number, { insertions }: Silence): number {
  return insertions.reduce((sum, { at, text }) => (at <= offset ? sum + text.length : sum), offset);
}

interface Layout {
  readonly lines: Lines;
  readonly lineEnd: string;
  /** The first line below the front matter. */
  readonly bodyLine: number;
  comment(directive: string, reason?: boolean): string;
  fenceAround(line: number): number | undefined;
  tableAround(line: number): number | undefined;
  opensBlock(line: number): boolean;
  readonly rule: string;
}

function readLayout({ text, format, rule }: Silenced): Layout {
  const lines = indexLines(text);
  const isBlank = (line: number) => /^[\s>]*$/.test(lines.text(line));
  const isRow = (line: number) => line > 0 && line <= lines.count && lines.text(line).includes('|') && !isBlank(line);
  return {
    lines,
    rule,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    bodyLine: bodyLineOf(lines),
    comment(directive, reason = true) {
      const content = `specwins-${directive} ${rule}${reason ? ' -- <reason>' : ''}`;
      return format === 'mdx' ? `{/* ${content} */}` : `<!-- ${content} -->`;
    },
    fenceAround: (line) => fencesIn(lines).find(({ from, to }) => from <= line && line <= to)?.from,
    tableAround(line) {
      let first = line;
      while (isRow(first - 1)) first--;
      const delimiters = lines.text(first + 1);
      const hasDelimiters = /^[\s>|:-]+$/.test(delimiters) && delimiters.includes('-');
      return isRow(line) && isRow(first) && hasDelimiters ? first : undefined;
    },
    opensBlock: (line) => line === 1 || isBlank(line - 1) || /specwins-/.test(lines.text(line - 1)),
  };
}

function bodyLineOf(lines: Lines): number {
  if (!/^\uFEFF?---[ \t]*$/.test(lines.text(1))) return 1;
  for (let line = 2; line <= lines.count; line++) if (/^---[ \t]*$/.test(lines.text(line))) return line + 1;
  return 1;
}

/** The lines of code blocks, with the fences. */
function fencesIn(lines: Lines): readonly { readonly from: number; readonly to: number }[] {
  const fences: { from: number; to: number }[] = [];
  let open: { readonly from: number; readonly mark: string } | undefined;
  for (let line = 1; line <= lines.count; line++) {
    const [, mark, rest = ''] =
      /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/.exec(lines.text(line)) ?? [];
    if (mark === undefined) continue;
    if (!open) open = { from: line, mark };
    else if (mark.startsWith(open.mark) && rest.trim() === '') {
      fences.push({ from: open.from, to: line });
      open = undefined;
    }
  }
  return open ? [...fences, { from: open.from, to: lines.count }] : fences;
}

/** The indentation and the marks of quotes with which a line begins. */
function marginOf(line: string): string {
  return /^[\s>]*/.exec(line)?.[0].replace('\uFEFF', '') ?? '';
}

function ownLine(line: number, content: string, { lines, lineEnd }: Layout): Insertion {
  const bom = lines.text(line).startsWith('\uFEFF') ? 1 : 0;
  return { at: lines.start(line) + bom, text: `${marginOf(lines.text(line))}${content}${lineEnd}` };
}

function above(line: number, page: Layout): Silence {
  const text = page.comment('disable-next-line');
  return { text, where: `on a line of its own above line ${line}`, insertions: [ownLine(line, text, page)] };
}

function atEnd(line: number, { lines, comment }: Layout): Silence {
  const text = comment('disable-line');
  const content = lines.text(line);
  const at = lines.start(line) + content.trimEnd().length;
  return { text, where: `at the end of line ${line}`, insertions: [{ at, text: ` ${text}` }] };
}

/** The info string of a fence starts with its language: without one, the word would be taken for it. */
function fenceMeta(line: number, { lines }: Layout): Silence {
  const content = lines.text(line).trimEnd();
  const text = /[`~]$/.test(content) ? 'text specwins-ignore' : 'specwins-ignore';
  const at = lines.start(line) + content.length;
  const insertion = { at, text: text.startsWith('text') ? text : ` ${text}` };
  return { text, where: `at the end of line ${line}, which opens the code block`, insertions: [insertion] };
}

/** Above and below the block of lines without a blank one. */
function around(line: number, page: Layout): Silence {
  const { lines, lineEnd } = page;
  const isBlank = (each: number) => /^[\s>]*$/.test(lines.text(each));
  let [first, last] = [line, line];
  while (first > page.bodyLine && !isBlank(first - 1)) first--;
  while (last < lines.count && !isBlank(last + 1)) last++;
  const [open, close] = [page.comment('disable'), page.comment('enable', false)];
  const gap = `${lineEnd}${marginOf(lines.text(first)).trimEnd()}${lineEnd}`;
  const start = ownLine(first, open, page);
  const margin = marginOf(lines.text(first));
  const closing = { at: lines.start(last) + lines.text(last).length, text: `${gap}${margin}${close}` };
  return {
    text: `${open} … ${close}`,
    where: `around lines ${first} to ${last}, each on a line of its own, with blank lines between`,
    insertions: [{ at: start.at, text: `${margin}${open}${gap}` }, closing],
  };
}

function wholeFile(page: Layout): Silence {
  const text = page.comment('disable-file');
  const { lines, lineEnd, bodyLine } = page;
  const where = bodyLine > 1 ? 'on a line of its own below the front matter' : 'on a line of its own at the top';
  const bom = bodyLine === 1 && lines.text(1).startsWith('\uFEFF') ? 1 : 0;
  const isLast = bodyLine > lines.count;
  const before = isLast ? lineEnd : '';
  return {
    text,
    where,
    insertions: [{ at: lines.start(bodyLine) + bom, text: `${before}${lineEnd}${text}${lineEnd}${lineEnd}` }],
  };
}
