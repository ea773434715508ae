import { UserError } from '../errors.ts';
import type { SpecIndex } from '../model.ts';
import { nearestName } from '../text/nearest-name.ts';

/** What a configuration says of credentials, by the names of security schemes. */
export interface CredentialWords {
  readonly credentials: Readonly<
    Record<string, { readonly names: readonly string[]; readonly values: readonly string[] }>
  >;
  readonly guards: Readonly<Record<string, readonly string[]>>;
}

/** Adds to the credentials of the specs what writers call them. Throws a `UserError` where a name is none of a security scheme. */
export function nameCredentials(index: SpecIndex, { credentials, guards }: CredentialWords): SpecIndex {
  const known = index.specs.flatMap((spec) => spec.credentials.map(({ id }) => id));
  for (const id of Object.keys(credentials)) requireKnown(id, `credentials.${id}`, known);
  for (const [guard, ids] of Object.entries(guards)) for (const id of ids) requireKnown(id, `guards.${guard}`, known);
  const specs = index.specs.map((spec) => ({
    ...spec,
    credentials: spec.credentials.map((credential) => ({ ...credential, ...credentials[credential.id] })),
  }));
  return { ...index, specs, ...(Object.keys(guards).length > 0 && { guards }) };
}

function requireKnown(id: string, key: string, known: readonly string[]): void {
  // With an optional spec that is not there, nobody knows its schemes.
  if (known.length === 0 || known.includes(id)) return;
  const near = nearestName(id, known);
  const meant = near === undefined ? '' : `; did you mean \`${near}\`?`;
  throw new UserError(
    'config-invalid',
    `\`${key}\` names the security scheme \`${id}\`, which no spec has${meant || '.'}`,
    {
      hint: `The specs have ${known.map((each) => `\`${each}\``).join(', ')}.`,
    },
  );
}
