import { z } from 'zod';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import { said } from '../../values/said.ts';

/** One of an account's calendars. */
export interface ListedCalendar {
  readonly id: string;
  /** As the person calls it. */
  readonly name: string;
  /** The account's own; its id is the address of the account. */
  readonly primary: boolean;
}

const entryShape = z.object({
  id: z.string().min(1).max(250),
  summary: z.string().nullish().catch(null),
  summaryOverride: z.string().nullish().catch(null),
  primary: z.boolean().nullish().catch(null),
  deleted: z.boolean().nullish().catch(null),
});

const listShape = z.object({
  items: z.array(z.unknown()).nullish(),
  nextPageToken: z.string().nullish(),
});

/** The fields a calendar is read from. */
export const CALENDAR_FIELDS = 'nextPageToken,items(id,summary,summaryOverride,primary,deleted)';

/** Nobody has that many; a server that goes on turns in a circle. */
const MOST_PAGES = 40;

/**
 * All calendars of an account, its own first (Calendar API v3 `calendarList.list`).
 * @param ask one page. @throws GoogleFailure
 */
export async function listCalendars(
  ask: (page: string | null) => Promise<unknown>,
): Promise<ListedCalendar[]> {
  const found = new Map<string, ListedCalendar>();
  let page: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const parsed = listShape.safeParse(await ask(page));
    if (!parsed.success) throw new GoogleFailure('refused', said`the answer is no list of calendars`);
    for (const raw of parsed.data.items ?? []) {
      const entry = entryShape.safeParse(raw);
      if (!entry.success || entry.data.deleted === true) continue;
      const { id, summary, summaryOverride, primary } = entry.data;
      found.set(id, { id, name: summaryOverride || summary || id, primary: primary === true });
    }
    page = parsed.data.nextPageToken ?? null;
    if (page === null) return [...found.values()].toSorted(byRank);
  }
  throw new GoogleFailure('refused', said`the pages of the list never end`);
}

const byRank = (a: ListedCalendar, b: ListedCalendar): number =>
  Number(b.primary) - Number(a.primary) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
