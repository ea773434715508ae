import type { Credential, Requirement } from '../../model.ts';
import { entriesAt, isMapping, listAt, memberOf, stringAt } from '../schema/json.ts';
import { childNode, type DocumentMap, placeOf, resolveNode, type SpecNode } from './resolve.ts';

/** The security schemes of a spec (OpenAPI 3.1, section 4.8.27; Swagger 2.0, "Security Definitions Object"), in their order. */
export function readCredentials(root: SpecNode, documents: DocumentMap): readonly Credential[] {
  const holders = [childNode(childNode(root, 'components'), 'securitySchemes'), childNode(root, 'securityDefinitions')];
  return holders.flatMap((holder) =>
    isMapping(holder.value)
      ? Object.keys(holder.value).flatMap((id) => readCredential(id, holder, documents) ?? [])
      : [],
  );
}

function readCredential(id: string, holder: SpecNode, documents: DocumentMap): Credential | undefined {
  const node = resolveNode(childNode(holder, id), documents);
  const carrier = node && carrierOf(node.value);
  if (!node || !carrier) return undefined;
  const description = stringAt(node.value, 'description');
  return {
    id,
    ...carrier,
    ...(description !== undefined && { description }),
    names: [],
    values: [],
    place: placeOf(node),
  };
}

type Carrier = Pick<Credential, 'in' | 'name' | 'scheme'>;

/** Where a request carries it; nothing for certificates, and for what the specification does not know. */
function carrierOf(scheme: unknown): Carrier | undefined {
  switch (stringAt(scheme, 'type')) {
    case 'apiKey': {
      const [place, name] = [stringAt(scheme, 'in'), stringAt(scheme, 'name')];
      const isPlace = place === 'header' || place === 'query' || place === 'cookie';
      return isPlace && name !== undefined ? { in: place, name } : undefined;
    }
    case 'http': {
      const kind = stringAt(scheme, 'scheme')?.toLowerCase();
      return { in: 'header', name: 'Authorization', ...(kind !== undefined && { scheme: kind }) };
    }
    case 'basic':
      return { in: 'header', name: 'Authorization', scheme: 'basic' };
    case 'oauth2':
    case 'openIdConnect':
      return { in: 'header', name: 'Authorization', scheme: 'bearer' };
    default:
      return undefined;
  }
}

/**
 * The alternatives of `security`, those of the operation before those of the document: one of them has to be met, and of each all
 * credentials. Nothing where neither has any.
 */
export function readRequirements(owners: readonly unknown[]): readonly Requirement[] | undefined {
  const owner = owners.find((each) => Array.isArray(memberOf(each, 'security')));
  if (owner === undefined) return undefined;
  return listAt(owner, 'security').map((_, index) =>
    entriesAt(listAt(owner, 'security'), String(index)).map(([credential, scopes]) => ({
      credential,
      scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
    })),
  );
}
