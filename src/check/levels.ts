import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Severity } from '../model.ts';

/** The level a configuration gives a rule in a file; nothing where it leaves the rule alone. */
export type LevelOf = (rule: string, file: string) => Severity | 'off' | undefined;

/** The part of a configuration that sets levels. */
export interface LevelSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, Severity | 'off'>>;
  }[];
  /** Absolute; the folder that the files of findings are relative to. */
  readonly cwd: string;
  /** Absolute; the folder that the globs of `overrides` are relative to. */
  readonly folder: string;
}

/** Reads `rules` and `overrides`: the last override that names the rule and matches the file wins. */
export function createLevels(settings: LevelSettings): LevelOf {
  const overrides = settings.overrides.map(({ files, rules }) => ({
    matches: picomatch([...files], { dot: true }),
    rules,
  }));
  return (rule, file) => {
    const override = overrides.findLast(
      (entry) => Object.hasOwn(entry.rules, rule) && entry.matches(pathFromFolder(settings, file)),
    );
    return override?.rules[rule] ?? settings.rules[rule];
  };
}

function pathFromFolder({ cwd, folder }: LevelSettings, file: string): string {
  return relative(folder, resolve(cwd, file)).replaceAll(sep, '/');
}
