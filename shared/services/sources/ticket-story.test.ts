import { beforeEach, describe, expect, it } from 'vitest';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { showDay } from '../show-day.ts';
import { readSources } from './sources.ts';
import { listTickets } from '../tickets.ts';
import { showWeek } from '../week.ts';
import { asked, DAY_MS, issue, problemOf, show, ticketWorld } from './ticket-world.fixture.ts';

let world: MemoryWorld;
beforeEach(async () => {
  world = await ticketWorld();
});

describe('what a ticket is about', () => {
  it('is told by its tracker, kept for a day, and asked for again on request', async () => {
    world.http.handler = () => issue('Fix socket');
    expect(await show(world, 'tb-042')).toEqual({
      ticket: 'TB-042',
      title: 'Fix socket',
      type: null,
      status: 'open',
      estimate: null,
      labels: ['R&D'],
      url: null,
      from: 'github',
      at: '2026-02-10T17:00:00.000Z',
    });
    expect(asked(world)).toEqual(['https://api.github.com/repos/acme/auction/issues/42']);
    await show(world);
    expect(asked(world)).toHaveLength(1);
    world.http.handler = () => issue('Fix sockets');
    expect((await show(world, 'TB-042', true)).title).toBe('Fix sockets');
    world.clock.advance(DAY_MS);
    await show(world);
    expect(asked(world)).toHaveLength(3);
  });

  it('is told by a file of a registered repository before anybody outside is asked', async () => {
    world.files.texts.set(
      '/work/auction/.tract/tickets/TB-042.md',
      '---\ntitle: From the file\nestimate: 4h\ncustomer: Acme\n---\n',
    );
    expect(await show(world)).toMatchObject({
      title: 'From the file',
      estimate: 240,
      labels: ['customer:Acme'],
      from: 'file',
    });
    expect(asked(world)).toEqual([]);
    world.files.texts.set('/work/auction/.tract/tickets/TB-042.md', '---\ntitle: Changed\n---\n');
    expect((await show(world)).title).toBe('Changed');
  });

  it('stays with its date while there is no network', async () => {
    world.http.handler = () => issue('Fix socket');
    const { at } = await show(world);
    world.clock.advance(2 * DAY_MS);
    world.http.handler = nobodyThere;
    expect(await show(world)).toMatchObject({ title: 'Fix socket', at });
    expect(await problemOf(show(world, 'TB-7'))).toMatchObject({
      code: 'offline',
      message: 'GitHub did not answer: no network.',
    });
  });

  it('is asked for at the second tracker where the first does not know it', async () => {
    world = await ticketWorld({
      'tickets.github': {},
      'tickets.linear': true,
      'tickets.jira.site': 'https://acme.atlassian.net/',
      'tickets.jira.email': 'max@example.com',
    });
    await world.secrets.set('linear.token', 'lin_api_1');
    await world.secrets.set('jira.token', 'jira-1');
    world.http.handler = ({ url }) =>
      url.includes('linear')
        ? jsonAnswer({ data: { issue: null } })
        : jsonAnswer({ fields: { summary: 'From Jira', timeoriginalestimate: 3600 } });
    expect(await show(world)).toMatchObject({
      from: 'jira',
      title: 'From Jira',
      estimate: 60,
      url: 'https://acme.atlassian.net/browse/TB-042',
    });
    expect(asked(world)).toHaveLength(2);
    await readSources(world, {});
    expect(asked(world).filter((url) => url.includes('linear'))).toHaveLength(2);
    expect((await show(world, 'APP-019')).from).toBe('jira');
  });

  it('follows a repository that was renamed, but takes the token nowhere else', async () => {
    world.http.handler = ({ url }) =>
      url.includes('/repos/')
        ? { ...jsonAnswer({}, 301), headers: { location: 'https://api.github.com/repositories/1/issues/42' } }
        : issue('Moved');
    expect((await show(world)).title).toBe('Moved');
    world.http.handler = () => ({ ...jsonAnswer({}, 301), headers: { location: 'https://evil.example/' } });
    await problemOf(show(world, 'TB-7'));
    expect(asked(world).filter((url) => url.includes('evil'))).toEqual([]);
  });
});

describe('titles', () => {
  beforeEach(async () => {
    world.http.handler = () => issue('Fix the flaky socket');
    await showDay(world, { date: 'today' });
    await readSources(world, {});
  });

  it('stand where a commit said nothing but the number, also once they change', async () => {
    const described = async () =>
      (await showDay(world, { date: 'today' })).entries.map(({ ticket, description }) => [
        ticket,
        description,
      ]);
    expect(await described()).toContainEqual(['TB-042', 'Fix the flaky socket']);
    expect(await described()).toContainEqual(['APP-019', 'caching']);
    world.http.handler = () => issue('Fix both sockets');
    await show(world, 'TB-042', true);
    expect(await described()).toContainEqual(['TB-042', 'Fix both sockets']);
  });

  it('stand in the week and in the list, which is searched by their words', async () => {
    const week = await showWeek(world, { week: 'this' });
    expect(week.tickets.find(({ ticket }) => ticket === 'TB-042')?.title).toBe('Fix the flaky socket');
    const found = async (query?: string) => (await listTickets(world, { query })).map(({ ticket }) => ticket);
    expect(await listTickets(world, {})).toContainEqual(
      expect.objectContaining({ ticket: 'TB-042', title: 'Fix the flaky socket' }),
    );
    expect(await found('socket FIX')).toEqual(['TB-042']);
    expect(await found('r&d')).toEqual(['TB-042']);
    expect(await found('caching')).toEqual(['APP-019']);
    expect(await found('tb-')).toEqual(['TB-042']);
    expect(await found('nothing of it')).toEqual([]);
  });
});
