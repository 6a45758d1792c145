import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import { plusMinutes } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { Stop } from '../../values/stop.ts';
import { showDay } from '../show-day.ts';
import { examine } from '../upkeep.ts';
import { pauseSource, readAll } from './sources.ts';
import { eveningWorld, fake, one, read, TODAY } from './fake-source.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = eveningWorld();
});

describe('reading a source', () => {
  it('goes on where the last reading ended, and says on which days something changed', async () => {
    const calendar = fake({ does: async ({ keep }) => (await keep('page 2'), [TODAY, TODAY]) });
    expect(await one(world, calendar)).toMatchObject({
      state: 'ready',
      detail: 'Not read yet.',
      lastReadAt: null,
    });
    expect(await read(world, calendar)).toEqual([TODAY]);
    await read(world, calendar);
    expect(calendar.marks).toEqual([null, 'page 2']);
    expect(await one(world, calendar)).toMatchObject({
      name: 'Work',
      state: 'ready',
      lastReadAt: '2026-02-10T17:00:00.000Z',
      today: '2 meetings',
    });
    expect(world.events.published).toContainEqual({ kind: 'sources' });
  });

  it('proposes what it found', async () => {
    const event = { start: plusMinutes(world.clock.now(), -120), end: plusMinutes(world.clock.now(), -60) };
    const calendar = fake({
      does: async () => {
        await world.stores.calendar.put('ics:1', [anEvent('a', { ...event, title: 'TB-7' })], []);
        return [TODAY];
      },
    });
    await readAll(world, {}, [calendar]);
    const [entry] = await world.stores.entries.between('max', TODAY, TODAY);
    expect(entry).toMatchObject({ ticket: 'TB-7', minutes: 60, source: 'calendar', state: 'proposed' });
  });

  it('that fails is told in words, keeps what it had, and holds up no other', async () => {
    const calendar = fake({
      sources: [
        { key: 'ics:1', name: 'Work' },
        { key: 'ics:2', name: 'Home' },
      ],
      does: async ({ keep }, key) => {
        if (key === 'ics:2') return [TODAY];
        await keep('half');
        throw new Problem('offline', 'calendar.example did not answer.', 'It is asked again.');
      },
    });
    expect(await read(world, calendar)).toEqual([TODAY]);
    expect(await one(world, calendar)).toMatchObject({
      state: 'broken',
      detail: 'calendar.example did not answer. It is asked again.',
      lastReadAt: null,
    });
    expect(await one(world, calendar, 'ics:2')).toMatchObject({ state: 'ready' });
    calendar.does = async () => [];
    await read(world, calendar);
    expect(calendar.marks.at(-2)).toBe('half');
    expect(await one(world, calendar)).toMatchObject({ state: 'ready' });
  });

  it('that fails is a warning on the day and in the doctor, until it is paused', async () => {
    const calendar = fake({
      // Of a kind that is read, it would be forgotten with the next look at a day: its own reader does not know it.
      kind: 'wakatime',
      does: () => Promise.reject(new Problem('offline', 'calendar.example is silent.', 'It is asked again.')),
    });
    await read(world, calendar);
    const warning = 'Work: calendar.example is silent. It is asked again.';
    expect((await showDay(world, { date: 'today' })).warnings).toContain(warning);
    const { healthy, checks } = await examine(world, {});
    expect(healthy).toBe(false);
    expect(checks).toContainEqual({
      name: 'source Work',
      ok: false,
      detail: 'calendar.example is silent. It is asked again.',
      remedy: 'Try again: stint source read ics:1, or leave it: stint source pause ics:1',
    });
    await pauseSource(world, { source: 'ics:1' }, [calendar]);
    expect((await showDay(world, { date: 'today' })).warnings).not.toContain(warning);
    expect((await examine(world, {})).healthy).toBe(true);
  });

  it('that fails does not fail the day', async () => {
    await world.settings.set('calendar.ics', ['https://calendar.example/secret.ics']);
    expect((await showDay(world, { date: 'today' })).entries).toEqual([]);
  });

  it('asks those outside not more often than it must, and lets one that failed rest for a minute', async () => {
    const calendar = fake();
    await read(world, calendar, 2000);
    await read(world, calendar, 2000);
    expect(calendar.read_.length).toBe(1);
    world.clock.advance(2000);
    calendar.does = () => Promise.reject(new Error('odd answer'));
    await read(world, calendar, 2000);
    world.clock.advance(30_000);
    await read(world, calendar, 2000);
    expect(calendar.read_.length).toBe(2);
    await read(world, calendar, 0);
    world.clock.advance(60_000);
    await read(world, calendar, 2000);
    expect(calendar.read_.length).toBe(4);
  });

  it('reads what lies on this machine every time', async () => {
    const log = fake({ kind: 'telemetry', way: 'local', sources: [{ key: 'telemetry:shop', name: 'shop' }] });
    await read(world, log, 60_000);
    await read(world, log, 60_000);
    expect(log.read_).toEqual(['telemetry:shop', 'telemetry:shop']);
  });

  it('ends with the patience of who waits: that is no trouble of the source', async () => {
    const calendar = fake({
      does: async ({ timeoutMs }) => {
        expect(timeoutMs()).toBe(3000);
        world.clock.advance(2999);
        expect(timeoutMs()).toBe(1);
        world.clock.advance(1);
        timeoutMs();
        return [TODAY];
      },
    });
    expect(await read(world, calendar)).toEqual([]);
    expect(await one(world, calendar)).toMatchObject({ state: 'ready', lastReadAt: null });
  });

  it('that ends early still says on which days it found something', async () => {
    const calendar = fake({
      does: async ({ keep, timeoutMs }) => {
        await keep('half', [TODAY]);
        world.clock.advance(3000);
        timeoutMs();
        return [];
      },
    });
    expect(await read(world, calendar)).toEqual([TODAY]);
    calendar.does = async ({ keep }) => {
      await keep('more', [TODAY]);
      throw new Error('odd answer');
    };
    expect(await read(world, calendar)).toEqual([TODAY]);
    expect(calendar.marks).toEqual([null, 'half']);
  });

  it('is called off when the program ends', async () => {
    const stop = new Stop();
    const calendar = fake({ does: async (reading) => (stop.now(), reading.timeoutMs(), [TODAY]) });
    await readAll(world, { stop }, [calendar]);
    expect(await one(world, calendar)).toMatchObject({ state: 'ready', lastReadAt: null });
  });

  it('is done once for all who ask meanwhile', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const calendar = fake({ does: async () => (await gate, [TODAY]) });
    const both = Promise.all([read(world, calendar), read(world, calendar)]);
    go();
    expect(await both).toEqual([[TODAY], [TODAY]]);
    expect(calendar.read_.length).toBe(1);
  });

  it('of a kind that cannot even be listed says so', async () => {
    const broken = fake({ list: () => Promise.reject(new Error('no such folder')) });
    expect(await read(world, broken)).toEqual([]);
    expect(await one(world, broken, 'ics')).toMatchObject({ state: 'broken', kind: 'ics' });
  });
});
