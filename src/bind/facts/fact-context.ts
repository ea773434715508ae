import type { SpecIndex } from '../../model.ts';
import type { Schemas } from '../../truth/schema/schema.ts';

/** What facts are bound by, besides what stands around them. */
export interface FactContext {
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}
