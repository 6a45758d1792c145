import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { aMark, anEvent, aRun } from '../ports/sample-sources.ts';
import { ticket } from '../ports/sample-rows.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant } from '../values/instant.ts';
import { atClock, parseLocalDay } from '../values/local-day.ts';
import { replayDays } from './replay.ts';
import { showDay } from './show-day.ts';
import { whyNow } from './why.ts';

const BERLIN = 'Europe/Berlin';
const DAY = parseLocalDay('2026-02-10')!;
const at = (hour: number, minute = 0): Instant => atClock(DAY, hour, minute, BERLIN);
const mark = (when: Instant, kind: 'start' | 'stop') =>
  aMark(formatInstant(when), { user: 'max', ticket: ticket('TB-1'), kind });
let world: MemoryWorld;

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', BERLIN);
  await world.stores.calendar.put(
    'ics:1',
    [anEvent('m', { start: at(9), end: at(9, 30), title: 'APP-1 call' })],
    [],
  );
  await world.stores.tools.addMarks([mark(at(8, 30), 'start'), mark(at(10), 'stop')]);
});

const entryOn = async (name: string) =>
  (await showDay(world, { date: DAY })).entries.find((entry) => entry.ticket === name)!;

describe('why', () => {
  it('names what an entry rests on, with the minutes each thing brought', async () => {
    const why = await whyNow(world, { id: (await entryOn('TB-1')).id });
    expect(why).toMatchObject({ ticket: 'TB-1', date: DAY, minutes: 60, rawMinutes: 60 });
    expect(why.why).toContain('Your editor, 08:30 to 10:00');
    expect(why.evidence.map((line) => line.minutes)).toEqual([60]);
  });

  it('names who took what of it', async () => {
    const why = await whyNow(world, { id: (await entryOn('TB-1')).id });
    expect(why.given).toEqual([{ to: 'APP-1 APP-1 call', minutes: 30 }]);
    expect((await whyNow(world, { id: (await entryOn('APP-1')).id })).given).toEqual([]);
  });

  it('takes the end of an id, and refuses one that fits nothing', async () => {
    const { id } = await entryOn('APP-1');
    expect((await whyNow(world, { id: id.slice(-8) })).entryId).toBe(id);
    await expect(whyNow(world, { id: 'ffffffff' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('replay', () => {
  it('tells what another setting would make of drafts, and changes nothing', async () => {
    const before = await showDay(world, { date: DAY });
    const { days } = await replayDays(world, {
      key: 'calendar.series',
      value: '{"APP-1 call":"APP-7"}',
      from: DAY,
    });
    expect(days).toEqual([
      {
        date: DAY,
        before: [
          { ticket: 'APP-1', minutes: 30 },
          { ticket: 'TB-1', minutes: 60 },
        ],
        after: [
          { ticket: 'APP-7', minutes: 30 },
          { ticket: 'TB-1', minutes: 60 },
        ],
        total: { before: 90, after: 90 },
      },
    ]);
    expect(await showDay(world, { date: DAY })).toEqual(before);
    expect(world.settings.get()['calendar.series']).toEqual({});
  });

  it('refuses settings and values that are none, and more days than anybody compares', async () => {
    const refused = (input: Parameters<typeof replayDays>[1]) =>
      expect(replayDays(world, input)).rejects.toMatchObject({ code: 'usage' });
    await refused({ key: 'git.nothing', value: 1 });
    await refused({ key: 'git.credit', value: 'sideways' });
    await refused({ key: 'git.credit', value: 'before', from: '2020-01-01' });
    await refused({ key: 'git.credit', value: 'before', from: DAY, to: '2026-02-09' });
  });

  it('gives agents only what the person was there for', async () => {
    const run = { start: at(13), end: at(15) };
    await world.stores.agents.putRuns([
      aRun('r1', { user: 'max', startedAt: run.start, aliveAt: run.end, branch: 'fix/TB-5', active: [run] }),
    ]);
    const { days } = await replayDays(world, { key: 'git.credit', value: 'before', from: DAY });
    expect(days[0]!.after.find((time) => time.ticket === 'TB-5')).toBeUndefined();
  });
});
