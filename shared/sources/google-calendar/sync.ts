import { z } from 'zod';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { EventsFrom } from '../../ports/google-calendars.ts';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { Instant } from '../../values/instant.ts';
import { said } from '../../values/said.ts';
import type { EventRules } from './event.ts';
import { readItem } from './event.ts';

const DAY_MS = 86_400_000;
/** How far ahead events are kept: a series without an end has instances for decades. All that was is kept. */
const AHEAD_MS = 120 * DAY_MS;
/** Everything is read again this often: what lay too far ahead comes near, and nobody tells of it. */
const FRESH_MS = 30 * DAY_MS;
/** More than half a million events is a server that turns in a circle. */
const MOST_PAGES = 2000;

const pageShape = z.object({
  items: z.array(z.unknown()).nullish(),
  nextPageToken: z.string().nullish(),
  nextSyncToken: z.string().nullish(),
});

/** Where reading goes on; kept as JSON between two readings. */
const markShape = z.object({
  /** Null: the server gives none, so all is read each time. */
  sync: z.string().nullable(),
  /** When all was read last. */
  allAt: z.number(),
  /** Zone and addresses it was read with: with others the same events are other meetings. */
  basis: z.string(),
});
type Mark = z.infer<typeof markShape>;

/** What a reading of a calendar found. */
export interface Sync {
  /** All there are, or those that changed. */
  readonly events: readonly CalendarEvent[];
  /** What to take away: ids, or whatever else is known. */
  readonly gone: readonly string[] | 'all others';
  readonly mark: string;
  /** Items nobody could make sense of. */
  readonly unreadable: number;
}

export interface SyncNeeds {
  readonly rules: EventRules;
  readonly now: Instant;
  /** What the last reading left; null: there was none. */
  readonly mark: string | null;
  /** One page of the events. @throws GoogleFailure */
  ask(from: EventsFrom): Promise<unknown>;
}

/**
 * Reads what changed in a calendar since the last time, or everything: at first, when Google has forgotten what we know
 * (410), and once in a while. Sync tokens allow no window of time, so events far ahead are left out here
 * (Calendar API v3, "Synchronize resources efficiently").
 * @throws GoogleFailure
 */
export async function syncCalendar(needs: SyncNeeds): Promise<Sync> {
  const last = readMark(needs.mark, needs);
  if (last === null) return readAll(needs);
  try {
    const { sync, ...found } = await readPages(needs, last.sync);
    return { ...found, mark: JSON.stringify({ ...last, sync: sync ?? last.sync }) };
  } catch (error) {
    if (!isForgotten(error)) throw error;
    return readAll(needs);
  }
}

/** A sync token that is none is told as 400 by some; the answer to it is the same. */
const isForgotten = (error: unknown): boolean =>
  error instanceof GoogleFailure &&
  (error.kind === 'gone' || (error.kind === 'refused' && error.status === 400));

async function readAll(needs: SyncNeeds): Promise<Sync> {
  const { sync, events, unreadable } = await readPages(needs, null);
  const mark = { sync, allAt: needs.now, basis: basisOf(needs.rules) } satisfies Mark;
  return { events, gone: 'all others', unreadable, mark: JSON.stringify(mark) };
}

interface Found {
  readonly events: CalendarEvent[];
  readonly gone: string[];
  readonly unreadable: number;
  /** For the next time; stands on the last page only. */
  readonly sync: string | null;
}

/** All pages of one list. Each is sifted as it comes: of decades of instances only those near are held. */
async function readPages({ ask, rules, now }: SyncNeeds, sync: string | null): Promise<Found> {
  const sieve = openSieve(rules, now);
  const seen = new Set<string>();
  let page: string | null = null;
  for (;;) {
    const parsed = pageShape.safeParse(await ask({ sync, page }));
    if (!parsed.success) throw new GoogleFailure('refused', said`the answer is no list of events`);
    for (const item of parsed.data.items ?? []) sieve.take(item);
    page = parsed.data.nextPageToken ?? null;
    if (page === null) return { ...sieve.rest(), sync: parsed.data.nextSyncToken ?? null };
    if (seen.has(page) || seen.size >= MOST_PAGES) {
      throw new GoogleFailure('refused', said`the pages of the list never end`);
    }
    seen.add(page);
  }
}

/** Parts items into meetings of the time we keep and those that are to be taken away. The last word on an id counts. */
function openSieve(rules: EventRules, now: Instant) {
  const events = new Map<string, CalendarEvent>();
  const gone = new Set<string>();
  let unreadable = 0;
  return {
    take(raw: unknown): void {
      const item = readItem(raw, rules);
      if (item.is === 'unreadable') {
        unreadable += 1;
      } else if (item.is === 'event' && item.event.start < now + AHEAD_MS) {
        events.set(item.event.id, item.event);
        gone.delete(item.event.id);
      } else {
        // Also what was moved too far ahead.
        const id = item.is === 'event' ? item.event.id : item.id;
        events.delete(id);
        gone.add(id);
      }
    },
    rest: () => ({ events: [...events.values()], gone: [...gone], unreadable }),
  };
}

const basisOf = ({ zone, addresses }: EventRules): string => [zone, ...addresses.toSorted()].join(' ');

/** The mark to go on from; null: everything is to be read. */
function readMark(text: string | null, { now, rules }: SyncNeeds): (Mark & { sync: string }) | null {
  if (text === null) return null;
  const mark = parse(text);
  if (mark === null || mark.sync === null || mark.basis !== basisOf(rules)) return null;
  const isFresh = mark.allAt <= now && now - mark.allAt < FRESH_MS;
  return isFresh ? { ...mark, sync: mark.sync } : null;
}

function parse(text: string): Mark | null {
  try {
    return markShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
