import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpFailure } from '../../ports/http.ts';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { personOf } from '../person.ts';
import { addRepositories } from '../repositories.ts';
import { listSecrets } from '../secrets.ts';
import { setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { listSources, pauseSource, readSources } from './sources.ts';
import { factsOf, showTicketFacts } from './ticket-facts.ts';
import { listTickets } from '../tickets.ts';
import { showWeek } from '../week.ts';

const DAY_MS = 86_400_000;
const TOKEN = 'ghp_very-secret';
let world: MemoryWorld;

async function begin(settings: Partial<Settings> = {}): Promise<void> {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', {
    'identity.emails': ['max@example.com'],
    'tickets.github': { TB: 'acme/auction' },
    ...settings,
  });
  world.git.repositories.set('/work/auction', {
    commits: [
      commitAt(instant(Date.parse('2026-02-10T09:00:00+01:00')), 'TB-042', 'max@example.com'),
      commitAt(instant(Date.parse('2026-02-10T10:00:00+01:00')), 'APP-019: caching', 'max@example.com'),
    ],
    broken: null,
  });
  await addRepositories(world, { path: '/work/auction' });
  // A repository that is added is read at once, and its tickets with it; nobody was there to answer.
  world.http.requests.length = 0;
}

const asked = (): string[] => world.http.requests.map(({ url }) => url);
const issue = (title: string) => jsonAnswer({ title, state: 'open', labels: [{ name: 'R&D' }] });
const problemOf = async (doing: Promise<unknown>): Promise<Problem> => {
  const error = await doing.then(
    () => null,
    (one: unknown) => one,
  );
  if (!(error instanceof Problem)) throw new Error(`no Problem: ${String(error)}`);
  return error;
};
const show = (ticket = 'TB-042', refresh = false) => showTicketFacts(world, { ticket, refresh });

beforeEach(() => begin());

