import { describe, expect, it } from 'vitest';
import type { BookingDraft } from '../../entries/booking.ts';
import { instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { productive } from './productive.ts';
import { recordedApi, recordedEntry, targetOf } from './recorded-api.ts';

const day = (text: string) => text as LocalDay;
const ZONE = 'Europe/Berlin';
const DRAFT: BookingDraft = {
  reference: '0123456789ab',
  date: day('2026-02-10'),
  minutes: minutes(90),
  note: 'TB-042: Fix the login',
  unit: '1856422',
  task: null,
  billable: null,
  startedAt: null,
  zone: ZONE,
};
const created = { status: 201, body: { data: recordedEntry() } };

describe('what Productive is sent', () => {
  it('names organisation, token and content type on every request', async () => {
    const { api, requests } = recordedApi(() => ({ body: { data: recordedEntry() } }));
    await productive.get(api, '84848214', ZONE);
    expect(requests[0]!.headers).toEqual({
      'X-Auth-Token': 'a-token',
      'X-Organization-Id': '4711',
      'Content-Type': 'application/vnd.api+json',
      Accept: 'application/vnd.api+json',
    });
  });

  it('names no organisation that is not known', async () => {
    const { api, requests } = recordedApi(() => ({ body: { data: [] } }), { ids: { organizationId: '' } });
    await productive.connect(api, { emails: [] });
    expect(requests[0]!.headers).not.toHaveProperty('X-Organization-Id');
  });

  it('creates with relationships, and leaves out what is not known', async () => {
    const { api, requests } = recordedApi(() => created);
    await productive.create(api, DRAFT);
    expect([requests[0]!.method, targetOf(requests[0]!)]).toEqual(['POST', '/time_entries']);
    expect(JSON.parse(requests[0]!.body!)).toEqual({
      data: {
        type: 'time_entries',
        attributes: { date: '2026-02-10', time: 90, note: 'TB-042: Fix the login [stint 0123456789ab]' },
        relationships: {
          person: { data: { type: 'people', id: '12' } },
          service: { data: { type: 'services', id: '1856422' } },
        },
      },
    });
  });

  it.each([
    [true, 90],
    [false, 0],
  ])('billable %s is %i minutes', async (billable, time) => {
    const { api, requests } = recordedApi(() => created);
    const startedAt = instant(Date.parse('2026-02-10T08:15:00Z'));
    await productive.create(api, { ...DRAFT, billable, startedAt, task: '7' });
    expect(JSON.parse(requests[0]!.body!).data).toMatchObject({
      attributes: { billable_time: time, started_at: '2026-02-10T08:15:00.000Z' },
      relationships: { task: { data: { type: 'tasks', id: '7' } } },
    });
  });

  it('changes by id', async () => {
    const { api, requests } = recordedApi(() => ({ body: { data: recordedEntry() } }));
    await productive.update(api, '84848214', { ...DRAFT, date: day('2026-02-11') });
    expect([requests[0]!.method, targetOf(requests[0]!)]).toEqual(['PATCH', '/time_entries/84848214']);
    expect(JSON.parse(requests[0]!.body!).data).toMatchObject({
      id: '84848214',
      attributes: { date: '2026-02-11' },
      relationships: { service: { data: { id: '1856422' } } },
    });
  });

  it('asks for a day more on both sides, for the person alone', async () => {
    const { api, requests } = recordedApi(() => ({ body: { data: [] } }));
    await productive.list(api, day('2026-02-09'), day('2026-02-13'), ZONE);
    expect(targetOf(requests[0]!)).toBe(
      '/time_entries?filter[person_id]=12&filter[after]=2026-02-08&filter[before]=2026-02-14&include=service,task&page[size]=200&page[after]=',
    );
  });

  it('cuts a note that nobody would read to the end', async () => {
    const { api, requests } = recordedApi(() => created);
    await productive.create(api, { ...DRAFT, note: 'x'.repeat(9000) });
    const { note } = JSON.parse(requests[0]!.body!).data.attributes;
    expect(note).toHaveLength(5000);
    expect(note).toMatch(/x… \[stint 0123456789ab\]$/);
  });
});

describe('what Productive answers', () => {
  const read = async (entry: Readonly<Record<string, unknown>>) => {
    const { api } = recordedApi(() => ({ body: { data: entry } }));
    return productive.get(api, '84848214', ZONE);
  };

  it('is read in our words', async () => {
    expect(await read(recordedEntry())).toEqual({
      id: '84848214',
      date: '2026-02-10',
      minutes: 90,
      note: 'TB-042: Fix the login',
      reference: '0123456789ab',
      billable: true,
      locked: null,
      running: false,
      unit: '1856422',
      task: null,
    });
  });

  it('is read whether ids and times are numbers or strings', async () => {
    const entry = recordedEntry(
      { time: '90', billable_time: '0' },
      { service: { data: { type: 'services', id: 1856422 } }, task: { data: { type: 'tasks', id: 7 } } },
    );
    expect(await read({ ...entry, id: 84848214 })).toMatchObject({
      id: '84848214',
      minutes: 90,
      billable: false,
      unit: '1856422',
      task: '7',
    });
  });

  it('may have ids in attributes', async () => {
    expect(await read(recordedEntry({ service_id: 1856422, task_id: '7' }, {}))).toMatchObject({
      unit: '1856422',
      task: '7',
    });
  });

  it.each([
    [{ approved: true }, 'approved'],
    [{ invoiced: true, approved: true }, 'invoiced'],
    [{ submitted: true }, 'submitted'],
    [{ approved: 'true' }, 'approved'],
    [{ approved: false, invoiced: null, submitted: 'no' }, null],
  ])('%o means locked: %s', async (flags, locked) => {
    expect(await read(recordedEntry(flags))).toMatchObject({ locked });
  });

  it.each([
    [{ timer_started_at: '2026-02-10T08:00:00Z', timer_stopped_at: null }, true],
    [{ timer_started_at: '2026-02-10T08:00:00Z', timer_stopped_at: '2026-02-10T08:30:00Z' }, false],
  ])('%o means running: %s', async (times, running) => {
    expect(await read(recordedEntry(times))).toMatchObject({ running });
  });

  it.each([
    [{ time: 0, billable_time: 0 }, null],
    [{ billable_time: null }, null],
    [{ billable_time: 30 }, true],
  ])('%o means billable: %s', async (times, billable) => {
    expect(await read(recordedEntry(times))).toMatchObject({ billable });
  });

  it('names a change by what was sent, where it does not name service and task', async () => {
    const bare = recordedEntry({}, { service: { meta: { included: false } }, organization: { data: null } });
    const { api } = recordedApi(() => ({ status: 201, body: { data: bare } }));
    expect(await productive.create(api, { ...DRAFT, task: '7' })).toMatchObject({
      unit: '1856422',
      task: '7',
    });
  });

  it('finds the reference in the field of its own', async () => {
    const entry = recordedEntry({ note: null, jira_worklog_id: 'fedcba987654' });
    const { api, requests } = recordedApi(() => ({ body: { data: [entry] } }), {
      options: { reference: 'jira_worklog_id' },
    });
    expect(await productive.find(api, { ...DRAFT, reference: 'fedcba987654' })).toMatchObject([
      { reference: 'fedcba987654', note: '' },
    ]);
    expect(targetOf(requests[0]!)).toContain('filter[jira_worklog_id]=fedcba987654');
  });

  it('does not take everybody’s entries for ours where the server passes the filter over', async () => {
    const { api, requests } = recordedApi(() => ({ body: { data: [recordedEntry({ note: 'theirs' })] } }), {
      options: { reference: 'jira_worklog_id' },
    });
    expect(await productive.find(api, DRAFT)).toEqual([]);
    expect(requests).toHaveLength(2);
  });

  it('may be 204 without a body', async () => {
    const { api } = recordedApi(() => ({ status: 204, body: '' }));
    await expect(productive.remove(api, '1')).resolves.toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['a page of a proxy', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['half an answer', '{"data":{"id":"1","ty'],
    ['no data', { meta: {} }],
    ['data that is null', { data: null }],
    ['a list for one', { data: [recordedEntry(), recordedEntry()] }],
    ['an entry without an id', { data: { ...recordedEntry(), id: null } }],
    ['an entry without a day', { data: recordedEntry({ date: null }) }],
    ['an entry on no day', { data: recordedEntry({ date: '2026-02-30' }) }],
    ['an entry without a time', { data: recordedEntry({ time: undefined }) }],
    ['an entry of endless time', '{"data":{"id":"1","attributes":{"date":"2026-02-10","time":1e999}}}'],
    ['an entry of words for time', { data: recordedEntry({ time: 'a lot' }) }],
  ])('is uncertain when it is %s', async (_what, body) => {
    const { api } = recordedApi(() => ({ status: 201, body }));
    await expect(productive.create(api, DRAFT)).rejects.toMatchObject({
      name: 'ProviderFailure',
      kind: 'uncertain',
      message: 'Productive.io answered 201 with something Stint does not understand.',
    });
  });
});
