import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the packages of the bundled files want said of them, by name. Inputs are relative to `root`. */
export function describeLicences(inputs: readonly string[], root: string): string {
  const folders = new Set(inputs.flatMap((input) => packageFolderOf(join(root, input)) ?? []));
  const parts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const title = `${name} ${version}${license ? ` (${license})` : ''}`;
    return { name, text: `${title}\n\n${licenceText(folder).trim()}\n` };
  });
  const sorted = parts.sort((one, other) => (one.name < other.name ? -1 : 1));
  const intro = 'The command line of specwins holds code of these packages.\n';
  return [intro, ...sorted.map(({ text }) => text)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the installed package that a file belongs to. */
function packageFolderOf(file: string): string | undefined {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? [];
  return folder;
}

/** The file, else what the README says of it. */
function licenceText(folder: string): string {
  const files = readdirSync(folder);
  const file = files.find((each) => /^licen[cs]e(?:[-.]\w+)?$/i.test(each));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8');
  const readme = files.find((each) => /^readme\.md$/i.test(each));
  const [, section] =
    (readme && /\n(?:#+ )?Licen[cs]e\n(?:[=-]+\n)?([\s\S]*)$/i.exec(readFileSync(join(folder, readme), 'utf8'))) || [];
  return section ?? 'No text came with it.';
}
