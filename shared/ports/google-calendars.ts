import type { Instant } from '../values/instant.ts';
import type { Stop } from '../values/stop.ts';

/** The OAuth client of the person (a "Desktop app" of theirs at Google), and where its Google is. */
export interface GoogleClient {
  readonly id: string;
  /** Google wants one of desktop apps too, though it keeps nothing secret there; other servers may not. */
  readonly secret: string | null;
  /** '' is the vendor's, as for the others. */
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly apiUrl: string;
}

/** What a person allowed: it lasts until they take it back. */
export interface GoogleGrant {
  readonly client: GoogleClient;
  /** Kept in `Secrets` and nowhere else. */
  readonly refreshToken: string;
  /** Told when Google hands out another one in its place. */
  renewed(refreshToken: string): Promise<void>;
}

/** What came back from the consent page. */
export interface GoogleConsent {
  readonly refreshToken: string;
  /** What was allowed: people may take single ticks out. Empty: the server did not say. */
  readonly scopes: readonly string[];
}

/** A consent page that waits for the person. */
export interface ConsentAsked {
  /** To be opened in their browser. Holds no secret. */
  readonly address: string;
  readonly expiresAt: Instant;
}

/** How long one request may take, and when it is called off. */
export interface Asking {
  readonly timeoutMs: number;
  readonly stop?: Stop;
}

/** Google's calendars, read only. Answers are handed on as they came (`unknown`): reading them is the source's part. */
export interface GoogleCalendars {
  /**
   * Opens the consent page in the person's browser and waits, in the background, for them to come back. One at a time:
   * while one waits for the same client it is the answer, and is opened again; one for another client is called off.
   * @param keep is given what was allowed; only when it is done, the browser shows that all went well. A Problem that it
   * throws is shown there in its words.
   * @throws Problem `refused` where nobody stays to be come back to, `failed` when no port is free.
   */
  askConsent(client: GoogleClient, keep: (consent: GoogleConsent) => Promise<void>): Promise<ConsentAsked>;
  /** One page of the list of calendars. @throws GoogleFailure */
  calendars(grant: GoogleGrant, page: string | null, asking: Asking): Promise<unknown>;
  /** One page of a calendar's events, each instance of a series on its own. @throws GoogleFailure */
  events(grant: GoogleGrant, calendar: string, from: EventsFrom, asking: Asking): Promise<unknown>;
  /** Tells Google that the permission is not needed any more. @throws GoogleFailure */
  revoke(client: GoogleClient, refreshToken: string, asking: Asking): Promise<void>;
}

/** Where reading events goes on: what changed since (`sync`; null: everything), and on which page. */
export interface EventsFrom {
  readonly sync: string | null;
  readonly page: string | null;
}

export type GoogleFailureKind =
  | 'reconnect' // the permission is over: revoked, expired, or something was not allowed
  | 'client' // the OAuth client is not known there, its secret is wrong, or its API is switched off
  | 'gone' // the sync token is too old: everything has to be read again
  | 'missing' // there is no such calendar (any more)
  | 'limited' // slower
  | 'passing' // it is not well just now
  | 'unreached' // no whole answer came
  | 'refused'; // anything else it says no to

/** What Google, or the way to it, did instead of answering. Holds no token. */
export class GoogleFailure extends Error {
  override readonly name = 'GoogleFailure';
  readonly kind: GoogleFailureKind;
  readonly status: number | null;
  /** How long it asks to be left alone, in ms; null: it did not say. */
  readonly retryAfterMs: number | null;

  /** @param message the server's own words, or the system's. */
  constructor(
    kind: GoogleFailureKind,
    message: string,
    status: number | null = null,
    retryAfterMs: number | null = null,
  ) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
