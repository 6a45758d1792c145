// The window in German: its own words, and what the host says in it (decision 0013). No English sentence is left over.
import type { Page } from '@playwright/test';
import { GERMAN } from '#shared/values/german/german.ts';
import { collectSentences } from '../../../build/scripts/sentences/collect.ts';
import { expect, test as withDesk } from '../../world/booking-desk.ts';
import type { HeadlessHost } from '../../world/headless-host.ts';
import { makeRepository } from '../../world/repository.ts';
import { go, test } from '../../world/shown-story.ts';

/** Pieces of English sentences that are long enough to be nothing else, and whole ones that are shorter. */
async function englishOf(): Promise<{ pieces: string[]; whole: ReadonlySet<string> }> {
  const keys = [...(await collectSentences()).sentences.keys()].filter((key) => GERMAN[key] !== key);
  const pieces = keys.flatMap((key) => key.split(/\{\d+\}/).map((piece) => piece.trim()));
  return {
    pieces: pieces.filter((piece) => /\p{L}{2,} \p{L}{2,}/u.test(piece) && piece.length >= 12),
    whole: new Set(keys.filter((key) => !key.includes('{'))),
  };
}

/** Everything that can be read or heard on the page, line by line. */
const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [...document.querySelectorAll('[title], [aria-label], [placeholder]')].flatMap((element) =>
      ['title', 'aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [...document.body.innerText.split('\n'), ...said].map((line) => line.trim()).filter(Boolean);
  });

async function leaksOf(page: Page): Promise<string[]> {
  const [english, lines] = await Promise.all([englishOf(), linesOf(page)]);
  return [
    ...new Set(
      lines.filter((line) => english.whole.has(line) || english.pieces.some((piece) => line.includes(piece))),
    ),
  ];
}

/** The window follows the language of the machine. */
async function speakAsSystem({ url, token }: HeadlessHost): Promise<void> {
  const answer = await fetch(new URL('/api/settings/app.language', url), {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ value: 'system' }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

const PAGES: Readonly<Record<string, string>> = {
  'a day': '/today',
  'a day that was submitted': '/today/2026-02-06',
  'an empty day': '/today/2026-02-13',
  'the week': '/week',
  'the booking sheet': '/week/2026-W06?book=1',
  sessions: '/sessions',
  sources: '/sources',
  'what leaves this machine': '/sources/outgoing',
  'a report': '/reports/rd?period=2026-02',
  customers: '/customers',
  connections: '/connections',
  settings: '/settings',
};

// A host of its own: its language is changed. Ten pages take their time on a small machine.
test.use({ shownFolder: 'stint-shown-german' });
test.describe.configure({ timeout: 180_000 });

test('a German window says nothing of the host in English', async ({ shown }) => {
  // In English the same look finds plenty: it would find what is left over.
  const english = await shown.open('/sources');
  expect((await leaksOf(english)).length).toBeGreaterThan(3);
  await english.context().close();

  await speakAsSystem(shown.host);
  const page = await shown.open('/today', { locale: 'de-DE' });
  await expect(page.getByRole('navigation', { name: 'Seiten' })).toBeVisible();
  const found: Record<string, string[]> = {};
  for (const [name, address] of Object.entries(PAGES)) {
    await go(page, address);
    if (address.includes('book=1'))
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /buchen|ausführen|Nichts/ })
        .first()
        .waitFor();
    const leaks = await leaksOf(page);
    if (leaks.length > 0) found[name] = leaks;
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  expect(found).toEqual({});

  // Why an entry is what it is, in its row.
  await go(page, '/today');
  await page.locator('.row-main').first().click();
  await expect(page.getByRole('region', { name: 'Worauf es beruht' })).toBeVisible();
  await expect(page.locator('.row-why').first()).toContainText(/Commit|Uhr|Kalender|Editor|Von Hand/);
  expect(await leaksOf(page)).toEqual([]);
  await page.context().close();
});

withDesk(
  'refusals come in German: of the timesheet, of a token, of a source',
  async ({ stint, productive, workspace, host, browse }) => {
    makeRepository(workspace, 'shop').commit('2026-02-10T09:00:00+01:00', 'TB-042: start');
    await stint.json('repo', 'add', workspace);
    await stint.json('config', 'set', 'providers.productive.baseUrl', productive.served.url);
    await stint.json('log', '1h for planning');
    const page = await browse(await host());
    await stint.json('config', 'set', 'app.language', 'de');
    await expect(page.getByRole('navigation', { name: 'Seiten' })).toBeVisible();

    await stint.json('config', 'set', 'identity.emails', '[]');
    await expect(page.getByText('deshalb gilt noch kein Commit als deiner')).toBeVisible();
    const quickAdd = page.getByRole('textbox', { name: 'Schnell anlegen' });
    await quickAdd.fill('auf TB-042 für Planung');
    await expect(page.getByText('Wie lange hat es gedauert?')).toBeVisible();
    await quickAdd.fill('45m auf TB-042 für Planung');
    await expect(page.getByText(/45m → TB-042/)).toBeVisible();
    await quickAdd.fill('');

    await go(page, '/connections');
    await page.getByRole('button', { name: 'Productive.io verbinden' }).click();
    await page.getByLabel('API-Token').fill('wrong');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Gib einen neuen Token an');
    expect(await leaksOf(page)).toEqual([]);

    await go(page, '/sources');
    await page.getByRole('textbox', { name: 'Ordner', exact: true }).fill('/nowhere/at/all');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Es gibt keinen Ordner /nowhere/at/all')).toBeVisible();
    await page.getByLabel('Adresse oder Datei').fill('https://127.0.0.1:1/team.ics');
    await page.getByRole('button', { name: 'Kalender hinzufügen' }).click();
    const calendar = page.getByRole('main').getByRole('listitem', { name: /127\.0\.0\.1/ });
    await calendar.getByRole('button', { name: /^Jetzt lesen/ }).click();
    await expect(calendar.getByText('Braucht dich')).toBeVisible();
    await expect(calendar.getByText('Was schon gelesen ist, bleibt')).toBeVisible();
    expect(await leaksOf(page)).toEqual([]);
  },
);
