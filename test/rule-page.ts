import type { Code, Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A rule's page taken apart: what it says, and the small docs projects it shows. */
export interface RulePage {
  readonly summary: string;
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

export interface Example {
  readonly kind: 'Drift' | 'No drift';
  readonly name: string;
  /** By path below the project's folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads `rules/<id>.md`: each `###` under "Drift" and "No drift" is an example; the fences of "The spec" belong to all. */
export function readRulePage(markdown: string): RulePage {
  const nodes = unified().use(remarkParse).parse(markdown).children;
  const shared = filesIn(nodesOf(nodes, 2, 'The spec'));
  const examples = (['Drift', 'No drift'] as const).flatMap((kind) => {
    const section = nodesOf(nodes, 2, kind);
    return headings(section, 3).map((name) => ({
      kind,
      name,
      files: { ...shared, ...filesIn(nodesOf(section, 3, name)) },
    }));
  });
  const paragraph = nodes.find((node) => node.type === 'paragraph');
  return { summary: paragraph ? textOf(paragraph) : '', sections: headings(nodes, 2), examples };
}

/** What stands under a heading, up to the next of its level. */
function nodesOf(nodes: readonly RootContent[], depth: number, name: string): readonly RootContent[] {
  const start = nodes.findIndex((node) => isHeading(node, depth) && textOf(node) === name);
  if (start === -1) return [];
  const rest = nodes.slice(start + 1);
  const end = rest.findIndex((node) => isHeading(node, depth));
  return end === -1 ? rest : rest.slice(0, end);
}

function headings(nodes: readonly RootContent[], depth: number): readonly string[] {
  return nodes.filter((node) => isHeading(node, depth)).map((node) => textOf(node));
}

function isHeading(node: RootContent, depth: number): node is Heading {
  return node.type === 'heading' && node.depth === depth;
}

function filesIn(nodes: readonly RootContent[]): Readonly<Record<string, string>> {
  const fences = nodes.filter((node): node is Code => node.type === 'code');
  return Object.fromEntries(
    fences.flatMap(({ meta, value }) => {
      const file = /(?:^|\s)file=(\S+)/.exec(meta ?? '')?.[1];
      return file === undefined ? [] : [[file, `${value}\n`]];
    }),
  );
}
