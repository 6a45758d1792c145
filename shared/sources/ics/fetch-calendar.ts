import type { Http, HttpResponse } from '../../ports/http.ts';
import { HttpFailure } from '../../ports/http.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Stop } from '../../values/stop.ts';
import { hasPassword, isSafe, redirected } from './address.ts';

/** What the server gave along with a calendar, to ask next time whether it is still the same (RFC 9110 §13). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** How long each request may take, and the way to call it off. */
export interface Pace {
  timeoutMs(): number;
  readonly stop: Stop;
}

/** The server wants to be left alone. `afterSeconds` null: it did not say for how long. */
export class AskedForQuiet extends Problem {
  readonly afterSeconds: number | null;
  constructor(message: string, afterSeconds: number | null) {
    super('offline', message, said`What was read before stays; it is read again later.`);
    this.afterSeconds = afterSeconds;
  }
}

const MOST_REDIRECTS = 5;

/**
 * Fetches a calendar by its secret address, unless it is still the one that is known. Redirects are followed by hand,
 * to https only; nothing but the address itself says who asks.
 * @param host the one name of it that may be shown.
 * @returns null: it is unchanged.
 * @throws Problem in words that name no secret; AskedForQuiet.
 */
export async function fetchCalendar(
  http: Http,
  { url, host }: { readonly url: string; readonly host: string },
  known: Validators,
  pace: Pace,
): Promise<{ readonly text: string; readonly validators: Validators } | null> {
  if (hasPassword(url)) {
    throw new Problem(
      'usage',
      said`The address at ${host} has a password in it, which is not sent.`,
      said`Take the calendar’s secret or public address instead.`,
    );
  }
  if (!isSafe(url)) {
    throw new Problem(
      'usage',
      said`The calendar at ${host} cannot be read: only https is, or http on this machine.`,
      said`Try the same address with https.`,
    );
  }
  let from = url;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await ask(http, from, host, known, pace);
    const { status, headers, body } = response;
    if (status === 200) {
      return {
        text: body,
        validators: { etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null },
      };
    }
    if (status === 304) return null;
    if (status < 301 || status > 308 || status === 305 || status === 306) throw refusal(response, host);
    const target = redirected(from, headers['location'] ?? '');
    if (target === null) {
      throw new Problem(
        'failed',
        said`${host} sends on to a place that is not safe, so nothing was asked there.`,
        ADDRESS_AGAIN,
      );
    }
    from = target;
  }
  throw new Problem('failed', said`${host} sends in circles.`, ADDRESS_AGAIN);
}

const ADDRESS_AGAIN = said`Copy the secret address (iCal) from the calendar again: stint config set calendar.ics. What was read before stays.`;

async function ask(
  http: Http,
  url: string,
  host: string,
  known: Validators,
  pace: Pace,
): Promise<HttpResponse> {
  const headers: Record<string, string> = { accept: 'text/calendar, text/plain;q=0.8, */*;q=0.5' };
  if (known.etag !== null) headers['if-none-match'] = known.etag;
  if (known.lastModified !== null) headers['if-modified-since'] = known.lastModified;
  try {
    return await http.send(
      { method: 'GET', url, headers, body: null, timeoutMs: pace.timeoutMs() },
      pace.stop,
    );
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    pace.stop.check();
    throw new Problem(
      'offline',
      said`${host} gave no calendar: ${error.message}.`,
      said`What was read before stays; it is tried again.`,
      error,
    );
  }
}

/** What a server that gives no calendar means. */
function refusal({ status, headers }: HttpResponse, host: string): Problem {
  if (status === 401 || status === 403 || status === 407) {
    return new Problem(
      'unauthorised',
      said`${host} does not let Stint read this calendar (${status}).`,
      ADDRESS_AGAIN,
    );
  }
  if (status === 404 || status === 410) {
    return new Problem(
      'not-found',
      said`${host} has no calendar at this address any more (${status}).`,
      ADDRESS_AGAIN,
    );
  }
  if (status === 429)
    return new AskedForQuiet(said`${host} asks for fewer requests (429).`, secondsOf(headers));
  if (status >= 500)
    return new AskedForQuiet(said`${host} has trouble of its own (${status}).`, secondsOf(headers));
  return new Problem('failed', said`${host} gave no calendar (${status}).`, ADDRESS_AGAIN);
}

/** `Retry-After` in seconds; dates are as rare as servers' clocks are wrong. */
function secondsOf(headers: HttpResponse['headers']): number | null {
  const text = headers['retry-after'] ?? '';
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}
