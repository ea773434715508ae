import { extractPage, lint, type ReportedFinding, reporters, UserError } from 'specwins';

/** Lints a site and prints its errors; answers how many there are. */
export async function lintDocs(cwd: string): Promise<number> {
  try {
    const { report } = await lint({ cwd, specs: ['openapi.yaml'] });
    const errors = report.findings.filter(({ severity }: ReportedFinding) => severity === 'error');
    console.log(reporters.terminal({ ...report, findings: errors }, { color: false, width: 100 }));
    return errors.length;
  } catch (error) {
    // What a user can act on: a broken configuration, an unreadable spec, no page.
    if (error instanceof UserError) console.error(error.message, error.hint);
    throw error;
  }
}

/** What one page says, without a spec. */
export async function listCalls(file: string, text: string): Promise<string[]> {
  const { mentions } = await extractPage({ file, text, framework: 'fumadocs' });
  return mentions.filter(({ kind }) => kind === 'operation').map((mention) => mention.text);
}
