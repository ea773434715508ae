import type { Credential, FactBinding, Operation, OperationKey, Place, SpecIndex } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames, listPhrases } from '../src/text/list-names.ts';
import {
  carries,
  coversScope,
  type Met,
  meet,
  namesCredential,
  type Sent,
  scopesOf,
} from '../src/truth/openapi/credentials.ts';
import { describeOperation, findSpec, operationAt } from '../src/truth/openapi/lookup.ts';

/** A call that shows a credential shows one which the spec accepts, and all that it takes; so do the words about it. */
export default defineRule({
  id: 'wrong-auth',
  summary: 'A call must carry the credentials that the spec asks for, and a guide must name no others.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    instead: '`{operation}` takes {needed}, and this call sends {sent}.',
    claimed: '`{operation}` does not take `{credential}`; the spec has {needed}.',
    refused: 'The spec lets `{credential}` call `{operation}`.',
    scope: '`{operation}` does not ask for the scope `{scope}`; the spec has {scopes}.',
    also: '`{operation}` also takes {missing}, which this call does not send.',
  },
  fact({ file, mention, target }, { report, truth }) {
    if (mention.kind !== 'credential' || target.status !== 'bound' || !target.credential || !speaksOfToday(mention))
      return;
    const { name: credential, ids, span, scope } = target.credential;
    for (const key of target.operations) {
      const operation = operationAt(truth, key);
      if (scope) {
        const scopes = scopesOf(operation);
        if (!operation || scopes.some((asked) => coversScope(credential, asked))) continue;
        const [only, ...others] = scopes;
        report({
          message: 'scope',
          at: { file, span },
          operation: describeOperation(operation),
          truth: operation.place,
          ...(target.certainty === 'likely' && { severity: 'warning' as const }),
          data: { operation: describeOperation(operation), scope: credential, scopes: listNames(scopes) },
          suggestions: scopes,
          edits: only !== undefined && others.length === 0 ? [{ span, text: only }] : [],
        });
        continue;
      }
      const alternatives = operation?.security;
      if (!operation || !alternatives || alternatives.length === 0) continue;
      const taken = alternatives.some((each) => each.some((one) => ids.includes(one.credential)));
      const alone = alternatives.some((each) => each.every((one) => ids.length === 1 && ids.includes(one.credential)));
      const name = describeOperation(operation);
      const known = findSpec(truth, operation.spec)?.credentials ?? [];
      const common = {
        at: { file, span },
        operation: name,
        ...(target.certainty === 'likely' && { severity: 'warning' as const }),
      };
      if (mention.relation === 'takes' && !taken) {
        const names = alternatives.map((each) =>
          each.map((one) => `\`${nameOf(one.credential, known)}\``).join(' with '),
        );
        const needed = listPhrases([...new Set(names)], 'or');
        const suggestions = alternatives.flatMap((each) => each.map((one) => nameOf(one.credential, known)));
        report({ ...common, message: 'claimed', data: { operation: name, credential, needed }, suggestions });
      } else if (mention.relation === 'refuses' && alone)
        report({ ...common, message: 'refused', data: { operation: name, credential } });
    }
  },
  facts(bindings, { report, truth }) {
    for (const call of callsOf(bindings)) {
      const operation = operationAt(truth, call.key);
      const shown = operation ? call.sent.filter((sent) => isCredential(sent, operation, truth)) : [];
      const [first] = shown;
      if (!operation || !first) continue;
      const alternatives = meet(truth, operation, shown);
      if (!alternatives || alternatives.some(({ missing }) => missing.length === 0)) continue;
      const name = describeOperation(operation);
      const near = alternatives.toSorted((one, other) => other.met.length - one.met.length)[0];
      const [place] = near?.missing ?? [];
      const common = { at: first.at, operation: name, ...(place && { truth: place.place }) };
      if (near && near.met.length > 0) {
        const missing = listPhrases(near.missing.map(describeCredential));
        report({ ...common, message: 'also', data: { operation: name, missing } });
      } else {
        const known = findSpec(truth, operation.spec)?.credentials ?? [];
        const needed = describeAlternatives(alternatives, shown);
        const sent = listPhrases([...new Set(shown.map((each) => describeSent(each, known)))]);
        report({ ...common, message: 'instead', data: { operation: name, needed, sent } });
      }
    }
  },
});

/** What writers call it, where the configuration says so. */
function nameOf(id: string, known: readonly Credential[]): string {
  return known.find((credential) => credential.id === id)?.names[0] ?? id;
}

interface SentAt extends Sent {
  readonly at: Place;
}

const SAMPLES: readonly string[] = ['call', 'curl', 'http', 'url'];

interface Call {
  readonly key: OperationKey;
  readonly sent: readonly SentAt[];
}

/** The calls of samples with the headers, query parameters and cookies that they show. */
function callsOf(bindings: readonly FactBinding[]): Iterable<Call> {
  const calls = new Map<string, { key: OperationKey; sent: SentAt[] }>();
  for (const { page, file, mention, target } of bindings) {
    if (mention.kind !== 'field' || mention.request === undefined || !speaksOfToday(mention)) continue;
    // A sentence about one header is no whole call.
    if (!SAMPLES.includes(mention.source)) continue;
    const { place } = mention;
    if (place !== 'header' && place !== 'query' && place !== 'cookie') continue;
    const [key, ...others] = target.status === 'bound' ? target.operations : [];
    if (key === undefined || others.length > 0) continue;
    const id = JSON.stringify([page, file, mention.request]);
    const call = calls.get(id) ?? { key, sent: [] };
    const value = mention.claims.value?.value;
    call.sent.push({
      in: place,
      name: mention.path.join('.'),
      ...(value !== undefined && { value }),
      at: { file, span: mention.span },
    });
    calls.set(id, call);
  }
  return calls.values();
}

/** `Authorization`, and whatever carries one of the spec's credentials. */
function isCredential(sent: Sent, { spec }: Operation, truth: SpecIndex): boolean {
  if (sent.in === 'header' && /^authorization$/i.test(sent.name)) return true;
  return (findSpec(truth, spec)?.credentials ?? []).some((credential) => carries(sent, credential));
}

function describeCredential({ name, scheme, in: place }: Credential): string {
  if (place !== 'header') return `the ${place === 'query' ? 'query parameter' : 'cookie'} \`${name}\``;
  return scheme === undefined ? `\`${name}\`` : `\`${name}: ${scheme.charAt(0).toUpperCase()}${scheme.slice(1)} …\``;
}

/** Where one header carries several credentials, the name of the credential tells them apart. */
function describeAmong(credential: Credential, sent: readonly Sent[]): string {
  const word = describeCredential(credential);
  return sent.some((each) => carries(each, credential)) ? `${word} (\`${credential.id}\`)` : word;
}

function describeAlternatives(alternatives: readonly Met[], sent: readonly Sent[]): string {
  const each = alternatives.map(({ missing }) =>
    missing.map((credential) => describeAmong(credential, sent)).join(' with '),
  );
  return listPhrases([...new Set(each)], 'or');
}

function describeSent(sent: Sent, known: readonly Credential[]): string {
  const { name, in: place, value = '' } = sent;
  const word = place === 'header' ? /^([A-Za-z][\w-]*)\s/.exec(value)?.[1] : undefined;
  const text = word === undefined ? `\`${name}\`` : `\`${name}: ${word} …\``;
  const named = known.find((credential) => carries(sent, credential) && namesCredential(value, credential));
  return named === undefined ? text : `${text} (\`${named.id}\`)`;
}
