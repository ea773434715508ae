import { relative, resolve, sep } from 'node:path';
import type { Plugin, Transformer } from 'unified';
import type { LintOptions } from './config/config.ts';
import { UserError } from './errors.ts';
import { type LintResult, lint } from './lint.ts';
import type { Position, ReportedFinding } from './report/report.ts';
import { version } from './version.ts';

/** As for `lint`; the pages are those that remark is given. */
export type RemarkSpecwinsOptions = Omit<LintOptions, 'paths' | 'texts'>;

type VFile = Parameters<Transformer>[1];

/**
 * Reports what specwins finds in a file as messages of that file. The site is linted once in a process, however many files
 * there are; a file whose text is not what lies on disk is linted with the text that remark has.
 */
const remarkSpecwins: Plugin<[RemarkSpecwinsOptions?]> = (options = {}) => {
  return async (_tree, file) => {
    if (file.path === undefined) return;
    const cwd = resolve(options.cwd ?? file.cwd);
    const path = resolve(file.cwd, file.path);
    try {
      const result = await lintWith(path, String(file), { ...options, cwd });
      const name = relative(cwd, path).replaceAll(sep, '/');
      for (const finding of result.report.findings) {
        if (finding.file === name) tell(finding, finding, file, result);
        for (const place of finding.related) if (place.file === name) tell(finding, place, file, result);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const message = file.message(error.message, { source: 'specwins', ruleId: error.code });
      Object.assign(message, { fatal: true, ...(error.hint !== undefined && { note: error.hint }) });
    }
  };
};

export default remarkSpecwins;

/** By options: remark sets a plugin up anew for each file, and a site takes longer to read than a file. */
const runs = new Map<string, Promise<LintResult>>();

async function lintWith(
  path: string,
  text: string,
  options: LintOptions & { readonly cwd: string },
): Promise<LintResult> {
  const key = JSON.stringify(options);
  const run = runs.get(key) ?? lint(options);
  runs.set(key, run);
  const result = await run;
  const page = result.pages.find(({ file }) => resolve(options.cwd, file) === path);
  const isAsRead = page === undefined || result.sourceOf(page.file) === text;
  return isAsRead ? result : lint({ ...options, texts: new Map([[path, text]]) });
}

interface Place {
  readonly start: Position;
  readonly end: Position;
}

function tell(finding: ReportedFinding, { start, end }: Place, file: VFile, { rules }: LintResult): void {
  const { rule, suggestions, spec, operation } = finding;
  const message = file.message(finding.message, { place: { start, end }, ruleId: rule, source: 'specwins' });
  const where = spec && `${spec.file}${spec.line === undefined ? ` ${spec.pointer}` : `:${spec.line}`}`;
  const note = [operation, where].filter((part) => part !== undefined).join(', ');
  const url = rules.find(({ id }) => id === rule)?.url ?? `https://unpkg.com/specwins@${version}/rules/${rule}.md`;
  Object.assign(message, {
    fatal: fatalOf(finding),
    url,
    expected: suggestions,
    ...(note !== '' && { note: `The spec: ${note}.` }),
    ...(!finding.redacted && { actual: finding.text }),
  });
}

/** In the words of vfile: `true` fails, `false` warns, `undefined` informs. */
function fatalOf({ severity }: ReportedFinding): boolean | undefined {
  switch (severity) {
    case 'error':
      return true;
    case 'warning':
      return false;
    case 'info':
      return undefined;
  }
}
