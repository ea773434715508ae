import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { sentFacts } from './call-facts.ts';
import { callSample } from './call-sample.ts';
import type { CallScope } from './call-scope.ts';
import { readJavascriptAddress } from './javascript-address.ts';
import { type Call, callOf } from './javascript-calls.ts';
import { javascriptNames } from './javascript-definitions.ts';
import { type Clients, declare } from './javascript-names.ts';
import { javascriptReads } from './javascript-reads.ts';
import { javascriptParts } from './javascript-request.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';
import { valueScope } from './value-scope.ts';

const typescript = parser.configure({ dialect: 'jsx ts' });

/** Reads the requests that JavaScript or TypeScript sends with fetch, axios and their like. */
export const readJavascript: CodeReader = (fence) => {
  const tree = typescript.parse(scriptText(fence));
  const requests = requestsIn(fence, tree);
  if (requests.length === 0) return [];
  const scope = valueScope(fence, javascriptNames(fence, tree));
  const reads = javascriptReads(scope, tree, requests);
  return requests.map(({ sample, ...call }, index) => {
    const sent = sentFacts(javascriptParts(scope, call), sample.stance);
    const facts = [...sent, ...(reads.get(index) ?? [])];
    return facts.length > 0 ? { ...sample, facts } : sample;
  });
};

/** A request of a script: its sample, and the call that sends it. */
export interface JavascriptRequest extends Call {
  readonly node: SyntaxNode;
  readonly sample: RequestSample;
}

function requestsIn(fence: Fence, tree: Tree): readonly JavascriptRequest[] {
  const scope: CallScope = { code: fence.code, assigned: new Map(), literals: new Map() };
  const clients: Clients = new Map();
  const requests: JavascriptRequest[] = [];
  tree.iterate({
    // Of most places in a tree no node is needed, and making one takes longer than all else that is done there.
    enter(place) {
      const { name } = place;
      if (name === 'VariableDeclaration') declare(scope, place.node, clients);
      if (name !== 'CallExpression' && name !== 'NewExpression') return;
      const { node } = place;
      const call = callOf({ scope, clients, node });
      const sample = call && callSample(fence, scope, { node, call, read: readJavascriptAddress });
      if (sample) requests.push({ ...call, node, sample });
    },
  });
  return requests;
}

/** Of a page or component only the scripts; all else is blank, so that offsets stay good. */
function scriptText(fence: Fence): string {
  if (!/^(?:html|vue|svelte)$/.test(fence.lang)) return fence.code.text;
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return fence.code.text
    .split(/(<script\b[^>]{0,200}>|<\/script>)/i)
    .map((part, index, parts) =>
      /^<script/i.test(parts[index - 1] ?? '') && !/^<\/script/i.test(part) ? part : blank(part),
    )
    .join('');
}
