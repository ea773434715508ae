import { UserError } from '../errors.ts';
import type { ChangeFlags } from './change-flags.ts';

/** What `--fix` and `--fix-dry-run` yield. */
export interface FixFlags {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** Fixes go into the working tree and are made before anything is remembered, so that not all options go together. */
export function checkFixFlags({ fix, fixDryRun, staged, updateBaseline, pruneBaseline }: FixFlags & ChangeFlags): void {
  const asked = fix ? '--fix' : fixDryRun ? '--fix-dry-run' : undefined;
  if (asked === undefined) return;
  if (staged) {
    throw new UserError('usage', `\`${asked}\` edits the working tree, and \`--staged\` reads what is staged.`, {
      hint: `Run it without \`--staged\`, as \`${asked} --changed\`, and stage what it edits.`,
    });
  }
  if (updateBaseline) {
    throw new UserError('usage', `\`${asked}\` and \`--update-baseline\` exclude each other.`, {
      hint: 'Fix first, and put what is left into the baseline with a second run.',
    });
  }
  if (fixDryRun && pruneBaseline) {
    throw new UserError('usage', '`--fix-dry-run` writes nothing, and `--prune-baseline` writes the baseline.', {
      hint: 'Run them one after the other.',
    });
  }
}
