import type { Instant } from '../../values/instant.ts';
import { plusMs } from '../../values/instant.ts';
import type { ApiAnswer } from '../api.ts';
import { wordsOf } from '../api.ts';
import type { Limit } from '../limits.ts';
import type { Account, Reading } from '../provider.ts';

/** `featureSubscriptionType` of workspaces that pay. Others, and names that are new, are taken for free ones. */
const PAID = /^(basic|standard|plus|premium|pro|special|enterprise|bundle|self_hosted)(_|$)/;
const HOUR_MS = 3_600_000;
/** Clockify does not say for how long it wants quiet; a quota by the hour is not full again in seconds. */
const REST_MS = 60_000;

/** Free workspaces: 30 requests an hour; paid ones: 50 a second. */
export function limits(account: Pick<Account, 'plan'> | null): Readonly<Record<string, readonly Limit[]>> {
  const paid = PAID.test(account?.plan ?? '');
  return { main: [paid ? { requests: 50, perMs: 1000 } : { requests: 30, perMs: HOUR_MS }] };
}

/** Clockify's own meanings: an entry that is gone "doesn't belong to" the workspace, and that is a 400. */
export function read(answer: ApiAnswer, now: Instant): Reading | null {
  if (answer.status === 429 && answer.headers['retry-after'] === undefined) {
    return { kind: 'limited', hold: { main: plusMs(now, REST_MS) } };
  }
  const words = wordsOf(answer);
  if (answer.status === 400 && /time ?entry\b.*(doesn.?t|does not) (belong|exist)/i.test(words)) {
    return { kind: 'missing', words };
  }
  return null;
}
