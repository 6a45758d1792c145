import { describe, expect, it } from 'vitest';
import type { BookingDraft } from '../../entries/booking.ts';
import type { HttpRequest } from '../../ports/http.ts';
import { instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import type { Said } from '../answering-api.ts';
import { ADDRESS, answeringApi } from '../answering-api.ts';
import { ProviderFailure } from '../failure.ts';
import { toggl } from './toggl.ts';

const day = (text: string) => text as LocalDay;
const DRAFT: BookingDraft = {
  reference: '0123456789ab',
  date: day('2026-02-10'),
  minutes: minutes(90),
  note: 'TB-042: Fix the login',
  unit: '1001',
  task: '7',
  billable: true,
  startedAt: instant(Date.parse('2026-02-10T12:00:00Z')),
  zone: 'Europe/Berlin',
};
const ENTRY = {
  id: 4_200_000_001,
  workspace_id: 31,
  project_id: 1001,
  task_id: null,
  billable: false,
  start: '2026-02-10T12:00:00Z',
  stop: '2026-02-10T13:30:00Z',
  duration: 5400,
  description: 'TB-042: Fix the login [stint 0123456789ab]',
  tags: null,
  server_deleted_at: null,
};

const answering = (answer: (request: HttpRequest, before: number) => Said) =>
  answeringApi(toggl, { workspaceId: '31' }, answer);
const saying = (json: unknown) => answering(() => ({ json }));
/** The failure, or what should not have come instead. */
const failure = (promise: Promise<unknown>): Promise<ProviderFailure> =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ProviderFailure);
      return error as ProviderFailure;
    },
  );
const bodyOf = (request: HttpRequest | undefined): unknown => JSON.parse(request?.body ?? 'null');
/** A server that takes what it is sent as it is. */
const echoing = () =>
  answering(({ body }) => ({ json: { ...ENTRY, ...(JSON.parse(body ?? '{}') as object) } }));
const pathOf = ({ url }: HttpRequest): string => decodeURIComponent(url.slice(ADDRESS.length));

describe('what Toggl Track is asked', () => {
  it('a finished entry, with everything it insists on', async () => {
    const api = echoing();
    await toggl.create(api, DRAFT);
    const [request] = api.asked;
    expect(request).toMatchObject({
      method: 'POST',
      url: `${ADDRESS}/workspaces/31/time_entries`,
      headers: { authorization: 'Basic dG9rZW46YXBpX3Rva2Vu', 'content-type': 'application/json' },
    });
    expect(bodyOf(request)).toEqual({
      created_with: 'Stint',
      workspace_id: 31,
      project_id: 1001,
      task_id: 7,
      description: 'TB-042: Fix the login [stint 0123456789ab]',
      billable: true,
      start: '2026-02-10T12:00:00Z',
      stop: '2026-02-10T13:30:00Z',
      duration: 5400,
    });
  });

  it('an update sends our fields alone, and no opinion where there is none', async () => {
    const api = echoing();
    await toggl.update(api, '5', { ...DRAFT, billable: null, task: null });
    expect(api.asked.map(({ method, url }) => `${method} ${url.slice(ADDRESS.length)}`)).toEqual([
      'PUT /workspaces/31/time_entries/5',
    ]);
    expect(bodyOf(api.asked[0])).toEqual({
      workspace_id: 31,
      project_id: 1001,
      task_id: null,
      description: 'TB-042: Fix the login [stint 0123456789ab]',
      start: '2026-02-10T12:00:00Z',
      stop: '2026-02-10T13:30:00Z',
      duration: 5400,
    });
  });

  it('a list by dates, a day wider on either side, never by what changed since', async () => {
    const api = saying(null);
    expect(await toggl.list(api, day('2026-02-09'), day('2026-02-15'), 'Europe/Berlin')).toEqual([]);
    expect(pathOf(api.asked[0]!)).toBe(
      '/me/time_entries?start_date=2026-02-07T23:00:00Z&end_date=2026-02-16T23:00:00Z',
    );
  });

  it('a timer runs from when the session began', async () => {
    const api = echoing();
    expect(await toggl.timers!.start(api, DRAFT)).toEqual({ remoteId: '4200000001', timerId: null });
    expect(bodyOf(api.asked[0])).toMatchObject({ start: '2026-02-10T12:00:00Z', duration: -1, stop: null });
  });

  it('nothing at all for ids that are no numbers', async () => {
    const api = echoing();
    expect(await failure(toggl.create(api, { ...DRAFT, unit: 'portal' }))).toMatchObject({
      kind: 'refused',
      message: 'Ids of Toggl Track are numbers; the project "portal" is none.',
    });
    expect(api.asked).toEqual([]);
  });
});

