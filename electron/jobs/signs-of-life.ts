import type { PresenceSpan } from '#shared/evidence/presence.ts';
import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import { instant } from '#shared/values/instant.ts';
import type { Presence, PresenceNeeds } from './presence.ts';
import { keepSessionsAlive } from './session-heartbeat.ts';

/** Named in `status` and `doctor` where nobody can ask for the last input. */
const BACKEND = 'cli';

/**
 * Presence where no desktop can be asked: who gives commands is there. Signs closer together than the idle threshold
 * make one span, from the first to the last of them. It is kept as `unknown`: that somebody typed a command tells that
 * they were there, but not since when or until when, and rules that trust the edges of active spans (design §2 Git,
 * rule 4) would make less of the day than they do without presence.
 * @param hosting a host keeps open sessions alive with a heartbeat; a single command does not, for what it cannot keep
 * up would look like a crash later.
 */
export function signsOfLife(needs: PresenceNeeds, hosting: boolean): Presence {
  const { clock, stores } = needs;
  let last: Instant | null = null;
  const idleMs = (): number => needs.settings.get()['presence.idleMinutes'] * 60_000;
  const isRecent = (): boolean => last !== null && clock.now() - last < idleMs();

  const write = async (at: Instant): Promise<void> => {
    const { user, zone } = personOf(needs);
    const recent = await stores.evidence.presence(user, {
      start: instant(at - idleMs()),
      end: instant(at + 1),
    });
    const known = recent.findLast((span) => span.backend === BACKEND && span.end <= at);
    const fresh: PresenceSpan = {
      id: needs.ids.next(at),
      user,
      state: 'unknown',
      backend: BACKEND,
      zone,
      start: at,
      end: at,
      open: false,
    };
    await stores.evidence.putPresence(known ? { ...known, end: at } : fresh);
    if (hosting) await keepSessionsAlive(needs, at);
  };

  return {
    current: () => ({ state: isRecent() ? 'active' : 'unknown', backend: BACKEND }),
    async signOfLife() {
      const wasRecent = isRecent();
      last = clock.now();
      try {
        await write(last);
      } catch (error) {
        needs.log.error('presence.sign-of-life', error);
      }
      if (!wasRecent) needs.events.publish({ kind: 'presence' });
    },
    job: {
      name: 'session-heartbeat',
      everyMs: () => needs.settings.get()['presence.heartbeatSeconds'] * 1000,
      firstAfterMs: 1000,
      run: () => keepSessionsAlive(needs, clock.now()),
    },
    start: async () => undefined,
    stop: () => keepSessionsAlive(needs, clock.now()),
  };
}
