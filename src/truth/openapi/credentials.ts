import type { Credential, Operation, Requirement, SpecIndex } from '../../model.ts';
import { findSpec } from './lookup.ts';

/** All scopes that the alternatives of an operation ask for; none where the spec names none. */
export function scopesOf(operation: Operation | undefined): readonly string[] {
  const alternatives = operation?.security ?? [];
  return [...new Set(alternatives.flatMap((each) => each.flatMap(({ scopes }) => scopes)))];
}

/** Whether who has one scope has the other: itself, or one below it, as `trees:read` is below `trees` and `trees:*`. */
export function coversScope(scope: string, other: string): boolean {
  const parent = scope.replace(/[:./]\*$/, '');
  return scope === other || scope === '*' || [':', '.', '/'].some((mark) => other.startsWith(parent + mark));
}

/** Something in a request that may be a credential: a header, a query parameter or a cookie, with what stands for its value. */
export interface Sent {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value?: string;
}

/** Whether a request could carry this credential there. In `Authorization`, the word before it decides, where there is one. */
export function carries(sent: Sent, credential: Credential): boolean {
  const sameName =
    credential.in === 'header'
      ? sent.name.toLowerCase() === credential.name.toLowerCase()
      : sent.name === credential.name;
  if (sent.in !== credential.in || !sameName) return false;
  const word = /^([A-Za-z][\w-]*)\s/.exec(sent.value ?? '')?.[1]?.toLowerCase();
  return credential.scheme === undefined || word === undefined || word === credential.scheme;
}

/** Whether the guide's own word for a value names a credential: `$ORG_API_KEY` and `<your-org-api-key>` name `orgApiKey`. */
export function namesCredential(value: string, { id, names, values }: Credential): boolean {
  const word = value.replace(/^[A-Za-z][\w-]*\s+(?=\S)/, '');
  if (values.includes(word)) return true;
  const name = plain(word);
  return name !== '' && [id, ...names, ...values].some((each) => plain(each) === name);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^your/, '');
}

/** How far a request meets one alternative. */
export interface Met {
  readonly requirement: Requirement;
  readonly met: readonly Credential[];
  readonly missing: readonly Credential[];
}

/**
 * How far a request meets each alternative of an operation; nothing where that cannot be told: the spec says nothing, asks for
 * nothing, or asks for what it does not describe.
 */
export function meet(index: SpecIndex, operation: Operation, sent: readonly Sent[]): readonly Met[] | undefined {
  const { security } = operation;
  if (!security || security.length === 0) return undefined;
  const known = findSpec(index, operation.spec)?.credentials ?? [];
  const met: Met[] = [];
  for (const requirement of security) {
    const asked = requirement.map(({ credential }) => known.find(({ id }) => id === credential));
    if (asked.length === 0 || asked.some((each) => each === undefined)) return undefined;
    const credentials = asked.filter((each) => each !== undefined);
    const isMet = (credential: Credential) => sent.some((each) => sends(each, credential, known));
    met.push({ requirement, met: credentials.filter(isMet), missing: credentials.filter((each) => !isMet(each)) });
  }
  return met;
}

/** One header may carry several credentials; where its value is called as one of them, it is that one. */
function sends(sent: Sent, credential: Credential, known: readonly Credential[]): boolean {
  if (!carries(sent, credential)) return false;
  const named =
    sent.value === undefined
      ? []
      : known.filter((each) => carries(sent, each) && namesCredential(sent.value ?? '', each));
  return named.length === 0 || named.some(({ id }) => id === credential.id);
}
