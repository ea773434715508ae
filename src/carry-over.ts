import { relative, resolve, sep } from 'node:path';
import type { Cache } from './cache/open-cache.ts';
import type { KnownRun, RecalledRun } from './cache/run-store.ts';
import { createSources } from './discover/sources.ts';
import { alignPages } from './extract/align-pages.ts';
import type { Reading } from './extract/known-pages.ts';
import { createSettings } from './extract/page-settings.ts';
import { createLazyReader, openKnownPages } from './extract/read-known.ts';
import { frameworkOf } from './frameworks/index.ts';
import { type EditedFile, moveFindings, moveMentions } from './report/move-findings.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { hashOf } from './text/hash-of.ts';

type Changed = Pick<RecalledRun, 'changed' | 'run'> & {
  /** What pages hold that do not lie on the disk, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
};

/**
 * What a known run comes to now that some of its pages have changed, where each of them states what it did, only elsewhere in its file: a
 * word more in a sentence changes nothing that was found. Nothing where there is more to it; then all has to be judged anew.
 */
export async function carryOver({ run, changed, texts }: Changed, cache: Cache): Promise<KnownRun | undefined> {
  const files = new Map<string, EditedFile>();
  const edits = openEdits(run, cache, texts);
  for (const page of changed) {
    const edit = await edits(page);
    if (edit === undefined) return undefined;
    files.set(edit.file, edit);
  }
  cache.save();
  const judgement = moveFindings(run.judgement, files);
  const mentions = moveMentions(run.mentions, files);
  return judgement && mentions && { ...run, judgement, mentions };
}

/** The same run, seen from another folder than the one it was made in, which is gone. */
export function movedTo(run: KnownRun, cwd: string): KnownRun {
  const roots = run.reading.roots.map((each) => ({ ...each, root: resolve(cwd, relative(run.cwd, each.root)) }));
  return { ...run, cwd, reading: { ...run.reading, roots } };
}

type Edit = EditedFile & { readonly file: string };

function openEdits({ cwd, reading, judgement }: KnownRun, { pages }: Cache, texts: Changed['texts']) {
  const readText = createSources(texts);
  const look = openKnownPages(reading, { cache: pages, readText, isGiven: readText.isGiven });
  const read = createLazyReader(reading, undefined);
  const settingsOf = createSettings(reading);
  const judged = new Set(judgement.pages.map(({ file }) => file));
  return async ({ path, before, after }: RecalledRun['changed'][number]): Promise<Edit | undefined> => {
    const root = rootAround(path, reading);
    const file = relative(cwd, path).split(sep).join('/');
    if (root === undefined || !/\.mdx?$/.test(path) || !judged.has(file)) return undefined;
    const page = { file, path, framework: frameworkOf(root.framework), facts: root.facts };
    const earlier = pages.get({ file, settings: settingsOf(page), content: before });
    // One that is not kept shows a credential, or was read otherwise.
    if (earlier === undefined) return undefined;
    const text = readText(path);
    const known = look(page);
    const now = 'unread' in known ? known.keep(await read(known.unread)) : known;
    const secrets = await findSecrets([page], () => text, { cache: pages });
    const moved = alignPages(earlier.page, now.page);
    const isSame = secrets.size === 0 && hashOf(text) === after;
    return moved && isSame ? { file, text, moved } : undefined;
  };
}

function rootAround(path: string, { roots }: Reading): Reading['roots'][number] | undefined {
  return roots
    .filter(({ root }) => path.startsWith(root.endsWith(sep) ? root : root + sep))
    .toSorted((one, other) => other.root.length - one.root.length)[0];
}
