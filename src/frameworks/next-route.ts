import type { RouteContext } from './framework.ts';

/**
 * Routes of Next.js and of Nextra 4 (`convertToPageMap`): below `app` a folder is a page when it holds `page`, and groups in parentheses
 * are dropped; below `pages` and `content` each file is a page, and `index` is its folder.
 */
export function nextRoute(file: string, { folder }: Pick<RouteContext, 'folder'>): string | undefined {
  const segments = file.replace(/\.(?:mdx?|[jt]sx?)$/, '').split('/');
  const name = segments.pop() ?? '';
  if (folder === 'app') {
    if (name !== 'page') return undefined;
    return pathOf(segments.filter((segment) => !/^\(.+\)$/.test(segment)));
  }
  return pathOf(name === 'index' ? segments : [...segments, name]);
}

function pathOf(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment}`).join('');
}
