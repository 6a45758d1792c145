import type { GoogleClient, GoogleConsent, GoogleGrant } from '../../ports/google-calendars.ts';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { World } from '../../ports/world.ts';
import {
  accountKey,
  calendarKey,
  chosenAs,
  readCalendarKey,
} from '../../sources/google-calendar/calendar-key.ts';
import type { CalendarName } from '../../sources/google-calendar/calendar-key.ts';
import { listCalendars } from '../../sources/google-calendar/calendar-list.ts';
import { GOOGLE_SCOPES } from '../../sources/google-calendar/scopes.ts';
import { formatInstant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { Stop } from '../../values/stop.ts';
import { askGoogle, googleClient, googleProblem, reconnect } from './google-access.ts';
import { googleAccountsOf, keepAccount, secretOf } from './google-accounts.ts';
import { readAll } from './sources.ts';

/** For each request that a person waits for, in ms. */
const PATIENCE_MS = 15_000;
const pace = () => ({ timeoutMs: () => PATIENCE_MS, stop: new Stop() });

/**
 * Begins to connect a Google account: the consent page opens in the person's browser, and when they come back from it
 * the account is there. Until then nothing changes.
 * @throws Problem `usage` without an OAuth client (it says how to get one), `refused` where nobody stays to be come back to.
 */
export async function connectGoogle(
  world: World,
  _input: object = {},
): Promise<{ address: string; expiresAt: string }> {
  const client = await googleClient(world);
  const asked = await world.google.askConsent(client, (consent) => keepConsent(world, client, consent));
  return { address: asked.address, expiresAt: formatInstant(asked.expiresAt) };
}

/** The person came back: finds out which account it is, keeps the permission, and reads the account's own calendar. */
async function keepConsent(world: World, client: GoogleClient, consent: GoogleConsent): Promise<void> {
  const { scopes } = consent;
  if (scopes.length > 0 && !GOOGLE_SCOPES.every((scope) => scopes.includes(scope))) {
    throw new Problem(
      'refused',
      said`You allowed only a part of what Stint needs: seeing the list of your calendars, and their events. Nothing was kept.`,
      said`Connect again, and leave both ticks in.`,
    );
  }
  let { refreshToken } = consent;
  const grant: GoogleGrant = {
    client,
    refreshToken,
    renewed: async (token) => void (refreshToken = token),
  };
  const calendars = await listCalendars((page) =>
    askGoogle(world, pace(), (asking) => world.google.calendars(grant, page, asking)),
  ).catch(async (error: unknown) => {
    throw error instanceof GoogleFailure ? await googleProblem(world, error, null) : error;
  });
  const own = calendars.find(({ primary }) => primary);
  if (!own) {
    throw new Problem(
      'refused',
      said`This Google account has no calendar of its own. Nothing was kept.`,
      said`Choose another account.`,
    );
  }
  await world.secrets.set(secretOf(own.id), refreshToken);
  const now = world.clock.now();
  await keepAccount(world, { name: own.id, calendars, refusedTo: null }, { problem: null, lastReadAt: now });
  const chosen = world.settings.get()['google.calendars'];
  if (!chosen.some((key) => readCalendarKey(key)?.account === own.id)) {
    await choose(world, [...chosen, chosenAs({ account: own.id, calendar: own.id })]);
  }
  world.log.info('google.connected', { calendars: calendars.length });
  world.events.publish({ kind: 'sources' });
  readSoon(world, own.id);
}

/** The accounts that are connected, with all their calendars. From what is kept: nothing is read. */
export async function googleAccounts(world: World, _input: object = {}) {
  const chosen = chosenKeys(world);
  const states = await world.stores.sources.list();
  return (await googleAccountsOf(world)).map((account) => {
    const listed = account.calendars.map(({ id, name }) => ({
      account: account.name,
      calendar: id,
      label: name,
    }));
    // One that was chosen and is gone can still be taken out.
    const others = world.settings.get()['google.calendars'].flatMap((key) => {
      const name = readCalendarKey(key);
      const isListed =
        name?.account !== account.name || listed.some(({ calendar }) => calendar === name.calendar);
      return name === null || isListed ? [] : [{ ...name, label: name.calendar }];
    });
    return {
      account: account.name,
      problem: problemOf(world, account, states.find(({ key }) => key === accountKey(account.name))?.problem),
      calendars: [...listed, ...others].map(({ label, ...name }) => ({
        key: calendarKey(name),
        name: label,
        chosen: chosen.has(calendarKey(name)),
      })),
    };
  });
}

function problemOf(
  world: World,
  { name, refusedTo }: { name: string; refusedTo: string | null },
  told: string | null | undefined,
): string | null {
  const isRefused = refusedTo !== null && refusedTo === world.settings.get()['google.clientId'].trim();
  if (isRefused || world.secrets.whence(secretOf(name)) === null) {
    const { message, remedy } = reconnect(name);
    return `${message} ${remedy}`;
  }
  return told ?? null;
}

/**
 * Chooses which calendars are read: these, and no others.
 * @throws Problem `not-found` for a calendar that no connected account has; nothing is changed then.
 */
export async function chooseCalendars(
  world: World,
  input: { calendars: string },
): Promise<{ chosen: string[] }> {
  const accounts = await googleAccounts(world);
  const known = accounts.flatMap(({ calendars }) => calendars);
  const wanted = input.calendars.split(/\s+/).filter((text) => text !== '');
  const chosen = wanted.map((text): CalendarName => {
    const name = readCalendarKey(text);
    const key = name === null ? null : calendarKey(name);
    if (name !== null && known.some((calendar) => calendar.key === key)) return name;
    throw new Problem(
      'not-found',
      said`There is no calendar ${text}. Nothing was changed.`,
      known.length === 0
        ? said`Connect an account first: stint calendar connect`
        : said`One of: ${known.map(({ key }) => key).join(', ')}.`,
    );
  });
  await choose(world, [...new Set(chosen.map(chosenAs))]);
  return { chosen: [...chosenKeys(world)] };
}

/**
 * Forgets an account: its permission is given back to Google, where Google can be reached, and its calendars are not read
 * any more. What they told stays.
 * @returns `revoked` false: Google was not told, and still lists Stint among the apps that have access.
 * @throws Problem `not-found`, `refused` when the permission comes from the environment.
 */
export async function disconnectGoogle(
  world: World,
  input: { account: string },
): Promise<{ account: string; revoked: boolean }> {
  const name = input.account.trim();
  const account = (await googleAccountsOf(world)).find(
    (one) => one.name.toLowerCase() === name.toLowerCase(),
  );
  if (!account) {
    throw new Problem(
      'not-found',
      said`No account ${name} is connected.`,
      said`See them with: stint calendar list`,
    );
  }
  const secret = secretOf(account.name);
  if (world.secrets.whence(secret) === 'environment') {
    throw new Problem(
      'refused',
      said`The permission of ${account.name} comes from the environment; Stint cannot take it out of there.`,
      said`Unset its variable and start Stint again.`,
    );
  }
  const revoked = await revoke(world, account.name);
  await world.secrets.remove(secret);
  const chosen = world.settings.get()['google.calendars'];
  await choose(
    world,
    chosen.filter((key) => readCalendarKey(key)?.account !== account.name),
  );
  await world.stores.sources.remove(accountKey(account.name));
  world.events.publish({ kind: 'sources' });
  return { account: account.name, revoked };
}

/** Forgetting an account works without a network, and when its token cannot be read any more. */
async function revoke(world: World, account: string): Promise<boolean> {
  try {
    const client = await googleClient(world);
    const token = await world.secrets.get(secretOf(account));
    if (token === null) return false;
    await world.google.revoke(client, token, { timeoutMs: PATIENCE_MS });
    return true;
  } catch (error) {
    if (!(error instanceof GoogleFailure) && !(error instanceof Problem)) throw error;
    world.log.warn('google.revoke.failed', {
      code: error instanceof Problem ? error.code : error.kind,
    });
    return false;
  }
}

async function choose(world: World, calendars: readonly string[]): Promise<void> {
  const known = world.settings.get()['google.calendars'];
  if (known.length === calendars.length && known.every((key, n) => key === calendars[n])) return;
  await world.settings.set('google.calendars', calendars);
  world.events.publish({ kind: 'settings' });
}

/** The keys of the calendars that are read. */
function chosenKeys(world: Pick<World, 'settings'>): Set<string> {
  const names = world.settings.get()['google.calendars'].map(readCalendarKey);
  return new Set(names.flatMap((name) => (name === null ? [] : [calendarKey(name)])));
}

/** Reads what an account shows now, also what failed a moment ago. Nobody waits for it: it shows up when it is read. */
function readSoon(world: World, account: string): void {
  const keys = [...chosenKeys(world)].filter((key) => readCalendarKey(key)?.account === account);
  Promise.all(keys.map((key) => readAll(world, { key }))).catch((error: unknown) =>
    world.log.error('google.read', error),
  );
}