describe('what Toggl Track answers', () => {
  it.each([
    ['rounded to minutes', { duration: 89 }, { minutes: 1 }],
    ['ties up', { duration: 90 }, { minutes: 2 }],
    ['a running entry', { duration: -1, stop: null }, { minutes: 0, running: true }],
    ['a running entry of old', { duration: -1770724800, stop: null }, { minutes: 0, running: true }],
    [
      'nothing but what must be',
      { project_id: null, description: null, billable: undefined },
      { unit: '', note: '', reference: null, billable: null },
    ],
    ['the local day', { start: '2026-02-09T23:30:00Z' }, { date: '2026-02-10' }],
    ['an offset', { start: '2026-02-10T00:30:00+01:00' }, { date: '2026-02-10' }],
  ])('%s', async (_, more, expected) => {
    const api = saying([{ ...ENTRY, ...more }]);
    const [entry] = await toggl.list(api, day('2026-02-10'), day('2026-02-10'), 'Europe/Berlin');
    expect(entry).toMatchObject(expected);
  });

  it.each([
    ['another day', { start: '2026-02-10T23:30:00Z' }],
    ['another workspace', { workspace_id: 32 }],
    ['another workspace, by its old name', { workspace_id: undefined, wid: 32 }],
    ['a deleted one', { server_deleted_at: '2026-02-11T00:00:00Z' }],
  ])('%s is left out', async (_, more) => {
    const api = saying([{ ...ENTRY, ...more }]);
    expect(await toggl.list(api, day('2026-02-10'), day('2026-02-10'), 'Europe/Berlin')).toEqual([]);
  });

  it('one entry that makes no sense makes the whole list uncertain: it could be the one that is looked for', async () => {
    const api = saying([ENTRY, { ...ENTRY, start: 'yesterday' }]);
    expect(await failure(toggl.find(api, DRAFT))).toMatchObject({ kind: 'uncertain' });
  });

  it.each([
    ['flat', ENTRY, '4200000001'],
    ['wrapped', { data: ENTRY }, '4200000001'],
    ['wrapped, none', { data: null }, undefined],
    ['none', null, undefined],
  ])('the running entry, %s', async (_, json, id) => {
    const running = await toggl.timers!.running(saying(json));
    expect(running?.remoteId).toBe(id);
  });

  it('no running entry can be a 404, a stopped one a 409', async () => {
    expect(await toggl.timers!.running(answering(() => ({ status: 404, text: 'Not found' })))).toBeNull();
    const stopped = answering(() => ({ status: 409, json: 'Time entry already stopped' }));
    expect(await toggl.timers!.stop(stopped, { remoteId: '5', timerId: null }, instant(0))).toEqual({
      remoteId: '5',
    });
  });

  it('nobody lacks access to themselves: 403 there means the token', async () => {
    const api = answering(() => ({ status: 403, text: '' }));
    expect(await failure(toggl.connect(api, { emails: [] }))).toMatchObject({ kind: 'unauthorised' });
  });

  it('projects without the right to the rest are worth having', async () => {
    const api = answering(({ url }) =>
      url.includes('/projects')
        ? {
            json: [
              { id: 1, name: 'Portal', client_id: 9, can_track_time: false },
              { id: 2, name: 'Old', template: true },
            ],
          }
        : { status: url.includes('/clients') ? 403 : 402, json: 'not for you' },
    );
    expect(await toggl.units(api)).toEqual([
      {
        unit: '1',
        task: null,
        names: ['Portal'],
        billable: null,
        closed: 'not open to you',
        left: null,
        capped: false,
      },
    ]);
  });

  it.each([
    ['bare', [{ id: 7, name: 'Design', project_id: 1, active: false }]],
    ['wrapped', { tasks: [{ id: 7, name: 'Design', pid: 1, active: false }] }],
  ])('tasks, %s; customers told by the projects', async (_, tasks) => {
    const api = answering(({ url }) =>
      url.includes('/me/tasks')
        ? { json: tasks }
        : { json: [{ id: 1, name: 'Portal', client_id: 9, client_name: 'Acme' }] },
    );
    const units = await toggl.units(api);
    expect(units.map(({ names, closed }) => [names.join(' · '), closed])).toEqual([
      ['Portal · Acme', null],
      ['Design · Portal · Acme', 'done'],
    ]);
    expect(api.asked).toHaveLength(2);
  });

  it('a server that gives the same page for ever is not followed for ever', async () => {
    const page = Array.from({ length: 200 }, (_, n) => ({ id: n + 1, name: `P${n}` }));
    const api = answering(({ url }) => ({ json: url.includes('/projects') ? page : [] }));
    expect(await toggl.units(api)).toHaveLength(200);
    expect(api.asked).toHaveLength(3);
  });
});
