import { defineConfig } from 'vitest/config';

const resultsFile = process.env.VERSE_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Those of the installed package and of the site are steps of their own in .ci/run.
    exclude: ['**/*.installed.test.ts', '**/*.site.test.ts', '**/node_modules/**'],
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
    // Two workers on two cores: the encoder uses both cores itself.
    maxWorkers: 2,
    reporters: resultsFile === undefined ? ['default'] : ['default', ['json', { outputFile: resultsFile }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/*.as.ts', 'src/testing/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
