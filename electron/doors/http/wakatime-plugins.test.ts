import { describe, expect, it } from 'vitest';
import { showDay } from '#shared/services/show-day.ts';
import { listSources } from '#shared/services/sources/sources.ts';
import { beat, BULK, NOON, wakatimeDesk } from './wakatime-desk.fixture.ts';

const desk = wakatimeDesk();
const { send, bulk } = desk;

describe('what else plugins ask for', () => {
  it('today, in the bar at the bottom', async () => {
    await bulk(Array.from({ length: 78 }, (_, n) => beat(NOON - 77 * 60 + n * 60)));
    await showDay(desk.world, { date: 'today' });
    const told = await send('GET', '/users/current/statusbar/today');
    expect([told.status, told.text]).toEqual([
      200,
      '{"cached_at":"2026-02-10T11:00:00.000Z","data":{"grand_total":{"text":"1 hr 17 mins","total_seconds":4620,"hours":1,"minutes":17,"digital":"1:17","decimal":"1.28"},' +
        '"categories":[],"projects":[],"languages":[],"editors":[],"operating_systems":[],"machines":[],"dependencies":[],' +
        '"range":{"date":"2026-02-10","start":"2026-02-09T23:00:00.000Z","end":"2026-02-10T23:00:00.000Z","text":"2026-02-10","timezone":"Europe/Berlin"}},"has_team_features":false}',
    ]);
  });
  it('errors of their own are counted, and not kept', async () => {
    const told = await send('POST', '/plugins/errors', { logs: '/home/max/secret', stacktrace: '…' });
    expect([told.status, told.text]).toEqual([201, '{"data":null}']);
    const state = await desk.world.stores.sources.get('wakatime');
    expect(state?.mark).toBe('{"errors":1}');
    const shown = (await listSources(desk.world)).find(({ key }) => key === 'wakatime');
    expect(shown?.detail).toContain('Plugins reported 1 error');
  });
  it.each([
    ['GET', BULK],
    ['POST', '/users/current/file_experts'],
    ['GET', ''],
    ['DELETE', '/users/current/heartbeats'],
  ])('%s %s is not there', async (method, path) => {
    expect((await send(method, path)).status).toBe(404);
  });
});
