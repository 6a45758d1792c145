import type { Beat, PresenceRules, PresenceSource } from '#shared/evidence/heartbeat.ts';
import { closeOpen, foldBeat } from '#shared/evidence/heartbeat.ts';
import type { PresenceSpan } from '#shared/evidence/presence.ts';
import type { PresenceSensor } from '#shared/ports/world.ts';
import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { dayOf } from '#shared/values/local-day.ts';
import type { Presence, PresenceNeeds } from './presence.ts';
import { keepSessionsAlive } from './session-heartbeat.ts';

/**
 * Presence by the desktop's sensor (design §2 "Presence"): a heartbeat extends the open span in place, power events beat
 * at once and may come twice, idle time is reckoned from the last input. What a beat means is decided in
 * `shared/evidence/heartbeat.ts`; here it is only fed and written down.
 */
export function sensedPresence(needs: PresenceNeeds, sensor: PresenceSensor): Presence {
  const { clock, stores, events } = needs;
  let open: PresenceSpan | null = null;
  let last: Beat | null = null;
  let today: LocalDay | null = null;
  let suspendedAt: Instant | null = null;
  let deaf: () => void = () => undefined;
  let queue: Promise<void> = Promise.resolve();

  const rules = (): PresenceRules => {
    const settings = needs.settings.get();
    return {
      heartbeatMs: settings['presence.heartbeatSeconds'] * 1000,
      idleMs: settings['presence.idleMinutes'] * 60_000,
    };
  };
  const source = (at: Instant): PresenceSource => {
    const { user, zone } = personOf(needs);
    return { user, zone, backend: sensor.backend, newId: () => needs.ids.next(at) };
  };
  /** Between the word of going to sleep and sleep itself a beat may come; one that comes much later means it is awake. */
  const isSuspended = (at: Instant): boolean =>
    suspendedAt !== null && at - suspendedAt <= 2 * rules().heartbeatMs;

  const write = async (spans: readonly PresenceSpan[]): Promise<void> => {
    const before = open?.state;
    for (const span of spans) {
      await stores.evidence.putPresence(span);
      open = span;
    }
    if (open?.state !== before) events.publish({ kind: 'presence' });
  };
  const beat = async (): Promise<void> => {
    const at = clock.now();
    const { idleMs, locked } = sensor.sample();
    const now: Beat = { at, monotonicMs: clock.monotonicMs(), idleMs, locked, suspended: isSuspended(at) };
    const spans = foldBeat(open, now, last, rules(), source(at));
    last = now;
    await write(spans);
    await keepSessionsAlive(needs, at);
    tellOfMidnight(at);
  };
  const tellOfMidnight = (at: Instant): void => {
    const day = dayOf(at, personOf(needs).zone);
    if (today !== null && day !== today) events.publish({ kind: 'day', date: day });
    today = day;
  };
  /** The last minute before quitting counts too. A second time there is nothing left to end. */
  const end = async (): Promise<void> => {
    if (open?.open !== true) return;
    await beat();
    const closed = closeOpen(open, clock.now());
    if (closed !== null) await write([closed]);
  };
  /** Beats and power events take their turns, else two of them would extend the same span. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const onPower = (event: 'suspend' | 'resume' | 'lock' | 'unlock' | 'shutdown'): void => {
    if (event === 'suspend') suspendedAt = clock.now();
    if (event === 'resume') suspendedAt = null;
    const work = event === 'shutdown' ? end : beat;
    inTurn(work).catch((error: unknown) => needs.log.error(`presence.${event}`, error));
  };

  return {
    current: () => ({ state: open?.state ?? 'unknown', backend: sensor.backend }),
    // The sensor knows better.
    signOfLife: async () => undefined,
    job: {
      name: 'heartbeat',
      everyMs: () => rules().heartbeatMs,
      firstAfterMs: rules().heartbeatMs,
      run: () => inTurn(beat),
    },
    async start() {
      await inTurn(async () => {
        open = await stores.evidence.openPresence(personOf(needs).user);
        await beat();
      });
      deaf = sensor.onPower(onPower);
    },
    async stop() {
      deaf();
      await inTurn(end);
    },
  };
}
