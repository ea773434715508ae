import type { Operation } from '../model.ts';

/**
 * The addresses of the pages that Mintlify makes of operations below its output folders: the folder, the first tag, the summary
 * (`generateOpenApiPages.js` and `filenameUtils.js` of @mintlify/common). Equal names are counted up.
 */
export function mintlifyGenerated(
  folders: readonly string[],
  operations: readonly Pick<Operation, 'method' | 'path' | 'summary' | 'tags'>[],
): readonly string[] {
  return folders.flatMap((folder) => {
    const taken = new Set<string>();
    return operations.map(({ method, path, summary, tags: [tag = ''] }) => {
      const name = summary ? fileNameOf(summary) : `${method.toLowerCase()}-${fileNameOf(path)}`;
      const base = `/${[folder, fileNameOf(tag), name].filter((part) => part !== '').join('/')}`.toLowerCase();
      let address = base;
      for (let count = 1; taken.has(address); count++) address = `${base}-${count}`;
      taken.add(address);
      return address;
    });
  });
}

function fileNameOf(text: string): string {
  return text
    .replaceAll(' ', '-')
    .replace(/\{[^{}]*\}/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/[{}(),.'\n/]/g, '')
    .replaceAll('--', '-')
    .toLowerCase();
}
