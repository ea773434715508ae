import { expect } from 'vitest';
import { openEngine } from '../../src/extract/engine.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import type { FrameworkId, ProjectFacts } from '../../src/frameworks/framework.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import type { PageFormat } from '../../src/model.ts';

interface Guide {
  readonly text: string;
  readonly framework: FrameworkId;
  readonly format?: PageFormat;
  readonly project?: ProjectFacts;
}

/** The ids of a page's headings, in order; `dynamic` and nothing where they have none that is known. */
export async function idsOf({
  text,
  framework,
  format = 'md',
  project,
}: Guide): Promise<readonly (string | undefined)[]> {
  const { parse } = await openEngine('reference');
  const page = extractPage({
    file: `trees.${format}`,
    text,
    format,
    framework: frameworkOf(framework),
    ...(project && { project }),
    components: {},
    parse,
  });
  expect(page.failure).toBeUndefined();
  return page.headings.map(({ span }) => {
    const anchor = page.anchors.find((each) => each.span.start === span.start);
    if (anchor === undefined) return undefined;
    return 'id' in anchor ? anchor.id : anchor.kind;
  });
}
