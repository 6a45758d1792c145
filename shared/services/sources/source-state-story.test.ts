import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import { plusMinutes } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { heardFrom } from './pushed-source.ts';
import { addRepositories } from '../repositories.ts';
import { listSources, pauseSource, readSources, resumeSource } from './sources.ts';
import { eveningWorld, fake, one, read, TODAY } from './fake-source.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = eveningWorld();
});

describe('pausing', () => {
  it('stops the reading until it is resumed; what it told stays', async () => {
    const calendar = fake();
    await read(world, calendar);
    expect(await pauseSource(world, { source: 'work' }, [calendar])).toMatchObject({ state: 'paused' });
    await read(world, calendar);
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
    await read(world, calendar);
    expect(await one(world, calendar)).toMatchObject({ state: 'paused' });
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
    expect(await one(world, editors, 'wakatime')).toMatchObject({ detail: 'Nothing came in yet.' });
    expect(await heardFrom(world, key)).toBe(true);
    const told = world.events.published.length;
    world.clock.advance(30_000);
    expect(await heardFrom(world, key)).toBe(true);
    expect(world.events.published.length).toBe(told);
    expect(await one(world, editors, 'wakatime')).toMatchObject({ lastReadAt: '2026-02-10T17:00:00.000Z' });
    await pauseSource(world, { source: 'wakatime' }, [editors]);
    expect(await heardFrom(world, key)).toBe(false);
    await read(world, editors);
    expect(editors.read_).toEqual([]);
  });
});

describe('a source that is not there any more', () => {
  it('loses its state and its meetings to come; those that were stay', async () => {
    const calendar = fake();
    await read(world, calendar);
    const hour = (from: number) => ({
      start: plusMinutes(world.clock.now(), from),
      end: plusMinutes(world.clock.now(), from + 30),
    });
    await world.stores.calendar.put('ics:1', [anEvent('was', hour(-60)), anEvent('will be', hour(60))], []);
    calendar.sources = [{ key: 'ics:2', name: 'Home' }];
    await read(world, calendar);
    expect((await world.stores.sources.list()).map((state) => state.key)).toEqual(['ics:2']);
    const interval = {
      start: plusMinutes(world.clock.now(), -600),
      end: plusMinutes(world.clock.now(), 600),
    };
    expect((await world.stores.calendar.between(interval)).map((event) => event.id)).toEqual(['was']);
  });

  it('that is only off is kept, and not read', async () => {
    const calendar = fake();
    await read(world, calendar);
    calendar.sources = [{ key: 'ics:1', name: 'Work', off: 'Choose a calendar first.' }];
    await read(world, calendar);
    expect(calendar.read_.length).toBe(1);
    expect(await one(world, calendar)).toMatchObject({
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
