import { json, jsonl } from './json.ts';
import type { Reporter } from './report.ts';
import { terminal } from './terminal.ts';

/** Every output format, by the name that `--format` takes. */
export const reporters = { json, jsonl, terminal } as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(reporters, name);
}
