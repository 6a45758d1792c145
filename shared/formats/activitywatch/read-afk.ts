import type { PresenceState } from '../../evidence/presence.ts';
import type { Instant } from '../../values/instant.ts';
import { instant, parseInstant, plusMs } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import { union } from '../../values/interval.ts';
import { said } from '../../values/said.ts';

/** A stretch in which ActivityWatch saw the person, or did not. */
export interface AfkSpan extends Interval {
  readonly state: Extract<PresenceState, 'active' | 'idle'>;
}

export interface AfkExport {
  /** By start; those of one state do not touch each other. */
  readonly spans: readonly AfkSpan[];
  /** What was left out, in words: other buckets, and events that cannot be right. */
  readonly skipped: readonly string[];
  /** Was there anything that tells of presence at all? */
  readonly found: boolean;
}

/** Whoever is away for longer does not tell presence, they left a machine alone. */
const LONGEST_MS = 31 * 86_400_000;
const FIRST = Date.UTC(2000, 0, 1);
const FUTURE_MS = 10 * 60_000;

/**
 * Reads an export of ActivityWatch: all buckets (`{"buckets":{…}}`), one bucket, or the bare events of one. Only
 * `afkstatus` is read: titles of windows and addresses are not even looked at.
 * @returns null when it is no such export.
 */
export function readAfkExport(value: unknown, now: Instant): AfkExport | null {
  const buckets = bucketsOf(value);
  if (buckets === null) return null;
  const skipped: string[] = [];
  const spans: AfkSpan[] = [];
  let found = false;
  for (const [name, bucket] of buckets) {
    const events = fieldOf(bucket, 'events');
    if (fieldOf(bucket, 'type') !== 'afkstatus' || !Array.isArray(events)) {
      skipped.push(said`${shown(name)}: tells nothing of presence, so it was left alone`);
      continue;
    }
    found = true;
    const read = events.map((event: unknown) => spanOf(event, now));
    const bad = read.filter((one) => one === null).length;
    if (bad > 0)
      skipped.push(said`${shown(name)}: ${bad === 1 ? said`1 event` : said`${bad} events`} cannot be right`);
    for (const span of read) if (span !== null && span !== 'empty') spans.push(span);
  }
  return { spans: [...joined(spans, 'active'), ...joined(spans, 'idle')].toSorted(byStart), skipped, found };
}

function bucketsOf(value: unknown): [string, unknown][] | null {
  if (Array.isArray(value)) return [['events', { type: 'afkstatus', events: value as unknown[] }]];
  const buckets = fieldOf(value, 'buckets');
  if (typeof buckets === 'object' && buckets !== null && !Array.isArray(buckets))
    return Object.entries(buckets);
  const id = fieldOf(value, 'id');
  return Array.isArray(fieldOf(value, 'events')) ? [[typeof id === 'string' ? id : 'bucket', value]] : null;
}

/** Events are kept in heartbeats, so many are of no length. */
function spanOf(event: unknown, now: Instant): AfkSpan | 'empty' | null {
  const timestamp = fieldOf(event, 'timestamp');
  const duration = fieldOf(event, 'duration');
  const status = fieldOf(fieldOf(event, 'data'), 'status');
  const start = typeof timestamp === 'string' ? parseInstant(timestamp) : null;
  if (start === null || typeof duration !== 'number' || !Number.isFinite(duration) || duration < 0)
    return null;
  if (status !== 'not-afk' && status !== 'afk') return null;
  const ms = Math.round(duration * 1000);
  if (ms > LONGEST_MS || start < FIRST || start + ms > now + FUTURE_MS) return null;
  if (ms === 0) return 'empty';
  return {
    start,
    end: instant(Math.min(plusMs(start, ms), now)),
    state: status === 'afk' ? 'idle' : 'active',
  };
}

const joined = (spans: readonly AfkSpan[], state: AfkSpan['state']): AfkSpan[] =>
  union(spans.filter((span) => span.state === state)).map((span) => ({ ...span, state }));

const byStart = (a: Interval, b: Interval): number => a.start - b.start || a.end - b.end;

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;

const shown = (name: string): string => name.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 80);
