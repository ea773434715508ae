import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// `.ci/run` names a file to count the tests from.
const report = process.env.SPECWINS_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    testTimeout: 30_000,
    // Processes that tests start must not keep anything in the cache of whoever runs them.
    env: { XDG_CACHE_HOME: join(tmpdir(), 'specwins-test-cache') },
  },
});
