import type { Root } from 'mdast';
import type { PageFormat } from '../model.ts';

/** Turns a page into an mdast tree whose positions are exact UTF-16 offsets into `text`. Throws where the page does not parse. */
export type Parse = (text: string, format: PageFormat) => Root;

/**
 * The parser of a run.
 *
 * `fast` is satteri (native, the processor of Astro 7). A page it rejects is parsed again by the reference, whose
 * verdict and error stand, and the reference takes over where no native build exists. `reference` is remark.
 */
export async function loadEngine(engine: 'fast' | 'reference'): Promise<Parse> {
  const reference = lazyReference();
  if (engine === 'reference') return (await reference()).parseWithRemark;
  const satteri = await import('satteri').catch(() => undefined);
  const fallback = await reference();
  if (satteri === undefined) return fallback.parseWithRemark;
  const options = { features: { gfm: true, frontmatter: true } };
  return (text, format) => {
    try {
      return format === 'mdx'
        ? asRoot(satteri.mdxToMdast(text, options))
        : asRoot(satteri.markdownToMdast(text, options));
    } catch {
      return fallback.parseWithRemark(text, format);
    }
  };
}

function lazyReference() {
  return () => import('./reference-engine.ts');
}

function asRoot(node: { readonly type: string }): Root {
  if (isRoot(node)) return node;
  throw new TypeError(`the parser gave a ${node.type} where a root was expected`);
}

function isRoot(node: { readonly type: string }): node is Root {
  return node.type === 'root';
}
