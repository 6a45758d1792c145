// A month is accounted for, and everybody asks: the approver, the tax office, the customer, a spreadsheet, a script.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import { launchBrowser } from '../../world/browser.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

test.describe.configure({ timeout: 120_000 });

const ticket = (id: string, front: string): string => `---\nid: ${id}\n${front}\n---\n`;

/** Tickets in a repository, a week of time on them, a project with a budget. */
async function makeMonth(stint: CommandLine, workspace: string): Promise<void> {
  makeRepository(workspace, 'auction');
  const folder = join(workspace, 'auction', '.tract', 'tickets');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'TB-042.md'),
    ticket(
      'TB-042',
      'title: "=FIX, session drops"\ntype: bug\nestimate: 2d\nsprint: sprint-7\nx-rd-category: research',
    ),
  );
  await writeFile(
    join(folder, 'TB-001.md'),
    ticket('TB-001', 'title: Session management\ntype: story\nestimate: 1d\nsprint: sprint-7\nstatus: done'),
  );
  await writeFile(
    join(folder, 'TINT-191.md'),
    ticket('TINT-191', 'title: HR training\ntype: task\nlabels: [admin]'),
  );
  await stint.json('repo', 'add', workspace);
  await stint.json(
    'project',
    'edit',
    'TB',
    '--customer',
    'Acme Corp',
    '--budget-hours',
    '10',
    '--hourly-rate',
    '150',
  );
  for (const words of [
    '6h30m on TB-042 for the socket on 2026-02-10',
    '2h on TB-001 for sessions on 2026-02-11',
    '1h30m on TINT-191 for training on 2026-02-12',
  ])
    await stint.json('log', words);
  await stint.json('confirm', '2026-02-10');
}

