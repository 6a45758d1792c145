import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDevSession } from '../ports/sample-dev-sessions.ts';
import { aSession, aSpan, at, id, ticket } from '../ports/sample-rows.ts';
import { aRun, aUse } from '../ports/sample-sources.ts';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import { coveredMs } from '../values/interval.ts';
import { attentionMinutes, attentionShares, isUnknown } from './dev-attention.ts';
import { isBelow, runsOfSessions } from './dev-runs.ts';
import type { DevSession } from './dev-session.ts';
import { workedIntervals } from './session-time.ts';

const NINE = at('2026-02-10T09:00:00Z');
const after = (minutes: number): Instant => instant(NINE + minutes * 60_000);
const NOW = after(600);
const present = (from: number, to: number) => ({
  ...aSpan(1, '2026-02-10T09:00:00Z', '2026-02-10T09:00:00Z'),
  start: after(from),
  end: after(to),
});
const done = (n: number, from: number, to: number, given: Partial<DevSession> = {}): DevSession =>
  aDevSession(n, { status: 'completed', startedAt: after(from), endedAt: after(to), ...given });
const timer = (from: number, to: number, given: Parameters<typeof aSession>[1] = {}) =>
  aSession(90, {
    status: 'completed',
    startedAt: after(from),
    endedAt: after(to),
    pauses: [],
    pausedAt: null,
    ticket: null,
    ...given,
  });
const minutesOf = (shares: ReadonlyMap<string, number>): number[] =>
  [...shares.values()].map(attentionMinutes);

