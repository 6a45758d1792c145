import type { ServerResponse } from 'node:http';
import type { Clock } from '#shared/ports/world.ts';
import { said } from '#shared/values/said.ts';
import { HttpRefusal } from '../http-refusal.ts';

/** How often something may be asked for: `most` at once, and as many again in each `seconds`. */
export interface Quota {
  /** How the headers call it. */
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** What holds a token: 300 requests a second for as long as one likes, 1200 at once. More is a loop gone wild. */
export const KNOWN: Quota = { name: 'known', most: 1200, seconds: 4 };

/**
 * Tokens that are not good, of all strangers together: 5 a second, 300 at once. Guessing is hopeless without it (a token
 * has 256 bits); it keeps a program that tries all the same from keeping Stint busy. Whoever holds a good token comes in
 * whatever strangers do, or any program could lock the person out.
 */
export const STRANGERS: Quota = { name: 'strangers', most: 300, seconds: 60 };

/** What was left of a quota at some moment of a clock. */
export interface Bucket {
  readonly left: number;
  readonly atMs: number;
}

/** One request more: may it pass, what is left then, and how long until the next may (0: now). */
export interface Verdict {
  readonly passes: boolean;
  readonly bucket: Bucket;
  readonly waitMs: number;
}

/**
 * The rule: a bucket that starts full, fills evenly up to `most` and gives one for each request.
 * @param bucket null: nothing was asked yet
 * @param nowMs of a clock that never goes back
 */
export function take(quota: Quota, bucket: Bucket | null, nowMs: number): Verdict {
  const perMs = quota.most / (quota.seconds * 1000);
  const refilled = bucket === null ? quota.most : bucket.left + Math.max(0, nowMs - bucket.atMs) * perMs;
  const left = Math.min(quota.most, refilled);
  if (left < 1) return { passes: false, bucket: { left, atMs: nowMs }, waitMs: (1 - left) / perMs };
  return { passes: true, bucket: { left: left - 1, atMs: nowMs }, waitMs: 0 };
}

/**
 * What a quota says of itself in an answer (draft-ietf-httpapi-ratelimit-headers): how many are left, and in how many
 * seconds it is full again.
 */
export function rateHeaders(quota: Quota, { bucket, waitMs }: Verdict): Record<string, string> {
  const full = Math.ceil(((quota.most - bucket.left) * quota.seconds) / quota.most);
  return {
    'ratelimit-policy': `"${quota.name}";q=${quota.most};w=${quota.seconds}`,
    ratelimit: `"${quota.name}";r=${Math.floor(bucket.left)};t=${full}`,
    ...(waitMs > 0 ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : {}),
  };
}

/** Counts one request and says in its answer what is left. @throws HttpRefusal 429 when nothing is. */
export type Count = (response: ServerResponse) => void;

/** A quota with its bucket. */
export function rateLimit(quota: Quota, clock: Pick<Clock, 'monotonicMs'>): Count {
  let bucket: Bucket | null = null;
  return (response) => {
    const verdict = take(quota, bucket, clock.monotonicMs());
    bucket = verdict.bucket;
    const headers = rateHeaders(quota, verdict);
    if (!verdict.passes) throw tooOften(headers);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
}

/** @param headers say when to come again */
export const tooOften = (headers: Readonly<Record<string, string>>): HttpRefusal =>
  new HttpRefusal(
    429,
    'refused',
    said`That was asked for too often. Nothing was changed.`,
    said`Wait for as many seconds as Retry-After says, then try again.`,
    headers,
  );
