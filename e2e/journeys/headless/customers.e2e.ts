// The page about customers: what is left of what they bought, budgets changed in place, and what they are shown of it.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from '../../world/headless-story.ts';
import { go } from '../../world/shown-story.ts';

test.describe.configure({ timeout: 120_000 });

async function isReadable(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
    ).toEqual([]);
  }
}

test('a contingent is looked at, sold anew each month, and shown to the customer by a token', async ({
  stint,
  host,
  browse,
}, info) => {
  await stint.json(
    ...['project', 'edit', 'BOT', '--name', 'Ticket bot', '--customer', 'Acme Corp'],
    ...['--budget-hours', '20', '--hourly-rate', '150'],
  );
  await stint.json('log', '6h on BOT-1 for plantedword in the login');
  await stint.json('log', '2h on BOT-2 for plantedword endpoints');
  const served = await host();
  const { url } = served;
  const page = await browse(served);
  await go(page, '/customers');

  const customer = page.getByRole('region', { name: 'Acme Corp' });
  const contingent = page.getByRole('region', { name: 'Contingent' });
  await expect(contingent).toContainText('12h left of 20h');
  await expect(contingent).toContainText('€1,200.00');
  await expect(page.getByRole('list', { name: 'What the time was used for' })).toContainText('BOT-1');
  await expect(page.getByRole('img', { name: /8h used, 12h left/ })).toBeVisible();

  await test.step('a budget is sold by the month, by the keyboard alone', async () => {
    const row = customer.getByRole('button', { name: 'Budget of Ticket bot' });
    await row.focus();
    await page.keyboard.press('Enter');
    const form = customer.getByRole('form', { name: 'Ticket bot' });
    await expect(form.getByLabel('Hours')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('10');
    await form.getByText('Each month').click();
    await form.getByLabel('Carry what is left over into the next month').check();
    await form.getByLabel('Warn at (%)').fill('50, 90');
    await form.getByLabel('Warn at (%)').press('Enter');
    await expect(row).toBeFocused();
    await expect(row).toContainText('10h each month, the rest carried over');
    await expect(contingent).toContainText('2h left of 10h');
    await expect(customer.getByText('Near its end.')).toBeVisible();
  });

  await test.step('a delivery unit gets hours of its own, and warns by itself', async () => {
    await customer.getByRole('button', { name: 'Add a delivery unit' }).click();
    const form = customer.getByRole('form', { name: 'Add a delivery unit' });
    await form.getByLabel('Delivery unit').fill('Login');
    await form.getByLabel('Hours').fill('5');
    await page.keyboard.press('Enter');
    await expect(form.getByText('Name tickets, or a label they carry')).toBeVisible();
    await form.getByLabel('Tickets', { exact: true }).fill('bot-1');
    await page.keyboard.press('Enter');
    await expect(form.getByLabel('Tickets', { exact: true })).toBeHidden();
    const row = customer.getByRole('button', { name: 'Budget of Login' });
    await expect(row).toContainText('6h of 5h');
    await expect(page.getByRole('list', { name: 'What the time was used for' })).toContainText('Login');
    expect((await stint.say('report', 'budget', '--check')).code).toBe(3);
    expect(await stint.json('budget', 'list', '--customer', 'acme corp')).toMatchObject([
      { id: 'BOT', per: 'month', rollover: true, warnAt: [50, 90], used: 480, left: 120, state: 'near' },
      { id: 'unit/Login', tickets: ['BOT-1'], hours: 5, used: 360, left: -60, state: 'over' },
    ]);
  });

  const door = new URL('/api/dashboard/Acme%20Corp', url);
  const look = (token: string, accept = 'text/html') =>
    fetch(door, { headers: { authorization: `Bearer ${token}`, accept } });
  const access = page.getByRole('region', { name: 'What the customer sees' });

  await test.step('a token opens what the page shows, to the letter', async () => {
    await access.getByRole('button', { name: 'Make a token' }).click();
    const token = (await access.getByLabel('Token', { exact: true }).textContent()) ?? '';
    expect(token).toMatch(/^stint-dashboard-/);
    await expect(access).toContainText(door.href);
    const seen = await (await look(token)).text();
    expect(seen).not.toContain('plantedword');

    await page.getByRole('button', { name: 'See it as the customer does' }).click();
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Service dashboard: Acme Corp');
    await expect(frame.getByRole('row', { name: /^Login/ })).toContainText('6h00m');
    expect(await page.locator('iframe').getAttribute('srcdoc')).toBe(seen);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'See it as the customer does' })).toBeFocused();

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as HTML' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('Acme-Corp.html');
    const path = info.outputPath('customer.html');
    await file.saveAs(path);
    expect(await readFile(path, 'utf8')).toBe(seen);

    await access.getByRole('button', { name: 'End the token' }).click();
    await access.getByRole('button', { name: 'End the token' }).click();
    await expect(access.getByRole('button', { name: 'Make a token' })).toBeFocused();
    expect((await look(token)).status).toBe(401);
  });

  await test.step('in German, and readable in both themes', async () => {
    await stint.json('config', 'set', 'app.language', 'de');
    await expect(page.getByRole('heading', { name: 'Kunden', level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Kontingent' })).toContainText('2h übrig von 10h');
    await expect(page.getByRole('columnheader', { name: 'Stundensatz' })).toBeVisible();
    await page.getByRole('button', { name: 'Liefereinheit hinzufügen' }).click();
    await expect(page.getByRole('textbox', { name: 'Liefereinheit' })).toBeFocused();
    await isReadable(page);
  });
});
