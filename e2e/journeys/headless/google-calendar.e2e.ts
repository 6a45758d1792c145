// A Google account from its consent page to the meetings of a day, on a machine without a desktop.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { commandLinesWith, filesWith } from '../../world/booking-desk.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { answerConsent } from '../../world/google/consent-browser.ts';
import type { EmulatedGoogle } from '../../world/google/emulated-google.ts';
import { CLIENT_SECRET, pointAtGoogle, startEmulatedGoogle } from '../../world/google/emulated-google.ts';
import { expect, test as base } from '../../world/headless-story.ts';
import { until } from '../../world/wait.ts';

const MAX = 'max@acme.example';
const LEA = 'lea@home.example';
const OWN = `google:${MAX}/${MAX}`;

const test = base.extend<{ google: EmulatedGoogle }>({
  google: async ({}, use) => {
    const google = await startEmulatedGoogle([MAX, LEA]);
    await use(google);
    await google.end();
  },
});

interface Account {
  readonly account: string;
  readonly problem: string | null;
  readonly calendars: readonly { readonly key: string; readonly name: string; readonly chosen: boolean }[];
}
interface Day {
  readonly entries: readonly {
    readonly ticket: string | null;
    readonly minutes: number;
    readonly source: string;
  }[];
}

/** Yesterday in Berlin: its meetings are over, whatever the time is. */
const YESTERDAY = new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', {
  timeZone: 'Europe/Berlin',
});
const at = (clock: string): string => `${YESTERDAY}T${clock}:00Z`;

const accounts = (stint: CommandLine): Promise<Account[]> => stint.json('calendar', 'list');
const meetings = async (stint: CommandLine): Promise<string[]> =>
  (await stint.json<Day>('derive', YESTERDAY)).entries
    .filter(({ source }) => source === 'calendar')
    .map(({ ticket, minutes }) => `${ticket ?? '-'} ${minutes}`);
const source = async (stint: CommandLine, key: string): Promise<SourceShape | undefined> =>
  (await stint.json<SourceShape[]>('source', 'list')).find((one) => one.key === key);
/** The file that holds what is kept where there is no keychain. */
const refreshToken = async (home: string, account: string): Promise<string> => {
  const kept = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Record<
    string,
    { value: string }
  >;
  return kept[`google.${account}`]!.value;
};

async function connect(stint: CommandLine, person: string): Promise<void> {
  const { address } = await stint.json<{ address: string }>('calendar', 'connect');
  const shown = await answerConsent(address, { as: person });
  expect(shown.text).toContain('Your calendar is connected');
}

test('from the consent page to the meetings of a day, and back again', async ({
  google,
  stint,
  host,
  home,
}) => {
  await google.meet(MAX, 'TB-042 refinement', at('08:00'), at('09:00'));
  await google.meet(MAX, 'Lunch with Kim', at('11:00'), at('11:30'));
  await google.meet(MAX, 'APP-019 review', at('13:00'), at('14:00'), `team-of-${MAX}`);
  await google.meet(LEA, 'TB-007 call', at('15:00'), at('15:30'));

  // Without a client it says how to get one; without a host nobody could be come back to.
  const without = await stint.say('calendar', 'connect');
  expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('console.cloud.google.com')]);
  await pointAtGoogle(stint, google);
  const alone = await stint.say('calendar', 'connect');
  expect([alone.code, alone.stderr]).toEqual([3, expect.stringContaining('stint serve')]);

  let running = await host();
  const text = await stint.say('calendar', 'connect');
  expect(text.stdout).toMatch(/Open this in your browser[^]*http:\/\/localhost:\d+\/o\/oauth2\/v2\/auth\?/);
  await connect(stint, MAX);
  expect(await accounts(stint)).toMatchObject([
    {
      account: MAX,
      problem: null,
      calendars: [
        { key: OWN, name: MAX, chosen: true },
        { key: `google:${MAX}/team-of-${MAX}`, name: 'Team', chosen: false },
      ],
    },
  ]);
  await until('the meetings', async () => (await meetings(stint)).length === 2);
  expect(await meetings(stint)).toEqual(['TB-042 60', '- 30']);

  await connect(stint, LEA);
  await stint.json('calendar', 'choose', OWN, `google:${MAX}/team-of-${MAX}`, `google:${LEA}/${LEA}`);
  await until('all meetings', async () => (await meetings(stint)).length === 4);
  expect(await meetings(stint)).toEqual(['TB-042 60', '- 30', 'APP-019 60', 'TB-007 30']);

  // The next run of the program comes in with what was kept.
  await running.stop();
  running = await host();
  const late = await google.meet(MAX, 'TB-051 retro', at('16:00'), at('16:45'));
  await stint.json('source', 'read', OWN);
  expect(await meetings(stint)).toContain('TB-051 45');
  await google.cancel(MAX, late);
  await stint.json('source', 'read', OWN);
  expect(await meetings(stint)).not.toContain('TB-051 45');
  expect(await source(stint, OWN)).toMatchObject({ state: 'ready', name: MAX });

  // Tokens are in the one file that is for them, and on no command line.
  const [maxToken, leaToken] = [await refreshToken(home, MAX), await refreshToken(home, LEA)];
  expect([await google.holds(maxToken), await google.holds(leaToken)]).toEqual([true, true]);
  for (const secret of [maxToken, leaToken, CLIENT_SECRET, 'google_refresh_']) {
    expect([await filesWith(home, secret), await commandLinesWith(secret)]).toEqual([[], []]);
  }

  expect(await stint.json('calendar', 'disconnect', LEA)).toEqual({ account: LEA, revoked: true });
  expect([await google.holds(maxToken), await google.holds(leaToken)]).toEqual([true, false]);
  expect(await readFile(join(home, 'secrets.json'), 'utf8')).not.toContain(leaToken);
  expect((await accounts(stint)).map(({ account }) => account)).toEqual([MAX]);
  // What it told is evidence, and stays.
  expect(await meetings(stint)).toContain('TB-007 30');
  await running.stop();
});

test('a permission that was taken back is said once, and mended by connecting again', async ({
  google,
  stint,
  host,
  home,
}) => {
  await google.meet(MAX, 'TB-042 refinement', at('08:00'), at('09:00'));
  await pointAtGoogle(stint, google);
  const first = await host();
  await connect(stint, MAX);
  await until('the meeting', async () => (await meetings(stint)).length === 1);
  await google.revoke(await refreshToken(home, MAX));
  await first.stop();

  await host();
  await google.meet(MAX, 'TB-007 call', at('10:00'), at('10:30'));
  await stint.json('source', 'read', OWN);
  expect(await source(stint, OWN)).toMatchObject({
    state: 'broken',
    detail: expect.stringContaining('Reconnect'),
  });
  expect((await accounts(stint))[0]?.problem).toContain('Reconnect');
  const list = await stint.say('calendar', 'list');
  expect(list.stdout).toMatch(/✕ max@acme\.example\s+Google no longer lets Stint read/);
  expect(await meetings(stint)).toEqual(['TB-042 60']);

  await connect(stint, MAX);
  await until('the meetings', async () => (await meetings(stint)).length === 2);
  expect(await source(stint, OWN)).toMatchObject({ state: 'ready' });
  expect((await accounts(stint))[0]?.problem).toBeNull();
});
