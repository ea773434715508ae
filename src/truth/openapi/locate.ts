import type { TruthPlace } from '../../model.ts';
import { pointerTokens } from '../schema/json.ts';
import { findInYaml, type Lines, lineAt, splitLines } from './locate-yaml.ts';

type ReadText = (file: string) => string | undefined;

/**
 * The line, from 1, on which a place stands: of the key for a member, of the value for an item of a list.
 *
 * Scans the text for the pointer instead of parsing it, which for a spec of 10 MB would take seconds. Nothing comes
 * back where the file is gone or does not hold the place any more.
 */
export function locateTruth(place: TruthPlace, readText: ReadText): number | undefined {
  return createLocator(readText)(place);
}

/** `locateTruth` for many places: reads each file once, and scans each mapping of it once. */
export function createLocator(readText: ReadText): (place: TruthPlace) => number | undefined {
  const find = createFinder(readText);
  return (place) => {
    const found = find(place);
    return found && lineAt(found.lines, found.offset);
  };
}

/** Like `createLocator`, but answers the offset: a minified spec is one line. */
export function createOffsetLocator(readText: ReadText): (place: TruthPlace) => number | undefined {
  const find = createFinder(readText);
  return (place) => find(place)?.offset;
}

function createFinder(
  readText: ReadText,
): (place: TruthPlace) => { readonly lines: Lines; readonly offset: number } | undefined {
  const files = new Map<string, Lines | undefined>();
  return ({ file, pointer }) => {
    if (!files.has(file)) {
      const text = readText(file);
      files.set(file, text === undefined ? undefined : splitLines(text));
    }
    const lines = files.get(file);
    const offset = lines && findInYaml(lines, pointerTokens(pointer));
    return offset === undefined || lines === undefined ? undefined : { lines, offset };
  };
}
