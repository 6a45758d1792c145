import { describe, expect, it } from 'vitest';
import type { Api } from '#shared/providers/api.ts';
import { productive } from '#shared/providers/productive/productive.ts';
import { instant } from '#shared/values/instant.ts';
import { minutes } from '#shared/values/minutes.ts';
import { apiToFake } from './api-to-fake.ts';
import { DRAFT, list, story } from './productive-story.fixture.ts';
import { failureOf } from './provider-case.ts';
import { day, ZONE } from './sample-draft.ts';

/** The reference stands in the field that Jira sync would use. */
const byField = (api: Api): Api => ({ ...api, options: { reference: 'jira_worklog_id' } });

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
