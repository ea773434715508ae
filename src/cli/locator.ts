import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Position } from '../report/report.ts';
import { indexLines, type Lines } from '../text/lines.ts';
import type { Io } from './io.ts';

/** Looks up lines and columns in files as findings and bindings name them; each file is read once. */
export function createLocator({ cwd }: Io): (file: string, offset: number) => Position {
  const files = new Map<string, Lines>();
  return (file, offset) => {
    const lines = files.get(file) ?? indexLines(readFileSync(resolve(cwd, file), 'utf8'));
    files.set(file, lines);
    return lines.locate(offset);
  };
}
