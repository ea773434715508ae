import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

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
    try {
      return readFileSync(join(project, name), 'utf8');
    } catch {
      // The next name may be there.
    }
  }
  return '';
}