test('a month answers everybody who asks', async ({ stint, workspace, home, host }) => {
  await makeMonth(stint, workspace);

  await test.step('the approver: a week, with the keys of the document', async () => {
    expect(await stint.json('report', 'timesheet', '--week', '2026-W07')).toEqual({
      user: 'max',
      week: '2026-W07',
      total: '10h00m',
      by_day: { '2026-02-10': '6h30m', '2026-02-11': '2h00m', '2026-02-12': '1h30m' },
      by_ticket: { 'TB-042': '6h30m', 'TB-001': '2h00m', 'TINT-191': '1h30m' },
      status: '1 reviewed, 2 draft',
    });
    const text = await stint.say('report', 'timesheet', '--from', '2026-02-10', '--to', '2026-02-11');
    expect(text.stdout).toContain('│  WEEKLY TIMESHEET');
    expect(text.stdout).toContain('8h30m');
  });

  await test.step('the tax office: shares that add up, and what is in doubt', async () => {
    const rd = await stint.json<{ total_hours: number; by_category: Record<string, { percentage: number }> }>(
      'report',
      'rd',
      '--month',
      '2026-02',
    );
    expect(rd.total_hours).toBe(10);
    expect(rd.by_category).toMatchObject({
      research_and_development: { hours: 8.5, percentage: 85 },
      admin: { hours: 1.5, percentage: 15 },
    });
    const yaml = await stint.say('report', 'rd', '--month', '2026-02', '--format', 'yaml');
    expect(yaml.stdout).toMatch(/^month: 2026-02\ngenerated: /);
    expect(yaml.stdout).toContain('percentage: 85.0');
  });

  await test.step('the team: a sprint by week and by name', async () => {
    for (const how of [
      ['--week', '2026-W07'],
      ['--name', 'sprint-7'],
    ]) {
      const sprint = await stint.json<{ tickets: { id: string }[] }>('report', 'sprint', ...how);
      expect(sprint.tickets.find(({ id }) => id === 'TB-042')).toMatchObject({
        estimate: '2d',
        logged: '6h30m',
        remaining: '1d1h30m',
      });
    }
    expect(await stint.json('report', 'summary', '--sprint', 'sprint-7')).toMatchObject({ total: '8h30m' });
    expect(await stint.json('report', 'ticket', 'TB-001')).toMatchObject({ logged: '2h', status: 'done' });
    expect(await stint.json('report', 'utilisation', '--month', '2026-02')).toMatchObject({
      total: '10h',
      breakdown: { billable: { hours: '8h30m', percentage: 85 }, admin: { percentage: 15 } },
    });
  });

  await test.step('whoever sells: a budget that is near its end fails a check', async () => {
    const fine = await stint.say('report', 'budget', '--check', '--period', '2026-02-10');
    expect(fine.code).toBe(0);
    const near = await stint.say(
      'report',
      'budget',
      '--project',
      'TB',
      '--check',
      '--period',
      '2026-02-12',
      '--json',
    );
    expect(near.code).toBe(3);
    expect(JSON.parse(near.stdout)).toMatchObject({
      budget_hours: 10,
      used_hours: 8.5,
      left_hours: 1.5,
      used_amount: 1275,
    });
    const text = await stint.say('report', 'project', 'TB', '--period', '2026-02');
    expect(text.stdout).toContain('85%');
    expect(text.stdout).toContain('█');
  });

  await test.step('a spreadsheet: files by their ending, and no formulas of others', async () => {
    const csv = join(home, 'week.csv');
    expect((await stint.say('report', 'sprint', '--week', '2026-W07', '--out', csv)).code).toBe(0);
    expect(await readFile(csv, 'utf8')).toContain(`TB-042,"'=FIX, session drops",`);
    const book = join(home, 'week.xlsx');
    expect((await stint.say('report', 'timesheet', '--week', '2026-W07', '--out', book)).code).toBe(0);
    expect((await readFile(book)).subarray(0, 2).toString()).toBe('PK');
    expect((await stint.say('report', 'timesheet', '--format', 'xlsx')).code).toBe(2);
    expect((await stint.say('report', 'timesheet', '--out', join(home, 'week.doc'))).code).toBe(2);
    expect((await stint.say('report', 'timesheet', '--format', 'pdf')).code).toBe(3);
    expect((await stint.say('report', 'timesheet', '--week', '2026-W99')).code).toBe(2);
    expect((await stint.say('report', 'timesheet', '--out', join(home, 'none', 'week.csv'))).code).toBe(1);
  });

  await test.step('a program: the same over HTTP, as data and as a file', async () => {
    const { url, token } = await host();
    const ask = async (path: string): Promise<ReportShape> => {
      const answer = await fetch(`${url}/api/reports/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      return (await answer.json()) as ReportShape;
    };
    const report = await ask('timesheet?week=2026-W07&format=md');
    expect(report.data).toMatchObject({ week: '2026-W07', total: '10h00m' });
    expect(report.tables[0]).toMatchObject({ id: 'by_day', rows: [['2026-02-10', 390, 'reviewed'], {}, {}] });
    expect(report.file?.text).toContain('| 2026-02-10 | 6h30m | reviewed |');
    expect((await ask('budget?project=TB&check=true')).alarm).toContain('85% used');
    expect(await stint.json('report', 'project', 'TB', '--period', '2026-02')).toMatchObject({
      project: 'TB',
    });
  });
});

test('pages of reports are for everybody: by day, by night, on paper', async ({
  stint,
  workspace,
  home,
}, info) => {
  await makeMonth(stint, workspace);
  const browser = await launchBrowser();
  if (browser === null) return info.skip(true, 'No Chrome or Chromium on this machine.');
  const asked = [
    ['timesheet', '--week', '2026-W07'],
    ['rd', '--month', '2026-02'],
    ['project', 'TB', '--period', '2026-02'],
    ['budget', '--project', 'TB', '--period', '2026-02-12'],
    ['sprint', '--week', '2026-W08'],
  ];
  for (const [name = '', ...words] of asked) {
    const file = join(home, `${name}.html`);
    expect((await stint.say('report', name, ...words, '--out', file)).code).toBe(0);
    for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }] as const) {
      const context = await browser.newContext({ ...look, viewport: { width: 360, height: 700 } });
      const page = await context.newPage();
      await page.goto(`file://${file}`);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('h1').isVisible()).toBe(true);
      await context.close();
    }
  }
  await browser.close();
});
