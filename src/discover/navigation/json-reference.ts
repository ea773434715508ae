import { posix } from 'node:path';
import { readJsonLiteral } from './json-literal.ts';
import { type Literal, type LiteralObject, stringOf } from './literal.ts';
import { type NavigationFile, type NavigationSource, readNavigationFile } from './navigation-file.ts';

/** More files than any site splits its navigation into; each may name the next one twice. */
const MOST_FILES = 1000;

/** The file that a part of the navigation stands in, and how one came there. */
export interface ReferencePlace {
  readonly source: NavigationSource;
  readonly file: NavigationFile;
  /** The files from the first one to this one. */
  readonly chain: readonly string[];
  readonly budget: { left: number };
}

export interface PlacedMember {
  readonly key: string;
  readonly value: Literal;
  readonly place: ReferencePlace;
}

export type Followed =
  | { readonly kind: 'members'; readonly members: readonly PlacedMember[] }
  | { readonly kind: 'value'; readonly value: Literal; readonly place: ReferencePlace }
  | { readonly kind: 'open'; readonly open: string };

export function openReferences(source: NavigationSource, file: NavigationFile): ReferencePlace {
  return { source, file, chain: [file.name], budget: { left: MOST_FILES } };
}

/**
 * The members of an object with those of the file that its `$ref` names; its own come first in rank. Paths begin at the folder of the
 * file that names them and stay in the project (@mintlify/validation, `resolve-refs`). A list in the file takes the object's place.
 */
export function followReference(node: LiteralObject, place: ReferencePlace): Followed {
  const own = node.members
    .filter(({ key }) => key !== '$ref')
    .map(({ key, value }): PlacedMember => ({ key, value, place }));
  const path = stringOf(node, '$ref');
  if (path === undefined) return { kind: 'members', members: own };
  const target = openReference(path, place);
  if (target.kind !== 'value' || target.value.kind !== 'object') return target;
  const inner = followReference(target.value, target.place);
  if (inner.kind !== 'members') return inner;
  const inherited = inner.members.filter(({ key }) => !own.some((member) => member.key === key));
  return { kind: 'members', members: [...inherited, ...own] };
}

function openReference(path: string, place: ReferencePlace): Exclude<Followed, { readonly kind: 'members' }> {
  const { source, file, chain, budget } = place;
  const name = posix.join(posix.dirname(file.name), path);
  if (chain.includes(name) || --budget.left < 0) return { kind: 'open', open: `\`${name}\` leads back to itself` };
  const found = /^(?:\/|\.\.\/)/.test(name) ? undefined : readNavigationFile(source.project, name);
  if (!found) return { kind: 'open', open: `\`${name}\`, which \`${file.name}\` names, is not there` };
  const value = readJsonLiteral(found.text);
  if (!value) return { kind: 'open', open: `\`${name}\` cannot be read` };
  return { kind: 'value', value, place: { ...place, file: found, chain: [...chain, name] } };
}
