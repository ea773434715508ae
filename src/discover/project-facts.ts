import type { FrameworkId, ProjectFacts } from '../frameworks/framework.ts';
import { frameworkOf } from '../frameworks/index.ts';
import { readOptions } from './framework-options.ts';
import { installedVersion } from './installed-version.ts';

/** What a project's lockfile and configuration say of its framework; they are read, never run. */
export function readProjectFacts({ project, framework }: { project: string; framework: FrameworkId }): ProjectFacts {
  const { versionOf } = frameworkOf(framework);
  const options = readOptions(framework, project);
  // Astro with a processor of one's own has the ids of that one.
  const version =
    versionOf === undefined || options?.unified === true ? undefined : installedVersion(project, versionOf);
  return { ...(version !== undefined && { version }), ...(options && { options }) };
}
