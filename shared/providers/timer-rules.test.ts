import { describe, expect, it } from 'vitest';
import type { RemoteTimer } from '../entries/booking.ts';
import type { Session } from '../evidence/session.ts';
import { ANN, aTimer } from '../ports/sample-booking.ts';
import { at, id } from '../ports/sample-rows.ts';
import type { TimerSituation } from './timer-rules.ts';
import { nextTimerStep } from './timer-rules.ts';

const NOW = at('2026-02-10T12:00:00Z');

const session = (n: number, given: Partial<Session> = {}): Session => ({
  id: id(n),
  user: ANN.user,
  title: 'fix socket',
  ticket: null,
  project: 'TB',
  type: 'feature',
  status: 'active',
  startedAt: at('2026-02-10T09:00:00Z'),
  endedAt: null,
  pauses: [],
  pausedAt: null,
  zone: 'Europe/Berlin',
  aliveAt: null,
  recovered: false,
  recoverySource: null,
  revision: 1,
  ...given,
});
const PAUSED = session(1, { status: 'paused', pausedAt: at('2026-02-10T10:00:00Z') });
const ENDED = session(1, { status: 'completed', endedAt: at('2026-02-10T11:00:00Z') });

/** @param of the session `own` and `open` belong to, when it is not the one that runs. */
function step(
  running: Session | null,
  timer: RemoteTimer | null,
  more: Partial<TimerSituation> = {},
  of = running,
) {
  const isOpen = timer !== null && timer.state !== 'stopped' && timer.state !== 'failed';
  const found = nextTimerStep({
    session: running,
    own: timer !== null && timer.session === running?.id ? timer : null,
    open: isOpen ? [timer] : [],
    sessions: new Map(of ? [[of.id, of]] : []),
    isOn: true,
    canRestart: true,
    now: NOW,
    ...more,
  });
  return found === null
    ? null
    : found.kind === 'stop'
      ? `stop at ${new Date(found.at).toISOString().slice(11, 16)}`
      : found.kind;
}

describe('the timer there follows the session here', () => {
  it.each([
    ['nothing runs', null, null, null],
    ['a session was started', session(1), null, 'start'],
    ['its timer runs', session(1), aTimer(1), null],
    ['it was refused', session(1), aTimer(1, { state: 'failed' }), null],
    [
      'the answer to the start was lost',
      session(1),
      aTimer(1, { state: 'starting', remoteId: null }),
      'look-up',
    ],
    ['it was paused', PAUSED, aTimer(1), 'stop at 10:00'],
    ['it is paused and stopped', PAUSED, aTimer(1, { state: 'stopped' }), null],
    ['a paused one that was never started', PAUSED, null, null],
    ['it was resumed', session(1), aTimer(1, { state: 'stopped' }), 'restart'],
    [
      'it was resumed, and the start had never happened',
      session(1),
      aTimer(1, { state: 'stopped', remoteId: null }),
      'start',
    ],
  ])('%s', (_name, running, timer, expected) => {
    expect(step(running, timer)).toBe(expected);
  });

  it('is stopped where the session ended, also when another one runs by then', () => {
    expect(step(null, aTimer(1), {}, ENDED)).toBe('stop at 11:00');
    expect(step(session(2), aTimer(1), {}, ENDED)).toBe('stop at 11:00');
    expect(step(session(2), aTimer(1, { state: 'stopping' }), {}, ENDED)).toBe('stop at 11:00');
    expect(step(null, aTimer(1), {}, null)).toBe('stop at 12:00');
  });

  it('resumed before its stop was heard of, it is stopped first, where the pause began', () => {
    const resumed = session(1, {
      pauses: [{ start: at('2026-02-10T09:30:00Z'), end: at('2026-02-10T09:45:00Z') }],
    });
    expect(step(resumed, aTimer(1, { state: 'stopping' }))).toBe('stop at 09:30');
  });

  it('stays stopped after a pause where only another entry could be begun', () => {
    expect(step(session(1), aTimer(1, { state: 'stopped' }), { canRestart: false })).toBeNull();
  });

  it('switched off, nothing is started, but what was started is ended', () => {
    expect(step(session(1), null, { isOn: false })).toBeNull();
    expect(step(session(1), aTimer(1), { isOn: false })).toBeNull();
    expect(step(session(1), aTimer(1, { state: 'stopped' }), { isOn: false })).toBeNull();
    expect(step(null, aTimer(1), { isOn: false }, ENDED)).toBe('stop at 11:00');
    const lost = aTimer(1, { state: 'starting' });
    expect(
      nextTimerStep({
        session: session(1),
        own: lost,
        open: [lost],
        sessions: new Map(),
        isOn: false,
        canRestart: true,
        now: NOW,
      }),
    ).toMatchObject({ kind: 'look-up', isWanted: false });
  });
});
