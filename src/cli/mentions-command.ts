import { relative, resolve, sep } from 'node:path';
import { lint } from '../lint.ts';
import { openRunCache } from './cache-flags.ts';
import type { Io } from './io.ts';
import { createLocator } from './locator.ts';
import { observed } from './observe.ts';
import { type RunFlags, toLintOptions } from './run-options.ts';
import { threadsOf } from './thread-flags.ts';

/** Prints every mention, where it stands and what it was bound to, as a JSON array. */
export async function runMentions(paths: readonly string[], flags: RunFlags, io: Io): Promise<void> {
  const cache = await openRunCache(flags, io);
  const { result } = await observed(io, {}, (observer) =>
    lint(toLintOptions(flags, paths, io), { observer, cache, ...threadsOf(flags) }),
  );
  const { bindings, redact } = result;
  const locate = createLocator(io);
  const named = bindings.filter(({ file }) => isNamed(file, paths, io));
  const mentions = named.map(({ page, file, mention, target }) => ({
    file,
    page,
    start: locate(file, mention.span.start),
    end: locate(file, mention.span.end),
    mention,
    target,
  }));
  io.stdout.write(redact(`${JSON.stringify(mentions, null, 2)}\n`));
}

/** The whole site is bound, since pages need each other; only what lies at or below a named path is printed. */
function isNamed(file: string, paths: readonly string[], { cwd }: Io): boolean {
  return (
    paths.length === 0 ||
    paths.some((path) => {
      const way = relative(resolve(cwd, path), resolve(cwd, file));
      return way !== '..' && !way.startsWith(`..${sep}`);
    })
  );
}
