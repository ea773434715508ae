import type { ArgumentBinding, FactMention, MissingTool, Page, SpecIndex, ToolBinding } from '../../model.ts';
import type { Schemas } from '../../truth/schema/schema.ts';
import { because } from '../reasons.ts';
import { bindArguments } from './bind-arguments.ts';
import { decideTool } from './decide-tool.ts';
import { learnServers, type OwnershipOf } from './own-servers.ts';
import { readTools } from './tool-context.ts';

/** A page with the snippets that it renders. */
interface ShownPage {
  readonly page: string;
  readonly documents: readonly Page[];
}

export interface BoundTools {
  readonly bindings: readonly (ToolBinding | ArgumentBinding)[];
  /** Facts that speak of arguments of tools, and so of no operation. */
  readonly claimed: ReadonlySet<FactMention>;
}

/** Ties the tools that guides name to those of the configured servers, and what is said of their arguments. */
export function bindTools(
  shown: readonly ShownPage[],
  { truth, schemas }: { readonly truth: SpecIndex; readonly schemas: Schemas },
): BoundTools {
  if (truth.mcpServers === undefined) return { bindings: [], claimed: new Set() };
  const documents = shown.flatMap((each) => each.documents);
  const ownershipOf = learnServers([...new Set(documents)], truth);
  const bound = shown.flatMap(({ page, documents: each }) =>
    each.map((document) => bindDocument(document, { page, truth, schemas, ownershipOf })),
  );
  return {
    bindings: withMissing(bound),
    claimed: new Set(bound.flatMap(({ claimed }) => claimed)),
  };
}

/** What is known to be missing where a table or a call names it is missing in the sentences that call it a tool, too. */
function withMissing(documents: readonly BoundDocument[]): BoundTools['bindings'] {
  const bindings = documents.flatMap((each) => each.bindings);
  const open = new Set(documents.flatMap((each) => (each.speaksOfMcp ? each.bindings : [])));
  const missing = new Map<string, MissingTool>();
  for (const { mention, target } of bindings)
    if (mention.kind === 'tool' && target.status === 'missing') missing.set(mention.text, target);
  return bindings.map((binding) => {
    const { mention, target } = binding;
    if (mention.kind !== 'tool' || target.status !== 'unplaced' || !open.has(binding)) return binding;
    const known = mention.said === 'words' && !mention.server ? missing.get(mention.text) : undefined;
    if (!known) return binding;
    const evidence = [because('words', 'other places name it as a tool of the server')];
    return { ...binding, mention, target: { ...known, certainty: 'likely', evidence } };
  });
}

interface DocumentContext {
  readonly page: string;
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
  readonly ownershipOf: OwnershipOf;
}

interface BoundDocument {
  readonly bindings: BoundTools['bindings'];
  readonly claimed: readonly FactMention[];
  readonly speaksOfMcp: boolean;
}

function bindDocument(document: Page, { page, truth, schemas, ownershipOf }: DocumentContext): BoundDocument {
  const context = readTools(document, truth.mcpServers ?? [], ownershipOf);
  const tools = context.tools.flatMap((tool): ToolBinding[] => {
    const target = decideTool(tool, context);
    return target ? [{ page, file: document.file, mention: tool.mention, target }] : [];
  });
  const stated = tools.length > 0 ? bindArguments(document, tools, { truth, schemas }) : [];
  const fields = stated.map(({ mention, target }): ArgumentBinding => ({ page, file: document.file, mention, target }));
  const speaksOfMcp = document.mcpServers !== undefined;
  return { bindings: [...tools, ...fields], claimed: stated.map(({ fact }) => fact), speaksOfMcp };
}
