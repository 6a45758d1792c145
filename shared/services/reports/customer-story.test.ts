import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aProject } from '../../ports/sample-booking.ts';
import { adding, anEntry, day, step, ticket } from '../../ports/sample-rows.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import { minutes } from '../../values/minutes.ts';
import { showReport } from './write-report.ts';

/** The example of document 1: 100 hours sold, 45 used, on three delivery units. */
let world: MemoryWorld;
let number = 0;

const UNITS = {
  'Agent: Ticket-Bot': { project: 'BOT', label: 'unit:bot', hours: 0 },
  'Workflow: Onboarding': { project: 'BOT', tickets: ['BOT-2', 'BOT-3'], hours: 0, rate: 200 },
  'Integration: CRM': { project: 'BOT', tickets: ['BOT-4'], hours: 0 },
};

const log = (date: string, on: string | null, hours: number, project = 'BOT', user = 'ann') => {
  number += 1;
  const given = { user, date: day(date), project, minutes: minutes(hours * 60), state: 'accepted' as const };
  return world.stores.ledger.commit(
    step([adding(anEntry(number, { ...given, ticket: on === null ? null : ticket(on) }))]),
  );
};
const keep = (n: number, given: Parameters<typeof aProject>[1]) =>
  world.stores.ledger.commit(step([{ noun: 'project', before: null, after: aProject(n, given) }]));

beforeEach(async () => {
  number = 0;
  world = memoryWorld('2026-01-29T12:00:00+01:00', 'Europe/Berlin', {
    'identity.user': 'ann',
    'identity.name': 'Ann Planted-Person',
    'reports.budgets': UNITS,
  });
  const rate = (cents: number) => ({ cents, currency: 'EUR' });
  await keep(900, {
    key: 'BOT',
    name: 'Ticket bot',
    customer: 'acme corp',
    budget: minutes(6000),
    hourlyRate: rate(15_000),
  });
  await keep(901, {
    key: 'ACC',
    name: 'Support',
    customer: 'Acme Corp',
    budget: null,
    hourlyRate: rate(9_999),
  });
  await keep(902, { key: 'ZED', name: 'Zed portal', customer: 'Zed', budget: minutes(600) });
  await world.stores.ticketFacts.put([
    someFacts('BOT-1', { title: 'Login feature', status: 'Done', labels: ['unit:bot'] }),
    someFacts('BOT-2', { title: 'Steps', status: 'In Progress', labels: [] }),
    someFacts('BOT-4', { title: 'CRM', status: 'Backlog', labels: [] }),
    someFacts('ACC-1', {
      title: 'Call ann.p@agency.example about /home/ann/crm.ts, see 3f2a9c1d',
      status: 'Waiting for Bob',
      labels: [],
    }),
  ]);
  await log('2025-11-03', 'BOT-1', 10);
  await log('2026-01-28', 'BOT-1', 10);
  await log('2026-01-27', 'BOT-2', 15, 'BOT', 'bob');
  await log('2026-01-27', 'BOT-2', 8);
  await log('2026-01-26', null, 2);
  await log('2026-01-26', 'ACC-1', 1, 'ACC');
  await log('2026-01-26', 'ZED-1', 4, 'ZED');
});

const show = (given: Parameters<typeof showReport>[2] = {}) =>
  showReport(world, 'customer', { customer: 'ACME corp', ...given });

