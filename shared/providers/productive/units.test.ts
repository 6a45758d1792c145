import { describe, expect, it } from 'vitest';
import { productive } from './productive.ts';
import type { Recorded } from './recorded-api.ts';
import { recordedApi, targetOf } from './recorded-api.ts';

const link = (type: string, id: string) => ({ data: { type, id } });
const service = (attributes: Readonly<Record<string, unknown>>, id = '1') => ({
  id,
  type: 'services',
  attributes: { name: 'Development', ...attributes },
  relationships: { deal: link('deals', '2') },
});
const deal = (attributes: Readonly<Record<string, unknown>> = {}) => ({
  id: '2',
  type: 'deals',
  attributes: { name: 'Portal, phase 2', ...attributes },
  relationships: { project: link('projects', '3'), company: link('companies', '4') },
});
const named = (type: string, id: string, name: string) => ({ id, type, attributes: { name } });

async function read(attributes: Readonly<Record<string, unknown>>, ...included: unknown[]) {
  const { api } = recordedApi(() => ({ body: { data: [service(attributes)], included } }));
  return (await productive.units(api))[0]!;
}

describe('services as units', () => {
  it('are named by everything they stand in', async () => {
    const { names } = await read(
      {},
      deal(),
      named('projects', '3', 'Portal'),
      named('companies', '4', 'Acme'),
    );
    expect(names).toEqual(['Development', 'Portal, phase 2', 'Portal', 'Acme']);
  });

  it('are named once where a budget is called like its project', async () => {
    const { names } = await read(
      {},
      deal({ name: 'Portal' }),
      named('projects', '3', 'Portal'),
      named('companies', '4', 'Acme'),
    );
    expect(names).toEqual(['Development', 'Portal', 'Acme']);
  });

  it.each([
    [{ budgeted_time: 600, worked_time: 90 }, 510],
    [{ budgeted_time: '600', worked_time: '650' }, -50],
    [{ budgeted_time: 600 }, 600],
    [{ budgeted_time: 0, worked_time: 90 }, null],
    [{ budgeted_time: null, worked_time: 90 }, null],
    [{}, null],
  ])('%o leaves %s', async (times, left) => {
    expect(await read(times)).toMatchObject({ left });
  });

  it.each([
    [
      { budget_cap_enabled: true, billable: false },
      { capped: true, billable: false },
    ],
    [{ budget_cap_enabled: null }, { capped: false, billable: null }],
  ])('%o is %o', async (attributes, unit) => {
    expect(await read(attributes)).toMatchObject(unit);
  });

  it.each([
    [{}, {}, null],
    [{}, { closed_at: '2026-01-31T12:00:00Z' }, 'closed'],
    [{}, { delivered_on: '2026-01-31' }, 'delivered'],
    [{ time_tracking_enabled: false }, {}, 'time cannot be tracked on it'],
  ])('%o in %o is closed: %s', async (attributes, budget, closed) => {
    expect(await read(attributes, deal(budget))).toMatchObject({ closed });
  });

  it('are asked for with less and less, where the server does not include so much', async () => {
    const bad: Recorded = { status: 400, body: { errors: [{ code: 'unsupported_include' }] } };
    const { api, requests } = recordedApi((request) =>
      targetOf(request).includes('include=') ? bad : { body: { data: [service({})] } },
    );
    expect((await productive.units(api)).map(({ names }) => names)).toEqual([['Development']]);
    expect(targetOf(requests[0]!)).toContain(
      'filter[trackable_by_person_id]=12&filter[time_tracking_enabled]=true&filter[budget_status]=1&include=deal,deal.project,deal.company',
    );
  });
});

describe('budgets', () => {
  const budget = async (...answers: Recorded[]) => {
    const { api } = recordedApi((_request, turn) => answers[turn - 1]!);
    return productive.budgets!(api, ['1']);
  };
  const money = { budget_total: 900_000, budget_used: '450000', currency: 'EUR' };

  it('have the money of the service', async () => {
    const data = service({ budgeted_time: 600, worked_time: 90, ...money });
    expect(await budget({ body: { data } })).toEqual([
      { unit: '1', budgeted: 600, worked: 90, money: { total: 900_000, used: 450_000, currency: 'EUR' } },
    ]);
  });

  it('have the money of the budget where the service has none', async () => {
    const body = { data: service({ budgeted_time: 0 }), included: [deal(money)] };
    expect(await budget({ body })).toEqual([
      { unit: '1', budgeted: null, worked: null, money: { total: 900_000, used: 450_000, currency: 'EUR' } },
    ]);
  });

  it('have no money where the person may not see it', async () => {
    expect(await budget({ body: { data: service({ worked_time: 90 }), included: [deal()] } })).toEqual([
      { unit: '1', budgeted: null, worked: 90, money: null },
    ]);
  });

  it.each([404, 403])('are left out when the service answers %i', async (status) => {
    expect(await budget({ status, body: '' })).toEqual([]);
  });
});
