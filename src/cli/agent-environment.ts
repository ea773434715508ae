import type { Io } from './io.ts';

/** What coding agents set for the commands they run; names that people's own shells may carry are left out. */
const variables = [
  'AI_AGENT',
  'ANTIGRAVITY_AGENT',
  'AUGMENT_AGENT',
  'CLAUDECODE',
  'CLAUDE_CODE',
  'CODEX_CI',
  'CODEX_SANDBOX',
  'CODEX_THREAD_ID',
  'CURSOR_AGENT',
  'GEMINI_CLI',
  'OPENCODE',
];

/** Whether a coding agent reads the output. A terminal is read by a person, whatever the variables say. */
export function isRunByAgent({ stdout, env }: Io): boolean {
  return stdout.isTTY !== true && variables.some((name) => isSet(env[name]));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.trim().toLowerCase());
}
