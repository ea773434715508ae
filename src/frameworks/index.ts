import { docusaurus } from './docusaurus.ts';
import type { Framework, FrameworkId } from './framework.ts';
import { fumadocs } from './fumadocs.ts';
import { github } from './github.ts';
import { hugo } from './hugo.ts';
import { kramdownGfm } from './kramdown-gfm.ts';
import { lenient } from './lenient.ts';
import { mdbook } from './mdbook.ts';
import { mdxRehypeSlug } from './mdx-rehype-slug.ts';
import { mintlify } from './mintlify.ts';
import { mkdocs } from './mkdocs.ts';
import { nextra } from './nextra.ts';
import { redocly } from './redocly.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

const byId: Readonly<Record<FrameworkId, Framework>> = {
  docusaurus,
  fumadocs,
  github,
  hugo,
  'kramdown-gfm': kramdownGfm,
  lenient,
  mdbook,
  'mdx-rehype-slug': mdxRehypeSlug,
  mintlify,
  mkdocs,
  nextra,
  redocly,
  starlight,
  vitepress,
};

/** Every framework specwins knows, in alphabetical order. */
export const frameworks: readonly Framework[] = Object.values(byId);

/** The ids a user may name. */
export const frameworkIds: readonly string[] = frameworks.map((framework) => framework.id);

export function frameworkOf(id: FrameworkId): Framework {
  return byId[id];
}

export function isFrameworkId(name: string): name is FrameworkId {
  return frameworkIds.includes(name);
}
