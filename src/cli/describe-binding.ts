import type {
  Binding,
  BoundCommand,
  BoundFact,
  BoundTool,
  Evidence,
  FactTarget,
  MissingCommand,
  MissingTool,
  Operation,
  OperationKey,
  Target,
} from '../model.ts';
import type { Position, ReportedFinding } from '../report/report.ts';

/** What `describeBinding` needs besides the binding. */
export interface BindingContext {
  readonly start: Position;
  readonly operations: Readonly<Record<OperationKey, Operation>>;
  readonly findings: readonly ReportedFinding[];
  /** What to paste, and where, so that a finding is silenced. */
  remedyFor(finding: ReportedFinding): Pasted | undefined;
  /** What to paste, and where, so that the mention is bound to what is meant. */
  readonly correction?: Pasted | undefined;
}

export interface Pasted {
  readonly text: string;
  readonly where: string;
}

/** A paragraph on one mention: its text and form, its outcome, the evidence, and the findings in it. */
export function describeBinding({ page, file, mention, target }: Binding, context: BindingContext): string {
  const { line, column } = context.start;
  const nameOf = (key: OperationKey): string => {
    const operation = context.operations[key];
    return operation ? `${operation.method} ${operation.path}` : key;
  };
  const rows: readonly Row[] = [
    [target.status, describeOutcome({ mention, target }, nameOf)],
    ...target.evidence.map((evidence): Row => ['because', describeEvidence(evidence)]),
    ...describeNearest(target, nameOf),
    ...(page === file ? [] : [['page', `${page} renders it`] satisfies Row]),
    ...(mention.stance === 'claim'
      ? []
      : [['stance', `${mention.stance}: it does not say that this exists today`] satisfies Row]),
    ...(context.correction ? [pasted('correct', context.correction)] : []),
    ...describeFindings(context),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    `  \`${mention.text}\` at ${line}:${column}, read as ${mention.source}`,
    ...rows.map(([label, text]) => `    ${label.padEnd(width)}  ${text}`),
  ].join('\n');
}

type Row = readonly [label: string, text: string];

type NameOf = (key: OperationKey) => string;

function describeTarget(target: Target | FactTarget | MissingTool, nameOf: NameOf): string {
  switch (target.status) {
    case 'bound':
      return 'where' in target
        ? describeFact(target, nameOf)
        : `${listed(target, nameOf)} in the spec \`${target.spec}\``;
    case 'ambiguous':
      return `fits ${target.candidates.map(nameOf).join(', ')} equally well; no rule judges it`;
    case 'missing':
      return 'servers' in target ? describeMissingTool(target) : describeMissing(target.reason, target.spec);
    case 'foreign':
      return target.host === undefined ? 'speaks of another server' : `speaks of another server, ${target.host}`;
    case 'unplaced':
      return 'could not be told to speak of this API; no rule judges it';
  }
}

function describeOutcome({ mention, target }: Pick<Binding, 'mention' | 'target'>, nameOf: NameOf): string {
  if ('program' in target) return describeCommandTarget(target);
  if ('tool' in target) return describeTool(target, mention.kind);
  const isCall = mention.kind === 'command' && target.status === 'unplaced';
  return isCall ? 'which command is meant could not be told; no rule judges it' : describeTarget(target, nameOf);
}

function describeCommandTarget({ program, ...target }: BoundCommand | MissingCommand): string {
  if (target.status === 'bound') return `the command \`${[program, ...target.command].join(' ')}\``;
  return `\`${[program, ...target.owner].join(' ')}\` has no command \`${target.word.value}\``;
}

const PARTS: Readonly<Record<BoundFact['where'], string>> = {
  path: 'a path parameter',
  query: 'a query parameter',
  header: 'a header',
  cookie: 'a cookie',
  request: 'the body',
  response: 'the answer',
  status: 'a status',
  credential: 'a credential',
};

function describeFact(target: BoundFact, nameOf: NameOf): string {
  const owner = target.event === undefined ? listed(target, nameOf) : `the event \`${target.event}\``;
  const sure = target.certainty === 'certain' ? 'certainly' : 'probably';
  return `${sure} ${PARTS[target.where]} of ${owner} in the spec \`${target.spec}\``;
}

function describeTool({ tool, certainty }: BoundTool, kind: Binding['mention']['kind']): string {
  const part = kind === 'tool' ? 'the' : kind === 'argument' ? 'an argument of the' : 'arguments of the';
  return `${certainty === 'certain' ? 'certainly' : 'probably'} ${part} MCP tool \`${tool}\``;
}

function describeMissingTool({ servers }: MissingTool): string {
  return servers.length > 1 ? 'no MCP server has such a tool' : 'the MCP server has no such tool';
}

function listed({ operations }: { readonly operations: readonly OperationKey[] }, nameOf: NameOf): string {
  return operations.map(nameOf).join(', ');
}

function describeMissing(reason: 'path' | 'method' | 'operation', spec: string): string {
  switch (reason) {
    case 'path':
      return `the spec \`${spec}\` has no such path`;
    case 'method':
      return `the spec \`${spec}\` has the path, and not with this method`;
    case 'operation':
      return `the spec \`${spec}\` has no such operationId`;
  }
}

function describeEvidence({ cue, detail }: Evidence): string {
  return `${cue}: ${detail}`;
}

function describeNearest(target: Binding['target'], nameOf: NameOf): readonly Row[] {
  if (target.status !== 'missing') return [];
  if ('program' in target) return target.nearest.map((path): Row => ['nearest', [target.program, ...path].join(' ')]);
  if ('servers' in target) return target.nearest ? [['nearest', target.nearest.tool]] : [];
  return target.nearest.map(({ operation, rewrite }): Row => {
    const write = rewrite === undefined ? '' : `; write \`${rewrite}\``;
    return ['nearest', `${nameOf(operation)}${write}`];
  });
}

function describeFindings({ findings, remedyFor }: BindingContext): readonly Row[] {
  if (findings.length === 0) return [['verdict', 'nothing to report']];
  return findings.flatMap((finding): Row[] => {
    const remedy = remedyFor(finding);
    const verdict: Row = ['verdict', `${finding.severity}: ${finding.message} (${finding.rule})`];
    return [verdict, ...(remedy ? [pasted('silence', remedy)] : [])];
  });
}

function pasted(label: string, { text, where }: Pasted): Row {
  return [label, `${text}  ${where}`];
}
