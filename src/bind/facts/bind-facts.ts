import type {
  CredentialMention,
  FactBinding,
  FactMention,
  FactTarget,
  FieldMention,
  OperationBinding,
  OperationMention,
  Page,
  PayloadMention,
  StatusMention,
} from '../../model.ts';
import { because } from '../reasons.ts';
import { bindCredential } from './bind-credential.ts';
import { bindFieldSet } from './bind-fields.ts';
import { bindPayload, bindTiedPayload } from './bind-payload.ts';
import { type CallFinder, type CallInReach, findCallsOn } from './calls-in-reach.ts';
import type { FactContext } from './fact-context.ts';

export interface FactInput extends FactContext {
  readonly page: Page;
  /** The page and the snippets that it renders. */
  readonly shown: readonly Page[];
  /** The operations that the page and its snippets name, bound. */
  readonly operations: readonly OperationBinding[];
}

/** Ties each fact of a page, and of the snippets it renders, to the operations that it speaks of. */
export function bindFacts(input: FactInput): FactBinding[] {
  return input.shown.flatMap((document) => {
    const targets = bindDocument(document, input.operations, input);
    return [...targets].map(([mention, target]) => ({ page: input.page.file, file: document.file, mention, target }));
  });
}

function bindDocument(
  document: Page,
  operations: readonly OperationBinding[],
  context: FactContext,
): ReadonlyMap<FactMention, FactTarget> {
  const own = operations.filter(({ file }) => file === document.file);
  const byMention = new Map(own.map((binding) => [binding.mention, binding]));
  const calls = findCallsOn(
    document,
    own,
    operations.filter(({ file }) => file !== document.file),
  );
  const facts = document.mentions.filter(isFact);
  const targets = new Map<FactMention, FactTarget>();
  for (const set of fieldSets(facts)) {
    for (const [field, target] of bindSet(set)) targets.set(field, target);
  }
  for (const fact of facts) if (fact.kind !== 'field') targets.set(fact, bindOne(fact));
  // In the order of the page.
  return new Map(facts.map((fact) => [fact, targets.get(fact) ?? { status: 'unplaced', evidence: [] }]));

  function bindSet(set: readonly FieldMention[]): ReadonlyMap<FieldMention, FactTarget> {
    const [first] = set;
    const tie = first && tieOf(first, { document, byMention });
    if (tie?.kind === 'none') return new Map(set.map((field) => [field, tie.target]));
    return bindFieldSet(set, tie ? [tie.call] : first ? calls(first) : [], context);
  }

  function bindClaim(fact: CredentialMention): FactTarget {
    const named = fact.calls.map((index) => {
      const mention = document.mentions[index];
      return mention?.kind === 'operation' ? byMention.get(mention) : undefined;
    });
    return bindCredential(fact, { calls: named, around: calls(fact), truth: context.truth });
  }

  function bindOne(fact: Exclude<FactMention, FieldMention>): FactTarget {
    if (fact.kind === 'credential') return bindClaim(fact);
    const tie = tieOf(fact, { document, byMention });
    if (tie?.kind === 'none') return tie.target;
    const sent = tie ? undefined : senderOf(fact, operations);
    if (sent) return bindTiedPayload(sent.fact, sent.call, context);
    if (fact.kind === 'status') return bindStatus(fact, tie ? tie.call : calls);
    return tie ? bindTiedPayload(fact, tie.call, context) : bindPayload(fact, calls(fact), context);
  }
}

type Tie =
  | { readonly kind: 'call'; readonly call: CallInReach }
  | { readonly kind: 'none'; readonly target: FactTarget };

interface TieContext {
  readonly document: Page;
  readonly byMention: ReadonlyMap<OperationMention, OperationBinding>;
}

