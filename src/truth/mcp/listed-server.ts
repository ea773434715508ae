import type { SpecDocument } from '../openapi/resolve.ts';
import type { ToolList } from './tool-list.ts';

/** A server with the tools it lists. */
export interface ListedServer {
  /** What it calls itself. */
  readonly names: readonly string[];
  readonly list: ToolList;
  /** Where the places of its tools lie. */
  readonly document: SpecDocument;
  /** Of a document that does not lie on this disk. */
  readonly text?: string;
}
