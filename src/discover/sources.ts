import { readPageText } from '../disk/read-disk.ts';

/** The text of a file by its absolute path. */
export interface ReadText {
  (path: string): string;
  /** It is not read from the disk. */
  isGiven?(path: string): boolean;
}

/** Reads each file once, so that all stages of a run see one text; `texts` go before what lies on disk. */
export function createSources(texts: ReadonlyMap<string, string> = new Map()): ReadText {
  const read = new Map(texts);
  const readText = (path: string) => {
    const text = read.get(path) ?? readPageText(path);
    read.set(path, text);
    return text;
  };
  return Object.assign(readText, { isGiven: (path: string) => texts.has(path) });
}
