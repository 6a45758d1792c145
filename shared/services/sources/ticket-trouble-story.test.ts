import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpFailure } from '../../ports/http.ts';
import { jsonAnswer } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { instant } from '../../values/instant.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { personOf } from '../person.ts';
import { listSecrets } from '../secrets.ts';
import { readSources } from './sources.ts';
import { factsOf } from './ticket-facts.ts';
import { asked, issue, problemOf, show, ticketWorld } from './ticket-world.fixture.ts';

const TOKEN = 'ghp_very-secret';
let world: MemoryWorld;
beforeEach(async () => {
  world = await ticketWorld();
});

describe('what a ticket is about', () => {
  it('is not asked for while the tracker asks for quiet, not even on request', async () => {
    const reset = String(Math.floor(world.clock.now() / 1000) + 600);
    world.http.handler = () =>
      jsonAnswer({ message: 'API rate limit exceeded' }, 403, {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': reset,
      });
    expect(await problemOf(show(world))).toMatchObject({
      code: 'offline',
      message: 'GitHub asks for quiet: API rate limit exceeded (403).',
      remedy: expect.stringContaining('2026-02-10T17:10:00.000Z'),
    });
    await problemOf(show(world, 'TB-042', true));
    await problemOf(show(world, 'TB-7'));
    expect(asked(world)).toHaveLength(1);
    world.clock.advance(600_000);
    world.http.handler = () => issue('Fix socket');
    expect((await show(world)).title).toBe('Fix socket');
  });

  it('waits longer each time where the tracker does not say how long', async () => {
    world.http.handler = () => jsonAnswer({ message: 'Oops' }, 503);
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await problemOf(show(world));
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
    expect(await problemOf(show(world))).toMatchObject({
      code: 'not-found',
      message: 'Nothing is known of TB-042. GitHub: Not Found (404)',
    });
    await problemOf(show(world));
    expect(asked(world)).toHaveLength(1);
    await problemOf(show(world, 'TB-042', true));
    expect(asked(world)).toHaveLength(2);
    expect(await problemOf(show(world, 'APP-019'))).toMatchObject({
      message: expect.stringContaining('no tracker'),
    });
    expect(await problemOf(show(world, 'socket'))).toMatchObject({ code: 'usage' });
  });

  it('never shows a token, whatever a tracker says', async () => {
    await world.secrets.set('github.token', TOKEN);
    const logged = [vi.spyOn(world.log, 'warn'), vi.spyOn(world.log, 'error')];
    world.http.handler = () => jsonAnswer({ message: `Bad credentials ${TOKEN}` }, 401);
    const problem = await problemOf(show(world));
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
    expect([most, facts.size, asked(world).length]).toEqual([4, 8, 12]);
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
    expect(asked(world)).toHaveLength(4);
  });

  it('that is refused for now stays refused, whatever is answered beside it', async () => {
    world.http.handler = ({ url }) =>
      url.endsWith('/1') ? jsonAnswer({ message: 'Slow down' }, 429, { 'retry-after': '60' }) : issue('One');
    const tickets = ['TB-1', 'TB-2', 'TB-3', 'TB-4', 'TB-5'] as TicketId[];
    const { facts } = await factsOf(world, personOf(world), tickets);
    expect([facts.size, asked(world).length]).toEqual([3, 4]);
    expect(await problemOf(show(world, 'TB-5'))).toMatchObject({
      message: 'GitHub asks for quiet: Slow down (429).',
    });
    expect(asked(world)).toHaveLength(4);
  });
});
