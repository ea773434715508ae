import type { FieldComponent, FrontmatterOperation, OperationComponent } from './framework.ts';

const claims = {
  type: ['type'],
  required: ['required', 'isRequired'],
  optional: ['optional'],
  deprecated: ['deprecated'],
  default: ['default', 'defaultValue', 'initialValue'],
  values: ['enum', 'options', 'values'],
  place: ['in', 'location'],
} as const satisfies Partial<FieldComponent>;
/** A field of which the component does not say where it stands. */
const field = { field: { ...claims, name: { name: 'unknown' } } } as const satisfies OperationComponent;
const parameter = {
  ...claims,
  name: { name: 'unknown', path: 'path', query: 'query', header: 'header', body: 'request' },
} as const;

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
  // Mintlify and Fern: https://mintlify.com/docs/components/fields
  ParamField: {
    field: { ...claims, name: { path: 'path', query: 'query', header: 'header', body: 'request', cookie: 'cookie' } },
  },
  ResponseField: { field: { ...claims, name: { name: 'response' } } },
  Attribute: field,
  Field: field,
  Param: { field: parameter },
  Parameter: { field: parameter },
  // The Protocol template of Tailwind Plus.
  Property: field,
  // Fumadocs: https://fumadocs.dev/docs/ui/components/type-table
  TypeTable: { fields: ['type'] },
  Route: { method: ['method', 'verb'], path: ['path'], pathInChildren: true },
};

/** Front matter entries that mean the same wherever they are met. */
export const genericFrontmatter: readonly FrontmatterOperation[] = [
  { key: 'operationId', form: 'operationIds' },
  { key: 'related_endpoints', form: 'operationIds' },
];
