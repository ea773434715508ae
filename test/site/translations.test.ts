import { describe, expect, it } from 'vitest';
import { isLocale } from '../../src/site/translations.ts';
import { page, site } from './orchard-site.ts';

describe('translations beside their originals', () => {
  const files = [
    'trees.mdx',
    'trees.de.mdx',
    'trees.pt-br.mdx',
    'index.mdx',
    'index.de.mdx',
    'release.v2.mdx',
    'only.de.mdx',
  ];
  const { originalOf, resolve } = site({ pages: files.map((file) => page(`content/docs/${file}`, [file])) });

  it('have an original where it is there', () => {
    expect(originalOf('content/docs/trees.de.mdx')).toBe('content/docs/trees.mdx');
    expect(originalOf('content/docs/trees.pt-br.mdx')).toBe('content/docs/trees.mdx');
    expect(originalOf('content/docs/trees.mdx')).toBe('content/docs/trees.mdx');
    expect(originalOf('content/docs/release.v2.mdx')).toBe('content/docs/release.v2.mdx');
    expect(originalOf('content/docs/only.de.mdx')).toBe('content/docs/only.de.mdx');
    expect(originalOf('elsewhere.mdx')).toBe('elsewhere.mdx');
  });

  it('link to pages of their language, else to originals', () => {
    expect(resolve('./trees', 'content/docs/index.de.mdx')).toMatchObject({ file: 'content/docs/trees.de.mdx' });
    expect(resolve('./trees', 'content/docs/index.mdx')).toMatchObject({ file: 'content/docs/trees.mdx' });
    expect(resolve('/docs/index', 'content/docs/trees.pt-br.mdx').status).toBe('dead');
    expect(resolve('/docs', 'content/docs/trees.pt-br.mdx')).toMatchObject({ file: 'content/docs/index.mdx' });
  });

  it('have the locale before the base URL', () => {
    expect(resolve('/de/docs/trees', 'content/docs/index.mdx')).toMatchObject({ file: 'content/docs/trees.de.mdx' });
    expect(resolve('/fr/docs/trees', 'content/docs/index.mdx').status).toBe('unverifiable');
  });
});

describe('translations in folders', () => {
  it('mirror the top or the folder of English', () => {
    const files = ['en/trees.mdx', 'cn/trees.mdx', 'cn/index.mdx', 'en/index.mdx', 'go/sdk.mdx', 'js/sdk.mdx'];
    const { originalOf, resolve } = site({ pages: files.map((file) => page(`content/docs/${file}`)) });
    expect(originalOf('content/docs/cn/trees.mdx')).toBe('content/docs/en/trees.mdx');
    expect(originalOf('content/docs/en/trees.mdx')).toBe('content/docs/en/trees.mdx');
    expect(originalOf('content/docs/go/sdk.mdx')).toBe('content/docs/go/sdk.mdx');
    expect(resolve('./trees', 'content/docs/cn/index.mdx')).toMatchObject({ file: 'content/docs/cn/trees.mdx' });
    expect(resolve('/docs/go/sdk', 'content/docs/cn/index.mdx')).toMatchObject({ file: 'content/docs/go/sdk.mdx' });
  });
});

it.each([
  ['de', true],
  ['pt-br', true],
  ['zh-Hans', true],
  ['zh_TW', true],
  ['es-419', true],
  ['api', false],
  ['v2', false],
  ['DE', false],
  ['', false],
])('%j is a locale: %s', (text, expected) => expect(isLocale(text)).toBe(expected));
