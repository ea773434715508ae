/** Clients that are called and answer alike. */
export type ClientFamily =
  | 'fetch'
  | 'axios'
  | 'ky'
  | 'ofetch'
  | 'request'
  | 'superagent'
  | 'xhr'
  | 'node'
  /** It sends a request, but how it is told what to send, and what it answers, is not known. */
  | 'other';

/** The family of what is called: `window.fetch`, `axios`, `this.$axios`. */
export function clientFamily(name: string): ClientFamily {
  const plain = name.replace(/^(?:this|window|globalThis|self|undici)\./, '').replace(/\.request$/, '');
  if (/^(?:fetch|nodeFetch|crossFetch|apiFetch|Request)$/.test(plain)) return 'fetch';
  if (/^(?:\$?axios|\$http)$/.test(plain)) return 'axios';
  if (/^(?:ky|got)$/.test(plain)) return 'ky';
  if (/^(?:\$fetch|ofetch)$/.test(plain)) return 'ofetch';
  if (plain === 'request') return 'request';
  if (/^(?:superagent|unirest)$/.test(plain)) return 'superagent';
  return /^https?$/.test(plain) ? 'node' : 'other';
}

/** How the body of an answer is had: by a method, as a property, or as what the call itself gives. */
interface Answers {
  readonly call?: string;
  readonly property?: string;
  readonly direct?: boolean;
}

/** How a family hands out the body of an answer. */
export const ANSWERS: Readonly<Record<ClientFamily, Answers>> = {
  fetch: { call: 'json' },
  ky: { call: 'json' },
  axios: { property: 'data' },
  superagent: { property: 'body' },
  ofetch: { direct: true },
  request: {},
  xhr: {},
  node: {},
  other: {},
};
