import type { MethodMention, RequestTarget } from '../../model.ts';
import { parseTarget } from '../target.ts';
import { isMethodList, splitMethods } from './find-operations.ts';
import type { Phrase } from './phrase.ts';

/** One line of a description by labels: "**URL**: `/orchards`", "**Method**: `POST`". */
export interface Label {
  readonly methods?: readonly MethodMention[];
  readonly target?: RequestTarget;
}

const METHOD = /^[\s•*-]*(?:HTTP )?(?:method|verb)\s*[:=–—-]\s*(?<value>[A-Z, /|]+?)\s*$/i;
const ADDRESS = /^[\s•*-]*(?:(?:request |endpoint )?(?:url|uri|path|route)|endpoint)\s*[:=–—-]\s*(?<value>\S+)\s*$/i;

/** The labels of a phrase, line by line; most phrases have none. */
export function findLabels(phrase: Phrase): Label[] {
  if (!/\b(?:method|verb|url|uri|path|route|endpoint)\s*[:=–—-]/i.test(phrase.text)) return [];
  let start = 0;
  return phrase.text.split('\n').flatMap((line) => {
    const at = start;
    start += line.length + 1;
    return readLabel(phrase, line, at) ?? [];
  });
}

function readLabel(phrase: Phrase, line: string, at: number): Label | undefined {
  const methods = METHOD.exec(line)?.groups?.value;
  if (methods !== undefined && isMethodList(methods)) {
    return { methods: splitMethods(phrase, at + line.lastIndexOf(methods), methods) };
  }
  const address = ADDRESS.exec(line)?.groups?.value;
  if (address === undefined || !/^(?:\/|https?:)/.test(address)) return undefined;
  const from = at + line.lastIndexOf(address);
  const target = parseTarget(phrase, from, from + address.length);
  return target && target.segments.length > 0 ? { target } : undefined;
}