describe('what a ticket is about', () => {
  it('is told by its tracker, kept for a day, and asked for again on request', async () => {
    world.http.handler = () => issue('Fix socket');
    expect(await show('tb-042')).toEqual({
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
    expect(asked()).toEqual(['https://api.github.com/repos/acme/auction/issues/42']);
    await show();
    expect(asked()).toHaveLength(1);
    world.http.handler = () => issue('Fix sockets');
    expect((await show('TB-042', true)).title).toBe('Fix sockets');
    world.clock.advance(DAY_MS);
    await show();
    expect(asked()).toHaveLength(3);
  });

  it('is told by a file of a registered repository before anybody outside is asked', async () => {
    world.files.texts.set(
      '/work/auction/.tract/tickets/TB-042.md',
      '---\ntitle: From the file\nestimate: 4h\ncustomer: Acme\n---\n',
    );
    expect(await show()).toMatchObject({
      title: 'From the file',
      estimate: 240,
      labels: ['customer:Acme'],
      from: 'file',
    });
    expect(asked()).toEqual([]);
    world.files.texts.set('/work/auction/.tract/tickets/TB-042.md', '---\ntitle: Changed\n---\n');
    expect((await show()).title).toBe('Changed');
  });

  it('stays with its date while there is no network', async () => {
    world.http.handler = () => issue('Fix socket');
    const { at } = await show();
    world.clock.advance(2 * DAY_MS);
    world.http.handler = nobodyThere;
    expect(await show()).toMatchObject({ title: 'Fix socket', at });
    expect(await problemOf(show('TB-7'))).toMatchObject({
      code: 'offline',
      message: 'GitHub did not answer: no network.',
    });
  });

  it('is not asked for while the tracker asks for quiet, not even on request', async () => {
    const reset = String(Math.floor(world.clock.now() / 1000) + 600);
    world.http.handler = () =>
      jsonAnswer({ message: 'API rate limit exceeded' }, 403, {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': reset,
      });
    expect(await problemOf(show())).toMatchObject({
      code: 'offline',
      message: 'GitHub asks for quiet: API rate limit exceeded (403).',
      remedy: expect.stringContaining('2026-02-10T17:10:00.000Z'),
    });
    await problemOf(show('TB-042', true));
    await problemOf(show('TB-7'));
    expect(asked()).toHaveLength(1);
    world.clock.advance(600_000);
    world.http.handler = () => issue('Fix socket');
    expect((await show()).title).toBe('Fix socket');
  });

  it('waits longer each time where the tracker does not say how long', async () => {
    world.http.handler = () => jsonAnswer({ message: 'Oops' }, 503);
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await problemOf(show());
      const { quiet } = JSON.parse((await world.stores.sources.get('tickets:github'))!.mark!) as {
        quiet: { until: number };
      };
      waits.push(quiet.until - world.clock.now());
      world.clock.jumpTo(instant(quiet.until));
    }
    expect(waits).toEqual([45_000, 90_000, 180_000, 360_000]);
  });

  it('that nobody knows is not asked for again and again', async () => {
    world.http.handler = () => jsonAnswer({ message: 'Not Found' }, 404);
    expect(await problemOf(show())).toMatchObject({
      code: 'not-found',
      message: 'Nothing is known of TB-042. GitHub: Not Found (404)',
    });
    await problemOf(show());
    expect(asked()).toHaveLength(1);
    await problemOf(show('TB-042', true));
    expect(asked()).toHaveLength(2);
    expect(await problemOf(show('APP-019'))).toMatchObject({
      message: expect.stringContaining('no tracker'),
    });
    expect(await problemOf(show('socket'))).toMatchObject({ code: 'usage' });
  });

  it('is asked for at the second tracker where the first does not know it', async () => {
    await begin({
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
    expect(await show()).toMatchObject({
      from: 'jira',
      title: 'From Jira',
      estimate: 60,
      url: 'https://acme.atlassian.net/browse/TB-042',
    });
    expect(asked()).toHaveLength(2);
    await readSources(world, {});
    expect(asked().filter((url) => url.includes('linear'))).toHaveLength(2);
    expect((await show('APP-019')).from).toBe('jira');
  });

  it('never shows a token, whatever a tracker says', async () => {
    await world.secrets.set('github.token', TOKEN);
    const logged = [vi.spyOn(world.log, 'warn'), vi.spyOn(world.log, 'error')];
    world.http.handler = () => jsonAnswer({ message: `Bad credentials ${TOKEN}` }, 401);
    const problem = await problemOf(show());
    expect(problem).toMatchObject({
      code: 'unauthorised',
      message: 'GitHub does not let Stint read: Bad credentials … (401).',
    });
    const sources = await readSources(world, {});
    expect(sources.find(({ key }) => key === 'tickets:github')).toMatchObject({ state: 'broken' });
    expect(JSON.stringify([sources, await world.stores.sources.list()])).not.toContain(TOKEN);
    expect(JSON.stringify(logged.flatMap((spy) => spy.mock.calls))).not.toContain(TOKEN);
    expect(listSecrets(world).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['linear.token', 'jira.token', 'github.token']),
    );
  });

  it('is asked for a few at a time, and no further once it is of no use', async () => {
    const tickets = Array.from({ length: 20 }, (_, at) => `TB-${at + 1}` as TicketId);
    let under = 0;
    let most = 0;
    world.http.handler = async () => {
      most = Math.max(most, ++under);
      await Promise.resolve();
      under -= 1;
      if (world.http.requests.length > 8) throw new HttpFailure('cable cut', true);
      return issue('One');
    };
    const { facts, problems } = await factsOf(world, personOf(world), tickets);
    expect([most, facts.size, asked().length]).toEqual([4, 8, 12]);
    expect(problems.map(({ code }) => code)).toEqual(['offline']);
  });

  it('is kept from no other ticket by one that gets no sensible answer', async () => {
    const tickets = Array.from({ length: 8 }, (_, at) => `TB-${at + 1}` as TicketId);
    world.http.handler = ({ url }) =>
      url.endsWith('/2') ? { status: 418, headers: {}, body: '<html>tea</html>' } : issue('One');
    const { facts, problems } = await factsOf(world, personOf(world), tickets);
    expect([...facts.keys()]).toHaveLength(7);
    expect(problems.map(({ message }) => message)).toEqual([
      'GitHub gave no answer that makes sense: HTTP 418.',
    ]);
    world.http.handler = () => ({ status: 200, headers: {}, body: '<html>Log in to the hotel</html>' });
    world.http.requests.length = 0;
    await factsOf(world, personOf(world), tickets, { refresh: true });
    expect(asked()).toHaveLength(4);
  });

  it('that is refused for now stays refused, whatever is answered beside it', async () => {
    world.http.handler = ({ url }) =>
      url.endsWith('/1') ? jsonAnswer({ message: 'Slow down' }, 429, { 'retry-after': '60' }) : issue('One');
    const tickets = ['TB-1', 'TB-2', 'TB-3', 'TB-4', 'TB-5'] as TicketId[];
    const { facts } = await factsOf(world, personOf(world), tickets);
    expect([facts.size, asked().length]).toEqual([3, 4]);
    expect(await problemOf(show('TB-5'))).toMatchObject({
      message: 'GitHub asks for quiet: Slow down (429).',
    });
    expect(asked()).toHaveLength(4);
  });

  it('follows a repository that was renamed, but takes the token nowhere else', async () => {
    world.http.handler = ({ url }) =>
      url.includes('/repos/')
        ? { ...jsonAnswer({}, 301), headers: { location: 'https://api.github.com/repositories/1/issues/42' } }
        : issue('Moved');
    expect((await show()).title).toBe('Moved');
    world.http.handler = () => ({ ...jsonAnswer({}, 301), headers: { location: 'https://evil.example/' } });
    await problemOf(show('TB-7'));
    expect(asked().filter((url) => url.includes('evil'))).toEqual([]);
  });
});

describe('tickets as sources', () => {
  it('are off until one is switched on, and say what is missing', async () => {
    await begin({ 'tickets.github': {} });
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
    const before = asked().length;
    await readSources(world, { source: 'tickets:github' });
    expect(asked()).toHaveLength(before);
    world.clock.advance(DAY_MS);
    await pauseSource(world, { source: 'tickets:github' });
    await readSources(world, {});
    expect((await show()).title).toBe('Fix socket');
    expect(await problemOf(show('TB-7'))).toMatchObject({ code: 'refused' });
    expect(asked()).toHaveLength(before);
  });

  it('are asked again soon while their status is followed', async () => {
    await showDay(world, { date: '2026-02-10' });
    world.http.handler = () => issue('Fix socket');
    await readSources(world, { source: 'tickets:github' });
    const count = asked().length;
    world.clock.advance(11 * 60_000);
    await readSources(world, { source: 'tickets:github' });
    expect(asked()).toHaveLength(count);
    await setSetting(world, { key: 'triggers.trackers', value: true });
    await readSources(world, { source: 'tickets:github' });
    expect(asked()).toHaveLength(count + 1);
    world.clock.advance(5 * 60_000);
    await readSources(world, { source: 'tickets:github' });
    expect(asked()).toHaveLength(count + 1);
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
    expect((await show('APP-019')).title).toBe('Caching');
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
    await show('TB-042', true);
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
