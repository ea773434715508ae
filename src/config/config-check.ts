import type { Options, ValidateFunction } from 'ajv';
import type { ConfigFile } from './config-file.ts';
import schema from './schema.json' with { type: 'json' };

/** How the schema of the configuration is read. */
export const checkOptions: Options = { allErrors: true, allowUnionTypes: true, verbose: true };

/**
 * Compiles the schema of the configuration, which takes as long as reading many pages: the bundled command line has it
 * compiled already, see `bin/build/bundle.ts`.
 */
export async function loadConfigCheck(): Promise<ValidateFunction<ConfigFile>> {
  const { Ajv } = await import('ajv');
  return new Ajv(checkOptions).compile<ConfigFile>(schema);
}
