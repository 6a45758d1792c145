import { describe, expect, it } from 'vitest';
import { showDay } from '#shared/services/show-day.ts';
import { pauseSource } from '#shared/services/sources/sources.ts';
import { dayInterval, parseLocalDay } from '#shared/values/local-day.ts';
import { beat, NOON, wakatimeDesk } from './wakatime-desk.fixture.ts';

const desk = wakatimeDesk();
const { send, bulk, kept } = desk;

describe('heartbeats', () => {
  it('are taken with 201 and one pair each, byte for byte', async () => {
    const told = await bulk([beat(NOON - 60), beat(NOON - 30.25, { is_write: true })]);
    expect(told.status).toBe(201);
    expect(told.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(told.text).toBe(
      '{"responses":[[{"data":null,"error":null},201],[{"data":null,"error":null},201]]}',
    );
    expect(await kept()).toEqual([
      expect.objectContaining({
        at: (NOON - 60) * 1000,
        entity: 'socket.ts',
        editor: 'vscode',
        isWrite: false,
      }),
      {
        user: 'max',
        at: (NOON - 30.25) * 1000,
        entity: 'socket.ts',
        type: 'file',
        category: 'coding',
        project: 'shop',
        branch: 'fix/TB-042-socket',
        language: 'TypeScript',
        editor: 'vscode',
        isWrite: true,
      },
    ]);
  });

  it('become the day: 25 a call, what is sent again counts once', async () => {
    const all = Array.from({ length: 61 }, (_, n) => beat(NOON - 3600 + n * 60));
    for (let at = 0; at < all.length; at += 25) {
      const call = all.slice(at, at + 25);
      // The first answer was lost, so the queue sends it again.
      for (const time of [1, 2]) {
        const told = await bulk(call);
        expect([time, told.status]).toEqual([time, 201]);
        expect((JSON.parse(told.text) as { responses: unknown[] }).responses).toHaveLength(call.length);
      }
    }
    expect(await kept()).toHaveLength(61);
    const day = await showDay(desk.world, { date: 'today' });
    expect(day.entries).toMatchObject([{ ticket: 'TB-042', minutes: 60, source: 'ide' }]);
  });

  it('each has an answer of its own, in their order', async () => {
    const told = await bulk([
      beat(NOON),
      beat(NOON + 601),
      beat(NOON, { entity: null }),
      { entity: 'x' },
      'nonsense',
      null,
      beat(NOON - 5),
    ]);
    expect(told.text).toBe(
      '{"responses":[[{"data":null,"error":null},201],' +
        '[{"errors":{"time":["is in the future; check the clock"]}},400],' +
        '[{"errors":{"entity":["must be the name of a file, a domain or an application"]}},400],' +
        '[{"errors":{"time":["must be seconds since 1970"]}},400],' +
        '[{"errors":{"heartbeat":["must be an object"]}},400],' +
        '[{"errors":{"heartbeat":["must be an object"]}},400],' +
        '[{"data":null,"error":null},201]]}',
    );
    expect(await kept()).toHaveLength(2);
  });

  it('a single one, as browsers send it', async () => {
    const one = { time: NOON, entity: 'https://max@example.com:8443/secret?q=1', type: 'url', project: null };
    const told = await send('POST', '/users/current/heartbeats', one);
    expect([told.status, told.text]).toEqual([201, '{"data":null,"error":null}']);
    expect(await kept()).toMatchObject([{ entity: 'example.com', type: 'url', project: null }]);
    const bad = await send('POST', '/users/current/heartbeats', { time: 'soon', entity: 'x' });
    expect([bad.status, bad.text]).toEqual([400, '{"errors":{"time":["must be seconds since 1970"]}}']);
  });

  it('that say "as before" are about what the one before was about', async () => {
    await bulk([beat(NOON - 90)]);
    const last = { project: '<<LAST_PROJECT>>', branch: '<<LAST_BRANCH>>', language: '<<LAST_LANGUAGE>>' };
    await bulk([beat(NOON - 30, { entity: 'localhost', type: 'domain', ...last })]);
    expect((await kept()).at(-1)).toMatchObject({
      project: 'shop',
      branch: 'fix/TB-042-socket',
      language: 'TypeScript',
    });
  });

  it('of now are a sign of the person, those of an agent or of yesterday are not', async () => {
    await bulk([beat(NOON, { category: 'ai coding' })]);
    await bulk([beat(NOON - 86_400)]);
    expect(desk.world.seen.signsOfLife).toBe(0);
    await bulk([beat(NOON), beat(NOON - 1)]);
    expect(desk.world.seen.signsOfLife).toBe(1);
  });

  it('of an agent count where the person is known to be there, and nowhere else', async () => {
    const agent = [0, 60, 120].map((n) => beat(NOON - 600 + n, { category: 'ai coding' }));
    await bulk(agent);
    expect((await showDay(desk.world, { date: 'today' })).entries).toEqual([]);
    const { start } = dayInterval(parseLocalDay('2026-02-10')!, 'Europe/Berlin');
    await desk.world.stores.evidence.putPresence({
      id: desk.world.ids.next(start),
      user: 'max',
      state: 'active',
      backend: 'test',
      zone: 'Europe/Berlin',
      start,
      end: desk.world.clock.now(),
      open: false,
    });
    expect((await showDay(desk.world, { date: 'today' })).entries).toMatchObject([
      { minutes: 2, source: 'ide' },
    ]);
  });

  it('are taken and thrown away while the source is paused, so that nobody sends them again', async () => {
    await pauseSource(desk.world, { source: 'wakatime' });
    expect((await bulk([beat(NOON)])).text).toBe('{"responses":[[{"data":null,"error":null},201]]}');
    expect(await kept()).toEqual([]);
  });

  it('by the hundred thousand are kept', async () => {
    const all = Array.from({ length: 6000 }, (_, n) => ({
      time: NOON - 10_000 + n,
      entity: `f${n}`,
      branch: null,
    }));
    for (let call = 0; call < 17; call += 1) {
      const told = await bulk(all.map((one) => ({ ...one, time: one.time - call * 100_000 })));
      expect(told.status).toBe(201);
    }
    const from = { start: 0, end: desk.world.clock.now() } as Parameters<
      typeof desk.world.stores.tools.beats
    >[1];
    expect(await desk.world.stores.tools.beats('max', from)).toHaveLength(102_000);
    expect(desk.failures).toEqual([]);
  }, 60_000);
});

describe('what is no request', () => {
  it.each([
    ['half of one', '[{"time": 1', 400],
    ['no list', '{"time": 1}', 400],
    ['nothing', undefined, 400],
    ['more than a megabyte', `[${'"x",'.repeat(300_000)}"x"]`, 413],
  ])('%s', async (_name, body, status) => {
    // A body that is too long may be answered by hanging up while it is still sent.
    const told = await bulk(body).catch(() => null);
    if (told !== null || status !== 413) expect(told?.status).toBe(status);
    expect(await kept()).toEqual([]);
  });
  it('a store that fails is told as 500, so that all of it is sent again', async () => {
    const { addBeats } = desk.world.stores.tools;
    const tools = { ...desk.world.stores.tools, addBeats: () => Promise.reject(new Error('disk full')) };
    Object.assign(desk.world.stores, { tools });
    expect((await bulk([beat(NOON)])).status).toBe(500);
    expect(desk.failures).toHaveLength(1);
    Object.assign(desk.world.stores, { tools: { ...tools, addBeats } });
    expect((await bulk([beat(NOON)])).status).toBe(201);
    expect(await kept()).toHaveLength(1);
  });
});
