import type { FrontmatterOperation, OperationComponent } from './framework.ts';

/** Components by which sites of any framework name an operation; nobody publishes them, everybody writes them. */
export const genericComponents: Readonly<Record<string, OperationComponent>> = {
  APIEndpoint: { method: ['method', 'verb'], path: ['path', 'route', 'url'], call: ['endpoint'] },
  Api: { method: ['method', 'verb'], path: ['path', 'route', 'url'], call: ['endpoint'] },
  ApiEndpoint: { method: ['method', 'verb'], path: ['path', 'route', 'url'], call: ['endpoint'] },
  ApiOperation: { method: ['method'], path: ['path', 'route'], operationId: ['operationId'] },
  Endpoint: {
    method: ['method', 'verb'],
    path: ['path', 'route', 'url'],
    call: ['endpoint'],
    operationId: ['operationId'],
  },
  // Fern: https://buildwithfern.com/learn/docs/writing-content/components/request-snippet
  EndpointRequestSnippet: { call: ['endpoint'] },
  EndpointResponseSnippet: { call: ['endpoint'] },
  EndpointSchemaSnippet: { call: ['endpoint'] },
  Route: { method: ['method', 'verb'], path: ['path'], pathInChildren: true },
};

/** Front matter entries that mean the same wherever they are met. */
export const genericFrontmatter: readonly FrontmatterOperation[] = [
  { key: 'operationId', form: 'operationIds' },
  { key: 'related_endpoints', form: 'operationIds' },
];
