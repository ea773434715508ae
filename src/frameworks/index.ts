import { docusaurus } from './docusaurus.ts';
import type { Framework, FrameworkId } from './framework.ts';
import { fumadocs } from './fumadocs.ts';
import { github } from './github.ts';
import { mintlify } from './mintlify.ts';
import { nextra } from './nextra.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

const byId: Readonly<Record<FrameworkId, Framework>> = {
  docusaurus,
  fumadocs,
  github,
  mintlify,
  nextra,
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
