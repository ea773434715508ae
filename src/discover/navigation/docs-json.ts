import { join, relative } from 'node:path';
import type { Navigation, NavTarget } from '../../site/navigation.ts';
import { toSlashes } from '../repository.ts';
import { readJsonLiteral } from './json-literal.ts';
import { followReference, openReferences, type PlacedMember, type ReferencePlace } from './json-reference.ts';
import { itemsOf, type Literal, type LiteralString, memberOf, stringOf } from './literal.ts';
import {
  collectNavigation,
  entryAt,
  joinBelow,
  linkTarget,
  type NavigationPart,
  type NavigationSource,
  readNavigationFile,
  unreadable,
} from './navigation-file.ts';

/** Lists of parts of the navigation, each of which may hold all others (@mintlify/validation, `schemas/v2/properties/navigation`). */
const divisions = /^(?:global|languages|versions|tabs|dropdowns|anchors|products|menu|groups|pages)$/;

const openapiFolder = 'api-reference';

/** What pages are made from, and the folder for them where none is named (@mintlify/prebuild, `update/docsConfig`). */
const generators: Readonly<Record<string, string>> = {
  openapi: openapiFolder,
  asyncapi: openapiFolder,
  graphql: 'graphql-reference',
  sdk: 'sdk-reference',
};

/** `GET /trees`, `openapi.json GET /trees`, `webhook tree.ripe` (@mintlify/common, `parseOpenApiString`). */
const operation = /^(?:\S+\s+)?(?:get|put|post|delete|options|head|patch|trace|query|webhook)\s+\S+$/i;
/** Methods of a spec's own are written in capitals. */
const unusualOperation = /^(?:\S+\s+)?[A-Z][A-Z-]*\s+\/\S*$/;

/** Mintlify's `docs.json`, or `mint.json`, which it replaced. */
export function readDocsJson(source: NavigationSource): Navigation | undefined {
  const file = readNavigationFile(source.project, 'docs.json') ?? readNavigationFile(source.project, 'mint.json');
  if (!file) return undefined;
  const config = readJsonLiteral(file.text);
  if (!config) return collectNavigation([unreadable(file)]);
  if (config.kind !== 'object') return undefined;
  const read = followReference(config, openReferences(source, file));
  if (read.kind === 'open') return collectNavigation([{ open: read.open }]);
  const navigation = read.kind === 'members' && read.members.findLast(({ key }) => key === 'navigation');
  if (!navigation) return undefined;
  const parts = partsOf(navigation.value, { ...navigation.place, folder: openapiFolder });
  return collectNavigation(file.name === 'mint.json' ? [...parts, ...legacyFolders(config)] : parts);
}

interface DocsPlace extends ReferencePlace {
  /** Where operations that are named here get their pages. */
  readonly folder: string;
}

function partsOf(node: Literal, place: DocsPlace): readonly NavigationPart[] {
  if (node.kind === 'array') {
    return node.items.flatMap((item) => (item.kind === 'string' ? pageParts(item, place) : partsOf(item, place)));
  }
  if (node.kind !== 'object') return [];
  const read = followReference(node, place);
  if (read.kind === 'open') return [{ open: read.open }];
  if (read.kind === 'value') return partsOf(read.value, { ...read.place, folder: place.folder });
  const folders = read.members.flatMap(generatedFolders);
  const own = read.members.filter(({ key }) => key === 'openapi').flatMap(generatedFolders)[0];
  const folder = own ?? place.folder;
  return [
    ...folders.map((generated) => ({ generated })),
    ...read.members.flatMap((member) => memberParts(member, { ...member.place, folder })),
  ];
}

function memberParts({ key, value }: PlacedMember, place: DocsPlace): readonly NavigationPart[] {
  if (key === 'root' && value.kind === 'string') return pageParts(value, place);
  if (key === 'href' && value.kind === 'string') return [entryAt(place.file, value.span, linkTarget(value.value))];
  if (key === 'sourceRef') return [{ open: `\`${place.file.name}\` takes them from another repository` }];
  return divisions.test(key) ? partsOf(value, place) : [];
}

/** A page by its path, with or without a leading slash, or an operation, which gets a page of its own. */
function pageParts({ span, value }: LiteralString, place: DocsPlace): readonly NavigationPart[] {
  const text = value.trim();
  if (operation.test(text) || unusualOperation.test(text))
    return [{ generated: place.folder }, entryAt(place.file, span, { kind: 'other' })];
  if (/^https?:/i.test(text)) return [entryAt(place.file, span, { kind: 'other' })];
  return [entryAt(place.file, span, pageTarget(text, place.source))];
}

/** Paths begin at the project's folder; what lies outside the docs root is not looked up. */
function pageTarget(path: string, { root, project }: NavigationSource): NavTarget {
  const below = toSlashes(relative(root, join(project, joinBelow('/', path))));
  return /^\.\.(?:\/|$)/.test(below) ? { kind: 'other' } : { kind: 'page', path: below };
}

/** `"openapi": "spec.json"`, `{ "source": …, "directory": … }`, or a list of both. */
function generatedFolders({ key, value }: PlacedMember): readonly string[] {
  const usual = Object.hasOwn(generators, key) ? generators[key] : undefined;
  if (usual === undefined || value.kind === 'scalar') return [];
  const sources = value.kind === 'array' ? value.items : [value];
  return sources.map((source) => joinBelow('/', stringOf(source, 'directory') ?? usual));
}

/** In `mint.json`, tabs and anchors with a spec make its pages below their own address. */
function legacyFolders(config: Literal): readonly NavigationPart[] {
  const owners = [...itemsOf(memberOf(config, 'tabs')), ...itemsOf(memberOf(config, 'anchors'))];
  return owners.flatMap((owner) => {
    const url = memberOf(owner, 'openapi') && stringOf(owner, 'url');
    return url === undefined || /^https?:/i.test(url) ? [] : [{ generated: joinBelow('/', url) }];
  });
}
