import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportLinks } from '../report/report.ts';
import type { Io } from './io.ts';
import { rulePagePath } from './rule-pages.ts';

/** Addresses that a terminal can open; nothing where it cannot. `FORCE_HYPERLINK` decides before the terminal is asked. */
export async function hyperlinksFor(io: Io): Promise<ReportLinks | undefined> {
  if (!(await supportsHyperlinks(io))) return undefined;
  return {
    // iTerm2 and VS Code take the fragment for a line; others open the file.
    place: (file, line) => `${pathToFileURL(resolve(io.cwd, file)).href}#${line}`,
    rule: (id) => pathToFileURL(rulePagePath(id)).href,
  };
}

async function supportsHyperlinks({ stdout, env }: Io): Promise<boolean> {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (stdout.isTTY !== true || env.NO_COLOR) return false;
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks({ isTTY: true });
}
