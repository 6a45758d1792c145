import { minutes } from '#shared/values/minutes.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import { describe, expect, test } from 'vitest';
import type { FakeRequest } from '../providers/fake-provider.ts';
import { CHECKS, draft, providerCase } from '../providers/provider-case.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Every way of making one value in it another kind, or of saying one thing more. */
function* spoilt(value: Json): Generator<Json> {
  if (typeof value === 'string') yield 4711;
  else if (typeof value === 'number') yield 'many';
  else if (typeof value === 'boolean') yield 'perhaps';
  else if (Array.isArray(value)) yield { list: value };
  else if (value !== null) {
    const named = value as { readonly [name: string]: Json };
    yield { ...named, surplus: 1 };
    for (const [name, inner] of Object.entries(named))
      for (const other of spoilt(inner)) yield { ...named, [name]: other };
  }
}

/** One request of each operation that is asked for in an ordinary week. */
async function ordinaryRequests(id: (typeof PROVIDER_IDS)[number]): Promise<readonly FakeRequest[]> {
  const { provider, api, sent, misfits, clock } = providerCase(id);
  await provider.connect(api, { emails: ['ada@example.com'] });
  await provider.units(api);
  const booked = draft({ startedAt: '2026-03-16T08:15:00Z' });
  const { id: remoteId } = await provider.create(api, { ...booked, billable: true });
  await provider.list(api, '2026-03-16' as LocalDay, '2026-03-17' as LocalDay, 'Europe/Berlin');
  await provider.find(api, booked);
  await provider.update(api, remoteId, { ...booked, minutes: minutes(30) });
  const timer = await provider.timers!.start(api, draft({ date: '2026-03-18', minutes: 0 }));
  await provider.timers!.running(api);
  await provider.timers!.stop(api, timer, clock.now());
  await provider.remove(api, remoteId);
  expect(misfits).toEqual([]);
  return sent;
}

describe.each(PROVIDER_IDS)('the document of %s', (id) => {
  const { faultsOf } = CHECKS[id];

  test('refuses a body with a value of another kind, or with one thing too much, wherever it stands', async () => {
    let tried = 0;
    for (const request of await ordinaryRequests(id)) {
      if (request.body === '') continue;
      for (const body of spoilt(JSON.parse(request.body) as Json)) {
        tried += 1;
        expect(faultsOf({ ...request, body: JSON.stringify(body) }), JSON.stringify(body)).not.toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  test('refuses an address with a parameter too many, or twice the same', async () => {
    for (const request of await ordinaryRequests(id)) {
      const [path, query] = request.target.split('?');
      const more = `${path}?${query === undefined ? '' : `${query}&`}`;
      expect(faultsOf({ ...request, target: `${more}surplus=1` })).not.toEqual([]);
      if (query === undefined) continue;
      expect(faultsOf({ ...request, target: `${more}${query.split('&')[0]!}` })).not.toEqual([]);
      const wrong = query.split('&').map((pair) => `${pair.split('=')[0]!}=%20%20`);
      expect(faultsOf({ ...request, target: `${path!}?${wrong.join('&')}` })).not.toEqual([]);
    }
  });

  test('refuses other paths, other methods, and a body where none belongs', async () => {
    for (const request of await ordinaryRequests(id)) {
      const [path = ''] = request.target.split('?');
      expect(faultsOf({ ...request, target: `${path}/surplus/1` })).not.toEqual([]);
      expect(faultsOf({ ...request, method: 'OPTIONS' })).not.toEqual([]);
      if (request.body === '') expect(faultsOf({ ...request, body: '{}' })).not.toEqual([]);
      else expect(faultsOf({ ...request, body: '' })).not.toEqual([]);
    }
  });

  test('refuses a request without the token, with an unknown header, or of another type', async () => {
    for (const request of await ordinaryRequests(id)) {
      const { headers } = request;
      expect(faultsOf({ ...request, headers: { ...headers, cookie: 'a=b' } })).not.toEqual([]);
      expect(faultsOf({ ...request, headers: { ...headers, 'content-type': 'text/plain' } })).not.toEqual([]);
      for (const name of ['x-auth-token', 'authorization', 'x-api-key', 'user-agent', 'harvest-account-id']) {
        if (!(name in headers) || (name === 'user-agent' && id !== 'harvest')) continue;
        const without = Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
        expect(faultsOf({ ...request, headers: without })).toContainEqual(expect.stringContaining(name));
      }
    }
  });

  test('is looked at on the way of every request, whatever became of it', async () => {
    const one = providerCase(id);
    await one.api.call({ method: 'GET', path: '/nowhere' }).catch(() => undefined);
    expect(one.misfits).toEqual([expect.stringContaining('GET /nowhere is not in')]);
  });
});

test('a timer with a length, a length said in two ways, and a stop of what runs are refused', () => {
  const entry = { project_id: 1, task_id: 2, spent_date: '2026-03-16', notes: 'x' };
  const headers = {
    authorization: 'Bearer abc',
    'harvest-account-id': '1',
    'user-agent': 'Stint (x)',
    'content-type': 'application/json',
  };
  const harvest = (body: object): readonly string[] =>
    CHECKS.harvest.faultsOf({ method: 'POST', target: '/time_entries', headers, body: JSON.stringify(body) });
  expect(harvest({ ...entry, hours: 1 })).toEqual([]);
  expect(harvest({ ...entry, started_time: '8:00am', ended_time: '9:30am' })).toEqual([]);
  expect(harvest({ ...entry, started_time: '8:00am' })).not.toEqual([]);
  expect(harvest({ ...entry, hours: 1, started_time: '8:00am', ended_time: '9:30am' })).not.toEqual([]);
  expect(harvest({ ...entry, started_time: '8:00', ended_time: '13:30pm' })).not.toEqual([]);

  const timed = { created_with: 'Stint', workspace_id: 1, start: '2026-03-16T08:00:00Z' };
  const toggl = (body: object): readonly string[] =>
    CHECKS.toggl.faultsOf({
      method: 'POST',
      target: '/workspaces/1/time_entries',
      headers: { authorization: 'Basic YTpi', 'content-type': 'application/json' },
      body: JSON.stringify({ ...timed, ...body }),
    });
  expect(toggl({ duration: -1, stop: null })).toEqual([]);
  expect(toggl({ duration: 60, stop: '2026-03-16T08:01:00Z' })).toEqual([]);
  expect(toggl({ duration: -1, stop: '2026-03-16T08:01:00Z' })).not.toEqual([]);
  expect(toggl({ duration: 60, stop: null })).not.toEqual([]);
  expect(toggl({ duration: 60.5, stop: '2026-03-16T08:01:00Z' })).not.toEqual([]);
});
