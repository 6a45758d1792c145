import type { GoogleFailureKind } from '#shared/ports/google-calendars.ts';
import { GoogleFailure } from '#shared/ports/google-calendars.ts';

/** An answer that is none: its status, what stands in it, its headers. */
export interface BadAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Pick<Headers, 'get'>;
}

/** Of the API: `error.errors[].reason`, or `error.status`. */
const TOO_MANY = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
  'RESOURCE_EXHAUSTED',
]);
const NO_API = new Set(['accessNotConfigured', 'SERVICE_DISABLED']);
/** A permission with too few ticks stays as it is until it is given anew. */
const TOO_LITTLE = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
/** Of the token endpoint (RFC 6749 §5.2, and two of Google's own). */
const BAD_CLIENT = new Set([
  'invalid_client',
  'unauthorized_client',
  'deleted_client',
  'disabled_client',
  'invalid_request',
]);

/** What a bad answer of Google means. @param now for a `retry-after` that names a date, epoch ms. */
export function failureOf({ status, body, headers }: BadAnswer, now: number): GoogleFailure {
  const { words, reasons } = readError(body);
  return new GoogleFailure(
    kindOf(status, reasons),
    words,
    status,
    retryAfterMs(headers.get('retry-after'), now),
  );
}

function kindOf(status: number, reasons: ReadonlySet<string>): GoogleFailureKind {
  const has = (some: ReadonlySet<string>): boolean => [...reasons].some((reason) => some.has(reason));
  if (reasons.has('invalid_grant')) return 'reconnect';
  if (has(BAD_CLIENT) || has(NO_API)) return 'client';
  if (status === 429 || has(TOO_MANY)) return 'limited';
  if (status >= 500 || status === 408) return 'passing';
  if (status === 401 || has(TOO_LITTLE)) return 'reconnect';
  if (status === 410) return 'gone';
  if (status === 404) return 'missing';
  // Whoever sends people elsewhere stands between us and Google: a hotel, a company's gateway.
  if (status >= 300 && status < 400) return 'unreached';
  return 'refused';
}

/** `{"error":"invalid_grant","error_description":…}` of OAuth, `{"error":{"message","status","errors":[{"reason"}]}}` of the API. */
function readError(body: unknown): { words: string; reasons: ReadonlySet<string> } {
  const error = field(body, 'error');
  if (typeof error === 'string') {
    const more = field(body, 'error_description');
    return { words: typeof more === 'string' && more !== '' ? more : error, reasons: new Set([error]) };
  }
  const lists = [field(error, 'errors'), field(error, 'details')].filter(Array.isArray);
  const reasons = lists.flat().map((one: unknown) => field(one, 'reason'));
  const message = field(error, 'message');
  return {
    words: typeof message === 'string' ? message : '',
    reasons: new Set([...reasons, field(error, 'status')].filter((reason) => typeof reason === 'string')),
  };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfterMs(text: string | null, now: number): number | null {
  if (text === null) return null;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}
