import { expect, test } from '../../world/story.ts';

test('made-up data opens in a window of its own, beside the person’s, and ends with it', async ({
  openWindow,
  stint,
}) => {
  await stint.json('log', '2h on TB-042 for planning');
  const { app, page } = await openWindow([]);
  await expect(page.getByText('planning').first()).toBeVisible();

  const opened = app.waitForEvent('window');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('made-up');
  await page.getByRole('option', { name: /made-up data/ }).click();
  const demo = await opened;
  const note = demo.getByRole('complementary', { name: 'Made-up data' });
  await expect(note).toBeVisible();
  await expect(demo.getByText('Customer call: Port of Ellinghavn').first()).toBeVisible();
  // Both go on side by side, each with its own.
  await expect(page.getByText('planning').first()).toBeVisible();
  await expect(page.getByText('Customer call: Port of Ellinghavn')).toHaveCount(0);

  const closed = demo.waitForEvent('close');
  await note.getByRole('button', { name: 'Leave the demo' }).click();
  await closed;
  await expect(page.getByText('planning').first()).toBeVisible();

  // Once more, and this time the window is simply closed.
  const again = app.waitForEvent('window');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('made-up');
  await page.getByRole('option', { name: /made-up data/ }).click();
  await expect((await again).getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  await (await again).close();
  await stint.json('log', '1h on TB-042 for review');
  await expect(page.getByText('review').first()).toBeVisible();
});
