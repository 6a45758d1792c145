import { describe, expect, it, vi } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { Stop } from '#shared/values/stop.ts';
import { plusMs } from '#shared/values/instant.ts';
import type { Again, Errand } from './errand.ts';
import { errand } from './errand.ts';

/** An errand whose tries end as the test says; waits stand still until they are let pass. */
function story(run: (stop: Stop) => Promise<Again>) {
  const clock = memoryClock('2026-02-10T09:00:00Z');
  const waits: { ms: number; pass: () => void }[] = [];
  const errors: unknown[] = [];
  const made: Errand = errand({
    name: 'test',
    run,
    clock: {
      now: clock.now,
      wait: (ms, stop) =>
        new Promise((resolve) => {
          stop?.whenAsked(() => resolve());
          waits.push({ ms, pass: () => (clock.advance(ms), resolve()) });
        }),
    },
    random: () => 1,
    log: { error: (_event, error) => void errors.push(error) },
    backOff: { firstMs: 1000, longestMs: 5000 },
  });
  return { made, waits, errors, clock };
}

describe('an errand', () => {
  it('is done when it is asked for, and then rests', async () => {
    const run = vi.fn(async (): Promise<Again> => null);
    const { made, waits } = story(run);
    made.ask();
    await made.end();
    expect([run.mock.calls.length, waits.length]).toEqual([1, 0]);
  });

  it('never runs twice at once; what is asked meanwhile is done right after', async () => {
    let running = 0;
    let most = 0;
    const gates: (() => void)[] = [];
    const { made } = story(async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => gates.push(resolve));
      running -= 1;
      return null;
    });
    made.ask();
    made.ask();
    made.ask();
    await vi.waitFor(() => expect(gates.length).toBe(1));
    made.ask();
    gates[0]!();
    await vi.waitFor(() => expect(gates.length).toBe(2));
    gates[1]!();
    await made.end();
    expect([most, gates.length]).toEqual([1, 2]);
  });

  it('that does not work is tried later each time, and not before it is told', async () => {
    const answers: Again[] = [{ at: null }, { at: null }, { at: null }, { at: null }, null];
    const { made, waits, clock } = story(async () => answers.shift() ?? null);
    answers[3] = { at: plusMs(clock.now(), 60_000) };
    made.ask();
    for (const [at, ms] of [1000, 2000, 4000].entries()) {
      await vi.waitFor(() => expect(waits.length).toBe(at + 1));
      expect(waits[at]!.ms).toBe(ms);
      waits[at]!.pass();
    }
    await vi.waitFor(() => expect(waits.length).toBe(4));
    expect(waits[3]!.ms).toBe(53_000);
    waits[3]!.pass();
    await vi.waitFor(() => expect(answers.length).toBe(0));
    await made.end();
  });

  it('asked for while it waits is tried at once, with fresh patience', async () => {
    let tries = 0;
    const { made, waits } = story(async () => (++tries < 4 ? { at: null } : null));
    made.ask();
    await vi.waitFor(() => expect(waits.length).toBe(1));
    waits[0]!.pass();
    await vi.waitFor(() => expect(waits.length).toBe(2));
    made.ask();
    await vi.waitFor(() => expect(waits.length).toBe(3));
    expect(waits.map(({ ms }) => ms)).toEqual([1000, 2000, 1000]);
    await made.end();
    expect(tries).toBe(3);
  });

  it('that breaks is logged and tried again', async () => {
    let tries = 0;
    const { made, waits, errors } = story(async () => {
      if (++tries === 1) throw new Error('broke');
      return null;
    });
    made.ask();
    await vi.waitFor(() => expect(waits.length).toBe(1));
    waits[0]!.pass();
    await vi.waitFor(() => expect(tries).toBe(2));
    await made.end();
    expect(errors).toHaveLength(1);
  });

  it('ends: the try under way is called off, nothing begins any more', async () => {
    let called = 0;
    const { made } = story(async (stop) => {
      called += 1;
      await new Promise<void>((resolve) => stop.whenAsked(resolve));
      return { at: null };
    });
    made.ask();
    await vi.waitFor(() => expect(called).toBe(1));
    await made.end();
    made.ask();
    await made.end();
    expect(called).toBe(1);
  });
});
