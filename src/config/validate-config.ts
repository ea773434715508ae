import type { ErrorObject } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';
import { UserError } from '../errors.ts';
import { loadConfigCheck } from './config-check.ts';
import { type ConfigDocument, describePlace } from './config-document.ts';
import type { ConfigFile } from './config-file.ts';

/**
 * The configuration in a parsed file, or the first thing in it that cannot be meant. An empty file is a configuration.
 */
export async function validateConfig(document: ConfigDocument): Promise<ConfigFile> {
  const validate = await loadConfigCheck();
  const value: unknown = document.value ?? {};
  if (!validate(value)) throw firstOf(document, validate.errors ?? []);
  return value;
}

type Path = readonly (string | number)[];

/** One thing that is wrong, where it stands and in words. */
interface Complaint {
  readonly path: Path;
  readonly part: 'key' | 'value';
  sentence(place: string): string;
  readonly allowed?: readonly string[];
}

/** The failures of a file are told from the top, one by one: later ones often follow from the first. */
function firstOf(document: ConfigDocument, errors: readonly ErrorObject[]): UserError {
  const complaints = errors.filter((error) => isTelling(error, errors)).map((error) => complaintOf(error, document));
  const placed = complaints.map((complaint) => ({
    complaint,
    place: document.placeOf(complaint.path, complaint.part),
  }));
  placed.sort((one, other) => one.place.line - other.place.line || one.place.column - other.place.column);
  const [first] = placed;
  if (!first) return new UserError('config-invalid', `${document.file} is no configuration of specwins.`);
  return complain(document, first.complaint);
}

/** The branches of a `oneOf` complain one by one, and it complains once more where a type is wrong already. */
function isTelling(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.schemaPath.includes('/oneOf/')) return false;
  const hasWrongType = (other: ErrorObject) =>
    other.keyword === 'type' && other.instancePath === error.instancePath && !other.schemaPath.includes('/oneOf/');
  return error.keyword !== 'oneOf' || !all.some(hasWrongType);
}

function complain(document: ConfigDocument, complaint: Complaint): UserError {
  const place = describePlace(document.file, document.placeOf(complaint.path, complaint.part));
  const hint =
    complaint.allowed && complaint.allowed.length > 0 ? `Known: ${complaint.allowed.join(', ')}.` : undefined;
  return new UserError('config-invalid', complaint.sentence(place), { hint });
}

function complaintOf(error: ErrorObject, document: ConfigDocument): Complaint {
  const path = pathOf(error.instancePath, document.value);
  const name = path.length > 0 ? `\`${path.join('.')}\`` : 'The configuration';
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(
        document,
        [...path, String(error.params.additionalProperty)],
        Object.keys(error.parentSchema?.properties ?? {}),
      );
    case 'enum':
      return unknownValue(path, error.data, [...error.params.allowedValues].map(String));
    case 'type':
      // Beside `tools` and `command` stand servers by name: what holds no mapping is none of them.
      if (path.length === 2 && path[0] === 'mcp' && error.params.type === 'object')
        return unknownKey(document, path, ['tools', 'command']);
      return {
        path,
        part: 'value',
        sentence: (place) => `${name} must be ${typeNames([error.params.type].flat())}, in ${place}.`,
      };
    case 'required':
      return {
        path,
        part: 'value',
        sentence: (place) => `${name} has no \`${error.params.missingProperty}\`, in ${place}.`,
      };
    case 'oneOf':
      return {
        path,
        part: 'key',
        sentence: (place) => `${name} must have exactly one of \`path\`, \`url\` and \`git\`, in ${place}.`,
      };
    case 'minLength':
    case 'minItems':
    case 'minProperties':
    // The only pattern asks for a character that shows.
    case 'pattern':
      return { path, part: 'value', sentence: (place) => `${name} is empty, in ${place}.` };
    default:
      return { path, part: 'value', sentence: (place) => `${name} ${error.message}, in ${place}.` };
  }
}

function unknownKey(document: ConfigDocument, path: Path, allowed: readonly string[]): Complaint {
  const key = String(path.at(-1));
  const owner = path.length > 1 ? `\`${path.slice(0, -1).join('.')}\`` : document.file;
  const words = path.length > 1 ? `no key of ${owner}, in ` : `no key of `;
  return {
    path,
    part: 'key',
    sentence: (place) => `\`${key}\` is ${words}${place}${suggest(key, allowed)}`,
    allowed: allowed.filter((name) => name !== '$schema'),
  };
}

function unknownValue(path: Path, value: unknown, allowed: readonly string[]): Complaint {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    path,
    part: 'value',
    sentence: (place) => `\`${path.join('.')}\` cannot be \`${written}\`, in ${place}${suggest(written, allowed)}`,
    allowed,
  };
}

/** Refuses a level for a rule that nobody has. */
export function checkRuleIds(document: ConfigDocument, config: ConfigFile, ruleIds: readonly string[]): void {
  const paths = [
    ...Object.keys(config.rules ?? {}).map((id) => ['rules', id]),
    ...(config.overrides ?? []).flatMap(({ rules }, index) =>
      Object.keys(rules).map((id) => ['overrides', index, 'rules', id]),
    ),
  ];
  const unknown = paths.find((path) => !ruleIds.includes(String(path.at(-1))));
  if (!unknown) return;
  const id = String(unknown.at(-1));
  throw complain(document, {
    path: unknown,
    part: 'key',
    sentence: (place) => `There is no rule \`${id}\`, in ${place}${suggest(id, ruleIds)}`,
  });
}

/** The end of a sentence, with the name that was likely meant, if one is near. */
export function suggest(written: string, allowed: readonly string[]): string {
  if (allowed.length === 0) return '.';
  const nearest = closest(written, [...allowed]);
  const near = distance(written.toLowerCase(), nearest.toLowerCase()) <= Math.max(1, Math.floor(nearest.length / 3));
  const meant = near ? nearest : allowed.find((name) => name.length > 2 && written.startsWith(name));
  return meant ? `; did you mean \`${meant}\`?` : '.';
}

/** A JSON pointer as keys; parts of arrays become numbers. */
function pathOf(pointer: string, root: unknown): Path {
  let value = root;
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.map((part) => {
    const key = Array.isArray(value) ? Number(part) : part;
    value = value && typeof value === 'object' ? Reflect.get(value, part) : undefined;
    return key;
  });
}

function typeNames(types: readonly unknown[]): string {
  const names: Readonly<Record<string, string>> = {
    array: 'a list',
    boolean: '`true` or `false`',
    object: 'a mapping',
    string: 'a string',
  };
  return types
    .flatMap((type) => String(type).split(','))
    .map((type) => names[type] ?? type)
    .join(' or ');
}
