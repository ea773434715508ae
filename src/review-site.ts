import type { Finding, SpecIndex } from './model.ts';
import { createRedaction } from './report/redact.ts';
import type { Report } from './report/report.ts';
import { createReview, type ReviewInput } from './report/review/create-review.ts';
import type { Review } from './report/review.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { createOffsetLocator } from './truth/openapi/locate.ts';

export interface ReviewedRun extends Pick<ReviewInput, 'pages' | 'bindings' | 'readTruth'> {
  readonly report: Report;
  readonly truth: SpecIndex;
  readonly secrets: readonly Finding[];
  readonly sourceOf: (file: string) => string;
}

/** Quotes pages and specs. No rule looks for secrets in specs, but a page that is passed around must not show them either. */
export async function reviewSite(run: ReviewedRun): Promise<Review> {
  const { report, secrets, sourceOf, readTruth } = run;
  const files = new Set([...report.findings, ...(report.suppressed ?? [])].flatMap(({ spec }) => spec?.file ?? []));
  const inTruth = await findSecrets(
    [...files].map((file) => ({ file })),
    (file) => readTruth(file) ?? '',
  );
  return createReview({
    ...run,
    readSource: sourceOf,
    redaction: createRedaction(secrets, sourceOf),
    secretsOfTruth: (file) => inTruth.get(file) ?? [],
    findTruth: createOffsetLocator(readTruth),
  });
}
