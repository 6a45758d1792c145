import { HttpFailure } from '#shared/ports/http.ts';
import type { Demo } from '#shared/ports/demo.ts';
import { GoogleFailure } from '#shared/ports/google-calendars.ts';
import { memoryClaude } from '#shared/ports/memory-claude.ts';
import { memoryFiles } from '#shared/ports/memory-files.ts';
import { memorySecrets } from '#shared/ports/memory-secrets.ts';
import { memoryTelemetry } from '#shared/ports/memory-telemetry.ts';
import type { SessionGit } from '#shared/ports/session-git.ts';
import type { Clock, World } from '#shared/ports/world.ts';
import { CALENDAR_FILE } from '#shared/services/demo/company.ts';
import type { Instant } from '#shared/values/instant.ts';
import { plusMs } from '#shared/values/instant.ts';
import { said } from '#shared/values/said.ts';

/** The parts of a world that reach outside of its data folder. */
export type Outside = Pick<
  World,
  'git' | 'sessionGit' | 'http' | 'secrets' | 'files' | 'google' | 'claude' | 'telemetry' | 'code' | 'demo'
>;

/** A clock that goes as the real one does, and began at another moment. */
export function shiftedClock(real: Clock, start: Instant): Clock {
  const shift = start - real.now();
  return { ...real, now: () => plusMs(real.now(), shift) };
}

/**
 * A world without an outside (decision 0012): no network, no repository, no keychain, no file of this machine. What is
 * asked for is not there, or is refused in words.
 * @param calendar text of the one file there is. @param sessionGit tells of made-up repositories.
 */
export function sealedWorld(calendar: string, sessionGit: SessionGit, demo: Demo): Outside {
  const sealed = (): never => {
    throw new GoogleFailure('refused', said`this is made-up data: nobody outside is asked`);
  };
  const files = memoryFiles();
  files.texts.set(CALENDAR_FILE, calendar);
  return {
    git: {
      find: async () => [],
      unchanged: async () => true,
      scan: async (repository) => ({
        commits: [],
        checkouts: [],
        mark: repository.mark ?? '',
        coveredFrom: repository.coveredFrom ?? repository.addedAt,
      }),
      identity: async () => ({ emails: [], name: null }),
    },
    sessionGit,
    http: {
      send: async () => {
        throw new HttpFailure('this is made-up data: nothing is sent', false);
      },
    },
    secrets: memorySecrets(),
    files,
    claude: memoryClaude(),
    telemetry: memoryTelemetry(),
    google: {
      askConsent: async () => sealed(),
      calendars: async () => sealed(),
      events: async () => sealed(),
      revoke: async () => undefined,
    },
    code: { suggest: async () => ({ folders: [], complete: true }), authors: async () => [] },
    demo,
  };
}
