import type { SourceText } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import { isMethodList, splitMethods } from '../phrase/find-operations.ts';
import { parseTarget } from '../target.ts';

/** Mentions the operation whose method and path stand in fields of their own, as front matter and attributes hold them. */
export function addStatedCall(
  source: 'frontmatter' | 'jsx',
  method: SourceText | undefined,
  path: SourceText | undefined,
  page: PageContext,
): void {
  const target = path && parseTarget(path, 0, path.text.length);
  if (!path || !target) return;
  const stated =
    method && isMethodList(method.text.toUpperCase()) ? splitMethods(method, 0, method.text)[0] : undefined;
  page.mention({
    source,
    span: target.span,
    text: path.text,
    ...(stated && { method: stated }),
    target,
    stance: 'claim',
    certain: true,
  });
}
