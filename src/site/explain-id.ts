/**
 * Why a heading has the id it has and not the one that was asked for, as words that go on a sentence: "`—` is dropped and both spaces
 * stay, so the id has a double hyphen". It is read off the heading and the two ids, whatever rules made them; nothing where
 * they differ by more than the marks of the heading.
 */
export function explainId(wanted: string, id: string, heading: string): string | undefined {
  if (wanted !== id && wanted.toLowerCase() === id) return 'ids are in lower case here';
  if (/^-\d+$/.test(id.slice(wanted.length)) && id.startsWith(wanted)) return undefined;
  return explainSpacedMark(wanted, id, heading) ?? explainMark(wanted, id, heading);
}

/** A mark between spaces: `Roles — soon`, `Q & A`, `Input / Output`. */
function explainSpacedMark(wanted: string, id: string, heading: string): string | undefined {
  const mark = /\s([^\p{L}\p{N}\s_]{1,3})\s/u.exec(heading)?.[1];
  if (mark === undefined) return undefined;
  if (isDouble(id) && !isDouble(wanted) && collapse(id) === collapse(wanted))
    return `\`${mark}\` is dropped and both spaces stay, so the id has ${id.includes('---') ? 'a triple' : 'a double'} hyphen`;
  if (!isDouble(id) && isDouble(wanted) && collapse(id) === collapse(wanted))
    return `\`${mark}\` and the spaces around it become one hyphen`;
  return undefined;
}

/** A mark that one of the two keeps, or makes a hyphen of: `v4.5`, `PUT /trees`, `What's new`. */
function explainMark(wanted: string, id: string, heading: string): string | undefined {
  if (bare(wanted) !== bare(id)) return undefined;
  for (const [mark] of heading.matchAll(/[^\p{L}\p{M}\p{N}\s-]/gu)) {
    const [kept, expected] = [id.includes(mark), wanted.includes(mark)];
    if (kept && !expected) return `\`${mark}\` stays in the id`;
    if (!kept && expected) return `\`${mark}\` does not stay in the id`;
    const around = hyphenFor(mark, heading);
    if (around === undefined || kept) continue;
    const [hyphened, expectedHyphen] = [id.includes(around.hyphened), wanted.toLowerCase().includes(around.hyphened)];
    if (hyphened && !expectedHyphen) return `\`${mark}\` becomes a hyphen`;
    if (!hyphened && expectedHyphen) return `\`${mark}\` is dropped, and no hyphen takes its place`;
  }
  return undefined;
}

/** What the letters around the first tight use of a mark look like when a hyphen takes its place. */
function hyphenFor(mark: string, heading: string): { readonly hyphened: string } | undefined {
  const at = heading.indexOf(mark);
  const [before, after] = [heading.charAt(at - 1), heading.charAt(at + mark.length)].map((each) => each.toLowerCase());
  if (!before || !after || !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return undefined;
  return { hyphened: `${before}-${after}` };
}

function isDouble(id: string): boolean {
  return id.includes('--');
}

function collapse(id: string): string {
  return id.toLowerCase().replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

function bare(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
