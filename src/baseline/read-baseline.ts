import { relative, sep } from 'node:path';
import { failureSentence } from '../disk/failure-reason.ts';
import { readText as readDisk } from '../disk/read-disk.ts';
import { UserError } from '../errors.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** The only format there has been. */
export const baselineVersion = 1;

/** The baseline of a run, if it has one. One that is about to be written may be absent. */
export function readBaseline(
  { baseline: path, cwd }: { readonly baseline?: string; readonly cwd: string },
  rewrite?: 'update' | 'prune',
): Baseline | undefined {
  if (path === undefined) return undefined;
  const name = relative(cwd, path).split(sep).join('/');
  const text = readText(path, name, rewrite === 'update');
  return { path, name, cwd, entries: text === undefined ? [] : parse(text, name) };
}

function readText(path: string, name: string, mayBeAbsent: boolean): string | undefined {
  try {
    return readDisk(path).replace(/^\uFEFF/, '');
  } catch (cause) {
    const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (absent && mayBeAbsent) return undefined;
    if (absent) {
      throw new UserError('baseline-invalid', `There is no baseline \`${name}\`.`, {
        hint: 'Write it with --update-baseline.',
        cause,
      });
    }
    throw new UserError('baseline-invalid', `Cannot read the baseline \`${name}\`.`, {
      hint: failureSentence(cause),
      cause,
    });
  }
}

function parse(text: string, name: string): readonly BaselineEntry[] {
  const value = parseJson(text, name);
  if (!isMapping(value) || typeof value.version !== 'number') {
    throw broken(name, 'is no baseline: it has no `version`');
  }
  if (value.version !== baselineVersion) {
    throw new UserError(
      'baseline-invalid',
      `The baseline \`${name}\` has version ${value.version}; this version of specwins reads version ${baselineVersion}.`,
      { hint: 'Run the version of specwins that wrote it, or a later one.' },
    );
  }
  if (!Array.isArray(value.findings)) throw broken(name, 'has no list of `findings`');
  return value.findings.map((entry: unknown, index) => {
    if (isEntry(entry)) return entry;
    throw broken(
      name,
      `has an entry, number ${index + 1}, without \`rule\`, \`file\`, \`message\` and \`fingerprint\``,
    );
  });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const isConflict = /^(?:<{7}|>{7}) /m.test(text);
    throw broken(name, isConflict ? 'holds a merge conflict' : 'is no JSON', cause);
  }
}

function broken(name: string, why: string, cause?: unknown): UserError {
  return new UserError('baseline-invalid', `The baseline \`${name}\` ${why}.`, {
    hint: 'Restore it from git, or delete it and write it anew with --update-baseline.',
    cause,
  });
}

function isEntry(value: unknown): value is BaselineEntry {
  return isMapping(value) && ['rule', 'file', 'message', 'fingerprint'].every((key) => typeof value[key] === 'string');
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
