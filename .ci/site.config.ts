/** Tests of the site of the documentation; most of their time is npm's, the first time. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resultsFile = process.env.VERSE_TEST_RESULTS;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['src/**/*.site.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 600_000,
    reporters: resultsFile === undefined ? ['default'] : ['default', ['json', { outputFile: resultsFile }]],
  },
});
