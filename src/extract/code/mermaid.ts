import { spanOf } from '../../text/source-text.ts';
import { parseTarget } from '../target.ts';
import type { CodeReader } from './request.ts';
import { requestSample } from './request-sample.ts';

// `#59;` and `<br/>` are mermaid's own marks; a bracket or a bar ends the label of a node or an edge.
const REQUEST =
  /(?<![\w/.-])(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|DEL)[ \t]+((?:\/|https?:\/\/|\{\{|\$\{?[A-Za-z])(?:\{[^{}\n]{0,60}\}|\[[A-Za-z_][\w-]{0,40}\]|<(?!br\b)[A-Za-z][\w -]{0,40}>|[^\s"'`|<>{}[\](),;])*)/g;

/** The requests that messages, notes and labels of a diagram state by method and path. */
export const readMermaid: CodeReader = (fence) =>
  [...fence.code.text.matchAll(REQUEST)].flatMap((match) => {
    const [all, word = '', written = ''] = match;
    if (isComment(fence.code.text, match.index)) return [];
    const address = written.replace(/(?<!\.)[.:]+$|#\d+$/, '');
    const start = match.index + all.length - written.length;
    const target = parseTarget(fence.code, start, start + address.length);
    if (!target) return [];
    const method = { value: word, span: spanOf(fence.code, match.index, match.index + word.length), implied: false };
    return [
      requestSample(fence, { source: 'mermaid', start: match.index, end: start + address.length, method, target }),
    ];
  });

function isComment(text: string, index: number): boolean {
  return /^[ \t]*%%/.test(text.slice(text.lastIndexOf('\n', index) + 1, index).slice(0, 80));
}
