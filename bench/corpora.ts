import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LintOptions } from '../src/config/config.ts';

/** The real docs sites that accuracy and speed are measured on. They are not part of this repository. */
const shared = fileURLToPath(new URL('../../shared', import.meta.url));

export interface Corpus {
  readonly name: string;
  /** What a user of the site would write on the command line: its configuration as code is not in the corpus. */
  readonly options: LintOptions & { readonly cwd: string };
}

export const hasShared = existsSync(shared);
export const casesFolder = `${shared}/cases`;
export const vectorsFolder = `${shared}/vectors`;

export const corpora: readonly Corpus[] = [
  corpus('anycrawl', { framework: 'fumadocs', specs: ['apps/docs/openapi.json'] }),
  corpus('box', {
    framework: 'github',
    specs: ['openapi', 'openapi-v2025.0', 'openapi-v2026.0'].map((name) => `box-openapi/openapi/${name}.json`),
  }),
  corpus('meilisearch', { framework: 'mintlify', specs: ['assets/open-api/meilisearch-openapi.json'] }),
  corpus('ollama', { framework: 'mintlify', specs: ['docs/openapi.yaml'] }),
  corpus('ory', { framework: 'docusaurus', specs: ['docs/reference/api.json'] }),
  corpus('trigger.dev', { framework: 'mintlify', specs: ['docs/v3-openapi.yaml', 'docs/openapi.yml'] }),
];

function corpus(name: string, options: Pick<LintOptions, 'framework' | 'specs'>): Corpus {
  return { name, options: { cwd: `${shared}/corpora/${name}`, ...options } };
}
