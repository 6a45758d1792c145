import type { Instant } from '../../values/instant.ts';
import { plusMs } from '../../values/instant.ts';
import { said } from '../../values/said.ts';
import type { ApiAnswer } from '../api.ts';
import { wordsOf } from '../api.ts';
import type { Limit } from '../limits.ts';
import type { Account, Reading } from '../provider.ts';

/** Buckets of requests below `/workspaces`: the leaky one, and the organisation's quota. */
export const ORGANISATION = ['main', 'org'] as const;
/** Buckets of requests below `/me`. */
export const MYSELF = ['main', 'user'] as const;

/** Requests an hour per person and organisation, by plan. */
const BY_PLAN: Readonly<Record<string, number>> = { free: 30, starter: 240, premium: 600 };
/** On every plan. */
const OF_THE_PERSON = 30;
const HOUR_MS = 3_600_000;
/** How long a quota rests when Toggl does not say when it is full again. */
const REST_MS = 15 * 60_000;

/** About one request a second, and quotas by the hour; what plan it is decides the organisation's (free unless known). */
export function limits(account: Pick<Account, 'plan'> | null): Readonly<Record<string, readonly Limit[]>> {
  const ofThePlan = BY_PLAN[account?.plan ?? 'free'] ?? BY_PLAN['free']!;
  return {
    main: [{ requests: 1, perMs: 1000 }],
    org: [{ requests: ofThePlan, perMs: HOUR_MS }],
    user: [{ requests: OF_THE_PERSON, perMs: HOUR_MS }],
  };
}

/**
 * Toggl's own meanings: 402 is a used-up quota when it speaks of one, else a missing plan; headers of every answer tell
 * what is left of the quota it counted against; a token that is not accepted gets no words at all.
 */
export function read(answer: ApiAnswer, now: Instant, buckets: readonly string[]): Reading | null {
  const words = wordsOf(answer);
  if (answer.status === 402 && isUsedUp(answer, words)) {
    return { kind: 'limited', words, hold: rest(buckets, plusMs(now, resetMs(answer, words) ?? REST_MS)) };
  }
  if (answer.status === 401 && answer.body.trim() === '') {
    return { kind: 'unauthorised', words: said`The API token is not accepted (answered 401).` };
  }
  if (answer.status === 403 && /incorrect|credentials|password/i.test(words)) {
    return { kind: 'unauthorised', words };
  }
  const until = resetMs(answer, words);
  if (answer.headers['x-toggl-quota-remaining']?.trim() === '0' && until !== null) {
    return { hold: rest(buckets, plusMs(now, until)) };
  }
  return null;
}

const isUsedUp = ({ headers }: ApiAnswer, words: string): boolean =>
  headers['x-toggl-quota-remaining']?.trim() === '0' || /hourly limit|quota|reset in/i.test(words);

/** Milliseconds until the quota is full again; null: it does not say. */
function resetMs({ headers }: ApiAnswer, words: string): number | null {
  const text = headers['x-toggl-quota-resets-in']?.trim() || /reset in (\d{1,6}) sec/i.exec(words)?.[1];
  const seconds = Number(text);
  if (text === undefined || !Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(seconds * 1000, HOUR_MS);
}

/** The quota rests, not the leaky bucket, which other requests pass too. */
const rest = (buckets: readonly string[], until: Instant): Readonly<Record<string, Instant>> =>
  Object.fromEntries(buckets.filter((bucket) => bucket !== 'main').map((bucket) => [bucket, until]));
