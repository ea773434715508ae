import { type CaseResult, runCases } from './cases.ts';
import { hasShared } from './corpora.ts';

async function main(): Promise<number> {
  if (!hasShared) {
    console.log('skipped: the measuring material (../shared) is not here');
    return 0;
  }
  const cases = await runCases();
  console.log(describeCases(cases));
  return 0;
}

function describeCases(cases: readonly CaseResult[]): string {
  const lines = cases.map((each) => {
    const [first] = each.found;
    const outcome = first ? `found    ${first.rule}: ${first.message}` : `not      ${each.why}`;
    return `${each.id}  ${each.family.padEnd(10)}  ${each.kind.padEnd(32)}  ${outcome}`;
  });
  return lines.join('\n');
}

process.exitCode = await main();
