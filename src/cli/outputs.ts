import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { type Format, isFormat, reporters } from '../report/index.ts';
import { nearestName } from '../text/nearest-name.ts';
import { isRunByAgent } from './agent-environment.ts';
import type { Io } from './io.ts';

/** What `--format` and `--output` ask for. */
export interface OutputFlags {
  readonly format?: readonly string[];
  readonly output?: string;
}

/** A format, and the file it goes to; without one it is printed. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** Reads `--format name` and `--format name=file`. Before the work, so that a typing error costs no run. */
export function readOutputs({ format, output }: OutputFlags, io: Io): readonly Output[] {
  const outputs = (format ?? [defaultFormat(output, io)]).map(readOutput);
  if (output !== undefined) return [onlyOne(outputs, output)];
  const printed = outputs.filter(({ file }) => file === undefined).map((each) => each.format);
  if (printed.length > 1) {
    throw new UserError('usage', `Only one format can be printed; there are ${printed.join(' and ')}.`, {
      hint: `Write the others to files, as \`--format ${printed[1]}=<file>\`.`,
    });
  }
  const targets = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(io.cwd, file)]));
  const twice = outputs.find(({ file }) => file !== undefined && isTwice(resolve(io.cwd, file), targets));
  if (twice?.file !== undefined) throw new UserError('usage', `Two formats cannot go to one file, \`${twice.file}\`.`);
  return outputs;
}

/** A file is for later, and whoever reads it then did not say what they are. */
function defaultFormat(output: string | undefined, io: Io): Format {
  return output === undefined && isRunByAgent(io) ? 'agent' : 'terminal';
}

function readOutput(given: string): Output {
  const split = given.indexOf('=');
  const [format, file] = split === -1 ? [given] : [given.slice(0, split), given.slice(split + 1)];
  if (!isFormat(format)) throw unknownFormat(format);
  if (file === '') throw new UserError('usage', `\`--format ${given}\` names no file.`);
  return { format, ...(file !== undefined && { file }) };
}

function unknownFormat(given: string): UserError {
  const formats = Object.keys(reporters);
  const nearest = nearestName(given, formats);
  return new UserError('usage', `There is no format \`${given}\`; there are ${formats.join(', ')}.`, {
    ...(nearest === undefined ? {} : { hint: `Did you mean \`${nearest}\`?` }),
  });
}

function onlyOne(outputs: readonly Output[], file: string): Output {
  const [first, second] = outputs;
  if (first && !second && first.file === undefined) return { ...first, file };
  throw new UserError('usage', '`--output` goes with one format that names no file of its own.', {
    hint: 'Write `--format <name>=<file>` for each.',
  });
}

function isTwice(target: string, targets: readonly string[]): boolean {
  return targets.indexOf(target) !== targets.lastIndexOf(target);
}
