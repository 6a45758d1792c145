import { expect, test } from '../../world/story.ts';

test('a delivery unit near its end is told once, which opens its customer and what they see of it', async ({
  desk,
  openWindow,
  stint,
}) => {
  const waiting = async () =>
    (await stint.json<{ kind: string; key: string; title: string }[]>('prompts')).filter(
      ({ kind }) => kind === 'budget',
    );
  await stint.json('config', 'set', 'reminders.workBlocks', '["00:00-23:59"]');
  await stint.json('project', 'edit', 'BOT', '--name', 'Ticket bot', '--customer', 'Acme Corp');
  await stint.json(
    ...['budget', 'set', 'CRM link', '--project', 'BOT', '--tickets', 'BOT-1'],
    ...['--hours', '10', '--rate', '150', '--warn-at', '50', '--warn-at', '100'],
  );
  const { page } = await openWindow([]);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await desk.display.touch();
  await stint.json('log', '6h on BOT-1 for the first part');
  const told = await desk.notifications.next('CRM link');
  expect([told.summary, told.body]).toEqual(['CRM link has used 60 % of its budget.', '6h of 10h.']);

  desk.notifications.click(told);
  const customer = page.getByRole('region', { name: 'Acme Corp' });
  await expect(customer.getByRole('button', { name: 'Budget of CRM link' })).toContainText('6h of 10h');
  await expect(customer.getByText('Near its end.')).toBeVisible();
  await page.getByRole('button', { name: 'See it as the customer does' }).click();
  const shown = page.frameLocator('iframe');
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Service dashboard: Acme Corp');
  await expect(shown.getByRole('row', { name: /CRM link/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');

  // More time below the next threshold tells nothing new.
  await stint.json('log', '2h on BOT-1 for the second part');
  await expect(customer.getByRole('button', { name: 'Budget of CRM link' })).toContainText('8h of 10h');
  await stint.json('answer', (await waiting())[0]!.key, 'dismiss');
  await stint.json('log', '30m on BOT-1 for the third part');
  expect(await waiting()).toEqual([]);
  // All of it does. Its notification waits for the pause between two.
  await stint.json('log', '90m on BOT-1 for the last part');
  expect((await waiting()).map(({ title }) => title)).toEqual(['CRM link has used up its budget.']);
  await expect(customer.getByText('All of it is used.')).toBeVisible();
  expect(desk.notifications.heard.filter(({ summary }) => summary.startsWith('CRM link'))).toHaveLength(1);
});
