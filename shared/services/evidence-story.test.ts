import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { aBeat, aMark, anEvent, aRun } from '../ports/sample-sources.ts';
import { ticket } from '../ports/sample-rows.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant } from '../values/instant.ts';
import { atClock, parseLocalDay } from '../values/local-day.ts';
import { deriveNow } from './close-day.ts';
import { showDay, viewDay } from './show-day.ts';

const BERLIN = 'Europe/Berlin';
const TUESDAY = parseLocalDay('2026-02-10')!;
let world: MemoryWorld;
const at = (hour: number, minute = 0): Instant => atClock(TUESDAY, hour, minute, BERLIN);
const iso = formatInstant;

async function lines(): Promise<string[]> {
  const day = await showDay(world, { date: '2026-02-10' });
  return day.entries.map((entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source}`);
}
const present = (start: Instant, end: Instant): Promise<void> =>
  world.stores.evidence.putPresence({
    id: world.ids.next(start),
    user: 'max',
    start,
    end,
    state: 'active',
    backend: 'test',
    zone: BERLIN,
    open: false,
  });

beforeEach(() => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', BERLIN);
});

describe('what sources told', () => {
  it('becomes a day: meetings, tools, editors and agents, each moment once', async () => {
    await present(at(8), at(12));
    const standup = { start: at(9), end: at(9, 30), title: 'APP-100 stand-up' };
    await world.stores.calendar.put('ics:1', [anEvent('standup', standup)], []);
    await world.stores.tools.addMarks([
      aMark(iso(at(8)), { user: 'max', ticket: ticket('TB-1') }),
      aMark(iso(at(9, 15)), { user: 'max', ticket: ticket('TB-1'), kind: 'stop' }),
    ]);
    await world.stores.tools.addBeats(
      [0, 1, 2, 3].map((n) => aBeat(iso(at(10, n)), { user: 'max', branch: 'fix/TB-2-x' })),
    );
    const run = { start: at(11), end: at(13) };
    await world.stores.agents.putRuns([
      aRun('r', {
        user: 'max',
        startedAt: run.start,
        aliveAt: run.end,
        branch: 'fix/TB-3',
        active: [run],
        ended: 'stopped',
      }),
    ]);
    expect(await lines()).toEqual(['TB-1 60 ide', 'APP-100 30 calendar', 'TB-2 3 ide', 'TB-3 60 agent']);
    expect((await deriveNow(world, { date: 'today' })).totals.minutes).toBe(153);
  });

  it('stands in the lanes of the timeline, also what does not count', async () => {
    await present(at(11), at(12));
    await world.stores.calendar.put(
      'ics:1',
      [
        anEvent('mine', { start: at(9), end: at(10), title: 'TB-7 review' }),
        anEvent('no', { start: at(10), end: at(11), response: 'declined', series: null }),
        anEvent('off', { start: at(11), end: at(12), status: 'cancelled' }),
      ],
      [],
    );
    await world.stores.tools.addMarks([
      aMark(iso(at(23, 30)), { user: 'max', ticket: ticket('TB-1') }),
      aMark('2026-02-10T23:30:00Z', { user: 'max', ticket: ticket('TB-1'), kind: 'stop' }),
    ]);
    await world.stores.agents.putRuns([
      aRun('r', {
        user: 'max',
        startedAt: at(11),
        aliveAt: at(13),
        active: [{ start: at(11), end: at(13) }],
      }),
    ]);
    await world.stores.calendar.setAttended('ics:1', 'mine', true);
    const view = await viewDay(world, { date: 'today' });
    expect(view.events).toMatchObject([
      { id: 'mine', source: 'ics:1', series: 'standup', ticket: 'TB-7', attended: true, counts: true },
      { id: 'no', series: null, ticket: null, attended: null, counts: false },
    ]);
    expect(view.spans).toEqual([
      {
        source: 'vscode',
        title: 'vscode',
        ticket: 'TB-1',
        project: 'TB',
        startedAt: iso(at(23, 30)),
        endedAt: '2026-02-10T23:00:00.000Z',
      },
    ]);
    expect(view.runs).toMatchObject([
      {
        source: 'claude-code',
        ticket: 'TB-042',
        startedAt: iso(at(11)),
        endedAt: iso(at(13)),
        ended: null,
        attention: [{ startedAt: iso(at(11)), endedAt: iso(at(12)) }],
      },
    ]);
  });

  it('of a meeting the person was not in counts no more, and its time is free for the rest', async () => {
    await world.stores.calendar.put(
      'ics:1',
      [anEvent('a', { start: at(9), end: at(10), title: 'TB-7' })],
      [],
    );
    expect(await lines()).toEqual(['TB-7 60 calendar']);
    await world.stores.calendar.setAttended('ics:1', 'a', false);
    expect(await lines()).toEqual([]);
  });
});
