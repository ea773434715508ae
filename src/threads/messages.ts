import type { ExtractOptions } from '../extract/page-settings.ts';
import type { FrameworkId, ProjectFacts } from '../frameworks/framework.ts';
import type { Secret } from '../model.ts';

/** What a thread is told when it starts. */
export interface ThreadSetup {
  readonly options: ExtractOptions;
  /** Whether it says what its extractors take. */
  readonly timed: boolean;
}

/** Pages that go to a thread at once; frameworks consist of code and go by their names. */
export interface PageBatch {
  readonly sites: readonly { readonly framework: FrameworkId; readonly facts: ProjectFacts | undefined }[];
  /** `site` is an index into `sites`. */
  readonly pages: readonly { readonly file: string; readonly text: string; readonly site: number }[];
}

/** What was read of a batch. */
export interface BatchAnswer {
  /** By page; nothing for one that the main thread must read itself, since what it would say cannot be foreseen here. */
  readonly pages: readonly (ThreadedPage | undefined)[];
  readonly times: ReadonlyMap<string, number>;
}

export interface ThreadedPage {
  readonly json: string;
  readonly secrets: readonly Secret[];
}
