import { afterAll, expect, it } from 'vitest';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { Json } from './rest-asking.fixture.ts';
import { openRest } from './rest-asking.fixture.ts';

// Development sessions over real HTTP. That each endpoint does what its document says is shown in rest.test.ts.

const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
const rest = await openRest(world);
afterAll(() => rest.close());

const send = async (method: string, path: string, body?: unknown): Promise<Json> => {
  const { status, text } = await rest.send(method, path, { body });
  expect(status, text).toBe(200);
  return JSON.parse(text) as Json;
};

const OPERATIONS = [
  'post /dev-sessions/start',
  'get /dev-sessions/active',
  'get /dev-sessions',
  'get /dev-sessions/stats',
  'get /dev-sessions/by-date-range',
  'get /dev-sessions/by-project/{project}',
  'get /dev-sessions/{id}',
  'patch /dev-sessions/{id}',
  'post /dev-sessions/{id}/pause',
  'post /dev-sessions/{id}/resume',
  'post /dev-sessions/{id}/complete',
  'post /dev-sessions/{id}/cancel',
  'post /dev-sessions/{id}/link-task',
  'post /dev-sessions/{id}/use',
  'get /dev-sessions/{id}/report',
  'post /dev-sessions/{id}/report/copy',
  'get /dev-sessions/{id}/costs',
];

it('has every endpoint of document 3', () => {
  expect(rest.endpoints.map(({ name }) => name)).toEqual(expect.arrayContaining(OPERATIONS));
});

it('says what is wrong in words, and changes nothing', async () => {
  const { status, text } = await rest.send('post', '/dev-sessions/start', { body: { title: '' } });
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({
    type: 'urn:stint:problem:usage',
    code: 'usage',
    detail: expect.stringContaining('title') as string,
  });
  expect(await world.stores.devSessions.page('max', {}, 1000, null)).toEqual([]);
});

it('tells a session from start to report', async () => {
  const { id, status } = await send('POST', '/dev-sessions/start', { title: 'APP-9 story', type: 'bugfix' });
  expect(status).toBe('active');
  const one = `/dev-sessions/${String(id)}`;
  await send('POST', `${one}/pause`);
  expect(await send('POST', `${one}/resume`)).toMatchObject({ status: 'active' });
  await send('PATCH', one, { summary: 'Fixed', complexity: 'complex', nextSteps: ['Tell people'] });
  await send('POST', `${one}/link-task`, { ticket: 'APP-9', relationship: 'completed' });
  await send('POST', `${one}/use`, { model: 'gpt-4o', input: 1_000_000, images: 4 });
  expect(await send('GET', `${one}/costs`)).toMatchObject({ live: true, total: { units: 42_000, usd: 42 } });
  expect(await send('POST', `${one}/complete`)).toMatchObject({ status: 'completed', costUnits: 42_000 });
  expect(await send('GET', `${one}/report`)).toMatchObject({
    markdown: expect.stringContaining('- **APP-9**') as string,
  });
  expect(await send('GET', '/dev-sessions/by-project/APP')).toMatchObject({ sessions: [{ id }], next: null });
  expect(await send('GET', '/dev-sessions/by-date-range?from=2026-02-10&to=today&limit=1')).toMatchObject({
    sessions: [{ id }],
  });
  expect(await send('GET', '/dev-sessions/stats?project=APP')).toMatchObject({
    totals: { sessions: 1, costUnits: 42_000 },
    byType: [{ type: 'bugfix', sessions: 1 }],
  });
});
