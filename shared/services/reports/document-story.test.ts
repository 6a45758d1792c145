import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReportAsked } from '../../contract/report-operations.ts';
import type { DayStatus } from '../../review/day.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { aDay, adding, anEntry, aSession, at, day, step, ticket } from '../../ports/sample-rows.ts';
import { aProject } from '../../ports/sample-booking.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import type { ReportId } from '../../reports/questions.ts';
import { minutes, parseDuration } from '../../values/minutes.ts';
import { showReport } from './write-report.ts';

/** The examples of documents 1 and 4, as far as their own numbers hold together. */
let world: MemoryWorld;
let number = 0;

beforeEach(() => {
  world = memoryWorld('2026-03-01T12:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'john' });
  number = 0;
});

const show = (id: ReportId, asked: ReportAsked = {}) => showReport(world, id, asked as never);

async function log(date: string, on: string | null, time: string, user = 'john'): Promise<void> {
  number += 1;
  const entry = anEntry(number, {
    user,
    date: day(date),
    ticket: on === null ? null : ticket(on),
    project: on === null ? null : on.slice(0, on.lastIndexOf('-')),
    minutes: parseDuration(time, 8)!,
    state: 'accepted',
  });
  await world.stores.ledger.commit(step([adding(entry)]));
}

const close = (date: string, status: DayStatus) =>
  world.stores.ledger.commit(
    step([{ noun: 'day', before: null, after: aDay(date, { user: 'john', status }) }]),
  );

const facts = (id: string, given: Partial<Parameters<typeof someFacts>[1]>) =>
  world.stores.ticketFacts.put([someFacts(id, { labels: [], ...given })]);

describe('document 4 §6.1, the weekly timesheet', () => {
  beforeEach(async () => {
    await log('2026-02-10', 'TB-042', '8h');
    await log('2026-02-11', 'TB-042', '6h30m');
    await log('2026-02-11', 'TINT-206', '1h');
    await log('2026-02-12', 'APP-019', '8h');
    await log('2026-02-12', null, '15m');
    await log('2026-02-13', 'APP-45678', '6h');
    await log('2026-02-13', null, '45m');
    await log('2026-02-14', 'TINT-191', '4h');
    await log('2026-02-14', 'TINT-206', '1h');
    await log('2026-02-14', null, '3h');
    for (const date of ['2026-02-10', '2026-02-11', '2026-02-12']) await close(date, 'reviewed');
  });

  it('has exactly its keys and numbers', async () => {
    const { data } = await show('timesheet', { week: '2026-W07' });
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
    const { file } = await show('timesheet', { week: '2026-W07', format: 'yaml' });
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
    const { data } = await show('timesheet', { from: '2026-02-10', to: '2026-02-11' });
    expect(data).toMatchObject({ period: '2026-02-10..2026-02-11', total: '15h30m' });
    expect(data).not.toHaveProperty('week');
  });

  it('of everybody, of somebody else, and of nobody', async () => {
    await log('2026-02-10', 'TB-042', '1h', 'sarah');
    expect((await show('timesheet', { week: '2026-W07', user: 'sarah' })).data).toMatchObject({
      user: 'sarah',
      total: '1h00m',
      status: '1 draft',
    });
    expect((await show('timesheet', { week: '2026-W07', user: 'all' })).data).toMatchObject({
      user: 'all',
      total: '39h30m',
      status: '3 reviewed, 3 draft',
    });
    expect((await show('timesheet', { week: '2026-W08' })).data).toEqual({
      user: 'john',
      week: '2026-W08',
      total: '0h00m',
      by_day: {},
      by_ticket: {},
      status: 'no days',
    });
  });
});

describe('document 4 §6.2, the monthly R&D report', () => {
  beforeEach(async () => {
    await facts('TB-042', {
      type: 'bug',
      title: 'FIX session drops during auction',
      labels: ['x-rd-category:research'],
    });
    await facts('TB-001', { type: 'story', title: 'FIX protocol session management' });
    await facts('APP-019', { type: 'story', title: 'OAuth integration' });
    await facts('APP-020', { type: 'bug', title: 'Typo' });
    await facts('TINT-191', { type: 'task', title: 'HR training', labels: ['admin'] });
    await log('2026-02-02', 'TB-042', '32h30m');
    await log('2026-02-03', 'TB-001', '247h30m', 'sarah');
    await log('2026-02-04', 'APP-019', '132h');
    await log('2026-02-05', 'APP-020', '168h30m');
    await log('2026-02-06', 'TINT-191', '100h');
    await log('2026-03-01', 'TB-001', '5h');
  });

  it('has exactly its keys and numbers', async () => {
    const { data } = await show('rd', { month: '2026-02' });
    expect(data).toEqual({
      month: '2026-02',
      generated: '2026-03-01',
      total_hours: 680.5,
      by_category: {
        research_and_development: {
          hours: 412,
          percentage: 60.5,
          projects: {
            TB: {
              hours: 280,
              tickets: [
                { id: 'TB-001', type: 'story', title: 'FIX protocol session management', hours: 247.5 },
                {
                  id: 'TB-042',
                  type: 'bug',
                  title: 'FIX session drops during auction',
                  hours: 32.5,
                  'x-rd-category': 'research',
                },
              ],
            },
            APP: {
              hours: 132,
              tickets: [{ id: 'APP-019', type: 'story', title: 'OAuth integration', hours: 132 }],
            },
          },
        },
        maintenance: {
          hours: 168.5,
          percentage: 24.8,
          projects: {
            APP: { hours: 168.5, tickets: [{ id: 'APP-020', type: 'bug', title: 'Typo', hours: 168.5 }] },
          },
        },
        admin: {
          hours: 100,
          percentage: 14.7,
          projects: {
            TINT: {
              hours: 100,
              tickets: [{ id: 'TINT-191', type: 'task', title: 'HR training', hours: 100 }],
            },
          },
        },
      },
      summary:
        '60.5% of engineering time qualifies as R&D under HMRC guidelines.\n' +
        'Key R&D activities: FIX protocol session management (TB), OAuth integration (APP), FIX session drops during auction (TB).\n',
    });
  });

  it('as YAML writes decimals and the summary as the document does, and reads back as it was', async () => {
    const { data, file } = await show('rd', { month: '2026-02', format: 'yaml' });
    expect(file?.text).toContain('total_hours: 680.5\n');
    expect(file?.text).toContain('    hours: 412.0\n    percentage: 60.5\n');
    expect(file?.text).toContain('summary: |\n  60.5% of engineering');
    expect(parse(file?.text ?? '')).toEqual(data);
  });

  it('asks for a look at what is in doubt, which never counts as R&D before', async () => {
    await facts('TB-777', { type: 'task', title: 'Tune the cache' });
    await log('2026-02-09', 'TB-777', '10h');
    await log('2026-02-09', 'TB-888', '1h30m');
    await log('2026-02-09', null, '2h');
    const { data } = await show('rd', { month: '2026-02' });
    expect(data['needs_review']).toEqual([
      {
        id: 'TB-777',
        type: 'task',
        title: 'Tune the cache',
        hours: 10,
        reason: 'a task may be technical or process',
      },
      { id: 'unallocated', type: null, title: null, hours: 2, reason: 'no ticket' },
      { id: 'TB-888', type: null, title: null, hours: 1.5, reason: 'its type is not known' },
    ]);
    expect(data).toMatchObject({
      by_category: {
        research_and_development: { hours: 412 },
        admin: { hours: 110 },
        unclassified: { hours: 3.5 },
      },
    });
  });
});

describe('a report in German', () => {
  it('has German titles, columns and remarks; keys of the documents and titles of tickets stay', async () => {
    await facts('TB-001', { type: 'story', title: 'Total' });
    await log('2026-02-03', 'TB-001', '2h');
    const page = (await show('rd', { month: '2026-02', format: 'html', language: 'de' })).file?.text ?? '';
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<h1>F&amp;E-Bericht</h1>');
    expect(page).toContain('Forschung und Entwicklung');
    expect(page).toContain('>Gesamt</th>');
    expect(page).toContain('<td>Total</td>');
    expect(page).toContain('100.0 % der Entwicklungszeit sind F&amp;E');
    const yaml = (await show('rd', { month: '2026-02', format: 'yaml', language: 'de' })).file?.text ?? '';
    expect(yaml).toContain('research_and_development:');
  });
});

describe('document 4 §6.3, the sprint report', () => {
  beforeEach(async () => {
    await facts('TB-042', { estimate: minutes(1440), status: 'in-progress' });
    await facts('APP-019', { estimate: minutes(960), status: 'in-progress' });
    await log('2026-02-10', 'TB-042', '3h15m');
    await log('2026-02-11', 'APP-019', '1h30m');
  });

  it('has exactly its keys; remaining is estimate − logged', async () => {
    const { data } = await show('sprint', { week: '2026-W07' });
    expect(data).toEqual({
      sprint: '2026-W07',
      tickets: [
        { id: 'TB-042', estimate: '3d', logged: '3h15m', remaining: '2d4h45m', status: 'in-progress' },
        { id: 'APP-019', estimate: '2d', logged: '1h30m', remaining: '1d6h30m', status: 'in-progress' },
      ],
      totals: { estimated: '40h', logged: '4h45m', accuracy: '12%' },
    });
    expect((await show('sprint', { name: '2026-W07' })).data).toEqual(data);
  });

  it('is 86% accurate with the hours of the document', async () => {
    await log('2026-02-12', 'TB-042', '29h45m', 'sarah');
    expect((await show('sprint', { week: '2026-W07' })).data['totals']).toEqual({
      estimated: '40h',
      logged: '34h30m',
      accuracy: '86%',
    });
  });

  it('by name is of the tickets that carry it, those without time too', async () => {
    await facts('TB-050', { estimate: minutes(480), status: 'todo', labels: ['sprint:Sprint 7'] });
    await facts('TB-042', { estimate: minutes(1440), status: 'in-progress', labels: ['sprint:sprint 7'] });
    const { data } = await show('sprint', { name: 'sprint 7' });
    expect(data).toEqual({
      sprint: 'sprint 7',
      tickets: [
        { id: 'TB-042', estimate: '3d', logged: '3h15m', remaining: '2d4h45m', status: 'in-progress' },
        { id: 'TB-050', estimate: '1d', logged: '0m', remaining: '1d', status: 'todo' },
      ],
      totals: { estimated: '32h', logged: '3h15m', accuracy: '10%' },
    });
    expect((await show('summary', { sprint: 'sprint 7' })).data).toMatchObject({
      sprint: 'sprint 7',
      total: '3h15m',
      by_user: { john: '3h15m' },
      totals: { tickets: 2, estimated: '32h', remaining: '3d4h45m' },
    });
  });

  it('counts what was logged before when it says what remains, never less than nothing', async () => {
    await log('2026-01-10', 'TB-042', '20h', 'sarah');
    await log('2026-01-10', 'APP-019', '40h');
    const { data } = await show('sprint', { week: '2026-W07' });
    expect(data['tickets']).toMatchObject([{ remaining: '45m' }, { remaining: '0m' }]);
  });
});

describe('document 4 §6.4, utilisation', () => {
  it('has exactly its keys and numbers', async () => {
    await facts('TB-1', { type: 'story', labels: ['billable'] });
    await facts('TB-2', { type: 'story', labels: [] });
    await facts('TINT-206', { type: 'impediment-network', labels: [] });
    await facts('TINT-191', { type: 'task', labels: ['component:admin.hr'] });
    await log('2026-02-10', 'TB-1', '120h');
    await log('2026-02-10', 'TB-2', '20h');
    await log('2026-02-10', null, '4h');
    await log('2026-02-10', 'TINT-206', '8h');
    await log('2026-02-10', 'TINT-191', '8h');
    expect((await show('utilisation', { month: '2026-02' })).data).toEqual({
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

describe('document 1, the time report of a project', () => {
  it('has people, sessions, time and tickets, and a bar of its budget', async () => {
    const project = aProject(1, { user: 'john', key: 'CUS', name: 'customer-portal', budget: minutes(6000) });
    await world.stores.ledger.commit(step([{ noun: 'project', before: null, after: project }]));
    const sessions = [1, 2].map((n) =>
      aSession(n, { user: 'max', project: 'CUS', startedAt: at(`2026-01-28T0${n + 7}:15:00Z`) }),
    );
    await world.stores.ledger.commit(
      step(sessions.map((after) => ({ noun: 'session', before: null, after }))),
    );
    await log('2026-01-28', 'CUS-42', '2h30m', 'max');
    await log('2026-01-28', 'CUS-43', '2h30m', 'max');
    await log('2026-01-28', 'CUS-44', '2h30m', 'anna');
    await log('2026-01-10', 'CUS-1', '37h30m', 'anna');
    const { data, file } = await show('project', { project: 'CUS', period: '2026-01-28', format: 'text' });
    expect(data).toEqual({
      project: 'CUS',
      period: '2026-01-28',
      people: [
        { user: 'max', name: 'max', sessions: 2, time: '5h00m', tickets: ['CUS-42', 'CUS-43'] },
        { user: 'anna', name: 'anna', sessions: 0, time: '2h30m', tickets: ['CUS-44'] },
      ],
      total: { sessions: 2, time: '7h30m' },
      budget: { budget_hours: 100, used_hours: 45, left_hours: 55, percentage: 45 },
    });
    expect(file?.text).toContain('Budget: 100h · used: 45h · left: 55h');
    expect(file?.text).toMatch(/█{24}░{30} 45%/);
  });
});

describe('document 4 §5 and document 2, a ticket', () => {
  it('has all time of all people, and its entries', async () => {
    await facts('TB-042', { title: 'Headless mode', estimate: minutes(480), status: 'done', type: 'story' });
    await log('2026-02-10', 'TB-042', '3h15m');
    await log('2025-02-10', 'TB-042', '1h23m', 'sarah');
    expect((await show('ticket', { ticket: 'tb-042' })).data).toEqual({
      ticket: 'TB-042',
      title: 'Headless mode',
      type: 'story',
      status: 'done',
      estimate: '1d',
      logged: '4h38m',
      remaining: '3h22m',
      total: '4h38m',
      by_user: { john: '3h15m', sarah: '1h23m' },
      entries: [
        expect.objectContaining({
          date: '2026-02-10',
          user: 'john',
          start: '10:15',
          end: '11:15',
          duration: '3h15m',
        }),
        expect.objectContaining({ date: '2025-02-10', user: 'sarah', duration: '1h23m' }),
      ],
    });
  });
});
