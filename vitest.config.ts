import { defineConfig } from 'vitest/config';

// `.ci/run` names a file to count the tests from.
const report = process.env.SPECWINS_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    testTimeout: 30_000,
  },
});
