// A customer looks for themselves: what is left of what they bought, and what it was used for. Nothing else.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { launchBrowser } from '../../world/browser.ts';
import { test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

test.describe.configure({ timeout: 120_000 });

interface Shared {
  readonly token: string;
  readonly path: string;
  readonly url: string | null;
}

test('a customer reads their dashboard with a token of their own, until it is revoked', async ({
  stint,
  workspace,
  host,
}, info) => {
  makeRepository(workspace, 'ticket-bot');
  const folder = join(workspace, 'ticket-bot', '.tract', 'tickets');
  await mkdir(folder, { recursive: true });
  const ticket = (id: string, title: string, status: string, label: string) =>
    writeFile(
      join(folder, `${id}.md`),
      `---\nid: ${id}\ntitle: ${title}\nstatus: ${status}\nlabels: [${label}]\n---\n`,
    );
  await ticket('BOT-1', 'Login feature', 'done', 'unit-bot');
  await ticket('BOT-2', 'API endpoints', 'in progress', 'other');
  await ticket('BOT-4', 'CRM integration', 'backlog', 'other');
  await stint.json('repo', 'add', workspace);
  await stint.json(
    ...['project', 'edit', 'BOT', '--name', 'Ticket bot', '--customer', 'Acme Corp'],
    ...['--budget-hours', '100', '--hourly-rate', '150'],
  );
  const units = {
    'Agent: Ticket-Bot': { project: 'BOT', label: 'unit-bot', hours: 0 },
    'Integration: CRM': { project: 'BOT', tickets: ['BOT-4'], hours: 0 },
  };
  await stint.json('config', 'set', 'reports.budgets', JSON.stringify(units));
  await stint.json('log', '5h on BOT-1 for plantedword in the login yesterday');
  await stint.json('log', '3h30m on BOT-2 for plantedword endpoints yesterday');

  const report = await stint.json('report', 'customer', '--customer', 'acme corp');
  expect(report).toMatchObject({
    customer: 'Acme Corp',
    contingent: { sold_hours: 100, used_hours: 8.5, left_hours: 91.5, percentage: 8.5 },
    delivery_units: [
      { name: 'Agent: Ticket-Bot', hours: 5, status: 'done' },
      { name: 'API endpoints', hours: 3.5, status: 'in-progress' },
      { name: 'Integration: CRM', hours: 0, status: 'planned' },
    ],
    invoice: { totals: [{ currency: 'EUR', amount: 1275 }] },
  });

  const { url, token: own } = await host();
  const { token, path } = await stint.json<Shared>('dashboard', 'share', 'Acme Corp');
  const look = (bearer: string) => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${bearer}` } });

  await test.step('as data: the same as the report, and nobody’s words', async () => {
    const answer = await look(token);
    const text = await answer.text();
    expect([answer.status, JSON.parse(text)]).toEqual([200, report]);
    for (const word of ['plantedword', 'max', workspace]) expect(text).not.toContain(word);
  });

  await test.step('as a page that anybody can read', async () => {
    const browser = await launchBrowser();
    if (browser === null) return info.skip(true, 'No Chrome or Chromium on this machine.');
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 900, height: 1100 },
        httpCredentials: { username: 'acme', password: token },
        // The check itself is a script, which the page allows none of.
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(`${url}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Service dashboard: Acme Corp');
      await expect(page.getByRole('row', { name: /Agent: Ticket-Bot/ })).toContainText('Done');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.screenshot({ path: info.outputPath(`dashboard-${colorScheme}.png`) });
      expect(await page.content()).not.toContain('plantedword');
      await context.close();
    }
    await browser.close();
  });

  await test.step('no other token opens it, and it opens nothing else', async () => {
    expect((await look(own)).status).toBe(401);
    const status = await fetch(`${url}/api/status`, { headers: { authorization: `Bearer ${token}` } });
    expect(status.status).toBe(401);
    expect(JSON.stringify(await stint.json('dashboard', 'list'))).not.toContain(token);
  });

  await test.step('revoked, it is as if it had never been', async () => {
    await stint.json('dashboard', 'revoke', 'Acme Corp');
    const [revoked, wrong] = [await look(token), await look('wrong')];
    expect([revoked.status, await revoked.text()]).toEqual([401, await wrong.text()]);
  });
});
