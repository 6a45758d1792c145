// A Google account connected from the desktop app: the system's browser opens, and the permission goes into the keychain.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { readHostRecord } from '../../../electron/host/host-record.ts';
import { startApp } from '../../world/app.ts';
import { commandLinesWith, filesWith } from '../../world/booking-desk.ts';
import { answerConsent } from '../../world/google/consent-browser.ts';
import type { EmulatedGoogle } from '../../world/google/emulated-google.ts';
import { CLIENT_SECRET, pointAtGoogle, startEmulatedGoogle } from '../../world/google/emulated-google.ts';
import { noKeyring, openKeyring } from '../../world/keyring.ts';
import { expect, test as base } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

const MAX = 'max@acme.example';
const OWN = `google:${MAX}/${MAX}`;

const test = base.extend<{ google: EmulatedGoogle }>({
  google: async ({}, use) => {
    const google = await startEmulatedGoogle([MAX]);
    await use(google);
    await google.end();
  },
});

/** Yesterday in Berlin: its meetings are over, whatever the time is. */
const YESTERDAY = new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', {
  timeZone: 'Europe/Berlin',
});

/** The system's browser: it notes what it is given to open. @returns what to put before `PATH`, and what was opened */
async function standInBrowser(folder: string): Promise<{ path: string; opened: () => Promise<string[]> }> {
  const notes = join(folder, 'opened');
  await mkdir(folder, { recursive: true });
  await writeFile(notes, '');
  const program = join(folder, 'xdg-open');
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${notes}'\n`);
  await chmod(program, 0o755);
  const opened = async (): Promise<string[]> =>
    (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== '');
  return { path: `${folder}:${process.env['PATH']}`, opened };
}

test('the app opens the browser, keeps the permission in the keychain, and reads the calendar', async ({
  desk,
  home,
  stint,
  google,
}) => {
  test.skip(noKeyring() !== null, noKeyring() ?? '');
  await google.meet(MAX, 'TB-042 refinement', `${YESTERDAY}T08:00:00Z`, `${YESTERDAY}T09:00:00Z`);
  const browser = await standInBrowser(join(home, 'browser'));
  const endKeyring = await openKeyring(desk.env['DBUS_SESSION_BUS_ADDRESS']!, join(home, 'keyring'));
  // By its name Chromium knows where this desktop keeps passwords.
  const env = { ...desk.env, XDG_CURRENT_DESKTOP: 'GNOME', PATH: browser.path };
  const state = async (): Promise<SourceShape | undefined> =>
    (await stint.json<SourceShape[]>('source', 'list')).find(({ key }) => key === OWN);
  const meetings = async (): Promise<unknown> =>
    (await stint.json<{ entries: { ticket: string; source: string }[] }>('derive', YESTERDAY)).entries
      .filter(({ source }) => source === 'calendar')
      .map(({ ticket }) => ticket);

  let app = startApp({ home, env });
  try {
    await desk.panel.icon();
    await pointAtGoogle(stint, google);
    const { address } = await stint.json<{ address: string }>('calendar', 'connect');
    await until('the browser to open', async () => (await browser.opened()).length > 0);
    expect(await browser.opened()).toEqual([address]);
    const shown = await answerConsent((await browser.opened())[0]!, { as: MAX });
    expect(shown.text).toContain('Your calendar is connected');
    await until('the meeting', async () => expect(await meetings()).toEqual(['TB-042']) ?? true);

    const secrets = await readFile(join(home, 'secrets.json'), 'utf8');
    expect(JSON.parse(secrets)).toMatchObject({ [`google.${MAX}`]: { kept: 'keychain' } });
    for (const secret of ['google_refresh_', CLIENT_SECRET]) {
      expect(secrets).not.toContain(secret);
      expect([await filesWith(home, secret), await commandLinesWith(secret)]).toEqual([[], []]);
    }
    expect(app.output()).not.toMatch(/google_refresh_|1\/\//);

    // The next run comes in with what the keychain gives back, which a run without a desktop cannot.
    await app.stop();
    app = startApp({ home, env });
    await desk.panel.icon();
    await google.meet(MAX, 'TB-007 call', `${YESTERDAY}T10:00:00Z`, `${YESTERDAY}T10:30:00Z`);
    // Until the app serves, the command line itself would look, and has no keychain.
    await until('the app to serve', () => readHostRecord(home));
    await stint.json('source', 'read', OWN);
    expect(await meetings()).toEqual(['TB-042', 'TB-007']);
    await app.stop();
    await stint.json('source', 'read', OWN);
    expect(await state()).toMatchObject({ state: 'broken', detail: expect.stringContaining('keychain') });
  } finally {
    await app.kill();
    await endKeyring();
  }
});
