import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatParts, openParts } from '../../src/cache/parted-json.ts';

describe('JSON in parts', () => {
  it('gives back any value as it was, with its keys in their order', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (given) => {
        const value: unknown = JSON.parse(JSON.stringify(given));
        const text = formatParts(value) ?? '';
        expect(Buffer.from(text, 'latin1').toString('utf8')).toBe(text);
        const opened = openParts(text);
        expect(JSON.stringify(opened?.value)).toBe(JSON.stringify(value));
        // What was asked for once has become a member like any other.
        expect(opened?.value).toEqual(value);
      }),
    );
  });

  it('opens what OpenAPI descriptions hold, down to their schemas', () => {
    const value = {
      openapi: '3.1.0',
      paths: { '/trees': { get: { summary: 'Äpfel — and more' } } },
      components: { schemas: { Tree: { type: 'object' }, constructor: {} }, 'x-empty': {} },
      tags: [],
    };
    const text = formatParts(value) ?? '';
    expect(text.split('\n')[0]).toContain('"Tree":');
    const opened = openParts(text)?.value;
    expect(Object.keys(Object(opened))).toEqual(Object.keys(value));
    expect(opened).toEqual(value);
  });

  it('gives a member called __proto__ as a member', () => {
    const value: unknown = JSON.parse('{"paths":{"__proto__":{"a":1}},"__proto__":{"b":2}}');
    const opened = openParts(formatParts(value) ?? '')?.value;
    expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
    expect(Object.hasOwn(Object(opened), '__proto__')).toBe(true);
  });

  it('parses a part once', () => {
    const opened = openParts(formatParts({ paths: { '/trees': { get: {} } } }) ?? '');
    const paths = () => Object(opened?.value).paths['/trees'];
    expect(paths()).toBe(paths());
  });

  it.each([
    ['not a number', { a: Number.NaN }],
    ['minus zero', [-0]],
    ['a date', { a: new Date(0) }],
    ['nothing', [undefined]],
  ])('refuses %s', (_, value) => expect(formatParts(value)).toBeUndefined());
});
