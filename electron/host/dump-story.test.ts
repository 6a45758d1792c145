import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { problemIn, temporaryHome } from '../storage/temporary-home.ts';
import type { Host } from './host.ts';
import { openHost } from './host.ts';

const open = async (home = temporaryHome()): Promise<Host> => {
  const host = await openHost({ home, kind: 'command', sensor: null, lockWaitMs: 0 });
  onTestFinished(() => host.close());
  return host;
};
const ask = (host: Host, operation: string, input: unknown = {}): Promise<unknown> =>
  host.perform(operation.split('.'), input);

/** A week of somebody: entries, one that was edited, a submitted day with a correction, a project, settings. */
async function aWeek(host: Host): Promise<void> {
  await ask(host, 'setting.set', { key: 'identity.user', value: 'ann' });
  await ask(host, 'setting.set', { key: 'time.workingHoursPerDay', value: 7.5 });
  await ask(host, 'setting.set', { key: 'git.maxGap', value: '3h' });
  await ask(host, 'project.edit', { key: 'TB', name: 'Auction', budgetHours: 100 }).catch(() => undefined);
  await ask(host, 'budget.set', { name: 'Login', project: 'TB', tickets: ['TB-042'], hours: 20, rate: 140 });
  for (const text of ['2h on TB-042 for the socket', '1h on APP-019 for review'])
    await ask(host, 'entry.log', { text, date: '2026-02-10' });
  await ask(host, 'entry.log', { text: '3h on TB-042 for tests', date: '2026-02-11' });
  await ask(host, 'day.confirm', { date: '2026-02-10' });
}

const DAYS = ['2026-02-10', '2026-02-11'];
const told = async (host: Host): Promise<unknown> => ({
  days: await Promise.all(DAYS.map((date) => ask(host, 'day.show', { date }))),
  reports: await Promise.all([
    ask(host, 'report.timesheet', { week: '2026-W07', format: 'html' }),
    ask(host, 'report.rd', { month: '2026-02', format: 'yaml' }),
  ]),
  log: await ask(host, 'upkeep.history', { limit: 100 }),
  settings: await ask(host, 'setting.list'),
  budgets: await ask(host, 'budget.list', {}),
});

it('a folder that was restored tells the same, and its log holds together', async () => {
  const from = await open();
  await aWeek(from);
  await from.world.secrets.set('toggl', 'nobody-may-read-this').catch(() => undefined);
  const path = join(temporaryHome(), 'stint.json');
  const saved = (await ask(from, 'exchange.saveAll', { path })) as { rows: number; tables: object };
  expect(saved).toMatchObject({ file: path, tables: { entries: 3, days: 1 } });
  expect(readFileSync(path, 'utf8')).not.toContain('nobody-may-read-this');

  const to = await open();
  expect(await ask(to, 'exchange.restoreAll', { path })).toMatchObject({
    rows: saved.rows,
    entries: 3,
    log: { intact: true },
    skipped: [],
  });
  expect(await told(to)).toEqual(await told(from));
  expect(await ask(to, 'upkeep.doctor', { verifyLog: true })).toMatchObject({ log: { intact: true } });

  const again = await problemIn(() => ask(to, 'exchange.restoreAll', { path }));
  expect(again.code).toBe('refused');
});

it('a setting that cannot be is refused before anything is written; one nobody knows is named', async () => {
  const from = await open();
  await aWeek(from);
  const path = join(temporaryHome(), 'stint.json');
  await ask(from, 'exchange.saveAll', { path });
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"3h"', '"soon"'));
  const home = temporaryHome();
  const to = await open(home);
  const problem = await problemIn(() => ask(to, 'exchange.restoreAll', { path }));
  expect(problem.message).toContain('git.maxGap');
  expect(existsSync(join(home, 'config.json'))).toBe(false);
  expect(await ask(to, 'upkeep.history', {})).toEqual([]);
});

it('the days are still the person’s where they are logged in under another name', async () => {
  const from = await open();
  await ask(from, 'entry.log', { text: '2h on TB-042 for the socket', date: '2026-02-10' });
  const path = join(temporaryHome(), 'stint.json');
  await ask(from, 'exchange.saveAll', { path });
  const to = await open();
  Object.assign(to.world.machine, { userName: 'somebody-else' });
  await ask(to, 'exchange.restoreAll', { path });
  expect(await ask(to, 'day.show', { date: '2026-02-10' })).toMatchObject({ totals: { minutes: 120 } });
});
