import type { Asking, GoogleClient, GoogleGrant } from '../../ports/google-calendars.ts';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { World } from '../../ports/world.ts';
import type { BackOff } from '../../providers/outbox/back-off.ts';
import { backOffMs } from '../../providers/outbox/back-off.ts';
import { Problem } from '../../values/problem.ts';
import type { ProblemCode } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Stop } from '../../values/stop.ts';
import { CLIENT_SECRET, googleAccountOf, keepAccount, secretOf } from './google-accounts.ts';

/** How to come to a client id; the user guide tells it step by step. */
const HOW_TO_GET_ONE = [
  said`Once, in about five minutes: at console.cloud.google.com make a project, switch on its “Google Calendar API”, make an OAuth client of type “Desktop app”, and publish the consent screen (while it is in testing, Google ends every permission after seven days).`,
  said`Then: stint config set google.clientId ID, and stint secret set google.clientSecret.`,
  said`Without an account it works with the secret address of a calendar: stint config set calendar.ics.`,
].join(' ');

/**
 * The OAuth client of the person: Stint ships none, for it would have to be shared by everybody.
 * @throws Problem `usage` that says how to get one, `unauthorised` when its secret cannot be read.
 */
export async function googleClient(world: Pick<World, 'settings' | 'secrets'>): Promise<GoogleClient> {
  const settings = world.settings.get();
  const id = settings['google.clientId'].trim();
  if (id === '') {
    throw new Problem(
      'usage',
      said`Google Calendar is read with an OAuth client of your own, and none is set. Nothing was changed.`,
      HOW_TO_GET_ONE,
    );
  }
  return {
    id,
    secret: await world.secrets.get(CLIENT_SECRET),
    authUrl: settings['google.authUrl'],
    tokenUrl: settings['google.tokenUrl'],
    apiUrl: settings['google.apiUrl'],
  };
}

/**
 * What an account allowed, as it is kept.
 * @throws Problem `unauthorised` when there is nothing, or Google has refused it before: it is not asked again.
 */
export async function googleGrant(
  world: Pick<World, 'settings' | 'secrets' | 'stores'>,
  account: string,
): Promise<GoogleGrant> {
  const client = await googleClient(world);
  const { refusedTo } = await googleAccountOf(world, account);
  const refreshToken = await world.secrets.get(secretOf(account));
  if (refreshToken === null || refusedTo === client.id) throw reconnect(account);
  return { client, refreshToken, renewed: (token) => world.secrets.set(secretOf(account), token) };
}

/** How long somebody waits, and whether they still do. */
export interface Pace {
  /** For the next request, in ms. @throws Stopped */
  timeoutMs(): number;
  readonly stop: Stop;
}

const BACK_OFF: BackOff = { firstMs: 1000, longestMs: 16_000 };
const MOST_TRIES = 4;

/**
 * Asks Google, and again where it is only asked to go slower or not well for a moment; not where the permission is over.
 * @throws GoogleFailure, Stopped
 */
export async function askGoogle<T>(
  world: Pick<World, 'clock' | 'random'>,
  pace: Pace,
  call: (asking: Asking) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call({ timeoutMs: pace.timeoutMs(), stop: pace.stop });
    } catch (error) {
      const isPassing =
        error instanceof GoogleFailure && (error.kind === 'limited' || error.kind === 'passing');
      if (!isPassing || tries >= MOST_TRIES) throw error;
      const pause = Math.max(backOffMs(tries, world.random(), BACK_OFF), error.retryAfterMs ?? 0);
      // Who waits less than Google wants hears of it instead.
      if (pause > pace.timeoutMs()) throw error;
      await world.clock.wait(pause, pace.stop);
      pace.stop.check();
    }
  }
}

/**
 * A failure in words; that a permission is over is kept with its account, so that nobody asks for it again.
 * @param account null while it is being connected.
 */
export async function googleProblem(
  world: World,
  failure: GoogleFailure,
  account: string | null,
): Promise<Problem> {
  if (failure.kind !== 'reconnect' || account === null) return problemOf(failure);
  const problem = reconnect(account);
  const refusedTo = world.settings.get()['google.clientId'].trim();
  const known = await googleAccountOf(world, account);
  if (known.refusedTo !== refusedTo) {
    await keepAccount(world, { ...known, refusedTo }, { problem: `${problem.message} ${problem.remedy}` });
    world.log.warn('google.refused', {});
    world.events.publish({ kind: 'sources' });
  }
  return problem;
}

/** The permission is over, or there never was one. */
export const reconnect = (account: string): Problem =>
  new Problem(
    'unauthorised',
    said`Google no longer lets Stint read the calendars of ${account}: the permission was taken back or has expired. What was read stays.`,
    said`Reconnect it on the Sources page, or: stint calendar connect`,
  );

function problemOf({ kind, message }: GoogleFailure): Problem {
  const [code, what, remedy] = WORDS[kind];
  return new Problem(code, `${what} ${quoted(message)}`.trim(), remedy);
}

const SOON = said`It is tried again by itself; nothing is lost.`;
const WORDS: Readonly<Record<GoogleFailure['kind'], readonly [ProblemCode, string, string]>> = {
  reconnect: [
    'unauthorised',
    said`Google did not give the permission.`,
    said`Connect again: stint calendar connect`,
  ],
  client: [
    'unauthorised',
    said`Google does not accept your OAuth client.`,
    said`Check google.clientId, its secret (stint secret set google.clientSecret), and that the Google Calendar API is switched on in its project.`,
  ],
  gone: ['failed', said`Google has lost track of what was read.`, SOON],
  missing: [
    'not-found',
    said`There is no such calendar any more, or you may not see it. What was read stays.`,
    said`Choose which calendars are read: stint calendar choose`,
  ],
  limited: ['offline', said`Google wants to be asked less often.`, SOON],
  passing: ['offline', said`Google Calendar is not well just now.`, SOON],
  unreached: ['offline', said`Google Calendar did not answer.`, said`Check the network. ${SOON}`],
  refused: [
    'failed',
    said`Google Calendar gave an answer that cannot be used.`,
    said`If an address is set (google.apiUrl, google.tokenUrl), check it; else try again later.`,
  ],
};

/** The server's own words, on one line, where there are any. */
function quoted(message: string): string {
  const words = message.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return words === '' ? '' : said`It said: ${words.slice(0, 200)}`;
}
