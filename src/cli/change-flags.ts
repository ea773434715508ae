import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChangeScope, LintOptions } from '../config/config.ts';
import { failureSentence } from '../disk/failure-reason.ts';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';

/** What `addChangeOptions` yields. */
export interface ChangeFlags {
  readonly changed?: boolean;
  readonly base?: string;
  readonly staged?: boolean;
  readonly files?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
}

export function readChangeFlags(
  flags: ChangeFlags,
  paths: readonly string[],
  io: Io,
): Pick<LintOptions, 'baseline' | 'changes' | 'rewriteBaseline'> {
  const changes = scopeOf(flags, paths, io);
  if (flags.updateBaseline && flags.pruneBaseline) {
    throw new UserError('usage', '`--update-baseline` takes out what is no longer found as well.', {
      hint: 'Leave `--prune-baseline` out, or run it alone to put nothing in.',
    });
  }
  const rewrite = flags.updateBaseline ? 'update' : flags.pruneBaseline ? 'prune' : undefined;
  return {
    ...(changes && { changes }),
    ...(flags.baseline !== undefined && { baseline: flags.baseline }),
    ...(rewrite && { rewriteBaseline: rewrite }),
  };
}

function scopeOf(flags: ChangeFlags, paths: readonly string[], io: Io): ChangeScope | undefined {
  const { changed, base, staged, files } = flags;
  const asked = [changed && '--changed', staged && '--staged', files !== undefined && '--files'].filter(Boolean);
  const [first, second] = asked;
  if (second) throw new UserError('usage', `\`${first}\` and \`${second}\` exclude each other.`);
  if (base !== undefined && !changed) {
    throw new UserError('usage', '`--base` says what `--changed` compares with, and goes with it alone.');
  }
  if (files !== undefined && paths.length > 0) {
    throw new UserError('usage', 'Files are named by `--files` or as arguments, not by both.');
  }
  if (files !== undefined) return { kind: 'files', files: readList(files, io) };
  if (staged) return { kind: 'staged', env: io.env };
  return changed ? { kind: 'since', env: io.env, ...(base !== undefined && { base }) } : undefined;
}

/** One path a line; where there is a NUL, as `git diff -z` writes it, one between NULs. */
function readList(list: string, { cwd }: Io): readonly string[] {
  const text = readText(list, cwd);
  const lines = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '');
}

function readText(list: string, cwd: string): string {
  try {
    // 0 is the standard input.
    return readFileSync(list === '-' ? 0 : resolve(cwd, list), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UserError('usage', `Cannot read the list of files \`${list}\`.`, { hint: failureSentence(cause), cause });
  }
}
