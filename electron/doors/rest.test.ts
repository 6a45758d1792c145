import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { Sent } from './rest-asking.fixture.ts';
import { openRest } from './rest-asking.fixture.ts';
import type { Known } from './rest-values.fixture.ts';
import { allowed, allowedParameters, broken, brokenParameters } from './rest-values.fixture.ts';

// Every operation over real HTTP, asked as the OpenAPI document that the door serves says, and as it does not.

const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
const rest = await openRest(world);
afterAll(() => rest.close());

/** The same each time: what is found here stops everybody. */
const RUNS = { numRuns: 6, seed: 20_260_210 };
/** The one that never ends; its own test is below. */
const STREAM = 'get /changes';
const endpoints = rest.endpoints
  .filter(({ name }) => name !== STREAM)
  // What is there to ask for is deleted last.
  .toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'));

const days = ['today', '2026-02-10', '2026-02-09'];
const switches = ['timer', 'bom', 'evidence', 'details', 'refresh'].map(
  (name) => [name, [true, 'false']] as const,
);
/** Most of the time left out: they change what may stand beside them. */
const rare = ['before', 'as', 'format', 'run', 'board', 'month', 'period', 'startedAt', 'endedAt'].map(
  (name) => [name, [undefined]] as const,
);
const known: Known = {
  ...Object.fromEntries([...switches, ...rare]),
  ...Object.fromEntries(['date', 'from', 'to', 'day'].map((name) => [name, days])),
  week: ['2026-W07', undefined],
  ticket: ['TB-042', 'APP-7'],
  task: ['TB-042'],
  text: ['2h on TB-042 for planning', '45m call'],
  what: ['TB-042 fix sockets'],
  title: ['TB-042 uploads'],
  project: ['TB'],
  customer: ['Acme'],
  currency: ['EUR'],
  minutes: [60, '1h'],
  key: ['git.maxGap'],
  source: ['ics'],
};
/** Of what there is, by the first word of the addresses. */
const ids: Record<string, string[]> = {};

beforeAll(async () => {
  const made = async (path: string, body: object): Promise<void> => {
    const told = await rest.send('post', path, { body });
    expect(told.status, told.text).toBe(200);
    const { id } = JSON.parse(told.text) as { id: string };
    (ids[path.split('/')[1]!] ??= []).push(id, id.slice(-8));
  };
  for (const text of ['2h on TB-042 for planning', '1h on APP-7 for a call', '3h on TB-1 for a review'])
    await made('/entries/log', { text });
  await made('/sessions/start', { what: 'TB-042 fix sockets' });
  await made('/dev-sessions/start', { title: 'TB-042 uploads' });
  ids['dev-sessions']!.push('current');
});

const done = new Set<string>();

describe('asked as its document says, and as it does not', () => {
  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (name, endpoint) => {
    const words = { ...known, id: ids[endpoint.path.split('/')[1]!] ?? ['ffffffff'] };
    await fc.assert(
      fc.asyncProperty(
        allowedParameters(endpoint, words),
        allowed(endpoint.body, words),
        async (values, body) => {
          const { status } = await rest.ask(endpoint, values, body);
          if (status === 200) done.add(name);
        },
      ),
      RUNS,
    );
    await fc.assert(
      fc.asyncProperty(brokenParameters(endpoint), broken(endpoint.body, words), async (values, body) => {
        await rest.ask(endpoint, values, body);
      }),
      RUNS,
    );
    expect(rest.logged).toEqual([]);
  });

  it('most did what they were asked: what was sent made sense', () => {
    expect(done.size / endpoints.length).toBeGreaterThan(0.6);
  });

  it('says which field is missing, whichever it is', async () => {
    let left = 0;
    for (const endpoint of endpoints) {
      for (const field of (endpoint.body['required'] as string[] | undefined) ?? []) {
        const body = fc.sample(allowed(endpoint.body, known), { numRuns: 1, seed: 1 })[0] as object;
        const told = await rest.ask(endpoint, {}, { ...body, [field]: undefined });
        expect([told.status, told.text], endpoint.name).toEqual([
          400,
          expect.stringContaining(`\\"${field}`),
        ]);
        left += 1;
      }
    }
    expect(left).toBeGreaterThan(30);
  });
});

describe('nobody else', () => {
  const anyone = rest.endpoints.map(
    ({ method, path }) => [method, path.replaceAll(/\{\w+\}/g, 'current')] as const,
  );
  const refusals = async (sent: Sent): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (const [method, path] of anyone) {
      const { status, mediaType, text } = await rest.send(method, path, { body: {}, ...sent });
      all.push([status, mediaType, (JSON.parse(text) as { code: unknown }).code]);
    }
    return all;
  };
  const all = (status: number): unknown[] =>
    anyone.map(() => [status, 'application/problem+json', 'unauthorised']);

  it.each([
    ['no token', { token: null }, 401],
    ['the token of another folder', { token: 'the-token-of-another-folder' }, 401],
    ['another host', { host: 'evil.example' }, 403],
    ['another port', { host: '127.0.0.1:1' }, 403],
  ])('comes in anywhere with %s', async (_what, sent, status) => {
    const before = await world.stores.ledger.history(1);
    expect(await refusals(sent)).toEqual(all(status));
    expect(await world.stores.ledger.history(1)).toEqual(before);
  });
});

it('lists come in pages of at most what was asked for', async () => {
  const paged = rest.endpoints.filter(({ parameters = [] }) =>
    parameters.some(({ name }) => name === 'limit'),
  );
  expect(paged.map(({ name }) => name)).toContain('get /dev-sessions');
  for (const endpoint of paged) {
    const { text } = await rest.ask(
      endpoint,
      { limit: 1, project: 'TB', from: '2026-01-01', to: 'today' },
      {},
    );
    const told = JSON.parse(text) as { sessions?: unknown[] } | unknown[];
    const rows = Array.isArray(told) ? told : told.sessions;
    expect(rows?.length, endpoint.name).toBeLessThanOrEqual(1);
  }
});
