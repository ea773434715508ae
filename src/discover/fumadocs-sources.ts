import { basename, join } from 'node:path';
import { readTextIfAny } from '../disk/read-disk.ts';
import { walkFiles } from './walk-files.ts';

const configFiles = ['source.config.ts', 'source.config.mts', 'source.config.js', 'source.config.mjs'];
const loaderFiles = ['lib/source.ts', 'lib/source.tsx', 'lib/source/index.ts', 'src/lib/source.ts', 'app/source.ts'];

/** The folders which `defineDocs({ dir })` names, read as text: nobody's configuration is run. */
export function fumadocsFolders(project: string): readonly string[] {
  const text = readFirst(project, configFiles);
  return [...text.matchAll(/defineDocs\s*\(\s*\{[^}]*?\bdir\s*:\s*['"`]([^'"`$]+)['"`]/g)].map(
    (match) => match[1] ?? '',
  );
}

/** What `loader({ baseUrl })` says; with several loaders, the one that is called as the folder is. */
export function fumadocsBaseUrl(project: string, root: string): string | undefined {
  const text = readFirst(project, loaderFiles);
  const urls = [...text.matchAll(/\bbaseUrl\s*:\s*['"`]([^'"`$]*)['"`]/g)].map((match) => match[1] ?? '');
  if (urls.length <= 1) return urls[0];
  return urls.find((url) => basename(url) === basename(root));
}

function readFirst(project: string, names: readonly string[]): string {
  for (const name of names) {
    const text = readTextIfAny(join(project, name));
    if (text !== undefined) return text;
  }
  return '';
}

/**
 * Whether the components that render pages rewrite relative links (`createRelativeLink`); nothing where the code that renders
 * them is not there.
 */
export function fumadocsRelativeLinks(project: string): 'rewritten' | 'left' | undefined {
  let renders = false;
  for (const folder of ['app', 'src', 'components', 'lib']) {
    for (const file of walkFiles(join(project, folder))) {
      if (!/\.[jt]sx?$/.test(file)) continue;
      const text = readFirst(project, [`${folder}/${file}`]);
      if (text.includes('createRelativeLink')) return 'rewritten';
      if (/fumadocs-ui\/(?:layouts\/\w+\/)?page|\bDocsBody\b/.test(text)) renders = true;
      // A link component of one's own may do the same.
      if (/\bresolveHref\b/.test(text)) return undefined;
    }
  }
  return renders ? 'left' : undefined;
}

/** What `defineI18n({ … })` says of languages in addresses. */
export function fumadocsLanguages(project: string): { hideLocale?: string; defaultLanguage?: string } {
  const text = readFirst(project, ['lib/i18n.ts', 'src/lib/i18n.ts', 'lib/i18n.js', 'app/i18n.ts']);
  const said = (name: string) => new RegExp(`\\b${name}\\s*:\\s*['"\`]([\\w-]+)['"\`]`).exec(text)?.[1];
  const [hideLocale, defaultLanguage] = [said('hideLocale'), said('defaultLanguage')];
  return { ...(hideLocale !== undefined && { hideLocale }), ...(defaultLanguage !== undefined && { defaultLanguage }) };
}

/** With `trailingSlash` of Next.js, relative links start from below the page. */
export function nextTrailingSlash(project: string): boolean {
  const names = ['js', 'mjs', 'ts', 'mts'].map((ending) => `next.config.${ending}`);
  return /\btrailingSlash\s*:\s*true\b/.test(readFirst(project, names));
}
