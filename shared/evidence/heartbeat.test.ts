import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import { coveredMs } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import type { Beat } from './heartbeat.ts';
import { closeOpen, foldBeat } from './heartbeat.ts';
import type { PresenceSpan } from './presence.ts';

const MINUTE = 60_000;
const RULES = { heartbeatMs: MINUTE, idleMs: 5 * MINUTE };
const MIDNIGHT = Date.UTC(2026, 1, 10);
const at = (clock: string): Instant => {
  const [h, m] = clock.split(':').map(Number) as [number, number];
  return instant(MIDNIGHT + (h * 60 + m) * MINUTE);
};

/** A desk with a clock, a keyboard and Stint running; what is written is kept by id, as the store does. */
class Desk {
  readonly #stored = new Map<string, PresenceSpan>();
  #last: Beat | null = null;
  #ids = 0;
  zone = 'UTC';

  get open(): PresenceSpan | null {
    return [...this.#stored.values()].find((span) => span.open) ?? null;
  }

  beat(beat: Beat): number {
    const written = foldBeat(this.open, beat, this.#last, RULES, {
      user: 'ann',
      backend: 'electron',
      zone: this.zone,
      newId: () => `span-${(this.#ids += 1)}` as Id,
    });
    for (const span of written) this.#stored.set(span.id, span);
    this.#last = beat;
    return written.length;
  }

  /** The program starts again: the store remembers, the program does not. */
  restart(): this {
    this.#last = null;
    return this;
  }

  /** A beat each minute from one clock time to the other; `idle` minutes without input at the first, then growing. */
  minutes(
    from: string,
    to: string,
    see: { idle?: number | null; locked?: boolean; grows?: boolean } = {},
  ): this {
    for (let now = at(from), n = 0; now <= at(to); now = instant(now + MINUTE), n += 1) {
      const idle = see.idle === null ? null : ((see.idle ?? 0) + (see.grows ? n : 0)) * MINUTE;
      this.beat({ at: now, monotonicMs: now, idleMs: idle, locked: see.locked ?? false });
    }
    return this;
  }

  /** `09:00-09:30 active`, the open one with a `…`. */
  story(): string[] {
    return [...this.#stored.values()].map(
      (span) =>
        `${formatClock(span.start, 'UTC')}-${formatClock(span.end, 'UTC')} ${span.state}${span.open ? '…' : ''}`,
    );
  }

  spans(): PresenceSpan[] {
    return [...this.#stored.values()];
  }
}

describe('a morning at the desk', () => {
  it('working is one span, extended in place', () => {
    expect(new Desk().minutes('09:00', '09:30').story()).toEqual(['09:00-09:30 active…']);
  });

  it('away: the active span ends at the last input, and the idle span begins there', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:45', { idle: 1, grows: true });
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:30-09:45 idle…']);
  });

  it('thinking for four minutes is not away', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:34', { idle: 1, grows: true });
    expect(desk.minutes('09:35', '10:00').story()).toEqual(['09:00-10:00 active…']);
  });

  it('back: active again from the input on, not from the beat that noticed', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:45', { idle: 1, grows: true });
    desk.beat({ at: at('09:46'), monotonicMs: at('09:46'), idleMs: 20_000, locked: false });
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:30-09:45 idle', '09:45-09:46 active…']);
    expect(desk.open!.start).toBe(at('09:46') - 20_000);
  });

  it('nobody there since before Stint started: never was active', () => {
    const desk = new Desk().minutes('09:00', '09:10', { idle: 3, grows: true });
    expect(desk.story()).toEqual(['09:00-09:10 idle…']);
  });

  it('where idle cannot be known it is unknown, never active', () => {
    expect(new Desk().minutes('09:00', '09:30', { idle: null }).story()).toEqual(['09:00-09:30 unknown…']);
  });

  it('over local midnight the span runs on; days are cut when they are looked at', () => {
    expect(new Desk().minutes('23:50', '24:10').story()).toEqual(['23:50-00:10 active…']);
  });
});

describe('lock and sleep', () => {
  it('the lock ends the span at the last heartbeat', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:40', { locked: true });
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:30-09:40 locked…']);
  });

  it('locked after two minutes of thinking: the thinking counts', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:32', { idle: 1, grows: true });
    desk.beat({ at: at('09:33'), monotonicMs: at('09:33'), idleMs: 3 * MINUTE, locked: true });
    expect(desk.story()).toEqual(['09:00-09:32 active', '09:32-09:33 locked…']);
  });

  it('locked by the screen saver after a long silence: active only up to the last input', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    desk.beat({ at: at('09:31'), monotonicMs: at('09:31'), idleMs: 6 * MINUTE, locked: true });
    expect(desk.story()).toEqual(['09:00-09:25 active', '09:25-09:31 locked…']);
  });

  it('unlocked without a touch stays away', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:40', { locked: true });
    expect(desk.minutes('09:41', '09:42', { idle: 12, grows: true }).story().at(-1)).toBe(
      '09:40-09:42 idle…',
    );
  });

  it('power events come twice and change nothing the second time', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    const suspend = { at: at('09:31'), monotonicMs: at('09:31'), idleMs: 0, locked: false, suspended: true };
    expect([desk.beat(suspend), desk.beat(suspend)]).toEqual([2, 0]);
    const resume = { at: at('11:00'), monotonicMs: at('11:00'), idleMs: 0, locked: false };
    expect([desk.beat(resume), desk.beat(resume)]).toEqual([2, 0]);
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:30-11:00 suspended', '11:00-11:00 active…']);
  });

  it('sleep that nobody announced is a hole: away from the last beat on, not from waking', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('13:00', '13:10');
    expect(desk.story()).toEqual(['09:00-09:30 active', '13:00-13:10 active…']);
  });

  it('asleep while already idle: the idle minutes before are not counted either', () => {
    const desk = new Desk().minutes('09:00', '09:30').minutes('09:31', '09:34', { idle: 1, grows: true });
    desk.minutes('10:30', '10:31', { idle: 60, grows: true });
    expect(desk.story()).toEqual(['09:00-09:30 active', '10:30-10:31 idle…']);
  });

  it('a short nap during which the monotonic clock stood still makes no time', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    desk.beat({ at: at('09:32'), monotonicMs: at('09:30') + 20_000, idleMs: 0, locked: false });
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:32-09:32 active…']);
  });
});

