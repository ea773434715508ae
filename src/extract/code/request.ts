import type { MentionSource, MethodMention, RequestTarget, Span, Stance } from '../../model.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import type { Range } from '../phrase/ranges.ts';

/** A request that a sample sends, as far as its source says. */
export interface RequestSample {
  readonly source: Extract<MentionSource, 'curl' | 'call' | 'http' | 'request-line' | 'mermaid'>;
  /** From the method or the command's name to the end of the URL. */
  readonly span: Span;
  readonly text: string;
  readonly method?: MethodMention;
  readonly target: RequestTarget;
  /** From a comment that speaks of this request (`# deprecated`); `claim` where there is none. */
  readonly stance: Stance;
  /** Literal values that the fence itself gives to the variables which the target names: `BASE` of `$BASE/trees`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The file whose content is its body, as the sample names it. */
  readonly bodyFile?: string;
  /** What it says of its headers and bodies; `request` is added where the page knows the operation. */
  readonly facts?: readonly FactDraft[];
  /** Where all that is sent stands, as indices into the fence's text; absent where no answer may stand behind it. */
  readonly extent?: Range;
}

export interface Fence {
  readonly code: SourceText;
  /** First word of the info string, in lower case; '' where there is none. */
  readonly lang: string;
  readonly meta: string;
}

/** Reads the requests of one fence. It must survive fragments and never throw on bad code. */
export type CodeReader = (fence: Fence) => readonly RequestSample[];
