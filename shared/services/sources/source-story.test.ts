import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import { plusMinutes } from '../../values/instant.ts';
import { parseLocalDay } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { Stop } from '../../values/stop.ts';
import { personOf } from '../person.ts';
import { heardFrom } from './pushed-source.ts';
import { readEvidence } from './read-sources.ts';
import { addRepositories } from '../repositories.ts';
import { showDay } from '../show-day.ts';
import type { Reading, SourceReader } from './source-reader.ts';
import { examine } from '../upkeep.ts';
import { listSources, pauseSource, readAll, readSources, resumeSource } from './sources.ts';

const TODAY = parseLocalDay('2026-02-10')!;
let world: MemoryWorld;

/** A calendar, as the test says what it does when it is read. */
interface Fake extends SourceReader {
  sources: { key: string; name: string; off?: string | null }[];
  does: (reading: Reading, key: string) => Promise<readonly (typeof TODAY)[]>;
  readonly read_: string[];
  readonly marks: (string | null)[];
}

function fake(given: Partial<Fake> = {}): Fake {
  const made: Fake = {
    kind: 'ics',
    way: 'remote',
    sources: [{ key: 'ics:1', name: 'Work' }],
    does: async () => [],
    read_: [],
    marks: [],
    list: async () => made.sources,
    async read(_world, _person, key, _since, reading) {
      made.read_.push(key);
      made.marks.push(reading.mark);
      return made.does(reading, key);
    },
    today: async () => '2 meetings',
    ...given,
  };
  return made;
}
const read = (reader: SourceReader, freshMs = 0) =>
  readEvidence(world, personOf(world), { since: personOf(world).now, patienceMs: 3000, freshMs }, [reader]);
const one = async (reader: SourceReader, key = 'ics:1') =>
  (await listSources(world, {}, [reader])).find((source) => source.key === key);

beforeEach(() => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin');
});

