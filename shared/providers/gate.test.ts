import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryBooking } from '../ports/memory-booking.ts';
import { memoryClock } from '../ports/memory-clock.ts';
import { emptyRows } from '../ports/memory-rows.ts';
import { openGate } from './gate.ts';

const LIMIT = { requests: 5, perMs: 10_000 };
const PROVIDER = { id: 'productive', name: 'Productive.io' } as const;

function open(limits = { main: [LIMIT] }) {
  const clock = memoryClock('2026-02-10T09:00:00Z', 'UTC');
  const { calls } = memoryBooking(emptyRows(), clock);
  return { clock, gate: openGate({ provider: PROVIDER, limits, calls, clock, patienceMs: Infinity }) };
}

describe('a gate', () => {
  test('keeps the limit as the provider counts, however long requests are on their way', async () => {
    const way = fc.record({
      there: fc.integer({ min: 0, max: 4000 }),
      back: fc.integer({ min: 0, max: 4000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(way, { minLength: 6, maxLength: 30 }), async (ways) => {
        const { clock, gate } = open();
        const came: number[] = [];
        for (const { there, back } of ways) {
          const answered = await gate.pass(['main']);
          clock.advance(there);
          came.push(clock.now());
          clock.advance(back);
          await answered();
        }
        for (const [at, time] of came.entries()) {
          const before = came[at - LIMIT.requests];
          if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(LIMIT.perMs);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a pace of one in a while is not slowed down by how long answers take', async () => {
    const { clock, gate } = open({ main: [{ requests: 1, perMs: 1000 }] });
    const began = clock.now();
    for (let request = 0; request < 4; request += 1) {
      const answered = await gate.pass(['main']);
      clock.advance(600);
      await answered();
    }
    expect(clock.now() - began).toBeLessThan(4000);
  });
});
