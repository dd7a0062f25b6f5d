import { defineConfig } from 'vitest/config';

const resultsFile = process.env.VERSE_TEST_RESULTS;

const browserTests = 'src/page/browser/**/*.test.ts';

/** Files that take long: they start programs and servers, or read the whole report with the networks. */
const longTests = [
  'src/{examples,library}.test.ts',
  'src/cli/{*,commands/*,complete/*}.test.ts',
  'src/{quarantine,store/postgres,workshop/attack}/**/*.test.ts',
  'src/{ingest/killed-ingest,assistant/ingest-apart}.test.ts',
  'src/**/*.{check,fuzz,report}.test.ts',
];

/** Files that each have a process of their own, since they replace a module (`vi.mock`). */
const ownProcessTests = [
  'src/assistant/{audit.test,no-region.report.test}.ts',
  'src/http/access/tokens.test.ts',
  'src/store/disk/index-without-hnsw.test.ts',
];

// Those of the installed package and of the site are steps of their own in .ci/run.
const otherSteps = ['**/*.installed.test.ts', '**/*.site.test.ts', '**/node_modules/**'];

const common = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  // A browser on a busy machine takes its time.
  expect: { poll: { timeout: 60_000 } },
};

/** A process with its imports and its networks for each file would take longer than most tests. */
const sharedProcess = { isolate: false, setupFiles: ['src/testing/refuse-module-mocks.ts'] };

export default defineConfig({
  test: {
    // Vitest runs them in the order of their names: what takes long comes first, so that no worker waits at the end.
    projects: [
      {
        test: {
          ...common,
          ...sharedProcess,
          name: 'browser',
          include: [browserTests],
          exclude: otherSteps,
        },
      },
      {
        test: {
          ...common,
          ...sharedProcess,
          name: 'long',
          include: longTests,
          exclude: [browserTests, ...ownProcessTests, ...otherSteps],
        },
      },
      {
        test: {
          ...common,
          name: 'own process',
          include: ownProcessTests,
          exclude: otherSteps,
        },
      },
      {
        test: {
          ...common,
          ...sharedProcess,
          name: 'shared process',
          include: ['src/**/*.test.ts'],
          exclude: [browserTests, ...longTests, ...ownProcessTests, ...otherSteps],
        },
      },
    ],
    globalSetup: ['src/testing/global-setup.ts'],
    // More than the two cores: much of the time is spent on waiting, for browsers, databases and programs.
    maxWorkers: 3,
    reporters: resultsFile === undefined ? ['default'] : ['default', ['json', { outputFile: resultsFile }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/*.as.ts', 'src/testing/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