describe('clocks that are changed', () => {
  const beatWhile = (desk: Desk, wall: string, monotonic: string) =>
    desk.beat({ at: at(wall), monotonicMs: at(monotonic), idleMs: 0, locked: false });

  it('an hour forward makes no hour', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    beatWhile(desk, '10:31', '09:31');
    expect(desk.story()).toEqual(['09:00-09:30 active', '10:31-10:31 active…']);
  });

  it('half a minute forward makes no half minute', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    desk.beat({ at: instant(at('09:31') + 30_000), monotonicMs: at('09:31'), idleMs: 0, locked: false });
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:31-09:31 active…']);
  });

  it('an hour back closes the span where it was and starts anew', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    beatWhile(desk, '08:31', '09:31');
    beatWhile(desk, '08:32', '09:32');
    expect(desk.story()).toEqual(['09:00-09:30 active', '08:31-08:32 active…']);
  });

  it('back while idle does not eat the morning', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    desk.beat({ at: at('06:00'), monotonicMs: at('09:31'), idleMs: 6 * MINUTE, locked: false });
    expect(desk.story()[0]).toBe('09:00-09:30 active');
  });

  it('milliseconds of correction are ignored, and no span shrinks', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    const wrote = desk.beat({
      at: instant(at('09:30') - 40),
      monotonicMs: at('09:30') + 10,
      idleMs: 0,
      locked: false,
    });
    expect([wrote, desk.story()]).toEqual([0, ['09:00-09:30 active…']]);
  });

  it('summer time is no change of the clock: instants are UTC', () => {
    const desk = new Desk();
    desk.zone = 'Europe/Berlin';
    const before = Date.UTC(2026, 2, 29, 0, 50);
    for (let n = 0; n <= 20; n += 1) {
      const now = instant(before + n * MINUTE);
      desk.beat({ at: now, monotonicMs: now, idleMs: 0, locked: false });
    }
    expect(desk.story()).toEqual(['00:50-01:10 active…']);
  });

  it('a journey to another zone begins a new span, without a hole', () => {
    const desk = new Desk().minutes('09:00', '09:30');
    desk.zone = 'Asia/Kolkata';
    desk.minutes('09:31', '09:40');
    expect(desk.story()).toEqual(['09:00-09:30 active', '09:30-09:40 active…']);
    expect(desk.spans().map((span) => span.zone)).toEqual(['UTC', 'Asia/Kolkata']);
  });
});

describe('the program starts again', () => {
  it('within two beats the span runs on', () => {
    const desk = new Desk().minutes('09:00', '09:30').restart().minutes('09:32', '09:40');
    expect(desk.story()).toEqual(['09:00-09:40 active…']);
  });

  it('later, or by a clock that went back, a new one begins', () => {
    const later = new Desk().minutes('09:00', '09:30').restart().minutes('09:33', '09:40');
    expect(later.story()).toEqual(['09:00-09:30 active', '09:33-09:40 active…']);
    const earlier = new Desk().minutes('09:00', '09:30').restart().minutes('08:00', '08:10');
    expect(earlier.story()).toEqual(['09:00-09:30 active', '08:00-08:10 active…']);
  });
});

describe('shutdown', () => {
  it('ends the span at the last heartbeat, once', () => {
    const { open } = new Desk().minutes('09:00', '09:30');
    const closed = closeOpen(open, at('09:31'));
    expect([closed?.end, closed?.open]).toEqual([at('09:30'), false]);
    expect([closeOpen(closed, at('09:32')), closeOpen(null, at('09:32'))]).toEqual([null, null]);
  });

  it('by a clock that went back it still has a length that is not negative', () => {
    const { open } = new Desk().minutes('09:00', '09:30');
    expect(closeOpen(open, at('08:00'))?.end).toBe(at('09:00'));
  });
});

describe('whatever happens', () => {
  const step = fc.record({
    monotonic: fc.integer({ min: 0, max: 4 * MINUTE }),
    jump: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE }) },
    ),
    idleMs: fc.option(fc.integer({ min: 0, max: 12 * MINUTE })),
    locked: fc.boolean(),
    suspended: fc.boolean(),
  });

  it('no more active time is made than passed, spans are sound, and a beat taken twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const desk = new Desk();
        let [wall, monotonic, allowed] = [MIDNIGHT, 0, 0];
        for (const [n, now] of steps.entries()) {
          wall += now.monotonic + now.jump;
          monotonic += now.monotonic;
          if (n > 0 && now.monotonic <= 2 * MINUTE) allowed += now.monotonic + 2_000;
          const beat = { ...now, at: instant(wall), monotonicMs: monotonic };
          desk.beat(beat);
          expect(desk.beat(beat)).toBe(0);
        }
        const active = desk.spans().filter((span) => span.state === 'active');
        expect(coveredMs(active)).toBeLessThanOrEqual(allowed);
        expect(desk.spans().filter((span) => span.open).length).toBe(steps.length > 0 ? 1 : 0);
        for (const span of desk.spans()) expect(span.end).toBeGreaterThanOrEqual(span.start);
      }),
    );
  });
});
