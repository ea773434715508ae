import { expect, it } from 'vitest';
import { confess, explainUserError } from '../../src/cli/failures.ts';
import type { Io } from '../../src/cli/io.ts';
import { UserError } from '../../src/errors.ts';

it('tells a user what failed and what to do, without a stack', () => {
  const io = memoryIo();
  const error = new UserError('no-spec', 'There is no spec.', {
    hint: 'Name one with `--spec`.',
    cause: new Error('x'),
  });
  expect(explainUserError(error, io)).toBe(2);
  expect(io.written()).toBe('specwins: There is no spec.\nName one with `--spec`.\n');
});

it('owns up to a bug with message, stacks and a request to report it', () => {
  const io = memoryIo();
  const cause = new Error('the basket is empty');
  const code = confess(new Error('The rule `unripe` failed on guides/trees.mdx: the basket is empty', { cause }), io);
  expect(code).toBe(3);
  expect(io.written()).toContain(
    'a bug of specwins, not a fault of your docs: The rule `unripe` failed on guides/trees.mdx',
  );
  expect(io.written()).toContain('Caused by: Error: the basket is empty');
  expect(io.written()).toContain('Please report');
});

it('survives what is thrown and is no error', () => {
  const io = memoryIo();
  expect(confess('apples', io)).toBe(3);
  expect(io.written()).toContain('apples');
});

function memoryIo(): Io & { written(): string } {
  const texts: string[] = [];
  const output = { write: (text: string) => texts.push(text) };
  return { cwd: '/', env: {}, stdout: output, stderr: output, written: () => texts.join('') };
}
