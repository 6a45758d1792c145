import { calendar } from '@googleapis/calendar';
import type { Credentials } from 'google-auth-library';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import type {
  Asking,
  EventsFrom,
  GoogleClient,
  GoogleConsent,
  GoogleGrant,
} from '#shared/ports/google-calendars.ts';
import { GoogleFailure } from '#shared/ports/google-calendars.ts';
import type { Http } from '#shared/ports/http.ts';
import type { Clock } from '#shared/ports/world.ts';
import { CALENDAR_FIELDS } from '#shared/sources/google-calendar/calendar-list.ts';
import { EVENT_FIELDS } from '#shared/sources/google-calendar/event.ts';
import { GOOGLE_SCOPES } from '#shared/sources/google-calendar/scopes.ts';
import { failureOf } from './google-failure.ts';
import type { HttpFetch } from './http-fetch.ts';
import { httpFetch } from './http-fetch.ts';
import { said } from '#shared/values/said.ts';

const TOKEN_URL = 'https://oauth2.googleapis.com/token';
/** An access token is not used in its last moments: the request takes a while, and clocks differ. */
const SPARE_MS = 60_000;
/** Where the server does not say how long one holds. */
const USUAL_LIFE_MS = 30 * 60_000;

export interface GoogleNeeds {
  readonly http: Http;
  readonly clock: Pick<Clock, 'now'>;
}

/** A consent page to be: its address, and what proves that who comes back was sent by us (RFC 7636). */
export interface ConsentPage {
  readonly address: string;
  readonly verifier: string;
}

/** An access token and until when it may be used; renewed by one request at a time. */
interface Access {
  token: string | null;
  until: number;
  renewing: Promise<string> | null;
}

/** Google's own client library on our network. Loaded when it is first needed: nobody else pays for its size. */
export function openGoogle({ http, clock }: GoogleNeeds) {
  /** By refresh token; access tokens are nowhere but here. */
  const accesses = new Map<string, Access>();

  const use = async <T>(
    client: GoogleClient,
    asking: Asking,
    call: (oauth: OAuth2Client) => Promise<T>,
  ): Promise<T> => {
    const network = httpFetch(http, asking);
    try {
      return await call(oauthClient(client, network));
    } catch (error) {
      throw told(error, network, clock.now());
    }
  };
  const accessOf = (refreshToken: string): Access => {
    const access = accesses.get(refreshToken) ?? { token: null, until: 0, renewing: null };
    accesses.set(refreshToken, access);
    return access;
  };
  const keepAccess = (access: Access, { access_token: token, expiry_date: expires }: Credentials): string => {
    if (!token) throw new GoogleFailure('refused', said`there is no access token in the answer`);
    access.token = token;
    access.until = (expires ?? clock.now() + USUAL_LIFE_MS) - SPARE_MS;
    return token;
  };
  const renew = (grant: GoogleGrant, access: Access, asking: Asking): Promise<string> => {
    const ask = async (): Promise<string> => {
      let other: string | null = null;
      const credentials = await use(grant.client, asking, async (oauth) => {
        // The library keeps the old refresh token in any case; only here it tells of a new one.
        oauth.on('tokens', ({ refresh_token: given }) => (other = given ?? null));
        oauth.setCredentials({ refresh_token: grant.refreshToken });
        return (await oauth.refreshAccessToken()).credentials;
      });
      const token = keepAccess(access, credentials);
      if (other !== null && other !== grant.refreshToken) await grant.renewed(other);
      return token;
    };
    access.renewing ??= ask().finally(() => (access.renewing = null));
    return access.renewing;
  };
  /** With an access token that holds; one that is refused before its time is replaced once. */
  const authorised = async <T>(
    grant: GoogleGrant,
    asking: Asking,
    call: (oauth: OAuth2Client) => Promise<T>,
  ): Promise<T> => {
    const access = accessOf(grant.refreshToken);
    for (let isFirst = true; ; isFirst = false) {
      const token =
        access.token !== null && clock.now() < access.until
          ? access.token
          : await renew(grant, access, asking);
      try {
        return await use(grant.client, asking, (oauth) => {
          oauth.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
          return call(oauth);
        });
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.status !== 401 || !isFirst) throw error;
        if (access.token === token) access.token = null;
      }
    }
  };
  const api = ({ client }: GoogleGrant, auth: OAuth2Client) =>
    calendar({ version: 'v3', auth, ...(client.apiUrl === '' ? {} : { rootUrl: client.apiUrl }) });

  return {
    /** @param state comes back with the person. */
    async consentPage(client: GoogleClient, redirectUri: string, state: string): Promise<ConsentPage> {
      const oauth = oauthClient(client, httpFetch(http, { timeoutMs: 0 }), redirectUri);
      const { codeVerifier, codeChallenge } = await oauth.generateCodeVerifierAsync();
      const address = oauth.generateAuthUrl({
        access_type: 'offline',
        // Without it a second consent brings no refresh token.
        prompt: 'consent',
        scope: [...GOOGLE_SCOPES],
        state,
        code_challenge: codeChallenge!,
        code_challenge_method: CodeChallengeMethod.S256,
      });
      return { address, verifier: codeVerifier };
    },
    /** Changes the code that came back into a permission. @throws GoogleFailure */
    exchange(
      client: GoogleClient,
      { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
      asking: Asking,
    ): Promise<GoogleConsent> {
      return use(client, asking, async (oauth) => {
        const { tokens } = await oauth.getToken({ code, codeVerifier: verifier, redirect_uri: redirectUri });
        const refreshToken = tokens.refresh_token;
        if (!refreshToken)
          throw new GoogleFailure('reconnect', said`there is no lasting permission in the answer`);
        keepAccess(accessOf(refreshToken), tokens);
        return { refreshToken, scopes: (tokens.scope ?? '').split(/\s+/).filter((scope) => scope !== '') };
      });
    },
    calendars: (grant: GoogleGrant, page: string | null, asking: Asking): Promise<unknown> =>
      authorised(grant, asking, async (oauth) => {
        const asked = {
          maxResults: 250,
          fields: CALENDAR_FIELDS,
          ...(page === null ? {} : { pageToken: page }),
        };
        return (await api(grant, oauth).calendarList.list(asked)).data;
      }),
    events: (grant: GoogleGrant, calendarId: string, from: EventsFrom, asking: Asking): Promise<unknown> =>
      authorised(grant, asking, async (oauth) => {
        // Every page and every later call must ask for the same, and sync tokens allow no window of time.
        const asked = {
          calendarId,
          singleEvents: true,
          maxResults: 2500,
          fields: EVENT_FIELDS,
          ...(from.sync === null ? {} : { syncToken: from.sync }),
          ...(from.page === null ? {} : { pageToken: from.page }),
        };
        return (await api(grant, oauth).events.list(asked)).data;
      }),
    async revoke(client: GoogleClient, refreshToken: string, asking: Asking): Promise<void> {
      accesses.delete(refreshToken);
      // Not through the library: it writes the token into the address, where servers on the way log it.
      const { fetch, failure } = httpFetch(http, asking);
      const url = (client.tokenUrl || TOKEN_URL).replace(/token(?=\/?$)/, 'revoke');
      try {
        const answer = await fetch(url, {
          method: 'POST',
          body: new URLSearchParams({ token: refreshToken }),
        });
        if (answer.ok) return;
        throw failureOf(
          { status: answer.status, body: parsed(await answer.text()), headers: answer.headers },
          clock.now(),
        );
      } catch (error) {
        throw told(error, { failure }, clock.now());
      }
    },
  };
}

