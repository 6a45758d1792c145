import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from '../../world/app.ts';
import { noKeyring, openKeyring } from '../../world/keyring.ts';
import { expect, test } from '../../world/story.ts';

interface Kept {
  readonly name: string;
  readonly from: string | null;
  readonly warning: string | null;
}

const TOKEN = 'toggl-t0ken-of-the-story';

test('a token goes into the keychain of the desktop, and comes out of it only there', async ({
  desk,
  home,
  stint,
}) => {
  test.skip(noKeyring() !== null, noKeyring() ?? '');
  const endKeyring = await openKeyring(desk.env['DBUS_SESSION_BUS_ADDRESS']!, join(home, 'keyring'));
  // By its name Chromium knows where this desktop keeps passwords.
  const app = startApp({ home, env: { ...desk.env, XDG_CURRENT_DESKTOP: 'GNOME' } });
  try {
    await desk.panel.icon();
    const said = await stint.tell(`${TOKEN}\n`, 'secret', 'set', 'toggl.token', '--json');
    expect(JSON.parse(said.stdout)).toEqual({ name: 'toggl.token', from: 'keychain', warning: null });
    const file = join(home, 'secrets.json');
    expect(await readFile(file, 'utf8')).not.toContain(TOKEN);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    // Nobody listens there, which is found out only with a token in hand.
    await stint.json('config', 'set', 'providers.toggl.baseUrl', 'http://127.0.0.1:1');
    await stint.json('config', 'set', 'providers.toggl.workspaceId', '7');
    expect((await stint.say('provider', 'units', 'toggl')).code).toBe(5);
    await app.stop();
    const headless = await stint.say('provider', 'units', 'toggl');
    expect(headless.code).toBe(6);
    expect(headless.stderr).toContain('kept in the keychain of the desktop app');
    expect(headless.stderr).toContain('STINT_TOGGL_TOKEN');
  } finally {
    await app.kill();
    await endKeyring();
  }
});

test('where there is no keychain, the token lies in a file of its owner, and that is said', async ({
  desk,
  home,
  stint,
  tray,
}) => {
  tray();
  await desk.panel.icon();
  const said = await stint.tell(`${TOKEN}\n`, 'secret', 'set', 'toggl.token', '--json');
  const kept = JSON.parse(said.stdout) as Kept;
  expect(kept.from).toBe('file');
  expect(kept.warning).toContain('unencrypted');
  expect((await stat(join(home, 'secrets.json'))).mode & 0o777).toBe(0o600);
  const { checks } = await stint.json<{ checks: { name: string; detail: string }[] }>('doctor');
  expect(checks.find(({ name }) => name === 'tokens')?.detail).toContain('unencrypted');
});
