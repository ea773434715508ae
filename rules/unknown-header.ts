import { defineRule, replacing, speaksOfToday } from '../src/rule.ts';
import { likeName, wordsOf } from '../src/text/like-names.ts';
import { describeOperation } from '../src/truth/openapi/lookup.ts';
import { describeField } from '../src/truth/schema/described-field.ts';

/** Specs leave out most headers that work, so only one that is almost called what the spec calls it is drift. */
export default defineRule({
  id: 'unknown-header',
  summary: 'A header that is almost called what the spec calls it must be called just that.',
  severity: 'error',
  messages: {
    similar: '`{operation}` knows no header `{name}`; did you mean `{nearest}`?',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || target.where !== 'header' || mention.kind !== 'field' || !speaksOfToday(mention))
      return;
    const described = describeField(binding, { truth, schemas });
    if (described.status !== 'absent') return;
    const name = mention.path.join('.');
    const like = STANDARD.test(name) ? undefined : likeName(name, described.names);
    if (!like || !(like.firm || wordsOf(name).length > 2)) return;
    const operation = describeOperation(described.operation);
    report({
      message: 'similar',
      at: { file, span: mention.span },
      data: { operation, name, nearest: like.name },
      operation,
      truth: described.place,
      ...(target.certainty === 'likely' && { severity: 'warning' }),
      suggestions: [like.name],
      edits: like.sure && target.certainty === 'certain' ? replacing(name, mention.span, like.name) : [],
    });
  },
});

/** Headers of HTTP itself, of its caches, of browsers and of proxies, which specs seldom list. */
const STANDARD =
  /^(?:accept(?:-.*)?|access-control-.*|authorization|cache-control|connection|content-.*|cookie|date|etag|expect|forwarded|from|host|if-.*|last-modified|link|location|origin|pragma|prefer|priority|proxy-.*|range|referer|retry-after|sec-.*|server|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|vary|via|warning|www-authenticate|x-forwarded-.*|x-requested-with|traceparent|tracestate)$/i;
