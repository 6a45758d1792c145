import { describe, expect, it } from 'vitest';
import { productive } from '#shared/providers/productive/productive.ts';
import { apiToFake } from './api-to-fake.ts';
import { DRAFT, story } from './productive-story.fixture.ts';
import { failureOf } from './provider-case.ts';
import { ZONE } from './sample-draft.ts';

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
