import type { Page } from '../model.ts';
import { toAscii } from './sealed-file.ts';

/** What is kept of a page under one content and one set of settings: one line of a shard. */
export interface PageEntry {
  readonly file: string;
  readonly settings: string;
  readonly content: string;
  /** The state of the file in which it was seen to hold this content; empty where that proves nothing. */
  readonly stamp: string;
  /** The day on which it was last of use. */
  readonly day: number;
  /** Characters of the file. */
  readonly size: number;
  /** What was found when the text was searched for credentials, without their values. */
  readonly secrets: string;
  /** The page as JSON; empty where it must not be kept. */
  readonly page: string;
}

export function formatLine({ file, settings, content, stamp, day, size, secrets, page }: PageEntry): string {
  return [settings, content, stamp, day, size, toAscii(JSON.stringify(file)), secrets, page].join('\t');
}

/** Nothing where a line is not as `formatLine` makes them. */
export function parseLine(line: string): PageEntry | undefined {
  const [settings = '', content = '', stamp = '', day, size, name = '', secrets = '', page] = line.split('\t', 8);
  if (page === undefined) return undefined;
  const file = parseJson(name);
  if (typeof file !== 'string') return undefined;
  return { file, settings, content, stamp, day: Number(day), size: Number(size), secrets, page };
}

export function pageJson(page: Page): string {
  return toAscii(JSON.stringify(page));
}

/** Nothing where the text is no JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
