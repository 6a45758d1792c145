import type { z } from 'zod';
import type { HttpResponse } from '../../ports/http.ts';
import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import { plainText } from './plain-text.ts';
import type { TrackerAnswer } from './tracker.ts';

/** Nobody is left alone for longer because of a header, in ms. */
const LONGEST_QUIET_MS = 24 * 3_600_000;

/** The JSON of an answer; undefined when it is none: the page of a proxy, say, or half an answer. */
export function jsonOf({ body }: HttpResponse): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** What stands in an answer in the shape it should have, or null. */
export function shaped<T>(value: unknown, shape: z.ZodType<T>): T | null {
  const read = shape.safeParse(value);
  return read.success ? read.data : null;
}

/** The tracker's own words and its status; never a whole page. */
export function inWords(words: readonly unknown[], status: number): string {
  const told = words.flatMap((one) => plainText(one) ?? []).slice(0, 3);
  return told.length === 0 ? `HTTP ${status}` : `${told.join(' ')} (${status})`;
}

/** When a wait told in seconds is over; null when it tells none. Dates are as rare as servers' clocks are wrong. */
export function afterSeconds(text: string | undefined, now: Instant): Instant | null {
  return /^\d{1,7}$/.test(text ?? '') ? soonEnough(now + Number(text) * 1000, now) : null;
}

/** An instant told by a header, kept within a day; null when it lies in the past or is none. */
export function soonEnough(ms: number, now: Instant): Instant | null {
  return Number.isFinite(ms) && ms > now ? instant(Math.min(Math.round(ms), now + LONGEST_QUIET_MS)) : null;
}

/** What a refusal means where trackers agree (RFC 9110); null where they do not, or it is none. */
export function commonRefusal(
  response: HttpResponse,
  words: readonly unknown[],
  now: Instant,
): TrackerAnswer | null {
  const { status, headers } = response;
  const why = inWords(words, status);
  if (status === 401 || status === 407) return { kind: 'unauthorised', why };
  if (status === 429 || status >= 500) {
    return { kind: 'quiet', why, until: afterSeconds(headers['retry-after'], now) };
  }
  return null;
}
