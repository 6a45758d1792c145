import { beforeEach, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aProject } from '../../ports/sample-booking.ts';
import { adding, anEntry, aSpan, at, day, step, ticket } from '../../ports/sample-rows.ts';
import { aRun, aUse, someFacts } from '../../ports/sample-sources.ts';
import { minutes } from '../../values/minutes.ts';
import { showReport } from './write-report.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = memoryWorld('2026-02-20T12:00:00+01:00', 'Europe/Berlin', {
    'identity.user': 'ann',
    'agent.prices': { toy: { input: 1, output: 10, cacheWrite: 2, cacheRead: 0.5 } },
    'reports.budgets': {
      Onboarding: { project: 'TB', label: 'unit:onboarding', hours: 10 },
      Rescue: { project: 'TB', tickets: ['TB-9'], hours: 2, per: 'month' },
    },
  });
});

it('agents: tokens and cost by model, local day and ticket add up to the totals', async () => {
  const { agents } = world.stores;
  await agents.putRuns([
    aRun('r1', { branch: 'fix/TB-042-socket' }),
    aRun('r2', { branch: null, title: '' }),
  ]);
  const use = (message: string, run: string, when: string) =>
    aUse(message, {
      run,
      at: at(when),
      model: 'toy',
      input: 1_000_000,
      output: 100_000,
      cacheWrite5m: 500_000,
      cacheWrite1h: 0,
      cacheRead: 2_000_000,
      isFast: false,
      cost: null,
    });
  await agents.putUses([
    use('a', 'r1', '2026-02-10T09:00:00Z'),
    // After midnight in Berlin.
    use('b', 'r1', '2026-02-10T23:30:00Z'),
    use('c', 'r2', '2026-02-10T10:00:00Z'),
    use('d', 'r1', '2026-03-01T10:00:00Z'),
  ]);
  const one = {
    inputTokens: 1e6,
    outputTokens: 1e5,
    cacheCreationTokens: 5e5,
    cacheReadTokens: 2e6,
    costUsd: 4,
  };
  const times = (n: number) =>
    Object.fromEntries(Object.entries(one).map(([key, value]) => [key, n * value]));
  expect((await showReport(world, 'agent-cost', { month: '2026-02' })).data).toEqual({
    totals: times(3),
    byModel: [{ model: 'toy', ...times(3) }],
    byDay: [
      { date: '2026-02-10', ...times(2) },
      { date: '2026-02-11', ...one },
    ],
    byTicket: [
      { ticket: 'TB-042', ...times(2) },
      { ticket: 'unallocated', ...one },
    ],
  });
  expect((await showReport(world, 'agent-cost', { month: '2026-02', project: 'TB' })).data['totals']).toEqual(
    times(2),
  );
});

it('agents: both ledgers by day; agents add up, the person is there once', async () => {
  const { agents, evidence } = world.stores;
  const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
  await agents.putRuns([
    // An hour and a half, the last half hour after midnight in Berlin.
    aRun('r1', {
      branch: 'fix/TB-042-socket',
      active: [span('2026-02-10T22:00:00Z', '2026-02-10T23:30:00Z')],
    }),
    // Beside it for half an hour, on something else.
    aRun('r2', { branch: 'APP-1', active: [span('2026-02-10T22:00:00Z', '2026-02-10T22:30:00Z')] }),
  ]);
  await evidence.putPresence(aSpan(1, '2026-02-10T22:15:00Z', '2026-02-10T23:10:00Z'));
  await evidence.putPresence(aSpan(2, '2026-02-10T23:10:00Z', '2026-02-10T23:30:00Z', { state: 'idle' }));
  const rowsOf = async (asked: object) =>
    (await showReport(world, 'agent-cost', asked)).tables.find(({ id }) => id === 'ledgers');
  const both = await rowsOf({ month: '2026-02' });
  expect(both?.rows).toEqual([
    ['2026-02-10', 45, 90],
    ['2026-02-11', 10, 30],
  ]);
  expect(both?.total).toEqual(['Total', 55, 120]);
  expect((await rowsOf({ month: '2026-02', project: 'APP' }))?.rows).toEqual([['2026-02-10', 15, 30]]);
});

it('budgets: a project, and delivery units within it by label and by ticket', async () => {
  const entry = (n: number, date: string, on: string, long: number) =>
    adding(anEntry(n, { date: day(date), ticket: ticket(on), minutes: minutes(long), state: 'accepted' }));
  await world.stores.ledger.commit(
    step([
      {
        noun: 'project',
        before: null,
        after: aProject(900, { key: 'TB', name: 'Auction', budget: minutes(1200) }),
      },
      entry(1, '2026-02-10', 'TB-1', 300),
      entry(2, '2026-02-11', 'TB-9', 60),
      entry(3, '2026-01-12', 'TB-9', 100),
      entry(4, '2026-01-12', 'TB-2', 500),
    ]),
  );
  await world.stores.ticketFacts.put([
    someFacts('TB-1', { labels: ['unit:onboarding'] }),
    someFacts('TB-2', { labels: [] }),
  ]);
  const { data, alarm, meters } = await showReport(world, 'budget', { project: 'TB' });
  expect(data).toMatchObject({
    name: 'Auction',
    budget_hours: 20,
    used_hours: 16,
    left_hours: 4,
    percentage: 80,
    state: 'near',
  });
  expect(data['units']).toMatchObject([
    { name: 'Onboarding', budget_hours: 10, used_hours: 5, percentage: 50, state: 'fine' },
    { name: 'Rescue', budget_hours: 2, used_hours: 1, percentage: 50, per: 'month' },
  ]);
  expect(alarm).toBe('Auction: 80% used');
  expect(meters.map(({ label }) => label)).toEqual(['Auction', 'Onboarding', 'Rescue']);
  const all = (await showReport(world, 'budget', {})).data['budgets'] as { name: string }[];
  expect(all.map(({ name }) => name)).toEqual(['Auction', 'Onboarding', 'Rescue']);
});
