// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of guides are what is tested.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPaths } from '../../src/bind/match-path.ts';
import type { OperationMention, SpecSegment } from '../../src/model.ts';
import { parsePathTemplate } from '../../src/truth/openapi/path-template.ts';
import { bindFirst, bindPages, mentionOf, pageOf, pathsOf, segmentsOf, truthOf } from './orchard.ts';

const words = ['orchards', 'trees', 'harvests', 'pickers', 'crates', 'latest', 'search', 'v1', 'api', 'leaf-count'];
const names = ['id', 'orchard_id', 'treeId', 'kind', 'crate', 'version'];

const specSegment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...names).map((name) => `{${name}}`) },
  { weight: 1, arbitrary: fc.constantFrom('{id}:export', '{id}.json', 'tree-{id}') },
);
/** Paths that start with a word, as those of real specs do. */
const template = fc
  .tuple(fc.constantFrom(...words.slice(0, 5)), fc.array(specSegment, { maxLength: 4 }))
  .map(([first, rest]) => `/${[first, ...rest].join('/')}`);
const templates = fc.uniqueArray(template, { minLength: 1, maxLength: 12 });

/** With a digit, so that it is an id and no slip for some word. */
const value = fc.stringMatching(/^[a-z]{0,3}[0-9][a-z0-9-]{0,6}$/);
const placeholder = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('{}', ':', '<>', '[]', '$', '${}', '{{}}'))
  .map(([name, marks]) => mark(name, marks));

function mark(name: string, marks: string): string {
  const middle = Math.ceil(marks.length / 2);
  return marks.length === 1 ? marks + name : marks.slice(0, middle) + name + marks.slice(middle);
}

/** A template and a path that a guide could write for it. */
const filled = templates.chain((all) =>
  fc.constantFrom(...all).chain((chosen) => {
    const segments = parsePathTemplate(chosen).map(fill);
    return fc.tuple(...segments).map((parts) => ({ all, chosen, path: `/${parts.join('/')}` }));
  }),
);

function fill(segment: SpecSegment): fc.Arbitrary<string> {
  if (segment.kind === 'literal') return fc.constant(segment.text);
  const [before = '', after = ''] = segment.pieces;
  const whole = before === '' && after === '';
  return fc.oneof(value, whole ? placeholder : fc.constant('{id}')).map((text) => before + text + after);
}

function literalsOf(path: string): number {
  return parsePathTemplate(path).filter((segment) => segment.kind === 'literal').length;
}

describe('a path made from a template', () => {
  test('fits that template', () => {
    fc.assert(
      fc.property(filled, ({ all, chosen, path }) => {
        expect(matchPaths(segmentsOf(path), pathsOf(all)).map((match) => match.path.template)).toContain(chosen);
      }),
    );
  });

  test('binds to it or to a path with more words, or is left open between equals, but is never missing', () => {
    fc.assert(
      fc.property(
        filled,
        fc.constantFrom('', '/v2', 'https://api.orchard.example/v2'),
        ({ all, chosen, path }, base) => {
          const truth = truthOf({ paths: Object.fromEntries(all.map((each) => [each, 'GET'])) });
          const { target } = bindFirst([mentionOf(`GET ${base}${path}`)], { truth });
          expect(['bound', 'ambiguous']).toContain(target.status);
          if (target.status !== 'bound' || target.template === chosen) return;
          expect(literalsOf(target.template)).toBeGreaterThanOrEqual(literalsOf(chosen));
        },
      ),
    );
  });
});

const spec = truthOf({
  paths: {
    '/orchards': 'GET=list_orchards POST=create_orchard',
    '/orchards/{orchard_id}': 'GET=get_orchard',
    '/orchards/{orchard_id}/trees': 'GET=list_trees POST=plant_tree',
    '/harvests/latest': 'GET=get_latest_harvest',
    '/harvests/{harvest_id}': 'GET=get_harvest DELETE=delete_harvest',
  },
});

const mention: fc.Arbitrary<OperationMention> = fc.oneof(
  fc
    .record({
      method: fc.constantFrom('', 'GET ', 'POST ', 'DELETE ', 'DEL '),
      base: fc.constantFrom(
        '',
        '/v2',
        'https://api.orchard.example/v2',
        'https://weather.example',
        '$BASE_URL',
        'http://localhost:3000',
      ),
      path: fc.constantFrom(
        '/orchards',
        '/orchard',
        '/orchards/42',
        '/orchards/{id}/tree',
        '/harvests/lattest',
        '/harvests/*',
        '/groves/{id}/trees',
        '/groves/7',
        '/cider',
        '/trees',
        '/$KIND/latest',
        '/api',
        '/v1/{id}',
      ),
      source: fc.constantFrom('inline-code', 'table', 'curl', 'request-line', 'prose', 'jsx', 'frontmatter'),
      block: fc.constantFrom(1, 2),
      certain: fc.boolean(),
    })
    .map(({ method, base, path, ...given }) => mentionOf(`${method}${base}${path}`, given)),
  fc
    .constantFrom('#plant_tree', '#plantTree', '#plant_teer', '#mow_the_lawn')
    .map((text) => mentionOf(text, { source: 'frontmatter', certain: true })),
);
const site = fc
  .array(fc.array(mention, { maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((pages) => pages.map((mentions, index) => pageOf(`guides/${index}.mdx`, mentions)));

describe('a site', () => {
  test('has exactly one outcome for each mention, in the order of its pages', () => {
    fc.assert(
      fc.property(site, (pages) => {
        const bindings = bindPages(pages, { truth: spec });
        expect(bindings.map((binding) => binding.mention)).toEqual(pages.flatMap((page) => page.mentions));
        for (const { target } of bindings) expect(target.evidence.length).toBeGreaterThan(0);
      }),
    );
  });

  test('is bound the same way twice', () => {
    fc.assert(
      fc.property(site, (pages) => {
        expect(bindPages(pages, { truth: spec })).toEqual(bindPages(structuredClone(pages), { truth: spec }));
      }),
    );
  });

  test('is bound the same way in any order of its pages', () => {
    fc.assert(
      fc.property(
        site.chain((pages) => fc.tuple(fc.constant(pages), fc.shuffledSubarray(pages, { minLength: pages.length }))),
        ([pages, shuffled]) => {
          const inOrder = bindPages(pages, { truth: spec });
          const outOfOrder = bindPages(shuffled, { truth: spec });
          for (const { file } of pages) {
            const own = (bindings: typeof inOrder) => bindings.filter(({ page }) => page === file);
            expect(own(outOfOrder)).toEqual(own(inOrder));
          }
        },
      ),
    );
  });
});
