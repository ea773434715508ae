import { bind } from '../../src/bind/bind.ts';
import type { HostAliases } from '../../src/bind/hosts.ts';
import { parseTarget } from '../../src/extract/target.ts';
import type {
  Binding,
  HostMention,
  Operation,
  OperationBinding,
  OperationMention,
  Page,
  PathSegment,
  RequestTarget,
  Spec,
  SpecIndex,
  SpecPath,
} from '../../src/model.ts';
import { verbatim } from '../../src/text/source-text.ts';
import { parsePathTemplate } from '../../src/truth/openapi/path-template.ts';
import { readServers } from '../../src/truth/openapi/servers.ts';
import { openSchemas } from '../../src/truth/schema/open-schemas.ts';

/** A spec in few words: server URLs, and for each path its methods, each with an operationId of its own if need be. */
export interface SpecOutline {
  readonly name?: string;
  readonly servers?: readonly (string | object)[];
  /** `'GET POST'`, or `'GET=list_trees POST=plant_tree'`; `$ref` for a path item that could not be read to its end. */
  readonly paths: Readonly<Record<string, string>>;
  /** Servers of a path's operations, as indices, where they are not all. */
  readonly servedBy?: Readonly<Record<string, readonly number[]>>;
}

export function truthOf(...outlines: readonly SpecOutline[]): SpecIndex {
  const operations: Record<string, Operation> = {};
  const specs = outlines.map((outline) => {
    const spec = specOf(outline);
    for (const path of spec.paths)
      for (const operation of operationsAt(path, spec, outline)) operations[operation.key] = operation;
    return spec;
  });
  return { specs, operations };
}

function specOf({ name = 'orchard', servers = ['https://api.orchard.example/v2'], paths }: SpecOutline): Spec {
  const list = servers.map((server) => (typeof server === 'string' ? { url: server } : server));
  return {
    name,
    file: `${name}.yaml`,
    servers: readServers(list),
    paths: Object.entries(paths).map(([template, words]) => pathOf(template, words, name)),
    credentials: [],
    events: [],
  };
}

function pathOf(template: string, words: string, spec: string): SpecPath {
  const methods = words.split(' ').filter((word) => word !== '$ref');
  return {
    template,
    segments: parsePathTemplate(template),
    operations: Object.fromEntries(
      methods.map((word) => word.replace(/=.*/, '')).map((method) => [method, `${spec} ${method} ${template}`]),
    ),
    place: { file: `${spec}.yaml`, pointer: `/paths/${template}` },
    ...(words.includes('$ref') && { incomplete: true }),
  };
}

function operationsAt(path: SpecPath, spec: Spec, { paths, servedBy }: SpecOutline): Operation[] {
  const words = (paths[path.template] ?? '').split(' ');
  return Object.entries(path.operations).map(([method, key]) => {
    const id = words.find((word) => word.startsWith(`${method}=`))?.slice(method.length + 1);
    return {
      key,
      spec: spec.name,
      method,
      path: path.template,
      ...(id !== undefined && { operationId: id }),
      tags: [],
      deprecated: false,
      parameters: [],
      responses: [],
      servers: servedBy?.[path.template] ?? spec.servers.map((_, index) => index),
      place: path.place,
    };
  });
}

export function pathsOf(templates: readonly string[]): SpecPath[] {
  return templates.map((template) => pathOf(template, 'GET', 'orchard'));
}

export function targetOf(address: string): RequestTarget {
  const target = parseTarget(verbatim(address), 0, address.length);
  if (!target) throw new Error(`\`${address}\` is no address`);
  return target;
}

export function segmentsOf(path: string): readonly PathSegment[] {
  return targetOf(path).segments;
}

export function hostOf(address: string): HostMention {
  const { host } = targetOf(address);
  if (!host) throw new Error(`\`${address}\` has no host`);
  return host;
}

/** `'GET /trees'`, `'/trees'`, or `'#plant_tree'` for an operationId. A claim in inline code unless `given` says more. */
export function mentionOf(text: string, given: Partial<OperationMention> = {}): OperationMention {
  const [, method, address = ''] = /^(?:([A-Z]+) )?(.*)$/s.exec(text) ?? [];
  const span = { start: 0, end: text.length };
  return {
    kind: 'operation',
    source: 'inline-code',
    span,
    text,
    ...(method !== undefined && { method: { value: method, span, implied: false } }),
    ...(address.startsWith('#') ? { operationId: address.slice(1) } : { target: targetOf(address) }),
    stance: 'claim',
    certain: method !== undefined,
    section: -1,
    ...given,
  };
}

export function pageOf(
  file: string,
  mentions: readonly (string | OperationMention)[],
  frontmatter?: Readonly<Record<string, unknown>>,
): Page {
  return {
    file,
    format: 'mdx',
    headings: [],
    anchors: [],
    links: [],
    mentions: mentions.map((mention) => (typeof mention === 'string' ? mentionOf(mention) : mention)),
    directives: [],
    imports: [],
    ...(frontmatter && { frontmatter }),
  };
}

interface Run {
  readonly truth: SpecIndex;
  readonly hosts?: HostAliases;
  readonly snippets?: ReadonlyMap<string, readonly Page[]>;
}

export function bindPages(pages: readonly Page[], { truth, hosts = {}, snippets = new Map() }: Run): Binding[] {
  return bind({ pages, snippets, truth, schemas: openSchemas(() => undefined), hosts });
}

function isOperationBinding(binding: Binding): binding is OperationBinding {
  return binding.mention.kind === 'operation';
}

/** The outcome of the first of a page's mentions; the others are its neighbours. */
export function bindFirst(mentions: readonly (string | OperationMention)[], run: Run): OperationBinding {
  const [first] = bindPages([pageOf('guides/trees.mdx', mentions)], run).filter(isOperationBinding);
  if (!first) throw new Error('nothing was bound');
  return first;
}

/** `bound GET /trees`, `missing path`, `foreign`…: an outcome in a line. */
export function describe({ target }: Binding): string {
  switch (target.status) {
    case 'bound':
      if ('tool' in target) return `bound ${target.tool}`;
      return `bound ${('operations' in target ? target.operations : target.command).join(', ')}`;
    case 'ambiguous':
      return `ambiguous ${target.candidates.join(', ')}`;
    case 'missing':
      if ('servers' in target) return 'missing tool';
      return `missing ${'reason' in target ? target.reason : target.word.value}`;
    case 'foreign':
    case 'unplaced':
      return target.status;
  }
}

export function evidenceOf({ target }: Binding): string {
  return target.evidence.map(({ cue, detail }) => `${cue}: ${detail}`).join('; ');
}
