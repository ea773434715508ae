import { join } from 'node:path';
import picomatch from 'picomatch';
import { readTextIfAny } from '../disk/read-disk.ts';
import type { Framework, FrameworkId } from '../frameworks/framework.ts';
import { frameworks } from '../frameworks/index.ts';
import { withoutSamples } from './sample-folders.ts';

/** A folder that holds a docs site. `folder` is relative to the walked one, '' for itself. */
export interface Project {
  readonly folder: string;
  readonly framework: FrameworkId;
}

/**
 * The docs sites among the files of a folder. A marker file proves more than a dependency, so dependencies count only
 * for frameworks that show no marker anywhere.
 */
export function detectProjects(base: string, files: readonly string[]): readonly Project[] {
  const dependencies = readDependencies(base, files);
  // No page is a marker, and most files are pages.
  const others = files.filter((file) => !/\.mdx?$/.test(file));
  const found = frameworks.flatMap((framework) => {
    const marked = foldersWithMarker(base, others, framework);
    const folders = marked.length > 0 ? marked : foldersWithPackage(dependencies, framework);
    return folders.map((folder) => ({ folder, framework: framework.id }));
  });
  const kept = new Set(withoutSamples(found.map((project) => `${project.folder}/`)));
  return found.filter((project) => kept.has(`${project.folder}/`));
}

function foldersWithMarker(base: string, files: readonly string[], framework: Framework): string[] {
  const folders = framework.markers.flatMap((marker) => {
    const isMarker = picomatch([marker, `**/${marker}`], { dot: true });
    const text = framework.markerText?.[marker];
    const depth = marker.split('/').length;
    return files
      .filter((file) => isMarker(file) && (!text || text.test(readText(join(base, file)))))
      .map((file) => file.split('/').slice(0, -depth).join('/'));
  });
  return [...new Set(folders)];
}

function foldersWithPackage(dependencies: ReadonlyMap<string, ReadonlySet<string>>, framework: Framework): string[] {
  return [...dependencies]
    .filter(([, names]) => framework.packages.some((all) => all.split(' ').every((name) => names.has(name))))
    .map(([folder]) => folder);
}

/** The names of the packages each folder with a package.json depends on. */
function readDependencies(base: string, files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const manifests = files.filter((file) => file === 'package.json' || file.endsWith('/package.json'));
  return new Map(
    manifests.map((file) => [file.slice(0, -'/package.json'.length), dependenciesOf(readText(join(base, file)))]),
  );
}

/** A package.json that is broken marks nothing; it is not ours to report. */
function dependenciesOf(text: string): ReadonlySet<string> {
  try {
    const manifest: unknown = JSON.parse(text);
    if (!isMapping(manifest)) return new Set();
    const tables = [manifest.dependencies, manifest.devDependencies].filter(isMapping);
    return new Set(tables.flatMap((table) => Object.keys(table)));
  } catch {
    return new Set();
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(path: string): string {
  return readTextIfAny(path) ?? '';
}