describe('attention', () => {
  it('is the time the person was present while a session was open', () => {
    const shares = attentionShares([done(1, 0, 60)], { presence: [present(20, 90)], timers: [] }, NOW);
    expect(minutesOf(shares)).toEqual([40]);
  });

  it('is shared by sessions that are open side by side, and whole where one is alone', () => {
    const sessions = [done(1, 0, 60), done(2, 30, 90)];
    const shares = attentionShares(sessions, { presence: [present(0, 120)], timers: [] }, NOW);
    expect(minutesOf(shares)).toEqual([45, 45]);
  });

  it('is the session’s whose timer runs, else of those on its ticket, else nobody’s', () => {
    const sessions = [done(1, 0, 60, { timer: id(90) }), done(2, 0, 60, { ticket: ticket('TB-1') })];
    const with_ = (given: Parameters<typeof timer>[2]) =>
      minutesOf(
        attentionShares(sessions, { presence: [present(0, 60)], timers: [timer(0, 60, given)] }, NOW),
      );
    expect(with_({})).toEqual([60, 0]);
    expect(with_({ id: id(91), ticket: ticket('TB-1') })).toEqual([0, 60]);
    expect(with_({ id: id(91), ticket: ticket('TB-2') })).toEqual([0, 0]);
  });

  it('is known by a timer where presence is not, and unknown where neither tells anything', () => {
    const session = done(1, 0, 60, { timer: id(90) });
    const unknown = { ...present(0, 60), state: 'unknown' as const };
    const none = { presence: [unknown], timers: [] };
    expect(minutesOf(attentionShares([session], none, NOW))).toEqual([0]);
    expect(isUnknown(workedIntervals(session, NOW), none, NOW)).toBe(true);
    const timed = { presence: [unknown], timers: [timer(0, 30)] };
    expect(minutesOf(attentionShares([session], timed, NOW))).toEqual([30]);
    expect(isUnknown(workedIntervals(session, NOW), timed, NOW)).toBe(false);
  });

  it('leaves out pauses, what was dropped, and what came after the pause that goes on', () => {
    const pauses = [{ start: after(10), end: after(20) }];
    const sessions = [
      done(1, 0, 30, { pauses }),
      done(2, 0, 30, { status: 'cancelled' }),
      aDevSession(3, { status: 'paused', startedAt: after(40), pausedAt: after(50) }),
    ];
    const shares = attentionShares(sessions, { presence: [present(0, 90)], timers: [] }, NOW);
    expect(minutesOf(shares)).toEqual([20, 0, 10]);
  });

  it('is never counted twice, whatever is open, runs or is paused', () => {
    const stretch = fc.tuple(fc.nat(300), fc.nat(200));
    const anySession = fc
      .record({
        stretch,
        pause: fc.option(stretch),
        status: fc.constantFrom('active', 'paused', 'completed', 'cancelled'),
        timer: fc.boolean(),
        ticket: fc.constantFrom(ticket('TB-1'), ticket('TB-2'), null),
      })
      .map(({ stretch: [from, long], pause, status, timer: hasTimer, ticket: on }) =>
        done(1, from, from + long, {
          status,
          endedAt: status === 'active' || status === 'paused' ? null : after(from + long),
          pausedAt: status === 'paused' ? after(from + long) : null,
          pauses: pause ? [{ start: after(pause[0]), end: after(pause[0] + pause[1]) }] : [],
          timer: hasTimer ? id(90) : null,
          ticket: on,
        }),
      );
    fc.assert(
      fc.property(
        fc.array(anySession, { maxLength: 8 }),
        fc.array(stretch, { maxLength: 5 }),
        fc.array(stretch, { maxLength: 3 }),
        fc.constantFrom(ticket('TB-1'), null),
        (found, presence, timers, on) => {
          const sessions = found.map((session, n) => ({ ...session, id: id(n + 1) }));
          const attended = {
            presence: presence.map(([from, long]) => present(from, from + long)),
            timers: timers.map(([from, long]) => timer(from, from + long, { ticket: on })),
          };
          const shares = attentionShares(sessions, attended, NOW);
          const total = minutesOf(shares).reduce((a, b) => a + b, 0);
          const there = coveredMs([
            ...attended.presence,
            ...attended.timers.flatMap((one) => workedIntervals(one, NOW)),
          ]);
          expect(total).toBeLessThanOrEqual(there / 60_000);
          for (const session of sessions)
            expect(shares.get(session.id)!).toBeLessThanOrEqual(
              coveredMs(workedIntervals(session, NOW)) + 1e-3,
            );
          if (timers.length > 0) return;
          const open = sessions.flatMap((one) =>
            one.status === 'cancelled' ? [] : workedIntervals(one, NOW),
          );
          const both =
            coveredMs(attended.presence) + coveredMs(open) - coveredMs([...attended.presence, ...open]);
          expect([...shares.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(both, 3);
        },
      ),
    );
  });
});

describe('the tokens of agents', () => {
  const rules = { prefixes: [], now: NOW };
  const run = (name: string, cwd: string | null, branch: string | null = null) =>
    aRun(name, { cwd, branch, startedAt: after(0), active: [{ start: after(0), end: after(60) }] });
  const use = (name: string, minute: number) => aUse(`${name}${minute}`, { run: name, at: after(minute) });
  const owners = (
    sessions: readonly DevSession[],
    ...given: Parameters<typeof runsOfSessions>[1] & object
  ) => {
    const found = runsOfSessions(
      sessions,
      given,
      given.map((one) => use(one.id, 30)),
      rules,
    );
    return [...found.values()].map(({ uses }) => uses.map((one) => one.run));
  };

  it('are those of the run that was attached, wherever it worked, also in a pause', () => {
    const pauses = [{ start: after(20), end: after(40) }];
    const attached = done(1, 0, 60, { pauses, runs: [{ agent: aRun('r').agent, run: 'r' }] });
    expect(owners([attached, done(2, 0, 60, { repository: '/src/app' })], run('r', '/src/app'))).toEqual([
      ['r'],
      [],
    ]);
  });

  it('go by ticket before branch, by branch before repository, and by the last start among equals', () => {
    const sessions = [
      done(1, 0, 60, { repository: '/src/app', branch: 'main' }),
      done(2, 1, 60, { repository: '/src/app', branch: 'fix/x' }),
      done(3, 2, 60, { ticket: ticket('TB-7') }),
      done(4, 3, 60, { repository: '/src/app', branch: 'main' }),
    ];
    expect(
      owners(
        sessions,
        run('ticket', '/elsewhere', 'feat/TB-7'),
        run('branch', '/src/app/web', 'fix/x'),
        run('repository', '/src/app', 'other'),
        run('none', '/src/apple', 'main'),
      ),
    ).toEqual([[], ['branch'], ['ticket'], ['repository']]);
  });

  it('are nobody’s while the session is paused, before it and after it', () => {
    const pauses = [{ start: after(20), end: after(40) }];
    const session = done(1, 10, 50, { pauses, repository: '/src/app' });
    const uses = [5, 15, 30, 45, 55].map((minute) => use('r', minute));
    const found = runsOfSessions([session], [run('r', '/src/app')], uses, rules).get(id(1))!;
    expect(found.uses.map((one) => (one.at - NINE) / 60_000)).toEqual([15, 45]);
    expect(coveredMs(found.active)).toBe(20 * 60_000);
  });

  it('know a folder from one whose name begins like it, on either kind of system', () => {
    expect(isBelow('/src/app', '/src/app/')).toBe(true);
    expect(isBelow('C:\\src\\app\\web', 'C:/src/app')).toBe(true);
    expect(isBelow('/src/apple', '/src/app')).toBe(false);
    expect(isBelow(null, '/src/app')).toBe(false);
  });

  it('are never given to two sessions', () => {
    const anyPlace = fc.constantFrom('/a', '/a/b', '/c', null);
    const anyBranch = fc.constantFrom('main', 'fix/TB-7', null);
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: fc.nat(90), long: fc.nat(90), repository: anyPlace, branch: anyBranch }), {
          maxLength: 6,
        }),
        fc.array(fc.record({ cwd: anyPlace, branch: anyBranch, at: fc.nat(120) }), { maxLength: 6 }),
        (some, found) => {
          const sessions = some.map(({ from, long, ...given }, n) =>
            done(n + 1, from, from + long, { ...given, ticket: n % 2 ? ticket('TB-7') : null }),
          );
          const runs = found.map(({ cwd, branch }, n) => run(`r${n}`, cwd, branch));
          const uses = found.map((one, n) => use(`r${n}`, one.at));
          const given = [...runsOfSessions(sessions, runs, uses, rules).values()];
          const all = given.flatMap((one) => one.uses);
          expect(new Set(all).size).toBe(all.length);
          for (const one of runs)
            expect(coveredMs(given.flatMap(({ active }) => active))).toBeLessThanOrEqual(
              coveredMs(one.active) + 60 * 60_000 * runs.length,
            );
        },
      ),
    );
  });
});
