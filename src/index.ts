export type { Config, Level, LintOptions } from './config/config.ts';
export { UserError, type UserErrorCode } from './errors.ts';
export { type LintResult, lint } from './lint.ts';
export type * from './model.ts';
export { type Format, reporters } from './report/index.ts';
export type { Report, ReportedFinding, ReportedRule, Reporter, ReporterOptions, Summary } from './report/report.ts';
