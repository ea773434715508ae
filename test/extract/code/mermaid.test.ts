import { expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

it('reads the requests of messages, notes and labels', () => {
  const code = [
    'sequenceDiagram',
    '  App->>API: POST /trees { kind }',
    '  App->>+API: GET /trees/{id}/fruit<br/>every hour, DELETE /trees/:id',
    '  Note over App: GET https://api.orchard.example/trees.',
    '  A -->|PUT /trees/[id]| B["PATCH /trees"]',
  ].join('\n');
  expect(read('mermaid', code)).toEqual([
    'POST /trees',
    'GET /trees/{id}/fruit',
    'DELETE /trees/:id',
    'GET https://api.orchard.example/trees',
    'PUT /trees/[id]',
    'PATCH /trees',
  ]);
  const [first] = samplesOf('mermaid', code);
  expect(first && covered(code, first.span)).toBe('POST /trees');
});

it('needs a method and skips comments', () => {
  expect(read('mermaid', 'A->>B: /trees\nA->>B: POST first message\n%% A->>B: GET /trees')).toEqual([]);
});
