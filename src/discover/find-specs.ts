import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecSource } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { withoutSamples } from './sample-folders.ts';
import { describesApi, mayDescribeApi } from './spec-head.ts';
import { walkFiles } from './walk-files.ts';

/** With more specs than this, somebody has to say which are meant. */
const mostSpecs = 12;
const headBytes = 4096;

/**
 * The OpenAPI descriptions below an absolute folder; which page belongs to which of them, binding finds out. Where they are
 * `optional`, there may be none.
 */
export function findSpecs(base: string, { optional = false } = {}): readonly SpecSource[] {
  const found = walkFiles(base).filter((file) => /\.(?:json|ya?ml)$/i.test(file) && isSpec(join(base, file)));
  if (found.length === 0 && optional) return [];
  if (found.length === 0) throw noSpec();
  const files = withoutSamples(found);
  if (files.length > mostSpecs) throw tooManySpecs(files);
  return files.map((file) => ({
    name: specName(file, files),
    kind: 'file',
    location: join(base, file),
    headers: {},
    hosts: {},
    optional: false,
    discovered: true,
  }));
}

/** The file's base name, led by as many folders as it takes to be unique. */
function specName(file: string, all: readonly string[]): string {
  const segments = withoutExtension(file).split('/');
  for (let length = 1; length < segments.length; length++) {
    const name = segments.slice(-length).join('/');
    const rivals = all.filter((other) => other !== file && `/${withoutExtension(other)}`.endsWith(`/${name}`));
    if (rivals.length === 0) return name;
  }
  const name = segments.join('/');
  return all.some((other) => other !== file && withoutExtension(other) === name) ? file : name;
}

function withoutExtension(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}

function isSpec(path: string): boolean {
  const head = readHead(path);
  if (describesApi(head)) return true;
  return head.length >= headBytes - 3 && mayDescribeApi(head) && describesApi(readFileSync(path, 'utf8'));
}

function readHead(path: string): string {
  try {
    const handle = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(headBytes);
      return buffer.toString('utf8', 0, readSync(handle, buffer, 0, headBytes, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}

function noSpec(): UserError {
  return new UserError('no-spec', 'There is no OpenAPI description in this folder or below.', {
    hint: 'Name it with --spec <file or URL>, or set `specs` in specwins.config.yaml.',
  });
}

function tooManySpecs(files: readonly string[]): UserError {
  const first = files.slice(0, 3).map((file) => `\`${file}\``);
  return new UserError(
    'spec-ambiguous',
    `There are ${files.length} OpenAPI descriptions, ${first.join(', ')} and more; which of them the guides speak of is not clear.`,
    { hint: 'Set `specs` in specwins.config.yaml, or name them with --spec.' },
  );
}