export type Google = ReturnType<typeof openGoogle>;

/** A client for one request, that neither tries again by itself nor tells Google what runs here. */
function oauthClient(client: GoogleClient, network: HttpFetch, redirectUri?: string): OAuth2Client {
  const oauth = new OAuth2Client({
    clientId: client.id,
    ...(client.secret === null ? {} : { clientSecret: client.secret }),
    ...(redirectUri === undefined ? {} : { redirectUri }),
    endpoints: {
      ...(client.authUrl === '' ? {} : { oauth2AuthBaseUrl: client.authUrl }),
      ...(client.tokenUrl === '' ? {} : { oauth2TokenUrl: client.tokenUrl }),
    },
    transporterOptions: { fetchImplementation: network.fetch },
  });
  oauth.transporter.interceptors.request.add({
    // How often and how long is decided where somebody waits (`askGoogle`).
    resolved: async ({ retryConfig: _never, ...options }) => ({ ...options, retry: false }),
  });
  return oauth;
}

/** What the library throws, in our words: it holds the request, and with it the token, so it goes no further. */
function told(error: unknown, { failure }: Pick<HttpFetch, 'failure'>, now: number): Error {
  if (error instanceof GoogleFailure) return error;
  const why = failure();
  if (why !== null) return new GoogleFailure('unreached', why.message);
  const answer: unknown = error instanceof Error && 'response' in error ? error.response : null;
  if (answer instanceof Response) {
    const body: unknown = 'data' in answer ? answer.data : null;
    return failureOf(
      {
        status: answer.status,
        body: typeof body === 'string' ? parsed(body) : body,
        headers: answer.headers,
      },
      now,
    );
  }
  return new GoogleFailure('refused', said`the request could not be made`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a page of somebody on the way
  }
}
