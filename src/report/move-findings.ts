import { indexLines, type Lines } from '../text/lines.ts';
import type { Judgement, LocatedFinding, MentionsInFile } from './judgement.ts';
import type { Position } from './report.ts';

/** A file after an edit that has moved what stands in it, and changed nothing else of what was found there. */
export interface EditedFile {
  readonly text: string;
  /** Where what stood at an offset stands now; nothing where nobody knows. */
  readonly moved: (offset: number) => number | undefined;
}

/** What was found, with its places in the edited files moved; nothing where one of them cannot be told. */
export function moveFindings(judgement: Judgement, files: ReadonlyMap<string, EditedFile>): Judgement | undefined {
  const move = createMove(files);
  const shown = moveAll(judgement.shown, move);
  const suppressed = moveAll(judgement.suppressed, move);
  return shown && suppressed && { ...judgement, shown, suppressed };
}

export function moveMentions(
  groups: readonly MentionsInFile[],
  files: ReadonlyMap<string, EditedFile>,
): readonly MentionsInFile[] | undefined {
  let isKnown = true;
  const moved = groups.map((group) => {
    const edited = files.get(group.file);
    if (edited === undefined) return group;
    const mentions = group.mentions.map(([kind, start, end, outcome]) => {
      const [from, to] = [edited.moved(start), edited.moved(end)];
      isKnown &&= from !== undefined && to !== undefined;
      return [kind, from ?? start, to ?? end, outcome] as const;
    });
    return { ...group, mentions };
  });
  return isKnown ? moved : undefined;
}

type Move = (finding: LocatedFinding) => LocatedFinding | undefined;

function moveAll(findings: readonly LocatedFinding[], move: Move): readonly LocatedFinding[] | undefined {
  const moved = findings.map(move);
  return moved.every((finding) => finding !== undefined) ? moved : undefined;
}

interface Placed {
  readonly start: Position;
  readonly end: Position;
}

type PlaceIn = <Place extends Placed>(at: Place, file: string) => Place | undefined;

function createMove(files: ReadonlyMap<string, EditedFile>): Move {
  const lines = new Map<string, Lines>();
  const linesOf = (file: string, text: string): Lines => {
    const known = lines.get(file) ?? indexLines(text);
    lines.set(file, known);
    return known;
  };
  const place: PlaceIn = (at, file) => {
    const edited = files.get(file);
    if (edited === undefined) return at;
    const [start, end] = [edited.moved(at.start.offset), edited.moved(at.end.offset)];
    if (start === undefined || end === undefined) return undefined;
    const { locate } = linesOf(file, edited.text);
    return { ...at, start: locate(start), end: locate(end) };
  };
  return (finding) => {
    const { file } = finding;
    const edited = files.get(file);
    if (edited === undefined && finding.related.every((each) => !files.has(each.file))) return finding;
    const at = place(finding, file);
    const related = finding.related.map((each) => place(each, each.file));
    const edits = finding.edits.map((edit) => (edited ? moveEdit(edit, finding, edited, place) : edit));
    if (!at || !related.every((each) => each !== undefined) || !edits.every((each) => each !== undefined))
      return undefined;
    if (edited === undefined) return { ...at, related };
    // A secret is not told from other text here.
    if (finding.redacted || edited.text.slice(at.start.offset, at.end.offset) !== finding.text) return undefined;
    return { ...at, related, edits, excerpt: { line: linesOf(file, edited.text).text(at.start.line) } };
  };
}

type Edit = LocatedFinding['edits'][number];

/** Only within its finding is the text that it replaces known to be what it was. */
function moveEdit(edit: Edit, finding: LocatedFinding, file: EditedFile, place: PlaceIn): Edit | undefined {
  if (edit.start < finding.start.offset || edit.end > finding.end.offset) return undefined;
  const [start, end] = [file.moved(edit.start), file.moved(edit.end)];
  const at = edit.place && place(edit.place, finding.file);
  return start === undefined || end === undefined || at === undefined ? undefined : { ...edit, start, end, place: at };
}
