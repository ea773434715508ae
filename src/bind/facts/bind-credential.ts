import type { CredentialMention, FactTarget, OperationBinding, OperationKey, Span, SpecIndex } from '../../model.ts';
import { coversScope, scopesOf } from '../../truth/openapi/credentials.ts';
import { findSpec, operationAt } from '../../truth/openapi/lookup.ts';
import { because } from '../reasons.ts';
import type { CallInReach } from './calls-in-reach.ts';

/** The operations of which a credential is said to be taken, of one spec. */
interface Meant {
  readonly spec: string;
  readonly operations: readonly OperationKey[];
  readonly certainty: 'certain' | 'likely';
}

/**
 * Ties words to the credential they name and to the calls of their sentence or row, or to the only one around them. Names are those of
 * the configuration and of the spec; a name of one general word, as "token", names nothing.
 */
export function bindCredential(
  fact: CredentialMention,
  {
    calls,
    around,
    truth,
  }: {
    readonly calls: readonly (OperationBinding | undefined)[];
    readonly around: readonly CallInReach[];
    readonly truth: SpecIndex;
  },
): FactTarget {
  const meant = meantBy(calls, around);
  if (!meant) return { status: 'unplaced', evidence: [because('call', 'no one call stands around it')] };
  const named = fact.scope ? scopeIn(fact, meant, truth) : nameIn(fact, namesIn(truth, meant.spec));
  if (!named)
    return { status: 'unplaced', evidence: [because('names', 'it is called as no credential of the spec is')] };
  const operations = fact.ofEach ? meant.operations : narrow(meant.operations, fact, named.meant, truth);
  if (operations.length === 0)
    return { status: 'unplaced', evidence: [because('call', 'of which of the calls it is said cannot be told')] };
  return {
    status: 'bound',
    spec: meant.spec,
    operations,
    where: 'credential',
    credential: { ...named.meant, span: named.span, ...(fact.scope && { scope: true }) },
    certainty: meant.certainty,
    schemas: [],
    evidence: [because('names', `it names \`${named.meant.name}\``)],
  };
}

function meantBy(
  calls: readonly (OperationBinding | undefined)[],
  [only, ...others]: readonly CallInReach[],
): Meant | undefined {
  const bound = calls.flatMap((call) => (call?.target.status === 'bound' ? [call.target] : []));
  const [first] = bound;
  // A call that is not the spec's, or of another one, leaves open of which the sentence speaks.
  if (calls.length > 0) {
    if (!first || bound.length < calls.length || bound.some(({ spec }) => spec !== first.spec)) return undefined;
    return { spec: first.spec, operations: bound.flatMap(({ operations }) => operations), certainty: 'certain' };
  }
  if (!only || others.length > 0 || only.operations.length !== 1) return undefined;
  return { spec: only.spec, operations: only.operations, certainty: 'likely' };
}

/**
 * Of several calls in one sentence, those of which the statement is true: it may be said of them alone. Where it is true of none, it is wrong
 * whichever are meant; where the spec leaves any open, nobody can tell.
 */
function narrow(
  keys: readonly OperationKey[],
  { scope, relation }: CredentialMention,
  { name, ids }: Named['meant'],
  truth: SpecIndex,
): readonly OperationKey[] {
  if (keys.length === 1) return keys;
  const operations = keys.map((key) => ({ key, operation: operationAt(truth, key) }));
  if (operations.some(({ operation }) => !operation?.security?.length)) return [];
  const takes = operations.filter(({ operation }) =>
    scope
      ? scopesOf(operation).some((asked) => coversScope(name, asked))
      : operation?.security?.some((each) => each.some(({ credential }) => ids.includes(credential))),
  );
  const fitting = relation === 'takes' ? takes : operations.filter((each) => !takes.includes(each));
  return fitting.length > 0 ? fitting.map(({ key }) => key) : keys;
}

/** A credential, or a guard that takes any of several, with what it is called. */
interface Named {
  readonly meant: { readonly name: string; readonly ids: readonly string[] };
  readonly names: readonly string[];
}

/** `bearer` and `token` are what all of them are called. */
const GENERAL =
  /^(?:(?:http|api|access|auth|bearer|basic|jwt|oauth2?|security)*(?:keys?|tokens?|secrets?|auth|credentials?|cookies?|sessions?)?)$/;

function namesIn(truth: SpecIndex, spec: string): readonly Named[] {
  const credentials = (findSpec(truth, spec)?.credentials ?? []).map(({ id, names, values }) => {
    const stated = [...names, ...values].map(plain);
    const own = plain(id);
    return { meant: { name: names[0] ?? id, ids: [id] }, names: GENERAL.test(own) ? stated : [...stated, own] };
  });
  const guards = Object.entries(truth.guards ?? {}).map(([name, ids]) => ({
    meant: { name, ids },
    names: [plain(name)],
  }));
  return [...credentials, ...guards];
}

/** What OpenID Connect names for itself (Core 1.0, sections 3.1.2.1, 5.4 and 11). */
const protocolScopes = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

/** Where the spec says of the operations which scopes they need. */
function scopeIn(
  { text, span }: CredentialMention,
  { operations }: Meant,
  truth: SpecIndex,
): { meant: Named['meant']; span: Span } | undefined {
  const scoped = operations.every((key) => scopesOf(operationAt(truth, key)).length > 0);
  // They are asked for at sign-in, whatever is called later.
  if (protocolScopes.has(text)) return undefined;
  return scoped && operations.length > 0 ? { meant: { name: text, ids: [] }, span } : undefined;
}

/** What the words end with; the longest name wins, and of two with one name neither does. */
function nameIn(
  { words }: CredentialMention,
  known: readonly Named[],
): { meant: Named['meant']; span: Span } | undefined {
  for (let first = 0; first < words.length; first++) {
    const text = plain(
      words
        .slice(first)
        .map(({ value }) => value)
        .join(''),
    );
    const [named, ...others] = known.filter(({ names }) => names.includes(text));
    const [start, end] = [words[first]?.span.start, words.at(-1)?.span.end];
    if (named && others.length === 0 && start !== undefined && end !== undefined)
      return { meant: named.meant, span: { start, end } };
  }
  return undefined;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(key|token|secret|cookie|session|credential|password)s$/, '$1');
}
