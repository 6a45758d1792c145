import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** An empty home folder: what the person who runs the tests keeps in theirs decides nothing. */
const home = join(import.meta.dirname, '.cache', 'nobody');
mkdirSync(home, { recursive: true });

/** Unit tests (pure: shared/ and renderer/) and integration tests (real files, real git, real SQLite: electron/ and build/). */
export default defineConfig({
  test: {
    reporters: ['default'],
    // One for each core; Vitest itself leaves one idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,renderer}/**/*.test.{ts,tsx}'],
          pool: 'threads',
          // Pure code leaves nothing behind: files share what they import, which is read once for each worker.
          isolate: false,
          // A count of properties is a matter of milliseconds, but not on a machine that does other things too.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{electron,build,e2e}/**/*.test.ts'],
          env: { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: join(home, '.config') },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
