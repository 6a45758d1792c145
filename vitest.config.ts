import { defineConfig } from 'vitest/config';

/** Unit tests (pure: shared/ and renderer/) and integration tests (real files, real git, real SQLite: electron/ and build/). */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,renderer}/**/*.test.{ts,tsx}'],
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{electron,build,e2e}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
