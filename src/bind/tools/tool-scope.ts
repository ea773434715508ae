import type { Page, ToolMention } from '../../model.ts';
import type { Ownership, OwnershipOf } from './own-servers.ts';
import { createNaming } from './server-naming.ts';

/** Of whose tools a mention speaks, as far as its form or the words around it say; `servers` are indices. */
export type ToolScope =
  | { readonly kind: 'own'; readonly servers: readonly number[]; readonly name: string }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'unsaid' };

/** Tells for the mentions of a page. */
export function createScopes(page: Page, ownershipOf: OwnershipOf): (mention: ToolMention) => ToolScope {
  const namesOf = createNaming(page);
  return (mention) => {
    const names = namesOf(mention);
    return names.length > 0 ? scopeFrom(names, ownershipOf, mention.server?.by ?? 'words') : { kind: 'unsaid' };
  };
}

/** Where own and other servers are named together, the own ones may be meant; a name that is not known is another's. */
function scopeFrom(names: readonly string[], ownershipOf: OwnershipOf, by: 'form' | 'words'): ToolScope {
  const known = names.map((name): readonly [string, Ownership] => [name, ownershipOf(name)]);
  for (const [name, ownership] of known) if (ownership.kind === 'own') return { ...ownership, name };
  const [name = '', ownership] = known[0] ?? [];
  return { kind: by === 'form' && ownership?.kind === 'unknown' ? 'unknown' : 'foreign', name };
}
