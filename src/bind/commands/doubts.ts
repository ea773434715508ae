import type { CommandMention, Program } from '../../model.ts';
import type { LostWalk } from './walk-words.ts';

/** What people type as the name of a command. */
const NAME = /^[a-z0-9]*[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;
/** Words of sentences, which the output of a program and plain prose have, and calls of it have not. */
const OF_SENTENCES =
  /^(?:a|an|and|are|can|could|did|do|does|for|from|had|has|have|if|in|is|it|its|must|not|of|on|or|our|should|that|the|this|to|was|we|were|which|will|with|would|you|your)$/i;

interface Doubtful {
  readonly walk: LostWalk;
  readonly program: Program;
  /** Its spelling leaves no doubt which command is meant. */
  readonly isNear: boolean;
}

/** Why a word that names no command may still be right; nothing where it cannot be. */
export function doubtAbout(mention: CommandMention, { walk, program, isNear }: Doubtful): string | undefined {
  const { word, behind } = walk.end;
  if (!NAME.test(word.text)) return `\`${word.text}\` is not written as the name of a command`;
  if (word.text === 'version') return 'any program may tell its version so';
  const plain = [word, ...behind.filter(({ form }) => form === 'plain')];
  if (plain.some(({ text }) => OF_SENTENCES.test(text) || /[a-z][.,;!]$/.test(text))) return 'it reads as a sentence';
  const alias = program.listsAliases ? undefined : aliased(walk);
  if (alias !== undefined) return `\`${word.text}\` may be an alias of \`${alias}\`, which the manifest does not list`;
  // Behind a command of the program stands another one; behind its name alone may stand any word.
  if (!mention.certain && !isNear && walk.path.length === 0) return 'nothing says that a command is meant';
  return undefined;
}

/** The command of which a word is a usual short form: `ls` of `list`, `proj` of `projects`, `token` of `tokens`. */
function aliased({ command, end: { word } }: LostWalk): string | undefined {
  return command.commands.find(({ name }) => isShortFor(word.text, name) || isShortFor(name, word.text))?.name;
}

const SHORT: Readonly<Record<string, RegExp>> = {
  ls: /^(?:list|get)/,
  rm: /^(?:remove|delete|destroy)/,
  del: /^delete/,
  mv: /^(?:move|rename)/,
  cp: /^copy/,
  ps: /^(?:list|status|processes)/,
  new: /^(?:create|add)/,
  info: /^(?:show|get|describe)/,
};

/** Its first letters, or its first and some consonants in their order, as `svc` of `service`. */
function isShortFor(short: string, long: string): boolean {
  if (SHORT[short]?.test(long)) return true;
  if (short.length >= long.length || short.charAt(0) !== long.charAt(0)) return false;
  if (long.startsWith(short)) return true;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length && /^\w[^aeiou]{1,3}$/.test(short);
}
