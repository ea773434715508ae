import { lintSource } from '@secretlint/core';
import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend';
import type { Secret } from '../model.ts';
import { isDeclaredExample } from './declared-example.ts';
import { isDocumented } from './documented.ts';
import { ownForms } from './own-forms.ts';
import { presetForms } from './preset-forms.ts';
import type { SecretForm } from './secret-form.ts';

/** The credentials of a text that look real: no placeholder, no documented example, nothing the text calls an example. */
export async function scanText(text: string): Promise<readonly Secret[]> {
  const secrets = [...(await presetMatches(text)), ...ownMatches(text)].flatMap(({ form, start, match }) => {
    const part = form.secretIn(match);
    if (part === undefined) return [];
    const span = { start: start + part.start, end: start + part.end };
    const value = text.slice(span.start, span.end);
    if (isDocumented(value) || isDeclaredExample(text, span)) return [];
    return [{ kind: form.kind, placeholder: form.placeholder, span, value }];
  });
  return withoutOverlaps(secrets);
}

interface Match {
  readonly form: SecretForm;
  readonly start: number;
  readonly match: string;
}

/** Of the rules for AWS, the one for the ids of keys is off by default; an id alone opens nothing, yet its key is near. */
const config = {
  rules: [
    {
      id: '@secretlint/secretlint-rule-preset-recommend',
      rule: preset,
      rules: [{ id: '@secretlint/secretlint-rule-aws', options: { enableIDScanRule: true } }],
    },
  ],
};

/** The name of a file decides which rules run; every page is plain text to them. */
const FILE = 'page.md';

async function presetMatches(text: string): Promise<readonly Match[]> {
  const { messages } = await lintSource({
    source: { filePath: FILE, content: text, ext: '.md', contentType: 'text' },
    options: { config, noPhysicFilePath: true },
  });
  return messages.flatMap(({ messageId, range: [start, end] }) => {
    const form = presetForms.get(messageId);
    return form === undefined ? [] : [{ form, start, match: text.slice(start, end + (form.reach ?? 0)) }];
  });
}

/** Forms which the preset lacks. */
function ownMatches(text: string): readonly Match[] {
  return ownForms.flatMap(({ pattern, ...form }) =>
    [...text.matchAll(pattern)].map((match) => ({ form, start: match.index, match: match[0] })),
  );
}

/** A token in an address is one secret, not a password as well. */
function withoutOverlaps(secrets: readonly Secret[]): readonly Secret[] {
  const kept: Secret[] = [];
  for (const secret of secrets.toSorted((one, other) => one.span.start - other.span.start)) {
    if (secret.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(secret);
  }
  return kept;
}
