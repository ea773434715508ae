import type { Nodes, Root } from 'mdast';
import type { PageFormat } from '../model.ts';

/** Turns a page into an mdast tree whose positions are exact UTF-16 offsets into `text`. Throws where the page does not parse. */
export type Parse = (text: string, format: PageFormat) => Root;

/**
 * The parser of a run.
 *
 * `fast` is satteri (native, the processor of Astro 7). A page it rejects is parsed again by the reference, whose
 * verdict and error stand, and the reference takes over where no native build exists. `reference` is remark.
 */
export interface Engine {
  readonly parse: Parse;
  /**
   * A parser that takes what `parse` rejects too, where there is another. Loading it takes longer than reading a small site, so it
   * is loaded when the first page asks for it.
   */
  readonly fallback?: () => Promise<Parse>;
}

export async function openEngine(engine: 'fast' | 'reference'): Promise<Engine> {
  const satteri = engine === 'fast' ? await import('satteri').catch(() => undefined) : undefined;
  if (satteri === undefined) return { parse: await loadReference() };
  const options = { features: { gfm: true, frontmatter: true } };
  const parse: Parse = (text, format) => {
    try {
      if (format === 'md') return asRoot(satteri.markdownToMdast(text, options));
      const root = asRoot(satteri.mdxToMdast(text, options));
      if (hasTornTable(root)) throw new TypeError('an element opens in one block and closes in another');
      return root;
    } catch (cause) {
      throw Object.assign(new Error('the fast engine rejects the page', { cause }), { rejected: true });
    }
  };
  return { parse, fallback: async () => orElse(parse, await loadReference()) };
}

/** Only what `parse` rejects goes to the reference: often that is one fence of a page, and the page itself is fine. */
function orElse(parse: Parse, reference: Parse): Parse {
  return (text, format) => {
    try {
      return parse(text, format);
    } catch (error) {
      if (!isRejection(error)) throw error;
      return reference(text, format);
    }
  };
}

/** Whether an error only says that another parser must decide. */
export function isRejection(error: unknown): boolean {
  return error instanceof Error && 'rejected' in error;
}

async function loadReference(): Promise<Parse> {
  const { parseWithRemark } = await import('./reference-engine.ts');
  return parseWithRemark;
}

function asRoot(node: { readonly type: string }): Root {
  if (isRoot(node)) return node;
  throw new TypeError(`the parser gave a ${node.type} where a root was expected`);
}

/** An element that opens above a table and closes in it, or the other way round, which MDX forbids, leaves something else where a row or a cell should be. */
function hasTornTable(node: Nodes): boolean {
  if (!('children' in node)) return false;
  if (node.type === 'table') return holdsOther(node, 'tableRow') || node.children.some(hasTornTable);
  if (node.type === 'tableRow') return holdsOther(node, 'tableCell');
  return node.children.some(hasTornTable);
}

/** What the types promise of children, a torn table breaks. */
function holdsOther({ children }: { readonly children: readonly { readonly type: string }[] }, kind: string): boolean {
  return children.some(({ type }) => type !== kind);
}

function isRoot(node: { readonly type: string }): node is Root {
  return node.type === 'root';
}
