import type { SpecIndex } from '../model.ts';
import type { KnownServer } from './hosts.ts';
import type { Usage } from './learn-usage.ts';

/** What a mention is decided by, besides its own placement. */
export interface Knowledge {
  readonly usage: Usage;
  readonly servers: readonly KnownServer[];
  readonly truth: SpecIndex;
}
