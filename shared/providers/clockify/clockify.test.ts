import { describe, expect, it } from 'vitest';
import type { BookingDraft } from '../../entries/booking.ts';
import type { HttpRequest } from '../../ports/http.ts';
import { instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import type { Said } from '../answering-api.ts';
import { ADDRESS, answeringApi } from '../answering-api.ts';
import { ProviderFailure } from '../failure.ts';
import { clockify } from './clockify.ts';

const day = (text: string) => text as LocalDay;
const DRAFT: BookingDraft = {
  reference: '0123456789ab',
  date: day('2026-02-10'),
  minutes: minutes(90),
  note: 'TB-042: Fix the login',
  unit: 'portal',
  task: 'design',
  billable: true,
  startedAt: instant(Date.parse('2026-02-10T12:00:00Z')),
  zone: 'Europe/Berlin',
};
const ENTRY = {
  id: 'e1',
  description: 'TB-042: Fix the login [stint 0123456789ab]',
  projectId: 'portal',
  taskId: null,
  tagIds: ['retro'],
  billable: false,
  timeInterval: { start: '2026-02-10T12:00:00Z', end: '2026-02-10T13:30:00Z', duration: 'PT1H30M' },
  isLocked: false,
  type: 'REGULAR',
  customFieldValues: [
    { customFieldId: 'cf1', timeEntryId: 'e1', name: 'Order', type: 'TXT', value: 'PO-7' },
    { customFieldId: 'cf2', timeEntryId: 'e1', name: 'Empty', type: 'TXT', value: null },
  ],
};

const answering = (answer: (request: HttpRequest, before: number) => Said) =>
  answeringApi(clockify, { workspaceId: 'w1', personId: 'u1' }, answer);
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
  answering(({ body }) => {
    if (body === null) return { json: ENTRY };
    const { start, end = null, ...rest } = JSON.parse(body) as { start: string; end?: string };
    return { status: 201, json: { id: 'e1', ...rest, timeInterval: { start, end } } };
  });
const asked = (requests: readonly HttpRequest[]): string[] =>
  requests.map(({ method, url }) => `${method} ${decodeURIComponent(url.slice(ADDRESS.length))}`);
const listed = (entry: unknown) =>
  clockify.list(saying([entry]), day('2026-02-10'), day('2026-02-10'), 'Europe/Berlin');

describe('what Clockify is asked', () => {
  it('a finished entry', async () => {
    const api = echoing();
    await clockify.create(api, DRAFT);
    expect(asked(api.asked)).toEqual(['POST /workspaces/w1/time-entries']);
    expect(api.asked[0]?.headers).toMatchObject({ 'x-api-key': 'token', 'content-type': 'application/json' });
    expect(bodyOf(api.asked[0])).toEqual({
      start: '2026-02-10T12:00:00Z',
      end: '2026-02-10T13:30:00Z',
      description: 'TB-042: Fix the login [stint 0123456789ab]',
      projectId: 'portal',
      taskId: 'design',
      billable: true,
      type: 'REGULAR',
    });
  });

  it('an update reads first and sends along what others wrote', async () => {
    const api = echoing();
    await clockify.update(api, 'e1', { ...DRAFT, billable: null, task: null });
    expect(asked(api.asked)).toEqual([
      'GET /workspaces/w1/time-entries/e1',
      'PUT /workspaces/w1/time-entries/e1',
    ]);
    expect(bodyOf(api.asked[1])).toEqual({
      start: '2026-02-10T12:00:00Z',
      end: '2026-02-10T13:30:00Z',
      description: 'TB-042: Fix the login [stint 0123456789ab]',
      projectId: 'portal',
      billable: false,
      tagIds: ['retro'],
      type: 'REGULAR',
      customFields: [{ customFieldId: 'cf1', sourceType: 'TIMEENTRY', value: 'PO-7' }],
    });
  });

  it('a list in large pages, a day wider on either side', async () => {
    const api = saying([]);
    await clockify.list(api, day('2026-02-09'), day('2026-02-15'), 'Europe/Berlin');
    expect(asked(api.asked)).toEqual([
      'GET /workspaces/w1/user/u1/time-entries?start=2026-02-07T23:00:00Z&end=2026-02-16T23:00:00Z&page=1&page-size=200',
    ]);
  });

  it('a timer has no end, and is stopped without a path of its own', async () => {
    const api = answering(({ method, body }) => ({
      json: {
        ...ENTRY,
        timeInterval: {
          start: '2026-02-10T12:00:00Z',
          end: method === 'PATCH' ? '2026-02-10T13:00:00Z' : null,
        },
      },
      ...(body === null ? {} : { status: 200 }),
    }));
    const started = await clockify.timers!.start(api, DRAFT);
    expect(bodyOf(api.asked[0])).not.toHaveProperty('end');
    await clockify.timers!.stop(api, started, instant(Date.parse('2026-02-10T13:00:00.900Z')));
    expect(asked(api.asked).slice(1)).toEqual([
      'GET /workspaces/w1/time-entries/e1',
      'PATCH /workspaces/w1/user/u1/time-entries',
    ]);
    expect(bodyOf(api.asked[2])).toEqual({ end: '2026-02-10T13:00:00Z' });
  });

  it('a timer never ends before it began, whatever our clock says', async () => {
    const api = saying({ ...ENTRY, timeInterval: { start: '2026-02-10T12:00:00Z', end: null } });
    await clockify.timers!.stop(api, { remoteId: 'e1', timerId: null }, instant(0));
    expect(bodyOf(api.asked[1])).toEqual({ end: '2026-02-10T12:00:00Z' });
  });
});

describe('what Clockify answers', () => {
  const interval = (start: string, end: string | null) => ({
    timeInterval: { start, end, duration: 'PT99H' },
  });
  it.each([
    ['rounded to minutes', interval('2026-02-10T12:00:00Z', '2026-02-10T12:01:30Z'), { minutes: 2 }],
    ['a running entry', interval('2026-02-10T12:00:00Z', null), { minutes: 0, running: true }],
    [
      'an end before the start',
      interval('2026-02-10T12:00:00Z', '2026-02-10T11:00:00Z'),
      { minutes: 0, running: false },
    ],
    [
      'nothing but what must be',
      { projectId: null, description: null, billable: null, type: null },
      { unit: '', note: '', reference: null, billable: null },
    ],
    ['locked', { isLocked: true }, { locked: 'locked' }],
    ['approved', { isLocked: true, approvalRequestId: 'a1' }, { locked: 'approved' }],
    [
      'the local day',
      interval('2026-02-09T23:30:00Z', '2026-02-10T00:30:00Z'),
      { date: '2026-02-10', minutes: 60 },
    ],
  ])('%s', async (_, more, expected) => {
    expect((await listed({ ...ENTRY, ...more }))[0]).toMatchObject(expected);
  });

  it.each(['BREAK', 'HOLIDAY', 'TIMEOFF', 'TIME_OFF'])('%s is no work', async (type) => {
    expect(await listed({ ...ENTRY, type })).toEqual([]);
  });

  it('one entry that makes no sense makes the whole list uncertain', async () => {
    const api = saying([ENTRY, { ...ENTRY, timeInterval: {} }]);
    expect(await failure(clockify.find(api, DRAFT))).toMatchObject({ kind: 'uncertain' });
  });

  it('pages end with the header, in any spelling, or with a short one; a lying header does not go on for ever', async () => {
    const full = Array.from({ length: 200 }, (_, n) => ({ ...ENTRY, id: `e${n}` }));
    const ask = async (answer: (before: number) => Said) => {
      const api = answering((_, before) => answer(before));
      await clockify.list(api, day('2026-02-10'), day('2026-02-10'), 'Europe/Berlin');
      return api.asked.length;
    };
    expect(await ask(() => ({ json: full, headers: { 'last-page': 'True' } }))).toBe(1);
    expect(await ask((before) => ({ json: before < 2 ? full : [ENTRY] }))).toBe(3);
    expect(
      await ask((before) => ({ json: before < 2 ? [ENTRY] : [], headers: { 'last-page': 'false' } })),
    ).toBe(3);
    expect(await ask(() => ({ json: [ENTRY], headers: { 'last-page': 'false' } }))).toBe(100);
  });

  it('no timer runs when it is to be stopped: that is what was wanted', async () => {
    const api = answering(({ method }) =>
      method === 'GET'
        ? { json: { ...ENTRY, timeInterval: { start: '2026-02-10T12:00:00Z', end: null } } }
        : { status: 404, json: { code: 404, message: "Currently running time entry doesn't exist" } },
    );
    expect(await clockify.timers!.stop(api, { remoteId: 'e1', timerId: null }, instant(0))).toEqual({
      remoteId: 'e1',
    });
  });

  it('tasks that are done are closed; a quota in the way of tasks costs only the tasks', async () => {
    const hydrated = saying([
      { id: 'p', name: 'Portal', tasks: [{ id: 't', name: 'Design', status: 'DONE' }] },
    ]);
    expect((await clockify.units(hydrated)).map(({ closed }) => closed)).toEqual([null, 'done']);
    const bare = answering(({ url }) =>
      url.includes('/tasks')
        ? { status: 429, json: {} }
        : {
            json: [
              { id: 'p', name: 'P' },
              { id: 'q', name: 'Q' },
            ],
          },
    );
    expect(await clockify.units(bare)).toHaveLength(2);
    expect(bare.asked).toHaveLength(2);
  });
});
