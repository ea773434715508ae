import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

export default defineRule({
  id: 'wrong-content-type',
  summary: 'A call must send its body in a media type that the spec accepts.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    wrong: '`{operation}` takes {accepted}, not `{sent}`.',
  },
  fact({ file, mention, target }, { report, truth }) {
    if (
      target.status !== 'bound' ||
      target.where !== 'request' ||
      mention.kind !== 'payload' ||
      !speaksOfToday(mention)
    )
      return;
    const { mediaType } = mention;
    const operation = operationAt(truth, target.operations[0] ?? '');
    if (
      !mediaType ||
      !operation?.body ||
      target.certainty !== 'certain' ||
      !/^[\w.+-]+\/[\w.+-]+/.test(mediaType.value)
    )
      return;
    const accepted = operation.body.content.map((content) => content.mediaType).filter((each) => each !== '');
    if (accepted.length === 0 || accepted.some((each) => accepts(each, mediaType.value))) return;
    const name = describeOperation(operation);
    report({
      message: 'wrong',
      at: { file, span: mediaType.span },
      data: { operation: name, accepted: listNames(accepted), sent: mediaType.value },
      operation: name,
      truth: operation.body.place,
      suggestions: accepted,
    });
  },
});

/** A range in the spec takes all of its kind, and `application/json` what is built upon it (RFC 6839, section 3.1). */
function accepts(spec: string, sent: string): boolean {
  const [wanted, given] = [plain(spec), plain(sent)];
  if (wanted === given || wanted === '*/*' || (wanted.endsWith('/*') && given.startsWith(wanted.slice(0, -1))))
    return true;
  return /[/+]json$/.test(wanted) && /[/+]json$/.test(given);
}

function plain(text: string): string {
  return text.replace(/;.*$/s, '').trim().toLowerCase();
}
