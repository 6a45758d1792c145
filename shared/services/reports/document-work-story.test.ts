import { beforeEach, describe, expect, it } from 'vitest';
import { aSession, at, step } from '../../ports/sample-rows.ts';
import { aProject } from '../../ports/sample-booking.ts';
import { minutes } from '../../values/minutes.ts';
import { DocumentDesk } from './document-desk.fixture.ts';

let desk: DocumentDesk;
beforeEach(() => {
  desk = new DocumentDesk();
});

describe('document 4 §6.3, the sprint report', () => {
  beforeEach(async () => {
    await desk.facts('TB-042', { estimate: minutes(1440), status: 'in-progress' });
    await desk.facts('APP-019', { estimate: minutes(960), status: 'in-progress' });
    await desk.log('2026-02-10', 'TB-042', '3h15m');
    await desk.log('2026-02-11', 'APP-019', '1h30m');
  });

  it('has exactly its keys; remaining is estimate − logged', async () => {
    const { data } = await desk.show('sprint', { week: '2026-W07' });
    expect(data).toEqual({
      sprint: '2026-W07',
      tickets: [
        { id: 'TB-042', estimate: '3d', logged: '3h15m', remaining: '2d4h45m', status: 'in-progress' },
        { id: 'APP-019', estimate: '2d', logged: '1h30m', remaining: '1d6h30m', status: 'in-progress' },
      ],
      totals: { estimated: '40h', logged: '4h45m', accuracy: '12%' },
    });
    expect((await desk.show('sprint', { name: '2026-W07' })).data).toEqual(data);
  });

  it('is 86% accurate with the hours of the document', async () => {
    await desk.log('2026-02-12', 'TB-042', '29h45m', 'sarah');
    expect((await desk.show('sprint', { week: '2026-W07' })).data['totals']).toEqual({
      estimated: '40h',
      logged: '34h30m',
      accuracy: '86%',
    });
  });

  it('by name is of the tickets that carry it, those without time too', async () => {
    await desk.facts('TB-050', { estimate: minutes(480), status: 'todo', labels: ['sprint:Sprint 7'] });
    await desk.facts('TB-042', {
      estimate: minutes(1440),
      status: 'in-progress',
      labels: ['sprint:sprint 7'],
    });
    const { data } = await desk.show('sprint', { name: 'sprint 7' });
    expect(data).toEqual({
      sprint: 'sprint 7',
      tickets: [
        { id: 'TB-042', estimate: '3d', logged: '3h15m', remaining: '2d4h45m', status: 'in-progress' },
        { id: 'TB-050', estimate: '1d', logged: '0m', remaining: '1d', status: 'todo' },
      ],
      totals: { estimated: '32h', logged: '3h15m', accuracy: '10%' },
    });
    expect((await desk.show('summary', { sprint: 'sprint 7' })).data).toMatchObject({
      sprint: 'sprint 7',
      total: '3h15m',
      by_user: { john: '3h15m' },
      totals: { tickets: 2, estimated: '32h', remaining: '3d4h45m' },
    });
  });

  it('counts what was logged before when it says what remains, never less than nothing', async () => {
    await desk.log('2026-01-10', 'TB-042', '20h', 'sarah');
    await desk.log('2026-01-10', 'APP-019', '40h');
    const { data } = await desk.show('sprint', { week: '2026-W07' });
    expect(data['tickets']).toMatchObject([{ remaining: '45m' }, { remaining: '0m' }]);
  });
});

describe('document 1, the time report of a project', () => {
  it('has people, sessions, time and tickets, and a bar of its budget', async () => {
    const project = aProject(1, { user: 'john', key: 'CUS', name: 'customer-portal', budget: minutes(6000) });
    await desk.world.stores.ledger.commit(step([{ noun: 'project', before: null, after: project }]));
    const sessions = [1, 2].map((n) =>
      aSession(n, { user: 'max', project: 'CUS', startedAt: at(`2026-01-28T0${n + 7}:15:00Z`) }),
    );
    await desk.world.stores.ledger.commit(
      step(sessions.map((after) => ({ noun: 'session', before: null, after }))),
    );
    await desk.log('2026-01-28', 'CUS-42', '2h30m', 'max');
    await desk.log('2026-01-28', 'CUS-43', '2h30m', 'max');
    await desk.log('2026-01-28', 'CUS-44', '2h30m', 'anna');
    await desk.log('2026-01-10', 'CUS-1', '37h30m', 'anna');
    const { data, file } = await desk.show('project', {
      project: 'CUS',
      period: '2026-01-28',
      format: 'text',
    });
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
    await desk.facts('TB-042', {
      title: 'Headless mode',
      estimate: minutes(480),
      status: 'done',
      type: 'story',
    });
    await desk.log('2026-02-10', 'TB-042', '3h15m');
    await desk.log('2025-02-10', 'TB-042', '1h23m', 'sarah');
    expect((await desk.show('ticket', { ticket: 'tb-042' })).data).toEqual({
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
