import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Operation } from '../../src/model.ts';
import { loadTruth, type Truth } from '../../src/truth/load-truth.ts';
import type { TruthSource } from '../../src/truth/openapi/source.ts';

/** A folder with these files, by relative path, until the test is over. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specwins-orchard-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

export function fileSource(location: string, given: Partial<TruthSource> = {}): TruthSource {
  return { name: 'orchard', kind: 'file', location, headers: {}, optional: false, ...given };
}

/** Loads `orchard.yaml` of a folder with these files, as the spec `orchard`. */
export function loadFolder(files: Readonly<Record<string, string>>, start = 'orchard.yaml'): Promise<Truth> {
  const cwd = writeFolder(files);
  return loadTruth([fileSource(join(cwd, start))], { cwd });
}

export function loadText(text: string): Promise<Truth> {
  return loadFolder({ 'orchard.yaml': text });
}

export function operationsOf(truth: Truth): readonly Operation[] {
  return Object.values(truth.index.operations);
}

export function keysOf(truth: Truth): readonly string[] {
  return Object.keys(truth.index.operations);
}

export async function failureOf(promise: Promise<unknown>): Promise<UserError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof UserError) return outcome;
  throw new Error(`expected a UserError, got ${String(outcome)}`);
}
