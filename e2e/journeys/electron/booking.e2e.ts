// A week out of the window of the real app into Productive, over a network that is lost in the middle of it.
import type { Page } from '@playwright/test';
import type { Plan } from '#shared/contract/booking-shapes.ts';
import { connect, openProductive, unlike, UNIT } from '../../world/booking-desk.ts';
import type { FakeRequest } from '../../world/providers/fake-provider.ts';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

const ENTRIES = 8;
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Book in Productive.io' });

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Week' }).click();
  await page.getByRole('button', { name: 'Book in Productive.io…' }).click();
  await expect(sheet(page).getByRole('region', { name: 'To be booked' })).toBeVisible();
}

test('a week is submitted and booked; the network is lost, the app quit; in the end all is there once', async ({
  openWindow,
  stint,
}, info) => {
  test.setTimeout(180_000);
  const productive = await openProductive();
  const { fake, served } = productive;
  try {
    await connect(stint, productive);
    await stint.json('provider', 'map', 'productive', '--prefix', 'TB', '--unit', UNIT);
    for (let entry = 1; entry <= ENTRIES; entry += 1)
      await stint.json('log', `${10 + entry}m on TB-${entry} for piece ${entry}`);

    const first = await openWindow([]);
    await first.page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(first.page.getByText('Reviewed', { exact: true }).first()).toBeVisible();
    await first.page.getByRole('link', { name: 'Week' }).click();
    await first.page.getByRole('button', { name: 'Submit week' }).click();
    await expect(first.page.getByText(`${ENTRIES} entries are not booked yet.`)).toBeVisible();
    // What is submitted is booked next: the sheet comes by itself.
    await expect(sheet(first.page).getByRole('region', { name: 'To be booked' })).toBeVisible();
    const { rows } = await stint.json<Plan>('sync', '--plan');
    expect(rows.map(({ action }) => action)).toEqual(Array(ENTRIES).fill('create'));
    await first.page.screenshot({ path: info.outputPath('plan.png') });

    // Productive has made the third one, and nobody will ever hear of it.
    let creates = 0;
    const isThird = ({ method, target }: FakeRequest): boolean =>
      method === 'POST' && target.startsWith('/time_entries') && (creates += 1) === 3;
    const reached = served.stopAt('after', isThird);
    await sheet(first.page)
      .getByRole('button', { name: new RegExp(`^Book ${ENTRIES} entries`) })
      .click();
    await reached;
    await served.offline();
    served.goOn();
    const foot = sheet(first.page).getByRole('status').last();
    await expect(foot).toContainText(/\d waits?/, { timeout: 60_000 });
    await first.page.screenshot({ path: info.outputPath('network-lost.png') });
    expect(fake.entries().length).toBeGreaterThanOrEqual(3);
    expect(fake.entries().length).toBeLessThan(ENTRIES);
    await first.close();

    await served.online();
    const second = await openWindow([]);
    await openSheet(second.page);
    await sheet(second.page)
      .getByRole('button', { name: /^(Book|Do) \d/ })
      .click();
    await expect(second.page.getByText(/\d (booked|taken as booked)/).last()).toBeVisible({
      timeout: 60_000,
    });
    await until('everything to be there', () => fake.entries().length === ENTRIES);
    await second.page.screenshot({ path: info.outputPath('booked.png') });
    await sheet(second.page).getByRole('button', { name: 'Close' }).click();
    await expect(second.page.getByText('All of it is booked in Productive.io.')).toBeVisible();
    expect(unlike(rows, fake.entries())).toEqual([]);
    expect(fake.counts.tooMany).toBe(0);
  } finally {
    served.goOn();
    await served.close();
  }
});
