import type { Binding, Operation, OperationKey, SpecIndex } from '../model.ts';

/** A fact that a writer can state where a binding is unknown or wrong. */
export interface Correction {
  readonly text: string;
  readonly where: string;
}

const inFrontMatter = 'in the front matter';

/** What to write so that a mention is bound to what is meant; nothing where its own form leaves no doubt. */
export function correctionOf({ mention, target }: Binding, truth: SpecIndex): Correction | undefined {
  switch (target.status) {
    case 'ambiguous':
      return oneOf(target.candidates, truth);
    case 'unplaced':
      // What a path speaks of, its host and its spelling tell; what a field belongs to, the page may say.
      return mention.kind === 'operation' || mention.kind === 'command'
        ? undefined
        : { ...statedOperation('<METHOD> </path>'), where: `${inFrontMatter}, with the operation that is meant` };
    case 'foreign':
      return hostOf(target.host, truth);
    case 'bound':
      return 'operations' in target && specsOf(target.operations, truth).length > 1
        ? oneOf(target.operations, truth)
        : undefined;
    // No spec has it, so that no hint could bind it.
    case 'missing':
      return undefined;
  }
}

/** The operations may differ in their spec alone. */
function oneOf(candidates: readonly OperationKey[], truth: SpecIndex): Correction | undefined {
  const operations = candidates.flatMap((key) => truth.operations[key] ?? []);
  const [first, ...others] = operations;
  if (!first) return undefined;
  const calls = new Set(operations.map(callOf));
  const specs = specsOf(candidates, truth);
  if (specs.length > 1 && calls.size === 1)
    return { text: `specwins: { spec: ${first.spec} }`, where: `${inFrontMatter}, or ${specs.slice(1).join(', ')}` };
  const rest = [...new Set(others.map(callOf))].filter((call) => call !== callOf(first)).slice(0, 2);
  return { ...statedOperation(callOf(first)), where: [inFrontMatter, ...rest].join(', or ') };
}

function specsOf(keys: readonly OperationKey[], { operations }: SpecIndex): readonly string[] {
  return [...new Set(keys.flatMap((key) => operations[key]?.spec ?? []))];
}

function callOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function statedOperation(call: string): Pick<Correction, 'text'> {
  return { text: `specwins: { operation: ${JSON.stringify(call)} }` };
}

function hostOf(host: string | undefined, { specs }: SpecIndex): Correction | undefined {
  const [spec] = specs;
  if (host === undefined || !spec) return undefined;
  const url = spec.servers[0]?.url ?? '<server>';
  return {
    text: `specs: { ${spec.name}: { hosts: { ${JSON.stringify(host)}: ${JSON.stringify(url)} } } }`,
    where: 'in the configuration, if it is a server of this API',
  };
}
