import { expect, it } from 'vitest';
import schema from '../../src/config/schema.json' with { type: 'json' };
import { frameworkIds } from '../../src/frameworks/index.ts';

it('the schema names the frameworks of the registry', () => {
  expect(schema.definitions.framework.enum).toEqual(frameworkIds);
});