describe('what a customer sees (document 1, service dashboard)', () => {
  it('is what was sold and used, what for, the last activities and the basis of the invoice', async () => {
    const { title, data, meters } = await show();
    expect(title).toBe('Service dashboard: Acme Corp');
    expect(data).toEqual({
      customer: 'Acme Corp',
      as_of: '2026-01-29',
      from: '2025-12-31',
      to: '2026-01-29',
      contingent: { sold_hours: 100, used_hours: 45, left_hours: 55, percentage: 45, state: 'fine' },
      budgets: [
        {
          name: 'Ticket bot',
          project: 'BOT',
          per: 'total',
          sold_hours: 100,
          used_hours: 45,
          left_hours: 55,
          percentage: 45,
          state: 'fine',
        },
      ],
      delivery_units: [
        { name: 'Workflow: Onboarding', hours: 23, status: 'in-progress' },
        { name: 'Agent: Ticket-Bot', hours: 10, status: 'done' },
        { name: 'Ticket bot', hours: 2, status: null },
        { name: 'Call … about …, see …', hours: 1, status: null },
        { name: 'Integration: CRM', hours: 0, status: 'planned' },
      ],
      activities: [
        { date: '2026-01-28', hours: 10, title: 'Login feature' },
        { date: '2026-01-27', hours: 23, title: 'Steps' },
        { date: '2026-01-26', hours: 2, title: 'Ticket bot' },
        { date: '2026-01-26', hours: 1, title: 'Call … about …, see …' },
      ],
      invoice: {
        lines: [
          { project: 'ACC', name: 'Support', hours: 1, hourly_rate: 99.99, currency: 'EUR', amount: 99.99 },
          { project: 'BOT', name: 'Ticket bot', hours: 12, hourly_rate: 150, currency: 'EUR', amount: 1800 },
          {
            project: 'BOT',
            name: 'Ticket bot: Workflow: Onboarding',
            hours: 23,
            hourly_rate: 200,
            currency: 'EUR',
            amount: 4600,
          },
        ],
        total_hours: 36,
        totals: [{ currency: 'EUR', amount: 6499.99 }],
      },
    });
    expect(meters).toEqual([{ label: 'Acme Corp', used: 2700, of: 6000, percent: 45, state: 'fine' }]);
  });

  it('of other days: their use, and the contingent as it stood at their end', async () => {
    const { data } = await show({ month: '2025-11' });
    expect(data).toMatchObject({
      as_of: '2025-11-30',
      contingent: { used_hours: 10, left_hours: 90 },
      delivery_units: [{ name: 'Agent: Ticket-Bot', hours: 10 }, { hours: 0 }, { hours: 0 }],
      invoice: { total_hours: 10, totals: [{ amount: 1500 }] },
    });
    expect((await show({ period: '90 days' })).period).toMatchObject({
      from: '2025-11-01',
      to: '2026-01-29',
    });
  });

  it.each(['json', 'html', 'text', 'md', 'csv', 'yaml'] as const)(
    'names nobody and no evidence as %s, in no table',
    async (format) => {
      const { file } = await show({ format });
      for (const word of [
        'ann',
        'bob',
        'planted',
        'agency.example',
        '/home',
        '3f2a9c1d',
        'socket',
        'waiting',
        'zed',
      ])
        expect(file?.text?.toLowerCase()).not.toMatch(new RegExp(`(?<![a-z])${word}`));
      expect(file?.text).toContain('Onboarding');
    },
  );

  it('names people where the settings say so', async () => {
    await world.settings.set('reports.customerPeople', true);
    const { data, tables } = await show();
    expect(data['people']).toEqual([
      { name: 'Ann Planted-Person', hours: 21 },
      { name: 'bob', hours: 15 },
    ]);
    expect(tables.map(({ id }) => id)).toContain('people');
  });

  it('is German where German is spoken, and says when nothing is known', async () => {
    const { file } = await show({ format: 'html', language: 'de' });
    for (const word of ['Service-Dashboard: Acme Corp', 'Rechnungsgrundlage', 'In Arbeit', 'Abgeschlossen'])
      expect(file?.text).toContain(word);
    const { data, notes } = await showReport(world, 'customer', { customer: 'Nobody' });
    expect(notes).toEqual(['No project of Nobody is known.']);
    expect(data).toMatchObject({ contingent: null, delivery_units: [], invoice: { lines: [] } });
  });

  it('sold by the unit: the units are the contingent, months of their own and all', async () => {
    await world.settings.set('reports.budgets', {
      A: { project: 'ACC', tickets: ['ACC-1'], hours: 2, per: 'month' },
    });
    const { data } = await show();
    expect(data['contingent']).toMatchObject({ sold_hours: 102, used_hours: 46 });
  });
});
