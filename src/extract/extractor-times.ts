import type { Nodes } from 'mdast';
import type { Parse } from './engine.ts';
import type { Extractor } from './extractor.ts';

/** Adds up what each extractor takes, in milliseconds; what it has others do, as in a fence that holds a page, is theirs. */
export interface ExtractorTimes {
  measure<Result>(id: string, work: () => Result): Result;
  add(id: string, milliseconds: number): void;
  /** What was added so far, which is then forgotten. */
  take(): ReadonlyMap<string, number>;
}

export function createExtractorTimes(now: () => number = () => performance.now()): ExtractorTimes {
  let sums = new Map<string, number>();
  /** Of those that the current one waits for. */
  let inner = 0;
  const add = (id: string, milliseconds: number) => void sums.set(id, (sums.get(id) ?? 0) + milliseconds);
  return {
    add,
    measure(id, work) {
      const outer = inner;
      inner = 0;
      const from = now();
      try {
        return work();
      } finally {
        const whole = now() - from;
        add(id, whole - inner);
        inner = outer + whole;
      }
    },
    take() {
      const taken = sums;
      sums = new Map();
      return taken;
    },
  };
}

type Extractors = ReadonlyMap<Nodes['type'], readonly Extractor[]>;

/** The same extractors, of which each tells its time. */
export function timedExtractors(extractors: Extractors, times: ExtractorTimes): Extractors {
  const timed = (extractor: Extractor): Extractor => ({
    ...extractor,
    extract: (node, page) => times.measure(extractor.id, () => extractor.extract(node, page)),
  });
  return new Map([...extractors].map(([type, each]) => [type, each.map(timed)]));
}

/** The same parser; it stands among the extractors, since what it takes is weighed against theirs. */
export function timedParser(parse: Parse, times: ExtractorTimes): Parse {
  return (text, format) => times.measure('the parser', () => parse(text, format));
}
