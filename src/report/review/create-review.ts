import type { Binding, Finding, Page, Place, Secret, SpecIndex, TruthPlace } from '../../model.ts';
import type { Redaction } from '../redact.ts';
import type { Report } from '../report.ts';
import type { Review } from '../review.ts';
import { coverSpans } from './cover-spans.ts';
import { guidePassage } from './guide-passage.ts';
import { countPages, mapOperations } from './map-operations.ts';
import { type QuotedFile, quoteFile } from './quoted-file.ts';
import { specPassage } from './spec-passage.ts';

export interface ReviewInput {
  readonly report: Report;
  /** All findings about secrets, shown or not: what stands there appears in no passage. */
  readonly secrets: readonly Finding[];
  readonly redaction: Redaction;
  /** Of the whole site: an operation that another page documents is documented. */
  readonly pages: readonly Page[];
  readonly bindings: readonly Binding[];
  readonly truth: SpecIndex;
  readonly readSource: (file: string) => string;
  readonly readTruth: (file: string) => string | undefined;
  readonly secretsOfTruth: (file: string) => readonly Secret[];
  /** The offset of a place in its file. */
  readonly findTruth: (place: TruthPlace) => number | undefined;
}

/** Quotes the pages and specs around each finding, and maps operations to the pages that speak of them. */
export function createReview(input: ReviewInput): Review {
  const { redaction, pages, bindings, truth } = input;
  const guideOf = remember((file) =>
    quoteFile(redaction.cover(coverSpans(input.readSource(file), secretPlaces(file, input)))),
  );
  return {
    passages: quoteFindings(input, guideOf),
    operations: mapOperations(bindings, truth, (file, offset) => guideOf(file)?.lines.locate(offset).line),
    pages: countPages(pages, bindings).map(({ title, ...page }) => ({
      ...page,
      ...(title !== undefined && { title: redaction.hide(title) }),
    })),
  };
}

function quoteFindings(
  { report, redaction, readTruth, secretsOfTruth, findTruth }: ReviewInput,
  guideOf: (file: string) => QuotedFile | undefined,
): Review['passages'] {
  const truthOf = remember((file) => {
    const text = readTruth(file);
    return text === undefined ? undefined : quoteFile(redaction.cover(coverSpans(text, secretsOfTruth(file))));
  });
  const passages = [...report.findings, ...(report.suppressed ?? [])].map((finding) => {
    const guide = guideOf(finding.file);
    const truth = finding.spec && truthOf(finding.spec.file);
    const offset = finding.spec && findTruth(finding.spec);
    const quoted = {
      ...(guide && { guide: guidePassage(guide, finding) }),
      ...(truth && offset !== undefined && { spec: specPassage(truth, offset) }),
    };
    return [finding.fingerprint, quoted] as const;
  });
  return Object.fromEntries(passages);
}

/** The places themselves: a redaction knows values, and leaves the short lines of a long key. */
function secretPlaces(file: string, { secrets }: ReviewInput): readonly Place[] {
  return secrets
    .filter(({ redacted }) => redacted)
    .flatMap((finding) => [{ file: finding.file, span: finding.span }, ...finding.related])
    .filter((place) => place.file === file);
}

function remember<Value>(read: (file: string) => Value): (file: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (file) => {
    const entry = known.get(file) ?? { value: read(file) };
    known.set(file, entry);
    return entry.value;
  };
}
