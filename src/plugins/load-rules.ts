import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isThere } from '../disk/read-disk.ts';
import { cannotTell } from '../disk/witness.ts';
import { UserError } from '../errors.ts';
import type { Rule } from '../rule.ts';
import { guardHooks } from './guard-hooks.ts';
import { readRule } from './read-rule.ts';

/** Where own rules come from, and what they must not be called. */
export interface OwnRules {
  /** Absolute paths of modules; nothing else is ever run. */
  readonly modules: readonly string[];
  readonly cwd: string;
  /** The ids of the rules of specwins. */
  readonly taken: readonly string[];
}

/** The rules that the modules export, in their order. A module that is no good is a `UserError`. */
export async function loadRules({ modules, cwd, taken }: OwnRules): Promise<readonly Rule[]> {
  const owners = new Map(taken.map((id) => [id, 'specwins']));
  const rules: Rule[] = [];
  for (const path of modules) {
    const module = `\`${relative(cwd, path).replaceAll(sep, '/')}\``;
    for (const exported of rulesIn(await run(path, module), module)) {
      const rule = readRule(exported, module);
      const owner = owners.get(rule.id);
      if (owner !== undefined)
        throw failed(`The rule \`${rule.id}\` of ${module} has the id of a rule of ${owner}.`, 'Call it otherwise.');
      owners.set(rule.id, module);
      rules.push(guardHooks(rule, module));
    }
  }
  return rules;
}

async function run(path: string, module: string): Promise<unknown> {
  if (!isThere(path)) {
    throw failed(
      `There is no file ${module}, which \`plugins\` names.`,
      'Paths are relative to the folder of the configuration.',
    );
  }
  // What it imports in its turn nobody hears of.
  cannotTell();
  try {
    return await import(pathToFileURL(path).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw failed(
      `${module} could not be loaded: ${reason.replace(/\s+/g, ' ')}`,
      'It is run as a module of Node; `plugins` in the configuration names it.',
      cause,
    );
  }
}

/** The default export is a rule or a list of them; `rules` may be such a list too. */
function rulesIn(exports: unknown, module: string): readonly unknown[] {
  const named = typeof exports === 'object' && exports !== null ? exports : {};
  const found = ['default', 'rules'].flatMap((name): unknown => Reflect.get(named, name) ?? []);
  if (found.length > 0) return found;
  throw failed(`${module} exports no rule.`, 'Export one as default, made by `defineRule`, or a list of them.');
}

function failed(message: string, hint: string, cause?: unknown): UserError {
  return new UserError('plugin-failed', message, { hint, cause });
}
