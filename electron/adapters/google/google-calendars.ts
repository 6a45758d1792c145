import type { GoogleCalendars } from '#shared/ports/google-calendars.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { Consents } from './consents.ts';
import type { Google, GoogleNeeds } from './google-client.ts';

/** How long a consent page waits for the person. */
const PATIENCE_MS = 5 * 60_000;

export interface GoogleCalendarsNeeds extends GoogleNeeds {
  /** Opens an address in the person's browser; null: they open it themselves. */
  readonly browse: ((address: string) => Promise<void>) | null;
  /** False for a single command: it is gone before the browser comes back. */
  readonly stays: boolean;
  /** How long a consent page waits; left out: five minutes. */
  readonly patienceMs?: number;
}

/** Google's calendars by Google's own library, which is loaded when the first of them is asked for. */
export function createGoogleCalendars(
  needs: GoogleCalendarsNeeds,
): GoogleCalendars & { close(): Promise<void> } {
  let google: Promise<Google> | null = null;
  let consents: Promise<Consents> | null = null;

  const open = (): Promise<Google> =>
    (google ??= import('./google-client.ts').then(({ openGoogle }) => openGoogle(needs)));
  const openPages = (): Promise<Consents> =>
    (consents ??= import('./consents.ts').then(async ({ openConsents }) =>
      openConsents({
        google: await open(),
        clock: needs.clock,
        browse: needs.browse,
        patienceMs: needs.patienceMs ?? PATIENCE_MS,
      }),
    ));
  return {
    async askConsent(client, keep) {
      if (!needs.stays) {
        throw new Problem(
          'refused',
          said`Stint is not running, so your browser would have nobody to come back to. Nothing was changed.`,
          said`Start the app, or \`stint serve\` in another terminal, and then: stint calendar connect`,
        );
      }
      return (await openPages()).ask(client, keep);
    },
    calendars: async (grant, page, asking) => (await open()).calendars(grant, page, asking),
    events: async (grant, calendar, from, asking) => (await open()).events(grant, calendar, from, asking),
    revoke: async (client, token, asking) => (await open()).revoke(client, token, asking),
    async close() {
      await (await consents)?.close();
    },
  };
}
