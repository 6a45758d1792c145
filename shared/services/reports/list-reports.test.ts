import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../ports/memory-world.ts';
import { showReport } from './write-report.ts';
import { listReports } from './list-reports.ts';
import { adding, anEntry, day, step, ticket } from '../../ports/sample-rows.ts';
import { minutes } from '../../values/minutes.ts';

const world = () =>
  memoryWorld('2026-02-20T12:00:00+01:00', 'Europe/Berlin', {
    'identity.user': 'ann',
    'time.workingDays': [1, 2, 3, 4],
    'time.workingHoursPerDay': 7.5,
  });

describe('the list of reports', () => {
  it('tells what each may be asked, and what it must be', () => {
    const { reports, workingDays, hoursPerDay } = listReports(world());
    expect(reports.map(({ id }) => id)).toContain('rd');
    expect(reports.find(({ id }) => id === 'project')).toMatchObject({
      usual: 'week',
      whose: 'everybody',
      fields: expect.arrayContaining([
        { name: 'project', isRequired: true },
        { name: 'period', isRequired: false },
      ]) as unknown,
    });
    expect({ workingDays, hoursPerDay }).toEqual({ workingDays: [1, 2, 3, 4], hoursPerDay: 7.5 });
  });

  it('offers formats of one’s own', () => {
    const own = memoryWorld('2026-02-20T12:00:00+01:00', 'Europe/Berlin', {
      'reports.formats': { finance: { as: 'csv', table: 'by_ticket' } },
    });
    expect(listReports(own).ownFormats).toEqual(['finance']);
    expect(listReports(world()).ownFormats).toEqual([]);
  });

  it('offers paper only where something can print', () => {
    const headless = world();
    expect(listReports(headless).formats).toEqual(['text', 'json', 'yaml', 'csv', 'md', 'html', 'xlsx']);
    const paper = { pdf: () => Promise.resolve(new Uint8Array()) } as unknown as typeof headless.paper;
    expect(listReports({ ...headless, paper }).formats).toContain('pdf');
  });
});

it('days and tickets are told apart where that is asked for', async () => {
  const here = world();
  const entry = (n: number, date: string, on: string, long: number) =>
    adding(anEntry(n, { date: day(date), ticket: ticket(on), minutes: minutes(long), state: 'accepted' }));
  await here.stores.ledger.commit(
    step([
      entry(1, '2026-02-10', 'TB-1', 90),
      entry(2, '2026-02-10', 'TB-1', 30),
      entry(3, '2026-02-11', 'TB-2', 60),
    ]),
  );
  const asked = { week: '2026-W07', user: 'all' };
  const plain = await showReport(here, 'timesheet', asked);
  expect(plain.tables.map(({ id }) => id)).toEqual(['by_day', 'by_ticket']);
  const detailed = await showReport(here, 'timesheet', { ...asked, details: true });
  const table = detailed.tables.find(({ id }) => id === 'details')!;
  expect(table.columns.map(({ key }) => key)).toEqual(['user', 'date', 'ticket', 'title', 'time']);
  expect(table.rows.map(([, date, on, , time]) => [date, on, time])).toEqual([
    ['2026-02-10', 'TB-1', 120],
    ['2026-02-11', 'TB-2', 60],
  ]);
  expect(detailed.data).toEqual(plain.data);
});
