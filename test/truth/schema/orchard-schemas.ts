import type { TruthPlace } from '../../../src/model.ts';
import { memberOf, pointerTokens } from '../../../src/truth/schema/json.ts';
import { openSchemas, type ResolvePlace } from '../../../src/truth/schema/open-schemas.ts';
import type { Schemas } from '../../../src/truth/schema/schema.ts';
import { loadText } from '../orchard.ts';

interface Orchard {
  readonly schemas: Schemas;
  readonly at: (name: string) => TruthPlace;
}

/** Schemas by name, written as `components.schemas` in YAML. */
export async function openOrchard(text: string): Promise<Orchard> {
  const schemas = text.replaceAll('\n', '\n    ');
  const truth = await loadText(`openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:${schemas}`);
  return { schemas: openSchemas(truth.documents.resolve), at };
}

/** Schemas by name that are too large to be written and parsed for each test. */
export function openInMemory(schemas: Readonly<Record<string, unknown>>): Orchard {
  const document = { components: { schemas } };
  const resolve: ResolvePlace = ({ file, pointer }) => {
    let place = { file, pointer };
    for (let steps = 0; steps < 10; steps += 1) {
      const value = pointerTokens(place.pointer).reduce<unknown>(memberOf, document);
      const ref = memberOf(value, '$ref');
      if (typeof ref !== 'string') return value === undefined ? undefined : { place, value };
      place = { file, pointer: ref.slice(1) };
    }
    return undefined;
  };
  return { schemas: openSchemas(resolve), at };
}

function at(name: string): TruthPlace {
  return { file: 'orchard.yaml', pointer: `/components/schemas/${name}` };
}
