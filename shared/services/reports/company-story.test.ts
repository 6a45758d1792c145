import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../entries/entry.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { adding, at, step } from '../../ports/sample-rows.ts';
import { sampleCompany } from '../../reports/sample-company.ts';
import { monthPeriod } from '../../reports/period.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays, weekdayOf } from '../../values/local-day.ts';
import { parseDuration } from '../../values/minutes.ts';
import { showReport } from './write-report.ts';

/**
 * A made-up company, twelve people over three years with a leap day, a week 53 and six changes of clocks: every total
 * is added up once more here, from the bare entries and in another way.
 */
const COMPANY = sampleCompany({
  seed: 20_260_210,
  people: 12,
  from: '2020-01-01' as LocalDay,
  to: '2022-12-31' as LocalDay,
  perDay: 3,
});
const COUNTED = COMPANY.entries.filter(({ state }) => state !== 'deleted');

// Before its first day, so that no day is looked at for new evidence.
let world: MemoryWorld;
beforeAll(async () => {
  world = memoryWorld('2019-12-31T09:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'ann' });
  await world.stores.ledger.commit(step(COMPANY.entries.map(adding)));
  await world.stores.ledger.commit(
    step(COMPANY.projects.map((after) => ({ noun: 'project', before: null, after }))),
  );
  await world.stores.ticketFacts.put(COMPANY.tickets);
});

const total = (meant: (entry: Entry) => boolean): number => {
  let minutes = 0;
  for (const entry of COUNTED) if (meant(entry)) minutes += entry.minutes;
  return minutes;
};
const timeOf = (text: unknown): number => parseDuration(String(text), 8)!;
const hundredths = (hours: number): number => Math.round(hours * 100);

describe('the timesheets of a company', () => {
  it.each(['2020-W01', '2020-W09', '2020-W13', '2020-W44', '2020-W53', '2021-W12', '2022-W52'])(
    '%s adds up by day and by ticket, for everybody and for each',
    async (week) => {
      const { data, period: told } = await showReport(world, 'timesheet', { week, user: 'all' });
      const period = { from: told.from as LocalDay, to: told.to as LocalDay };
      const within = ({ date }: Entry): boolean => date >= period.from && date <= period.to;
      expect(addDays(period.from, 6)).toBe(period.to);
      expect(weekdayOf(period.from)).toBe(1);
      expect(timeOf(data['total'])).toBe(total(within));
      for (const part of ['by_day', 'by_ticket'])
        expect(Object.values(data[part] as object).reduce((sum: number, text) => sum + timeOf(text), 0)).toBe(
          total(within),
        );
      for (const user of COMPANY.people) {
        const own = await showReport(world, 'timesheet', { week, user });
        expect(timeOf(own.data['total'])).toBe(total((entry) => within(entry) && entry.user === user));
      }
    },
  );
});

interface RdData {
  total_hours: number;
  by_category: Record<
    string,
    {
      hours: number;
      percentage: number;
      projects: Record<string, { hours: number; tickets: { hours: number }[] }>;
    }
  >;
}

describe('the R&D reports of a company', () => {
  const months = Array.from(
    { length: 36 },
    (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );

  it.each(months)(
    '%s: tickets make projects, projects make categories, categories make the month',
    async (month) => {
      const data = (await showReport(world, 'rd', { month })).data as unknown as RdData;
      const { from, to } = monthPeriod(month);
      const minutes = total(({ date }) => date >= from && date <= to);
      expect(hundredths(data.total_hours)).toBe(Math.round((minutes * 100) / 60));
      const categories = Object.values(data.by_category);
      const sum = (numbers: readonly number[]): number =>
        numbers.reduce((all, one) => all + hundredths(one), 0);
      expect(sum(categories.map(({ hours }) => hours))).toBe(hundredths(data.total_hours));
      expect(sum(categories.map(({ percentage }) => percentage))).toBe(10_000);
      for (const { hours, projects } of categories) {
        expect(sum(Object.values(projects).map((project) => project.hours))).toBe(hundredths(hours));
        for (const project of Object.values(projects))
          expect(sum(project.tickets.map((ticket) => ticket.hours))).toBe(hundredths(project.hours));
      }
    },
  );

  it('a marked category holds the tickets that are marked, and no others lose theirs', async () => {
    const data = (await showReport(world, 'rd', { period: '2021' })).data as unknown as RdData;
    const marked = new Set(
      COMPANY.tickets
        .filter(({ labels }) => labels.includes('x-rd-category:maintenance'))
        .map(({ ticket }) => ticket),
    );
    const bugs = new Set(
      COMPANY.tickets
        .filter(
          ({ type, labels }) =>
            type === 'bug' &&
            !labels.some((label) => /^(x-rd-category:|feature$|admin$|ceremony$)/.test(label)),
        )
        .map(({ ticket }) => ticket),
    );
    const minutes = total(
      ({ date, ticket }) =>
        date.startsWith('2021') && ticket !== null && (marked.has(ticket) || bugs.has(ticket)),
    );
    expect(Math.abs(data.by_category['maintenance']!.hours - minutes / 60)).toBeLessThan(0.02);
  });
});

describe('the other reports of a company', () => {
  beforeAll(() => world.clock.jumpTo(at('2023-01-02T08:00:00Z')));

  it('utilisation parts all of the time, for each person', async () => {
    for (const user of [...COMPANY.people, 'all']) {
      const { data } = await showReport(world, 'utilisation', { month: '2020-02', user });
      const minutes = total(
        ({ date, user: whose }) => date.startsWith('2020-02') && (user === 'all' || whose === user),
      );
      const parts = Object.values(data['breakdown'] as Record<string, { hours: string; percentage: number }>);
      expect(timeOf(data['total'])).toBe(minutes);
      expect(parts.reduce((sum, { hours }) => sum + timeOf(hours), 0)).toBe(minutes);
      expect(parts.reduce((sum, { percentage }) => sum + hundredths(percentage), 0)).toBe(10_000);
    }
  });

  it('sprints have the time of their week, and what is left of estimates is never below nothing', async () => {
    const { data, tables } = await showReport(world, 'sprint', { week: '2020-W53' });
    const minutes = total(
      ({ date, ticket }) => ticket !== null && date >= '2020-12-28' && date <= '2021-01-03',
    );
    expect(timeOf((data['totals'] as { logged: string }).logged)).toBe(minutes);
    for (const row of data['tickets'] as { id: string; remaining: string | null }[]) {
      const estimate = COMPANY.tickets.find(({ ticket }) => ticket === row.id)?.estimate ?? null;
      const ever = total(({ date, ticket }) => ticket === row.id && date <= '2021-01-03');
      expect(row.remaining === null ? null : timeOf(row.remaining)).toBe(
        estimate === null ? null : Math.max(0, estimate - ever),
      );
    }
    expect(tables[0]!.rows.length).toBe((data['tickets'] as unknown[]).length);
  });

  it('projects, tickets and budgets hold all the time of theirs', async () => {
    for (const { key } of COMPANY.projects) {
      const report = await showReport(world, 'project', { project: key, period: '2020-02-29' });
      const people = report.data['people'] as { user: string; time: string }[];
      for (const { user, time } of people)
        expect(timeOf(time)).toBe(
          total((entry) => entry.user === user && entry.project === key && entry.date === '2020-02-29'),
        );
      const budget = await showReport(world, 'budget', { project: key });
      expect(hundredths(budget.data['used_hours'] as number)).toBe(
        Math.round((total(({ project }) => project === key) * 100) / 60),
      );
    }
    const { data } = await showReport(world, 'ticket', { ticket: 'TB-001' });
    expect(timeOf(data['total'])).toBe(total(({ ticket }) => ticket === 'TB-001'));
    expect(
      Object.values(data['by_user'] as object).reduce((sum: number, text) => sum + timeOf(text), 0),
    ).toBe(timeOf(data['total']));
  });

  it('a period without any time gives empty reports, not errors', async () => {
    const nothing = { period: '1999' };
    for (const id of ['timesheet', 'rd', 'utilisation', 'agent-cost'] as const) {
      const report = await showReport(world, id, { ...nothing, format: 'text' });
      expect(report.file?.text).toContain('No time in this period.');
      expect(report.tables.flatMap(({ rows }) => rows)).toEqual([]);
    }
    expect((await showReport(world, 'rd', nothing)).data).toMatchObject({ total_hours: 0, by_category: {} });
    expect(
      (await showReport(world, 'sprint', { from: '1999-01-01', to: '1999-01-07' })).data['totals'],
    ).toEqual({
      estimated: '0m',
      logged: '0m',
      accuracy: null,
    });
  });
});

describe('what the customers of a company see', () => {
  it.each(['Acme Corp', 'Internal', 'Globex'])('%s: use and invoice come to the same time', async (name) => {
    const keys = COMPANY.projects.filter((one) => one.customer === name).map(({ key }) => key);
    for (const month of ['2020-02', '2020-12', '2021-03', '2022-10']) {
      const { tables, data, period } = await showReport(world, 'customer', { customer: name, month });
      const within = ({ date, project }: Entry): boolean =>
        project !== null && keys.includes(project) && date >= period.from && date <= period.to;
      const expected = total(within);
      expect(expected).toBeGreaterThan(0);
      for (const id of ['units', 'invoice']) {
        const table = tables.find((one) => one.id === id)!;
        const sum = table.rows.reduce((minutes, row) => minutes + Number(row[1]), 0);
        expect([sum, table.total?.[1]]).toEqual([expected, expected]);
      }
      const { lines, total_hours } = data['invoice'] as { lines: { hours: number }[]; total_hours: number };
      expect(lines.reduce((sum, { hours }) => sum + hundredths(hours), 0)).toBe(hundredths(total_hours));
    }
  });

  it('of all time is used what was ever spent on what was sold', async () => {
    const { data } = await showReport(world, 'customer', { customer: 'Internal', period: 'all' });
    const keys = COMPANY.projects.filter((one) => one.customer === 'Internal').map(({ key }) => key);
    const hoursWithin = (last: string): number =>
      Math.round(
        (total(({ project, date }) => project !== null && keys.includes(project) && date <= last) * 100) / 60,
      ) / 100;
    expect(data['contingent']).toMatchObject({ used_hours: hoursWithin(String(data['as_of'])) });
    expect(data['invoice']).toMatchObject({ total_hours: hoursWithin('2999-12-31') });
  });
});
