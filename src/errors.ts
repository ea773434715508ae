/** What a user can act on. Everything else that is thrown is a bug of ours. */
export type UserErrorCode =
  | 'baseline-invalid'
  | 'config-invalid'
  | 'config-missing'
  | 'git'
  | 'mcp-unreadable'
  | 'no-pages'
  | 'no-spec'
  | 'page-unreadable'
  | 'plugin-failed'
  | 'spec-ambiguous'
  | 'spec-unreadable'
  | 'usage'
  | 'watch-failed'
  | 'write-failed';

/** An expected failure: one sentence, and a hint that says what to do. The command line answers it with exit code 2. */
export class UserError extends Error {
  readonly code: UserErrorCode;
  readonly hint?: string;

  constructor(code: UserErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'UserError';
    this.code = code;
    if (options.hint !== undefined) this.hint = options.hint;
  }
}
