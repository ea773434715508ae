import { UserError } from '../../errors.ts';
import type { SpecReader } from './source.ts';

/** What swagger-parser throws, as one sentence with file, line and column. */
export function explainParserError(error: unknown, reader: SpecReader): UserError {
  const message = error instanceof Error ? error.message : String(error);
  const url = error instanceof Error && 'source' in error ? String(error.source) : reader.root;
  const file = reader.allows(url) ? reader.nameOf(url) : url;
  // `new URL` names what it could not read; only a `$ref` can have led there.
  if (error instanceof TypeError && 'input' in error) {
    return new UserError(
      'spec-unreadable',
      `\`${file}\` has the \`$ref\` \`${String(error.input)}\`, which is no URL.`,
      {
        hint: 'Correct the `$ref`.',
        cause: error,
      },
    );
  }
  const { reason, position } = dissect(message.replace(`Error parsing ${url}: `, ''));
  return new UserError('spec-unreadable', `\`${file}${position}\` cannot be read: ${reason}.`, {
    hint: 'Correct the file, or name another by `--spec` or `specs` in the configuration.',
    cause: error,
  });
}

/** js-yaml writes `bad indentation of a mapping entry (3:5)`, then an excerpt. It reads the JSON files as well. */
function dissect(message: string): { reason: string; position: string } {
  const firstLine = message.split('\n')[0]?.trim() ?? '';
  const match = /^(.*?) \((\d+):(\d+)\)$/.exec(firstLine);
  if (match === null) return { reason: firstLine.replace(/\.$/, ''), position: '' };
  const [, reason = '', line = '', column = ''] = match;
  return { reason, position: `:${line}:${column}` };
}
