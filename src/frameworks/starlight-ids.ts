import GithubSlugger from 'github-slugger';
import type { IdContext, PageIds } from './framework.ts';
import { headingId } from './heading-text.ts';
import { remarkText, satteriText, type TextOf } from './starlight-text.ts';

/**
 * Ids of headings on Astro, whose version decides which Markdown processor runs: remark up to 6, Sätteri from 7 on. They
 * slug the source of an expression, so an id does not depend on what the expression says. With an unknown version, a
 * heading which they read differently may have either id.
 */
export function starlightIds(page: IdContext): PageIds {
  const processors = textsOf(page).map((text) => ({ text, slugger: new GithubSlugger() }));
  return {
    heading(heading, { source }) {
      const ids = processors.map(({ text, slugger }) => {
        const read = text(heading, source);
        return read === undefined ? undefined : slugger.slug(read);
      });
      const [id] = ids;
      return id === undefined || ids.some((other) => other !== id) ? { kind: 'dynamic' } : headingId(id);
    },
  };
}

function textsOf(page: IdContext): readonly TextOf[] {
  const major = /\d+/.exec(page.project.version ?? '')?.[0];
  if (major === undefined) return [remarkText(page), satteriText(page)];
  return [Number(major) < 7 ? remarkText(page) : satteriText(page)];
}
