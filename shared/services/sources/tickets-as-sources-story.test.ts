import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { listSources, pauseSource, readSources } from './sources.ts';
import { asked, DAY_MS, issue, problemOf, show, ticketWorld } from './ticket-world.fixture.ts';

let world: MemoryWorld;
beforeEach(async () => {
  world = await ticketWorld();
});

describe('tickets as sources', () => {
  it('are off until one is switched on, and say what is missing', async () => {
    world = await ticketWorld({ 'tickets.github': {} });
    const ours = async () => (await listSources(world)).filter(({ kind }) => kind === 'tickets');
    expect(await ours()).toMatchObject([{ key: 'tickets', state: 'off' }]);
    await world.settings.set('tickets.linear', true);
    expect(await ours()).toMatchObject([
      { key: 'tickets:linear', state: 'off', detail: expect.stringContaining('secret set linear.token') },
    ]);
    world.files.texts.set('/work/auction/.tract/tickets/TB-042.md', '---\ntitle: T\n---\n');
    expect((await ours()).map(({ key, name, state }) => [key, name, state])).toEqual([
      ['tickets:linear', 'Linear', 'off'],
      ['tickets:files', 'Ticket files', 'ready'],
    ]);
  });

  it('keep the tickets of the last weeks fresh; those that are paused are left alone', async () => {
    world.http.handler = () => issue('Fix socket');
    await showDay(world, { date: 'today' });
    const [read] = await readSources(world, { source: 'tickets:github' });
    expect(read).toMatchObject({ state: 'ready', today: '1 ticket read' });
    const before = asked(world).length;
    await readSources(world, { source: 'tickets:github' });
    expect(asked(world)).toHaveLength(before);
    world.clock.advance(DAY_MS);
    await pauseSource(world, { source: 'tickets:github' });
    await readSources(world, {});
    expect((await show(world)).title).toBe('Fix socket');
    expect(await problemOf(show(world, 'TB-7'))).toMatchObject({ code: 'refused' });
    expect(asked(world)).toHaveLength(before);
  });

  it('are asked again soon while their status is followed', async () => {
    await showDay(world, { date: '2026-02-10' });
    world.http.handler = () => issue('Fix socket');
    await readSources(world, { source: 'tickets:github' });
    const count = asked(world).length;
    world.clock.advance(11 * 60_000);
    await readSources(world, { source: 'tickets:github' });
    expect(asked(world)).toHaveLength(count);
    await setSetting(world, { key: 'triggers.trackers', value: true });
    await readSources(world, { source: 'tickets:github' });
    expect(asked(world)).toHaveLength(count + 1);
    world.clock.advance(5 * 60_000);
    await readSources(world, { source: 'tickets:github' });
    expect(asked(world)).toHaveLength(count + 1);
  });

  it('tell which file is no ticket, and read all others', async () => {
    world.files.texts.set('/work/auction/.tract/tickets/TB-042.md', 'no front matter');
    world.files.texts.set('/work/auction/.tract/tickets/APP-019.md', '---\ntitle: Caching\n---\n');
    await showDay(world, { date: 'today' });
    const [read] = await readSources(world, { source: 'tickets:files' });
    expect(read).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('TB-042.md is no ticket'),
    });
    expect((await show(world, 'APP-019')).title).toBe('Caching');
  });
});
