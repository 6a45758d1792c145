// Google's library on our network, against a Google of our own.
import { afterEach, beforeEach } from 'vitest';
import type {
  GoogleCalendars,
  GoogleClient,
  GoogleConsent,
  GoogleGrant,
} from '#shared/ports/google-calendars.ts';
import { createGoogleCalendars } from '../../../electron/adapters/google/google-calendars.ts';
import { createHttp } from '../../../electron/adapters/http.ts';
import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { answerConsent } from './consent-browser.ts';
import type { FakeGoogle } from './fake-google.ts';
import { startGoogle } from './fake-google.ts';

/** The person whose calendar it is. */
export const MAX = 'max@acme.com';

interface Desk {
  google: FakeGoogle;
  calendars: GoogleCalendars & { close(): Promise<void> };
  /** The pages that were opened in the browser. */
  opened: string[];
  kept: GoogleConsent[];
  readonly adapter: (more?: { stays?: boolean; patienceMs?: number }) => Desk['calendars'];
  readonly keep: (consent: GoogleConsent) => Promise<void>;
  readonly client: (change?: Partial<GoogleClient>) => GoogleClient;
  /** Connects, and gives what is kept of it. */
  readonly grant: (change?: Partial<GoogleClient>) => Promise<GoogleGrant & { readonly renewals: string[] }>;
}

/** Google's adapter for tests: a Google of its own for each, with a meeting of Max, and all of it gone afterwards. */
export function googleDesk(): Desk {
  const desk: Desk = {
    // Both are made before each test.
    ...({} as Pick<Desk, 'google' | 'calendars'>),
    opened: [],
    kept: [],
    adapter: (more = {}) =>
      createGoogleCalendars({
        http: createHttp(() => '1.2.3'),
        clock: createSystemClock(),
        browse: async (address) => void desk.opened.push(address),
        stays: true,
        ...more,
      }),
    keep: async (consent) => void desk.kept.push(consent),
    client: (change = {}) => ({
      id: desk.google.oauth.client.id,
      secret: desk.google.oauth.client.secret,
      authUrl: desk.google.settings['google.authUrl'],
      tokenUrl: desk.google.settings['google.tokenUrl'],
      apiUrl: desk.google.settings['google.apiUrl'],
      ...change,
    }),
    async grant(change = {}) {
      const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
      await answerConsent(address, { as: MAX });
      const renewals: string[] = [];
      return {
        client: desk.client(change),
        refreshToken: desk.kept.at(-1)!.refreshToken,
        renewals,
        renewed: async (token) => void renewals.push(token),
      };
    },
  };
  beforeEach(async () => {
    desk.google = await startGoogle();
    desk.google.person(MAX).own.put({
      id: 'a',
      summary: 'TB-042',
      attendees: [{ email: MAX, self: true, displayName: 'Max' }],
      description: 'private',
    });
    [desk.opened, desk.kept] = [[], []];
    desk.calendars = desk.adapter();
  });
  afterEach(async () => {
    await desk.calendars.close();
    await desk.google.close();
  });
  return desk;
}
