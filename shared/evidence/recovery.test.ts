import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import { formatClock } from '../values/local-day.ts';
import type { PresenceSpan } from './presence.ts';
import { LONGEST_RECOVERED_MS, recoverPresence, recoverSession } from './recovery.ts';
import type { Session } from './session.ts';

const BEAT = 30_000;
const at = (clock: string): Instant => instant(Date.parse(`2026-02-10T${clock}:00Z`));

const session = (given: Partial<Session> = {}): Session => ({
  id: 'session' as Id,
  user: 'ann',
  title: 'fix socket',
  ticket: null,
  project: null,
  type: 'feature',
  status: 'active',
  startedAt: at('09:00'),
  endedAt: null,
  pauses: [],
  pausedAt: null,
  zone: 'UTC',
  aliveAt: null,
  recovered: false,
  recoverySource: null,
  revision: 3,
  ...given,
});

/** `09:00-10:30 heartbeat`, or null when nothing is to be recovered. */
function recovered(given: Partial<Session>, lastBeat: string | null, now: string): string | null {
  const after = recoverSession(session(given), lastBeat === null ? null : at(lastBeat), at(now), BEAT);
  if (!after) return null;
  expect(after).toMatchObject({ status: 'completed', recovered: true, pausedAt: null, revision: 4 });
  return `${formatClock(after.startedAt, 'UTC')}-${formatClock(after.endedAt!, 'UTC')} ${after.recoverySource}`;
}

describe('the session that a crash left running', () => {
  it('ends at its last heartbeat', () => {
    expect(recovered({}, '10:30', '14:00')).toBe('09:00-10:30 heartbeat');
  });

  it('runs on when the last heartbeat is just now', () => {
    expect(recovered({}, '10:29', '10:30')).toBeNull();
  });

  it('is half an hour, estimated, when there never was a heartbeat', () => {
    expect(recovered({}, null, '14:00')).toBe('09:00-09:30 estimated');
  });

  it('is estimated too when the only heartbeat is from before it began', () => {
    expect(recovered({}, '08:55', '14:00')).toBe('09:00-09:30 estimated');
  });

  it('is no longer than until now', () => {
    expect(recovered({}, null, '09:10')).toBe('09:00-09:10 estimated');
  });

  it('began just now and may run on', () => {
    expect(recovered({}, null, '09:01')).toBeNull();
  });

  it('is cut at eight hours, as a timer forgotten over the day', () => {
    expect(recovered({}, '20:00', '23:00')).toBe('09:00-17:00 heartbeat');
  });

  it('ends where it was paused', () => {
    expect(recovered({ status: 'paused', pausedAt: at('09:45') }, '10:30', '14:00')).toBe(
      '09:00-09:45 heartbeat',
    );
    expect(recovered({ status: 'paused', pausedAt: at('09:45') }, null, '14:00')).toBe(
      '09:00-09:45 heartbeat',
    );
  });

  it('keeps the pauses it had, up to its end', () => {
    const pauses = [
      { start: at('10:00'), end: at('10:15') },
      { start: at('16:50'), end: at('17:30') },
    ];
    expect(recoverSession(session({ pauses }), at('20:00'), at('23:00'), BEAT)?.pauses).toEqual([
      { start: at('10:00'), end: at('10:15') },
      { start: at('16:50'), end: at('17:00') },
    ]);
  });

  it.each(['completed', 'cancelled'] as const)('%s ones are left alone', (status) => {
    expect(recovered({ status, endedAt: at('09:30') }, null, '14:00')).toBeNull();
  });

  it('is never negative, never over eight hours, and is recovered once, whatever the clocks say', () => {
    const day = fc.integer({ min: 0, max: 48 * 60 }).map((m) => instant(at('00:00') + m * 60_000));
    fc.assert(
      fc.property(day, fc.option(day), fc.option(day), day, (startedAt, pausedAt, lastBeat, now) => {
        const status = pausedAt === null ? 'active' : 'paused';
        const after = recoverSession(session({ startedAt, pausedAt, status }), lastBeat, now, BEAT);
        if (!after) return;
        const length = after.endedAt! - after.startedAt;
        expect(length >= 0 && length <= LONGEST_RECOVERED_MS).toBe(true);
        expect(recoverSession(after, lastBeat, now, BEAT)).toBeNull();
      }),
    );
  });
});

describe('the presence span that a crash left open', () => {
  const span: PresenceSpan = {
    id: 'span' as Id,
    user: 'ann',
    state: 'active',
    backend: 'electron',
    zone: 'UTC',
    start: at('09:00'),
    end: at('10:30'),
    open: true,
  };

  it('ended at its last heartbeat', () => {
    expect(recoverPresence(span, at('14:00'), BEAT)).toEqual({ ...span, open: false });
  });

  it('runs on when it is fresh: two heartbeats old, not more', () => {
    expect(recoverPresence(span, at('10:31'), BEAT)).toBeNull();
    expect(recoverPresence(span, instant(at('10:31') + 1), BEAT)).toEqual({ ...span, open: false });
  });

  it('from a future that the clock has taken back is closed as well', () => {
    expect(recoverPresence(span, at('08:00'), BEAT)?.open).toBe(false);
  });

  it('closed or missing: nothing to do', () => {
    expect([
      recoverPresence({ ...span, open: false }, at('14:00'), BEAT),
      recoverPresence(null, at('14:00'), BEAT),
    ]).toEqual([null, null]);
  });
});
