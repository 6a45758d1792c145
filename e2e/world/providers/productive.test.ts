import { describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { Api } from '#shared/providers/api.ts';
import { ProviderFailure } from '#shared/providers/failure.ts';
import { productive } from '#shared/providers/productive/productive.ts';
import { instant } from '#shared/values/instant.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { ApiToFake } from './api-to-fake.ts';
import { apiToFake } from './api-to-fake.ts';
import type { ProductiveNeeds } from './productive.ts';
import { makeProductive } from './productive.ts';
import { failureOf } from './provider-case.ts';
import { day, sampleDraft, ZONE } from './sample-draft.ts';

const DRAFT = sampleDraft('1001');

/** Thursday, 12 February 2026: two open services and a closed one. */
function story(needs: Partial<ProductiveNeeds> = {}, more: ApiToFake = {}) {
  const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
  const fake = makeProductive({ now: clock.now, ...needs });
  const tasks = [{ id: '501', name: 'Login' }];
  fake.addUnit({
    unit: '1001',
    name: 'Development',
    project: 'Portal',
    customer: 'Acme',
    budget: 600,
    tasks,
  });
  fake.addUnit({ unit: '1002', name: 'Design', project: 'Portal', customer: 'Acme' });
  fake.addUnit({ unit: '1003', name: 'Old work', project: 'App', customer: 'Beta', closed: true });
  return { clock, fake, api: apiToFake(productive, fake, clock, more) };
}

/** The reference stands in the field that Jira sync would use. */
const byField = (api: Api): Api => ({ ...api, options: { reference: 'jira_worklog_id' } });

const list = (api: Api, from = '2026-02-10', to = from) => productive.list(api, day(from), day(to), ZONE);

describe('connecting Productive', () => {
  it('finds organisation and person by the membership of the token', async () => {
    const { fake, api } = story({}, { ids: { organizationId: '', personId: '' } });
    const account = await productive.connect(api, { emails: [] });
    expect(account.ids).toMatchObject(fake.ids);
    expect(account.person).toEqual({ id: '12', name: 'Ada Berg', email: 'ada@example.com' });
    expect(account.places).toEqual([{ id: '4711', name: 'Tinte & Co' }]);
  });

  it('lets the person choose between two organisations', async () => {
    const { api } = story({ secondOrganization: true }, { ids: { organizationId: '', personId: '' } });
    const account = await productive.connect(api, { emails: [] });
    expect(account.places.map(({ name }) => name)).toEqual(['Tinte & Co', 'Zweitwerk']);
    expect(account.ids).toMatchObject({ organizationId: '', personId: '' });
  });

  it('takes the person of the organisation that was chosen, not the one kept from another', async () => {
    const more = { ids: { organizationId: '4801', personId: '12' } };
    const { api } = story({ secondOrganization: true }, more);
    expect((await productive.connect(api, { emails: [] })).ids).toMatchObject({
      organizationId: '4801',
      personId: '97',
    });
  });

  it.each(['4712', '999'])('knows no organisation %s', async (organizationId) => {
    const { api } = story({}, { ids: { organizationId, personId: '' } });
    expect((await productive.connect(api, { emails: ['ada@example.com'] })).ids.organizationId).toBe('');
  });

  it('accepts a token that may only read', async () => {
    const { fake, clock } = story();
    const api = apiToFake(productive, fake, clock, { token: fake.readOnlyToken });
    expect((await productive.connect(api, { emails: [] })).person.id).toBe('12');
  });

  it('says in the server’s words that a token is not accepted', async () => {
    const { api } = story({}, { token: 'wrong' });
    expect(await failureOf(productive.connect(api, { emails: [] }))).toMatchObject({
      kind: 'unauthorised',
      message: 'X-Auth-Token is missing or not valid',
    });
  });
});

describe('units of Productive', () => {
  it('are services of open budgets, named from the service to the customer', async () => {
    const { api } = story();
    expect(await productive.units(api)).toEqual([
      {
        unit: '1002',
        task: null,
        names: ['Design', 'Portal', 'Acme'],
        billable: true,
        closed: null,
        left: null,
        capped: false,
      },
      {
        unit: '1001',
        task: null,
        names: ['Development', 'Portal', 'Acme'],
        billable: true,
        closed: null,
        left: 600,
        capped: false,
      },
    ]);
  });

  it('do without names the server does not include', async () => {
    const { api } = story({ lists: { nestedIncludes: false } });
    expect((await productive.units(api)).map(({ names }) => names)).toEqual([
      ['Design', 'Portal'],
      ['Development', 'Portal'],
    ]);
  });

  it.each([true, false])('come all, over many pages (cursors: %s)', async (cursors) => {
    const { fake, api } = story({ lists: { maxPageSize: 3, cursors } });
    for (let n = 0; n < 20; n++)
      fake.addUnit({ unit: String(2000 + n), name: `Service ${n}`, project: 'Many', customer: 'Acme' });
    expect(await productive.units(api)).toHaveLength(22);
  });
});

describe('booking in Productive', () => {
  it('creates an entry and tells what the server made of it', async () => {
    const { fake, api } = story();
    const made = await productive.create(api, DRAFT);
    expect(made).toEqual({
      id: fake.entries()[0]!.id,
      date: '2026-02-10',
      minutes: 90,
      note: 'TB-042: Fix the login',
      reference: '0123456789ab',
      billable: true,
      locked: null,
      running: false,
      unit: '1001',
      task: null,
    });
    expect(fake.entries()).toMatchObject([
      { note: 'TB-042: Fix the login [stint 0123456789ab]', minutes: 90 },
    ]);
    expect(await list(api)).toEqual([made]);
    expect(await productive.get(api, made.id, ZONE)).toEqual(made);
  });

  it('finds what became of a call whose answer was lost, even if it was moved by a day', async () => {
    const { fake, api } = story();
    const { id } = await productive.create(api, DRAFT);
    await productive.create(api, { ...DRAFT, reference: 'ffffffffffff' });
    fake.edit(id, { date: '2026-02-11' });
    expect((await productive.find(api, DRAFT)).map((found) => found.id)).toEqual([id]);
    expect(await productive.find(api, { ...DRAFT, reference: 'aaaaaaaaaaaa' })).toEqual([]);
  });

  it('keeps the reference in the field of its own when told to', async () => {
    const { fake, api } = story();
    const made = await productive.create(byField(api), DRAFT);
    expect(fake.entries()).toMatchObject([{ note: 'TB-042: Fix the login', reference: '0123456789ab' }]);
    fake.edit(made.id, { date: '2026-03-01' });
    expect(await productive.find(byField(api), DRAFT)).toEqual([{ ...made, date: '2026-03-01' }]);
    // An entry from before the setting was changed carries the mark.
    const other = { ...DRAFT, reference: 'bbbbbbbbbbbb' };
    const before = await productive.create(api, other);
    expect(await productive.find(byField(api), other)).toEqual([before]);
  });

  it('sends a task, says billable or not, and when the work began', async () => {
    const { fake, api } = story();
    const startedAt = instant(Date.parse('2026-02-10T08:15:00Z'));
    const made = await productive.create(api, { ...DRAFT, task: '501', billable: false, startedAt });
    expect(made).toMatchObject({ task: '501', billable: false });
    expect(fake.entries()).toMatchObject([{ task: '501', billable: false }]);
  });

  it('changes day, time, note and unit; a task that somebody chose there stays', async () => {
    const { fake, api } = story();
    const { id } = await productive.create(api, { ...DRAFT, task: '501' });
    await productive.update(api, id, {
      ...DRAFT,
      date: day('2026-02-11'),
      minutes: minutes(45),
      note: 'TB-042: Map<String> & friends',
      unit: '1002',
    });
    expect(fake.entries()).toMatchObject([
      {
        date: '2026-02-11',
        minutes: 45,
        unit: '1002',
        task: '501',
        note: 'TB-042: Map<String> & friends [stint 0123456789ab]',
      },
    ]);
    expect(await list(api, '2026-02-11')).toMatchObject([{ note: 'TB-042: Map<String> & friends' }]);
  });

  it('lets a task go that does not go along to the service of another project', async () => {
    const { fake, api } = story();
    fake.addUnit({ unit: '1004', name: 'Support', project: 'App', customer: 'Beta' });
    const { id } = await productive.create(api, { ...DRAFT, task: '501' });
    await productive.update(api, id, { ...DRAFT, unit: '1004' });
    expect(fake.entries()).toMatchObject([{ unit: '1004', task: null }]);
  });

  it('lists only the days asked for, and only the person’s own', async () => {
    const { fake, api } = story({ lists: { maxPageSize: 2 } });
    for (const date of ['2026-02-08', '2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13'])
      fake.add({ date, minutes: 30, note: 'by hand', unit: '1001' });
    fake.addOfColleague({ date: '2026-02-10', minutes: 30, note: 'not mine', unit: '1001' });
    const found = await list(api, '2026-02-09', '2026-02-12');
    expect(found.map(({ date }) => date)).toEqual(['2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12']);
    expect(found[0]).toMatchObject({ note: 'by hand', reference: null, unit: '1001' });
  });

  it('removes an entry, and does not mind when it is gone', async () => {
    const { fake, api } = story();
    const { id } = await productive.create(api, DRAFT);
    await productive.remove(api, id);
    await productive.remove(api, id);
    expect(fake.entries()).toEqual([]);
    expect(await productive.get(api, id, ZONE)).toBeNull();
    expect(await failureOf(productive.update(api, id, DRAFT))).toMatchObject({
      kind: 'missing',
      status: 404,
    });
  });
});

describe('what Productive refuses', () => {
  it.each([
    ['a closed service', { unit: '1003' }, 'Time cannot be tracked: the budget of this service is closed'],
    ['a deleted service', { unit: '4040' }, 'must exist (service)'],
    ['a task of another project', { task: '999' }, 'does not belong to the project of the service (task)'],
    ['negative time', { minutes: minutes(-5) }, 'must be greater than or equal to 0 (time)'],
  ])('%s, in its own words', async (_what, change, message) => {
    const { fake, api } = story();
    expect(await failureOf(productive.create(api, { ...DRAFT, ...change }))).toMatchObject({
      kind: 'refused',
      status: 422,
      message,
    });
    expect(fake.entries()).toEqual([]);
  });

  it('any change with a token that may only read', async () => {
    const { fake, clock } = story();
    const api = apiToFake(productive, fake, clock, { token: fake.readOnlyToken });
    expect(await failureOf(productive.create(api, DRAFT))).toMatchObject({
      kind: 'refused',
      message: 'This token is read-only: it cannot be used to make changes',
    });
  });

  it('changes of what is approved or invoiced; the list says so before', async () => {
    const { fake, api } = story();
    const approved = await productive.create(api, DRAFT);
    const invoiced = await productive.create(api, { ...DRAFT, reference: 'cccccccccccc' });
    fake.lock(approved.id);
    fake.invoice(invoiced.id);
    expect((await list(api)).map(({ locked }) => locked)).toEqual(['approved', 'invoiced']);
    expect(await failureOf(productive.update(api, approved.id, DRAFT))).toMatchObject({
      kind: 'refused',
      status: 403,
      message: 'This time entry is approved and cannot be changed any more',
    });
    expect(await failureOf(productive.remove(api, invoiced.id))).toMatchObject({
      kind: 'refused',
      status: 422,
    });
  });

  it('anything without knowing who the person is', async () => {
    const { fake, api } = story({}, { ids: { personId: '' } });
    expect(await failureOf(list(api))).toMatchObject({ kind: 'refused' });
    expect(fake.counts.requests).toBe(0);
  });
});

describe('timers of Productive', () => {
  const timers = productive.timers!;

  it('run on an entry with our reference, and write their minutes into it', async () => {
    const { clock, fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const started = await timers.start(api, draft);
    expect(fake.entries()).toMatchObject([{ reference: draft.reference, minutes: 0, running: true }]);
    expect(await timers.running(api)).toEqual({ ...started, reference: draft.reference });
    expect(await list(api, '2026-02-12')).toMatchObject([{ running: true, minutes: 0 }]);

    clock.advance(25 * 60_000);
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(await timers.running(api)).toBeNull();
    expect(fake.entries()).toMatchObject([{ minutes: 25, running: false }]);
  });

  it('go on with the same entry after a pause', async () => {
    const { clock, fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const first = await timers.start(api, draft);
    clock.advance(10 * 60_000);
    await timers.stop(api, first, clock.now());
    const again = await timers.restart!(api, first.remoteId!);
    clock.advance(5 * 60_000);
    // Which timer runs is found out where it was forgotten.
    await timers.stop(api, { remoteId: first.remoteId, timerId: null }, clock.now());
    expect(again.timerId).not.toBe(first.timerId);
    expect(fake.entries()).toMatchObject([{ minutes: 15, running: false }]);
    expect((await timers.start(api, draft)).remoteId).toBe(first.remoteId);
  });

  it('leave nothing behind that could not start', async () => {
    const { fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const refusing: Api = {
      ...api,
      async call(request) {
        if (request.path === '/timers')
          throw new ProviderFailure('refused', 'no timers here', { status: 403 });
        return api.call(request);
      },
    };
    expect(await failureOf(timers.start(refusing, draft))).toMatchObject({ message: 'no timers here' });
    expect(await failureOf(timers.start(api, { ...draft, unit: '1003' }))).toMatchObject({ kind: 'refused' });
    expect(fake.entries()).toEqual([]);
  });

  it('let the server make the entry where it takes none without time', async () => {
    const { fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const needsTime: Api = {
      ...api,
      call: (request) =>
        request.method === 'POST' && request.path === '/time_entries'
          ? api.call({ ...request, body: { data: { type: 'time_entries', attributes: {} } } })
          : api.call(request),
    };
    const started = await timers.start(needsTime, draft);
    expect(fake.entries()).toMatchObject([{ reference: draft.reference, running: true }]);
    expect(started.remoteId).toBe(fake.entries()[0]!.id);
  });
});

describe('budgets of Productive', () => {
  it('are time and money of the service, growing with what is booked', async () => {
    const { api } = story();
    await productive.create(api, DRAFT);
    expect(await productive.budgets!(api, ['1001', '1002', '4040'])).toEqual([
      {
        unit: '1001',
        budgeted: 600,
        worked: 90,
        money: { total: 90_000, used: 13_500, currency: 'EUR' },
      },
      { unit: '1002', budgeted: null, worked: 0, money: { total: 0, used: 0, currency: 'EUR' } },
    ]);
  });
});

describe('limits of Productive', () => {
  it('are kept, not hit', async () => {
    const { clock, fake, api } = story();
    const from = clock.now();
    for (let n = 0; n < 250; n++) await productive.get(api, '1', ZONE);
    expect(fake.counts).toEqual({ requests: 250, tooMany: 0 });
    // Two full windows lie in between.
    expect(clock.now() - from).toBeGreaterThan(20_000);
    expect(clock.now() - from).toBeLessThan(23_000);
  });

  it('are waited for as long as the server says', async () => {
    const { clock, fake, api } = story();
    const other = apiToFake(productive, fake, clock);
    for (let n = 0; n < 100; n++) await productive.get(other, '1', ZONE);
    expect(await failureOf(productive.get(api, '1', ZONE))).toMatchObject({ kind: 'limited', status: 429 });
    await productive.get(api, '1', ZONE);
    expect(fake.counts.tooMany).toBe(1);
  });
});

describe('the stand-in itself', () => {
  const ask = (headers: Record<string, string>, method = 'GET', target = '/time_entries', body = '') => {
    const { fake } = story();
    const { status, body: text } = fake.handle({ method, target, headers, body });
    return { status, body: text === '' ? null : JSON.parse(text) };
  };
  const type = { 'content-type': 'application/vnd.api+json' };
  const token = { ...type, 'x-auth-token': 'fake-productive-token' };
  const good = { ...token, 'x-organization-id': '4711' };

  it('looks at the content type before it looks at the token', () => {
    expect(ask({ 'content-type': 'application/json' }).status).toBe(415);
    expect(ask(type)).toMatchObject({ status: 401, body: { errors: [{ status: '401' }] } });
    expect(ask(token).status).toBe(403);
    expect(ask(good).status).toBe(200);
  });

  it.each([
    ['filter[nothing]=1', 'unsupported_filter'],
    ['sort=created_at', 'sort_param_unsupported'],
    ['include=nothing', 'unsupported_include'],
    ['page[after]=&page[number]=1', 'keyset_conflict'],
    ['page[after]=&sort=-date', 'keyset_unsupported_sort'],
    ['page[after]=rubbish', 'keyset_invalid_cursor'],
  ])('refuses %s', (query, code) => {
    expect(ask(good, 'GET', `/time_entries?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ code }] },
    });
  });

  it('takes ids in attributes too, and several entries with the extension for it', () => {
    const entry = {
      type: 'time_entries',
      attributes: { date: '2026-02-10', time: 30, service_id: 1001, person_id: 12 },
    };
    const bulk = { ...good, 'content-type': 'application/vnd.api+json; ext=bulk' };
    const body = JSON.stringify({ data: [entry, entry] });
    expect(ask(good, 'POST', '/time_entries', JSON.stringify({ data: entry }))).toMatchObject({
      status: 201,
      body: { data: { attributes: { time: 30, billable_time: 30 } } },
    });
    expect(ask(bulk, 'POST', '/time_entries', body).body.data).toHaveLength(2);
    expect(ask(good, 'POST', '/time_entries', body).status).toBe(400);
  });

  it('tells no relationship that was not asked for', () => {
    const { fake } = story();
    fake.add({ date: '2026-02-10', minutes: 30, note: 'x', unit: '1001' });
    const { body } = fake.handle({ method: 'GET', target: '/time_entries', headers: good, body: '' });
    expect(JSON.parse(body).data[0].relationships.service).toEqual({ meta: { included: false } });
  });
});
