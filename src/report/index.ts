import { agent } from './agent.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html/html.ts';
import { json, jsonl } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

/** Every output format, by the name that `--format` takes. */
export const reporters = {
  agent,
  github,
  gitlab,
  html,
  json,
  jsonl,
  junit,
  markdown,
  sarif,
  terminal,
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(reporters, name);
}
