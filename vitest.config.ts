import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Property tests on a busy machine; none waits for the clock.
          testTimeout: 60_000,
          pool: 'threads', // a process for each file costs a fifth more
          isolate: false, // modules anew for each file cost a quarter more
          maxWorkers: '100%', // Vitest would leave one core idle, which is half of two
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/find-browsers.ts',
          // A machine that others press takes minutes for what takes seconds alone.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // As long as the browsers' own waiting: on a busy machine a background takes seconds to start.
          expect: { poll: { timeout: 15_000 } },
          // Each has browsers of its own that take most of a core; a third took as long in all.
          maxWorkers: 2,
          isolate: false, // every file closes what it opens; the drivers of browsers are read once a worker
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: 'tests/support/find-browsers.ts',
          testTimeout: 600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
