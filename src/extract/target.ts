import type { RequestTarget } from '../model.ts';
import type { SourceText } from '../text/source-text.ts';

/**
 * Takes the URL, path or shorthand apart that stands at `start`–`end` of `source`.
 * Nothing comes back where it cannot be the address of a request (no slash, spaces inside, a glob of files …).
 */
export function parseTarget(source: SourceText, start: number, end: number): RequestTarget | undefined {
  void source;
  void start;
  void end;
  return undefined;
}
