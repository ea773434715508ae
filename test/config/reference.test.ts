import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseConfigDocument } from '../../src/config/config-document.ts';
import { validateConfig } from '../../src/config/validate-config.ts';
import { configKeys } from '../config-reference.ts';

const keys = configKeys();

/** What must stand beside a key, by the mapping in which it stands. */
const companions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'specs.<name>': { path: 'spec.yaml' },
  'overrides.[]': { files: ['a.md'], rules: {} },
  'components.<name>.field': { name: { id: 'path' } },
};

describe('the schema of the configuration', () => {
  it('says of each key what it means', () => {
    expect(keys.filter(({ description }) => !/^[A-Z`].*\.$/.test(description)).map(({ path }) => path)).toEqual([]);
  });

  it('has an example of each key that holds no keys of its own', () => {
    expect(keys.filter(({ example, isGroup }) => example === undefined && !isGroup).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('has a type of each key', () => {
    expect(keys.filter(({ type }) => type === '').map(({ path }) => path)).toEqual([]);
  });

  it('knows the keys of lists and of names too', () => {
    const known = keys.map(({ path }) => path.join('.'));
    for (const path of [
      'docs.root',
      'specs.<name>.documented.tags',
      'overrides.[].rules',
      'components.<name>.field.name',
    ])
      expect(known).toContain(path);
  });

  it.each(keys.filter(({ example }) => example !== undefined).map((key) => [key.path.join('.'), key] as const))(
    'accepts its example of %s',
    async (_, { path, example }) => {
      const text = stringify(placed(path, example));
      await validateConfig(await parseConfigDocument('specwins.config.yaml', text));
    },
  );
});

/** A value at a path, with what must stand beside it. */
function placed(path: readonly string[], value: unknown, above: readonly string[] = []): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const inner = placed(rest, value, [...above, name]);
  if (name === '[]') return [inner];
  const companion = companions[above.join('.')] ?? {};
  const isPlace = above.join('.') === 'specs.<name>' && ['url', 'git'].includes(name);
  return { ...(isPlace ? {} : companion), [name.replace('<name>', 'Orchard')]: inner };
}
