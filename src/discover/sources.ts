import { readFileSync } from 'node:fs';

/** The text of a file by its absolute path. */
export type ReadText = (path: string) => string;

/** Reads each file once, so that all stages of a run see one text; `texts` go before what lies on disk. */
export function createSources(texts: ReadonlyMap<string, string> = new Map()): ReadText {
  const read = new Map(texts);
  return (path) => {
    const text = read.get(path) ?? readFileSync(path, 'utf8');
    read.set(path, text);
    return text;
  };
}
