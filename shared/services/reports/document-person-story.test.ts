import { beforeEach, describe, expect, it } from 'vitest';
import type { DayStatus } from '../../review/day.ts';
import { aDay, step } from '../../ports/sample-rows.ts';
import { DocumentDesk } from './document-desk.fixture.ts';

let desk: DocumentDesk;
beforeEach(() => {
  desk = new DocumentDesk();
});

const close = (date: string, status: DayStatus) =>
  desk.world.stores.ledger.commit(
    step([{ noun: 'day', before: null, after: aDay(date, { user: 'john', status }) }]),
  );

describe('document 4 §6.1, the weekly timesheet', () => {
  beforeEach(async () => {
    await desk.log('2026-02-10', 'TB-042', '8h');
    await desk.log('2026-02-11', 'TB-042', '6h30m');
    await desk.log('2026-02-11', 'TINT-206', '1h');
    await desk.log('2026-02-12', 'APP-019', '8h');
    await desk.log('2026-02-12', null, '15m');
    await desk.log('2026-02-13', 'APP-45678', '6h');
    await desk.log('2026-02-13', null, '45m');
    await desk.log('2026-02-14', 'TINT-191', '4h');
    await desk.log('2026-02-14', 'TINT-206', '1h');
    await desk.log('2026-02-14', null, '3h');
    for (const date of ['2026-02-10', '2026-02-11', '2026-02-12']) await close(date, 'reviewed');
  });

  it('has exactly its keys and numbers', async () => {
    const { data } = await desk.show('timesheet', { week: '2026-W07' });
    expect(data).toEqual({
      user: 'john',
      week: '2026-W07',
      total: '38h30m',
      by_day: {
        '2026-02-10': '8h00m',
        '2026-02-11': '7h30m',
        '2026-02-12': '8h15m',
        '2026-02-13': '6h45m',
        '2026-02-14': '8h00m',
      },
      by_ticket: {
        'TB-042': '14h30m',
        'APP-019': '8h00m',
        'APP-45678': '6h00m',
        'TINT-191': '4h00m',
        'TINT-206': '2h00m',
        unallocated: '4h00m',
      },
      status: '3 reviewed, 2 draft',
    });
    expect(Object.keys(data)).toEqual(['user', 'week', 'total', 'by_day', 'by_ticket', 'status']);
  });

  it('is written as the document writes it', async () => {
    const { file } = await desk.show('timesheet', { week: '2026-W07', format: 'yaml' });
    expect(file?.text).toBe(`user: john
week: 2026-W07
total: 38h30m
by_day:
  2026-02-10: 8h00m
  2026-02-11: 7h30m
  2026-02-12: 8h15m
  2026-02-13: 6h45m
  2026-02-14: 8h00m
by_ticket:
  TB-042: 14h30m
  APP-019: 8h00m
  APP-45678: 6h00m
  TINT-191: 4h00m
  TINT-206: 2h00m
  unallocated: 4h00m
status: 3 reviewed, 2 draft
`);
    expect(file?.name).toBe('timesheet-john-2026-W07.yaml');
  });

  it('of other days than a week says which', async () => {
    const { data } = await desk.show('timesheet', { from: '2026-02-10', to: '2026-02-11' });
    expect(data).toMatchObject({ period: '2026-02-10..2026-02-11', total: '15h30m' });
    expect(data).not.toHaveProperty('week');
  });

  it('of everybody, of somebody else, and of nobody', async () => {
    await desk.log('2026-02-10', 'TB-042', '1h', 'sarah');
    expect((await desk.show('timesheet', { week: '2026-W07', user: 'sarah' })).data).toMatchObject({
      user: 'sarah',
      total: '1h00m',
      status: '1 draft',
    });
    expect((await desk.show('timesheet', { week: '2026-W07', user: 'all' })).data).toMatchObject({
      user: 'all',
      total: '39h30m',
      status: '3 reviewed, 3 draft',
    });
    expect((await desk.show('timesheet', { week: '2026-W08' })).data).toEqual({
      user: 'john',
      week: '2026-W08',
      total: '0h00m',
      by_day: {},
      by_ticket: {},
      status: 'no days',
    });
  });
});

describe('document 4 §6.4, utilisation', () => {
  it('has exactly its keys and numbers', async () => {
    await desk.facts('TB-1', { type: 'story', labels: ['billable'] });
    await desk.facts('TB-2', { type: 'story', labels: [] });
    await desk.facts('TINT-206', { type: 'impediment-network', labels: [] });
    await desk.facts('TINT-191', { type: 'task', labels: ['component:admin.hr'] });
    await desk.log('2026-02-10', 'TB-1', '120h');
    await desk.log('2026-02-10', 'TB-2', '20h');
    await desk.log('2026-02-10', null, '4h');
    await desk.log('2026-02-10', 'TINT-206', '8h');
    await desk.log('2026-02-10', 'TINT-191', '8h');
    expect((await desk.show('utilisation', { month: '2026-02' })).data).toEqual({
      user: 'john',
      period: '2026-02',
      total: '160h',
      breakdown: {
        billable: { hours: '120h', percentage: 75 },
        non_billable: { hours: '24h', percentage: 15 },
        impediment: { hours: '8h', percentage: 5 },
        admin: { hours: '8h', percentage: 5 },
      },
    });
  });
});
