import type { Nodes } from 'mdast';
import type { Extractor } from '../extractor.ts';
import { attributeLists } from './attribute-lists.ts';
import { code } from './code.ts';
import { commands } from './commands.ts';
import { comments } from './comments.ts';
import { definitionLists } from './definition-lists.ts';
import { esm } from './esm.ts';
import { fieldComponents } from './field-components.ts';
import { fieldLists } from './field-lists.ts';
import { frontmatter } from './frontmatter.ts';
import { headings } from './headings.ts';
import { hedges } from './hedges.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsx } from './jsx.ts';
import { links } from './links.ts';
import { phrases } from './phrases.ts';
import { tables } from './tables.ts';
import { tools } from './tools.ts';

const extractors: readonly Extractor[] = [
  attributeLists,
  code,
  commands,
  comments,
  definitionLists,
  esm,
  fieldComponents,
  fieldLists,
  frontmatter,
  headings,
  hedges,
  html,
  json,
  jsx,
  links,
  phrases,
  tables,
  tools,
];

/** The one table of the walk: which extractors look at a node of which type. */
export const extractorsByNode: ReadonlyMap<Nodes['type'], readonly Extractor[]> = byNode();

function byNode(): Map<Nodes['type'], Extractor[]> {
  const table = new Map<Nodes['type'], Extractor[]>();
  for (const extractor of extractors) {
    for (const type of extractor.nodes) table.set(type, [...(table.get(type) ?? []), extractor]);
  }
  return table;
}
