import type { Program } from '../../model.ts';
import { type LikeName, likeName, wordsOf } from '../../text/like-names.ts';
import { commandsOf } from '../../truth/cli/lookup.ts';
import { isSwap } from '../word-cost.ts';
import type { LostWalk } from './walk-words.ts';

/** The commands that a word which names none may mean. */
export interface NearestCommands {
  /** Each as its names from the program down. */
  readonly paths: readonly (readonly string[])[];
  /** There is one answer, and only its spelling, its order or its place was wrong. */
  readonly firm: boolean;
  /** How many of the words behind belong to the name. */
  readonly taken: number;
}

/** More than these nobody chooses from. */
const MOST = 3;

/** What was likely meant: a slip of the pen, another order, another place in the tree, another verb for the same. */
export function nearestCommands(walk: LostWalk, program: Program): NearestCommands | undefined {
  return misspelt(walk) ?? reordered(walk, program) ?? moved(walk, program) ?? synonymous(walk) ?? similar(walk);
}

function namesBelow({ command }: LostWalk): readonly string[] {
  return command.commands.filter(({ hidden }) => !hidden).flatMap(({ name, aliases }) => [name, ...aliases]);
}

function below({ path }: LostWalk, name: string, firm: boolean): NearestCommands {
  return { paths: [[...path, name]], firm, taken: 0 };
}

function misspelt(walk: LostWalk): NearestCommands | undefined {
  const { text } = walk.end.word;
  const names = namesBelow(walk);
  if (names.includes(text)) return below(walk, text, true);
  const name = firmName(likeName(text, names)) ?? names.find((each) => isSwap(each, text));
  return name === undefined ? undefined : below(walk, name, true);
}

function firmName(like: LikeName | undefined): string | undefined {
  return like?.firm ? like.name : undefined;
}

/** `create token` for `tokens create`, `tokens-create` for `tokens create`. */
function reordered({ path, end }: LostWalk, program: Program): NearestCommands | undefined {
  const written = [...path, end.word.text];
  const [next] = end.behind;
  const more = next?.form === 'plain' && /^[a-z][\w-]*$/.test(next.text) ? next.text : undefined;
  for (const taken of more === undefined ? [0] : [1, 0]) {
    const wanted = keyOf(taken === 1 && more !== undefined ? [...written, more] : written);
    const paths = commandsOf(program).flatMap((each) => (keyOf(each.path) === wanted ? [each.path] : []));
    if (paths.length === 1) return { paths, firm: true, taken };
  }
  return undefined;
}

function keyOf(names: readonly string[]): string {
  return names.flatMap(wordsOf).map(singular).toSorted().join(' ');
}

function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `login` for `auth login`: it stands elsewhere in the tree, below all that was written. */
function moved({ path, end }: LostWalk, program: Program): NearestCommands | undefined {
  const paths = commandsOf(program)
    .map((each) => each.path)
    .filter((each) => each.at(-1) === end.word.text && path.every((name) => each.includes(name)));
  if (paths.length === 0 || paths.length > MOST) return undefined;
  return { paths, firm: paths.length === 1, taken: 0 };
}

/** Words for the same deed. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['add', 'create', 'make', 'new'],
  ['del', 'delete', 'destroy', 'remove', 'rm'],
  ['list', 'ls'],
  ['describe', 'get', 'info', 'inspect', 'show', 'view'],
  ['change', 'edit', 'modify', 'patch', 'update'],
  ['login', 'log-in', 'signin', 'sign-in'],
  ['logout', 'log-out', 'signout', 'sign-out'],
  ['exec', 'execute', 'run'],
];

function synonymous(walk: LostWalk): NearestCommands | undefined {
  const words = SYNONYMS.find((each) => each.includes(walk.end.word.text)) ?? [];
  const [one, ...others] = walk.command.commands.filter(
    ({ name, aliases, hidden }) => !hidden && [name, ...aliases].some((each) => words.includes(each)),
  );
  return one && others.length === 0 ? below(walk, one.name, true) : undefined;
}

function similar(walk: LostWalk): NearestCommands | undefined {
  const like = likeName(walk.end.word.text, namesBelow(walk));
  return like && below(walk, like.name, false);
}
