import { GoogleFailure } from './google-calendars.ts';

/** An event as the API writes it; only the id is certain. */
export type RawEvent = { readonly id: string } & Readonly<Record<string, unknown>>;

/** A page of `events.list`. */
export interface RawPage {
  readonly items: readonly RawEvent[];
  readonly nextPageToken?: string;
  readonly nextSyncToken?: string;
}

/** A calendar as Google keeps it: events, and what changed when, so that it can be asked for with a sync token. */
export interface MemoryCalendar {
  readonly id: string;
  readonly summary: string;
  readonly primary: boolean;
  /** How many events are on a page. */
  pageSize: number;
  /** Adds an event or changes it. */
  put(event: RawEvent): void;
  /** Takes one away: only its id is told afterwards, and what else is given. */
  remove(id: string, rest?: Readonly<Record<string, unknown>>): void;
  /** Sync tokens given so far are too old from now on (410). */
  forget(): void;
  /** @throws GoogleFailure `gone` for a token that is too old or was never given. */
  list(from: { readonly sync: string | null; readonly page: string | null }): RawPage;
}

export function memoryCalendar(id: string, summary: string, primary = false): MemoryCalendar {
  const events = new Map<string, { event: RawEvent; at: number }>();
  let time = 0;
  let oldest = 0;
  const calendar: MemoryCalendar = {
    id,
    summary,
    primary,
    pageSize: 250,
    put(event) {
      events.set(event.id, { event, at: (time += 1) });
    },
    remove(gone, rest = {}) {
      events.set(gone, { event: { ...rest, id: gone, status: 'cancelled' }, at: (time += 1) });
    },
    forget() {
      time += 1;
      oldest = time;
    },
    list({ sync, page }) {
      const since = sync === null ? null : Number(/^sync-(\d+)$/.exec(sync)?.[1] ?? -1);
      if (since !== null && since < oldest) {
        throw new GoogleFailure('gone', 'Sync token is no longer valid, a full sync is required.', 410);
      }
      const all = [...events.values()]
        // At first nothing is told of what was deleted before; later always.
        .filter(({ event, at }) => (since === null ? event['status'] !== 'cancelled' : at > since))
        .map(({ event }) => event);
      const from = page === null ? 0 : Number(page.replace('page-', ''));
      const items = all.slice(from, from + calendar.pageSize);
      const next = from + calendar.pageSize;
      return next < all.length
        ? { items, nextPageToken: `page-${next}` }
        : { items, nextSyncToken: `sync-${time}` };
    },
  };
  return calendar;
}
