import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { sentFacts } from './call-facts.ts';
import { callSample } from './call-sample.ts';
import type { CallScope } from './call-scope.ts';
import { readPythonAddress } from './python-address.ts';
import { type Call, callOf } from './python-calls.ts';
import { assign, type Clients, enterWith } from './python-clients.ts';
import { pythonNames } from './python-definitions.ts';
import { pythonReads } from './python-reads.ts';
import { pythonParts } from './python-request.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';
import { valueScope } from './value-scope.ts';

/** Reads the requests that Python sends with requests, httpx, aiohttp and urllib. */
export const readPython: CodeReader = (fence) => {
  const tree = parser.parse(fence.code.text);
  const requests = requestsIn(fence, tree);
  if (requests.length === 0) return [];
  const scope = valueScope(fence, pythonNames(fence, tree));
  const reads = pythonReads(scope, tree, requests);
  return requests.map(({ sample, ...call }, index) => {
    const sent = sentFacts(pythonParts(scope, call), sample.stance);
    const facts = [...sent, ...(reads.get(index) ?? [])];
    return facts.length > 0 ? { ...sample, facts } : sample;
  });
};

interface PythonRequest extends Call {
  readonly node: SyntaxNode;
  readonly sample: RequestSample;
}

function requestsIn(fence: Fence, tree: Tree): readonly PythonRequest[] {
  const scope: CallScope = { code: fence.code, assigned: new Map(), literals: new Map() };
  const clients: Clients = new Map();
  const requests: PythonRequest[] = [];
  tree.iterate({
    enter(place) {
      const { name } = place;
      if (name === 'AssignStatement') assign(scope, place.node, clients);
      if (name === 'WithStatement') enterWith(scope, place.node, clients);
      if (name !== 'CallExpression') return;
      const { node } = place;
      const call = callOf({ scope, clients, node });
      const sample = call && callSample(fence, scope, { node, call, read: readPythonAddress });
      if (sample) requests.push({ ...call, node, sample });
    },
  });
  return requests;
}