describe('reading a source', () => {
  it('goes on where the last reading ended, and says on which days something changed', async () => {
    const calendar = fake({ does: async ({ keep }) => (await keep('page 2'), [TODAY, TODAY]) });
    expect(await one(calendar)).toMatchObject({ state: 'ready', detail: 'Not read yet.', lastReadAt: null });
    expect(await read(calendar)).toEqual([TODAY]);
    await read(calendar);
    expect(calendar.marks).toEqual([null, 'page 2']);
    expect(await one(calendar)).toMatchObject({
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
    expect(await read(calendar)).toEqual([TODAY]);
    expect(await one(calendar)).toMatchObject({
      state: 'broken',
      detail: 'calendar.example did not answer. It is asked again.',
      lastReadAt: null,
    });
    expect(await one(calendar, 'ics:2')).toMatchObject({ state: 'ready' });
    calendar.does = async () => [];
    await read(calendar);
    expect(calendar.marks.at(-2)).toBe('half');
    expect(await one(calendar)).toMatchObject({ state: 'ready' });
  });

  it('that fails is a warning on the day and in the doctor, until it is paused', async () => {
    const calendar = fake({
      // Of a kind that is read, it would be forgotten with the next look at a day: its own reader does not know it.
      kind: 'wakatime',
      does: () => Promise.reject(new Problem('offline', 'calendar.example is silent.', 'It is asked again.')),
    });
    await read(calendar);
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
    await read(calendar, 2000);
    await read(calendar, 2000);
    expect(calendar.read_.length).toBe(1);
    world.clock.advance(2000);
    calendar.does = () => Promise.reject(new Error('odd answer'));
    await read(calendar, 2000);
    world.clock.advance(30_000);
    await read(calendar, 2000);
    expect(calendar.read_.length).toBe(2);
    await read(calendar, 0);
    world.clock.advance(60_000);
    await read(calendar, 2000);
    expect(calendar.read_.length).toBe(4);
  });

  it('reads what lies on this machine every time', async () => {
    const log = fake({ kind: 'telemetry', way: 'local', sources: [{ key: 'telemetry:shop', name: 'shop' }] });
    await read(log, 60_000);
    await read(log, 60_000);
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
    expect(await read(calendar)).toEqual([]);
    expect(await one(calendar)).toMatchObject({ state: 'ready', lastReadAt: null });
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
    expect(await read(calendar)).toEqual([TODAY]);
    calendar.does = async ({ keep }) => {
      await keep('more', [TODAY]);
      throw new Error('odd answer');
    };
    expect(await read(calendar)).toEqual([TODAY]);
    expect(calendar.marks).toEqual([null, 'half']);
  });

  it('is called off when the program ends', async () => {
    const stop = new Stop();
    const calendar = fake({ does: async (reading) => (stop.now(), reading.timeoutMs(), [TODAY]) });
    await readAll(world, { stop }, [calendar]);
    expect(await one(calendar)).toMatchObject({ state: 'ready', lastReadAt: null });
  });

  it('is done once for all who ask meanwhile', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const calendar = fake({ does: async () => (await gate, [TODAY]) });
    const both = Promise.all([read(calendar), read(calendar)]);
    go();
    expect(await both).toEqual([[TODAY], [TODAY]]);
    expect(calendar.read_.length).toBe(1);
  });

  it('of a kind that cannot even be listed says so', async () => {
    const broken = fake({ list: () => Promise.reject(new Error('no such folder')) });
    expect(await read(broken)).toEqual([]);
    expect(await one(broken, 'ics')).toMatchObject({ state: 'broken', kind: 'ics' });
  });
});

describe('pausing', () => {
  it('stops the reading until it is resumed; what it told stays', async () => {
    const calendar = fake();
    await read(calendar);
    expect(await pauseSource(world, { source: 'work' }, [calendar])).toMatchObject({ state: 'paused' });
    await read(calendar);
    await expect(readSources(world, { source: 'ics:1' }, [calendar])).rejects.toMatchObject({
      code: 'refused',
    });
    expect(calendar.read_.length).toBe(1);
    expect(await resumeSource(world, { source: 'ics' }, [calendar])).toMatchObject({ state: 'ready' });
    expect(await readSources(world, { source: 'ics:1' }, [calendar])).toHaveLength(1);
    expect(calendar.read_.length).toBe(2);
  });

  it('while it is being read is not undone by that reading', async () => {
    const calendar = fake({
      does: async () => (await pauseSource(world, { source: 'ics:1' }, [calendar]), [TODAY]),
    });
    await read(calendar);
    expect(await one(calendar)).toMatchObject({ state: 'paused' });
  });

  it('is refused for presence and repositories, with what to do instead', async () => {
    world.git.repositories.set('/work/shop', { commits: [], broken: null });
    await addRepositories(world, { path: '/work' });
    await expect(pauseSource(world, { source: 'presence' })).rejects.toMatchObject({ code: 'refused' });
    await expect(pauseSource(world, { source: 'shop' })).rejects.toMatchObject({
      code: 'refused',
      remedy: 'Forget it with: stint repo remove shop',
    });
    await expect(pauseSource(world, { source: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shuts the ears to what speaks up by itself', async () => {
    const key = { key: 'wakatime', kind: 'wakatime' as const, name: 'Editors' };
    const editors = fake({ kind: 'wakatime', way: 'pushed', sources: [key] });
    expect(await one(editors, 'wakatime')).toMatchObject({ detail: 'Nothing came in yet.' });
    expect(await heardFrom(world, key)).toBe(true);
    const told = world.events.published.length;
    world.clock.advance(30_000);
    expect(await heardFrom(world, key)).toBe(true);
    expect(world.events.published.length).toBe(told);
    expect(await one(editors, 'wakatime')).toMatchObject({ lastReadAt: '2026-02-10T17:00:00.000Z' });
    await pauseSource(world, { source: 'wakatime' }, [editors]);
    expect(await heardFrom(world, key)).toBe(false);
    await read(editors);
    expect(editors.read_).toEqual([]);
  });
});

describe('a source that is not there any more', () => {
  it('loses its state and its meetings to come; those that were stay', async () => {
    const calendar = fake();
    await read(calendar);
    const hour = (from: number) => ({
      start: plusMinutes(world.clock.now(), from),
      end: plusMinutes(world.clock.now(), from + 30),
    });
    await world.stores.calendar.put('ics:1', [anEvent('was', hour(-60)), anEvent('will be', hour(60))], []);
    calendar.sources = [{ key: 'ics:2', name: 'Home' }];
    await read(calendar);
    expect((await world.stores.sources.list()).map((state) => state.key)).toEqual(['ics:2']);
    const interval = {
      start: plusMinutes(world.clock.now(), -600),
      end: plusMinutes(world.clock.now(), 600),
    };
    expect((await world.stores.calendar.between(interval)).map((event) => event.id)).toEqual(['was']);
  });

  it('that is only off is kept, and not read', async () => {
    const calendar = fake();
    await read(calendar);
    calendar.sources = [{ key: 'ics:1', name: 'Work', off: 'Choose a calendar first.' }];
    await read(calendar);
    expect(calendar.read_.length).toBe(1);
    expect(await one(calendar)).toMatchObject({
      state: 'off',
      detail: 'Choose a calendar first.',
      today: null,
      lastReadAt: '2026-02-10T17:00:00.000Z',
    });
    await expect(readSources(world, { source: 'ics:1' }, [calendar])).rejects.toMatchObject({
      remedy: 'Choose a calendar first.',
    });
  });
});

describe('presence and repositories', () => {
  it('stand first among the sources, with what they found today', async () => {
    const now = world.clock.now();
    await world.settings.set('identity.emails', ['max@example.com']);
    world.git.repositories.set('/work/shop', {
      commits: [commitAt(plusMinutes(now, -30), 'TB-1', 'max@example.com')],
      broken: null,
    });
    world.git.repositories.set('/work/old', {
      commits: [],
      broken: new Problem('failed', 'It is damaged.', 'Mend it.'),
    });
    await addRepositories(world, { path: '/work' });
    await world.stores.evidence.putPresence({
      id: world.ids.next(now),
      user: 'max',
      start: plusMinutes(now, -90),
      end: now,
      state: 'active',
      backend: 'memory',
      zone: 'Europe/Berlin',
      open: true,
    });
    await readSources(world, {});
    const [presence, old, shop] = await listSources(world);
    expect(presence).toMatchObject({ kind: 'presence', today: '1h30m at the machine', state: 'ready' });
    expect(old).toMatchObject({ kind: 'git', state: 'broken', detail: 'It is damaged. Mend it.' });
    expect(shop).toMatchObject({ kind: 'git', state: 'ready', today: '1 commit', name: 'shop' });
    expect(shop!.lastReadAt).not.toBeNull();
  });
});
