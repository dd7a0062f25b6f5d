import { defineConfig } from 'vitest/config';

const resultsFile = process.env.VERSE_TEST_RESULTS;

const browserTests = 'src/page/browser/**/*.test.ts';

/** Files that each have a process of their own. */
const ownProcessTests = [
  // They start programs and servers, which would disturb each other.
  'src/{examples,library}.test.ts',
  'src/cli/{*,commands/*,complete/*}.test.ts',
  'src/{quarantine,store/postgres,workshop/attack}/**/*.test.ts',
  // They keep networks and the whole report in memory.
  'src/**/*.{check,fuzz,report}.test.ts',
  // They replace a module (`vi.mock`).
  'src/assistant/audit.test.ts',
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

/** A process and its imports for each file would take three times as long as the tests that only compute. */
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
          name: 'own process',
          include: ownProcessTests,
          exclude: [browserTests, ...otherSteps],
        },
      },
      {
        test: {
          ...common,
          ...sharedProcess,
          name: 'shared process',
          include: ['src/**/*.test.ts'],
          exclude: [browserTests, ...ownProcessTests, ...otherSteps],
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