/** The call to which a fact's own form ties it; a fact of a call that is not bound has nothing to be held against. */
function tieOf({ request }: FactMention, { document, byMention }: TieContext): Tie | undefined {
  const mention = request === undefined ? undefined : document.mentions[request];
  if (mention?.kind !== 'operation') return undefined;
  const target = byMention.get(mention)?.target;
  const evidence = [because('sample', `it belongs to \`${mention.text}\``)];
  switch (target?.status) {
    case 'bound': {
      const { spec, operations } = target;
      const tied = { spec, operations, certainty: 'certain' as const, evidence: because('sample', 'its own call') };
      return { kind: 'call', call: tied };
    }
    case 'foreign':
      return { kind: 'none', target: { ...target, evidence: [...evidence, ...target.evidence] } };
    default:
      return {
        kind: 'none',
        target: { status: 'unplaced', evidence: [...evidence, because('call', 'which is bound to nothing')] },
      };
  }
}

/** The call of a file that is shown here: what `curl -d @tree.json` sends, where no other operation is sent it too. */
function senderOf(
  fact: FactMention,
  operations: readonly OperationBinding[],
): { readonly fact: PayloadMention; readonly call: CallInReach } | undefined {
  if (fact.kind !== 'payload' || fact.shows === undefined) return undefined;
  const { shows } = fact;
  const senders = operations.flatMap(({ mention, target }) =>
    mention.bodyFile !== undefined && target.status === 'bound' && areOneFile(mention.bodyFile, shows) ? [target] : [],
  );
  const [first, ...others] = senders;
  if (!first || others.some((other) => other.operations.join() !== first.operations.join())) return undefined;
  const { spec, operations: keys } = first;
  const call = {
    spec,
    operations: keys,
    certainty: 'certain' as const,
    evidence: because('sample', 'it sends the file'),
  };
  return { fact: { ...fact, direction: 'request' }, call };
}

/** `./bodies/tree.json` names what is shown as `tree.json`; the shorter of two paths says less, not something else. */
function areOneFile(one: string, other: string): boolean {
  const [longer = '', shorter = ''] = [one, other]
    .map((path) => `/${path.replace(/^(?:\.{0,2}\/|~\/)+/, '')}`)
    .sort((a, b) => b.length - a.length);
  return longer.endsWith(shorter);
}

/** A status speaks of its own call, or of the only one around it. */
function bindStatus(fact: StatusMention, around: CallInReach | CallFinder): FactTarget {
  const [call, ...others] = typeof around === 'function' ? around(fact) : [around];
  const candidates = [call, ...others].flatMap((each) => each?.operations ?? []);
  if (!call) return { status: 'unplaced', evidence: [because('call', 'no call stands around it')] };
  if (candidates.length > 1) return { status: 'ambiguous', candidates, evidence: [call.evidence] };
  const certainty = typeof around === 'function' ? 'likely' : 'certain';
  return {
    status: 'bound',
    spec: call.spec,
    operations: call.operations,
    where: 'status',
    certainty,
    schemas: [],
    evidence: [call.evidence],
  };
}

function isFact(mention: Page['mentions'][number]): mention is FactMention {
  const { kind } = mention;
  return kind === 'credential' || kind === 'field' || kind === 'payload' || kind === 'status';
}

/** Fields of one block, or of components in one section, belong together; what a call or a sentence states stands alone. */
function fieldSets(facts: readonly FactMention[]): readonly (readonly FieldMention[])[] {
  const sets = new Map<string, FieldMention[]>();
  for (const [index, fact] of facts.entries()) {
    if (fact.kind !== 'field') continue;
    const key = setKey(fact) ?? `alone ${index}`;
    const set = sets.get(key);
    if (set) set.push(fact);
    else sets.set(key, [fact]);
  }
  return [...sets.values()];
}

function setKey({ source, block, section, request, place }: FieldMention): string | undefined {
  if (request !== undefined) return undefined;
  if (source === 'jsx') return `jsx ${section} ${place === 'response'}`;
  return (source === 'table' || source === 'list') && block !== undefined ? `${source} ${block} ${section}` : undefined;
}
