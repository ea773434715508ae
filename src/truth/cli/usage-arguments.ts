import type { Command } from '../../model.ts';

/** What a synopsis calls flags and commands. */
const NO_ARGUMENT = /^[[<({]*(?:(?:global|local)[ _-]?)?(?:flags?|options?|opts)\.{0,3}[\])>}]*(?:\.{3})?$/i;
const COMMAND = /^[[<({]*(?:sub-?)?commands?\.{0,3}[\])>}]*(?:\.{3})?$/i;
/** Somebody else's words stand there: `exec [command...]`. */
const FOREIGN = /\b(?:commands?|cmd|args?|argv|arguments|script|program|exec|options|flags)\b.{0,4}(?:\.{3}|…)/i;

/**
 * What a command takes besides flags, from the synopsis behind its name: `[name] [flags]`. A group says `[command]` of the
 * commands below it, any other command of somebody else's.
 */
export function argumentsIn(synopsis: string, isGroup: boolean): Command['arguments'] {
  const text = withoutFlags(synopsis.slice(0, 2000));
  const words = text.split(/\s+/).filter((word) => word !== '' && !NO_ARGUMENT.test(word));
  const own = isGroup ? words.filter((word) => !COMMAND.test(word)) : words;
  if (own.length === 0) return 'none';
  const foreign = own.some((word) => word === '--' || FOREIGN.test(word) || COMMAND.test(word));
  return foreign ? 'rest' : 'words';
}

/** `[--org <org>]`, `[-f | -g]`, `--org <org>`, `[global flags]`. */
function withoutFlags(synopsis: string): string {
  return synopsis
    .replace(/[[(]\s*--?[A-Za-z][^[\]()]*(?:\[[^[\]]*\][^[\]()]*)?[\])](?:\.{3})?/g, ' ')
    .replace(/(?<![\w-])--?[A-Za-z][\w.-]*(?:[ =](?:<[^<>]*>|\[[^[\]]*\]))?/g, ' ')
    .replace(/\[(?:global|local)?\s*(?:flags|options)\]/gi, ' ');
}
