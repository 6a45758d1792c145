import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '#shared/ports/world.ts';
import { sameSecret } from './token.ts';

/** Browsers keep one jar of cookies for all ports of a machine: hosts of different data folders have different names. */
const cookieOf = (token: string): string =>
  `stint_session_${createHash('sha256').update(token).digest('hex').slice(0, 8)}`;
/** A browser stays known for 30 days. */
const LIFETIME_MS = 30 * 24 * 3600_000;

/** How a browser comes to be let in: a link that works once becomes a cookie. */
export interface Sessions {
  /** A word that lets one browser in, once. */
  oneTimeKey(): string;
  /** The `Set-Cookie` value for a one-time key (which is spent by it) or the token itself; null when it is neither. */
  redeem(key: string): string | null;
  /** Does this `Cookie` header hold a session of ours? */
  accepts(cookieHeader: string | undefined): boolean;
}

/**
 * Sessions of browsers. The cookie is signed with the token of the data folder, so a reload and a restart of the
 * host keep it good, and a new token ends it. It is HttpOnly and SameSite=Strict: no script reads it, no other
 * site's page sends it.
 */
export function openSessions(token: string, clock: Pick<Clock, 'now'>): Sessions {
  const cookie = cookieOf(token);
  const pattern = new RegExp(`(?:^|;\\s*)${cookie}=([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{43})(?:;|$)`);
  const unspent = new Set<string>();
  const sign = (until: string): string =>
    createHmac('sha256', token).update(`window session until ${until}`).digest('base64url');

  const spend = (key: string): boolean => {
    for (const known of unspent) {
      if (sameSecret(key, known)) return unspent.delete(known);
    }
    return sameSecret(key, token);
  };

  return {
    oneTimeKey() {
      const key = randomBytes(24).toString('base64url');
      unspent.add(key);
      return key;
    },
    redeem(key) {
      if (!spend(key)) return null;
      const until = (clock.now() + LIFETIME_MS).toString(36);
      return `${cookie}=${until}.${sign(until)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME_MS / 1000}`;
    },
    accepts(cookieHeader) {
      const value = pattern.exec(cookieHeader ?? '');
      if (value === null) return false;
      const [, until = '', signature = ''] = value;
      return sameSecret(signature, sign(until)) && Number.parseInt(until, 36) > clock.now();
    },
  };
}
