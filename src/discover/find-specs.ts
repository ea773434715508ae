import { join, relative } from 'node:path';
import type { SpecSource } from '../config/config.ts';
import { HEAD_BYTES, readHead as readFirstBytes, readText } from '../disk/read-disk.ts';
import { UserError } from '../errors.ts';
import { toSlashes } from './repository.ts';
import { withoutSamples } from './sample-folders.ts';
import { describesApi, mayDescribeApi } from './spec-head.ts';
import { walkFiles } from './walk-files.ts';

/** With more specs than this, somebody has to say which are meant. */
const mostSpecs = 12;

/**
 * The OpenAPI descriptions below an absolute folder; which page belongs to which of them, binding finds out. Where they are
 * `optional`, there may be none.
 */
export function findSpecs(base: string, { optional = false } = {}): readonly SpecSource[] {
  const specs = listSpecs(base);
  if (specs.length === 0 && !optional) throw noSpec();
  if (specs.length > mostSpecs) throw tooManySpecs(specs.map(({ location }) => toSlashes(relative(base, location))));
  return specs;
}

/** Whether there are so few that all can be meant. */
export function mayBeMeant(specs: readonly SpecSource[]): boolean {
  return specs.length <= mostSpecs;
}

/** All OpenAPI descriptions below an absolute folder, however many. */
export function listSpecs(base: string): readonly SpecSource[] {
  const found = walkFiles(base).filter((file) => /\.(?:json|ya?ml)$/i.test(file) && isSpec(join(base, file)));
  const files = withoutSamples(found);
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
  return head.length >= HEAD_BYTES - 3 && mayDescribeApi(head) && describesApi(readText(path));
}

function readHead(path: string): string {
  try {
    return readFirstBytes(path);
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
