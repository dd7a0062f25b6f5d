/** Tests of the package as it is installed; they take a minute, most of it npm's. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resultsFile = process.env.VERSE_TEST_RESULTS;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['src/**/*.installed.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 600_000,
    reporters: resultsFile === undefined ? ['default'] : ['default', ['json', { outputFile: resultsFile }]],
  },
});
