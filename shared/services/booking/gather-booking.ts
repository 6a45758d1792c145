import type { OutboxRow, RemoteEntry, RemoteTimer } from '../../entries/booking.ts';
import type { Entry } from '../../entries/entry.ts';
import type { World } from '../../ports/world.ts';
import { backOffMs } from '../../providers/outbox/back-off.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import type { PlanInput, RemoteView, Wish } from '../../providers/outbox/plan-input.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { DayStatus } from '../../review/day.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import { addWeeks, daysOfWeek, weekOf } from '../../values/iso-week.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays } from '../../values/local-day.ts';
import { compareTexts } from '../../values/order.ts';
import type { OpenProvider } from '../connections/open-provider.ts';
import type { Person } from '../person.ts';
import { weekNamed } from '../person.ts';
import { quotaOf } from '../connections/provider-quota.ts';
import { keptUnits } from '../connections/provider-units.ts';

/** Weeks before this one that are booked unless a week is named. */
const WEEKS_BEFORE = 4;
/** How far back one list reaches for what is still open; what is older is looked up by itself. */
const LIST_DAYS = 75;
/** Entries that are not where they were booked are looked up one by one, but not without end. */
const LOOK_UPS = 10;
const TRIES = 3;
export const PAUSE = { firstMs: 800, longestMs: 10_000 } as const;

/** What is asked for. */
export interface Ask {
  readonly week?: string | undefined;
  readonly include?: Settings['booking.include'] | undefined;
  readonly wish: Wish;
}

/** All that planning and booking rest on, read once. */
export interface Material {
  readonly input: PlanInput;
  /** When the provider's entries were listed; null: it did not answer. */
  readonly listedAt: Instant | null;
  /** Why it did not. */
  readonly failure: ProviderFailure | null;
  readonly quota: Awaited<ReturnType<typeof quotaOf>>;
}

/** Reads what is here and lists what is there, once. @throws Problem `usage` for a week that is none. */
export async function gatherBooking(
  world: World,
  person: Person,
  open: OpenProvider,
  ask: Ask,
): Promise<Material> {
  const { from, to } = rangeOf(person, ask.week);
  const local = await gatherLocal(world, person, open, { from, to, retry: ask.wish.retry });
  const timers = await timersOf(world, open, local);
  const listing = { from: local.listFrom, to: local.listTo };
  const seen = await look(world, person, open, listing, local.rows, timers);
  const quota = await quotaOf(world, open.provider, open.account);
  const units = await keptUnits(world, person, open.provider.id);
  return {
    input: {
      provider: open.provider,
      settings: person.settings,
      include: ask.include ?? person.settings['booking.include'],
      zone: person.zone,
      from,
      to,
      entries: local.entries,
      days: local.days,
      mappings: await world.stores.mappings.list(person.user, open.provider.id),
      units: units?.units ?? null,
      rows: local.rows,
      claimed: local.claimed,
      remote: seen.remote,
      timers,
      quota:
        quota === null || !open.provider.can.hourlyQuota
          ? null
          : { ...quota, resetsAt: quota.resetsAt === null ? null : parseInstant(quota.resetsAt) },
      wish: ask.wish,
    },
    listedAt: seen.remote === null ? null : person.now,
    failure: seen.failure,
    quota,
  };
}

/** This week and the four before, or the week that was named. */
export function rangeOf(person: Person, week: string | undefined): { from: LocalDay; to: LocalDay } {
  const last = week === undefined ? weekOf(person.today) : weekNamed(week, person);
  const first = week === undefined ? addWeeks(last, -WEEKS_BEFORE) : last;
  return { from: daysOfWeek(first)[0]!, to: daysOfWeek(last).at(-1)! };
}

interface Local {
  readonly entries: readonly Entry[];
  readonly days: ReadonlyMap<LocalDay, DayStatus>;
  readonly rows: readonly OutboxRow[];
  readonly claimed: ReadonlySet<string>;
  readonly listFrom: LocalDay;
  readonly listTo: LocalDay;
}

/** Entries, days and rows of the range; and those of what is still open elsewhere, which is always worked off too. */
async function gatherLocal(
  { stores }: World,
  person: Person,
  { of }: OpenProvider,
  { from, to, retry }: { from: LocalDay; to: LocalDay; retry: ReadonlySet<Id> },
): Promise<Local> {
  const { user } = person;
  const around = await stores.outbox.between(of, addDays(from, -31), addDays(to, 31));
  const inRange = await stores.entries.between(user, from, to);
  const known = new Map<Id, OutboxRow>();
  for (const row of around) if (row.date >= from && row.date <= to) known.set(row.entry, row);
  for (const row of await stores.outbox.ofEntries(
    of,
    inRange.map(({ id }) => id),
  ))
    known.set(row.entry, row);
  for (const row of await stores.outbox.unsettled(of)) {
    if (row.state !== 'failed' || retry.has(row.entry)) known.set(row.entry, row);
  }
  const rows = [...known.values()];

  const entries = new Map(inRange.map((entry) => [entry.id, entry]));
  const days = new Map<LocalDay, DayStatus>();
  for (const day of await stores.days.between(user, from, to)) days.set(day.date, day.status);
  const read = new Set<LocalDay>();
  const readDay = async (date: LocalDay): Promise<void> => {
    if ((date >= from && date <= to) || read.has(date)) return;
    read.add(date);
    for (const entry of await stores.entries.between(user, date, date)) entries.set(entry.id, entry);
    for (const day of await stores.days.between(user, date, date)) days.set(day.date, day.status);
  };
  for (const row of rows) {
    await readDay(row.date);
    if (entries.has(row.entry)) continue;
    const moved = await stores.entries.get(row.entry);
    if (moved !== null) await readDay(moved.date);
  }
  const claimed = around.filter((row) => row.remoteId !== null && !known.has(row.entry));
  const reach = addDays(person.today, -LIST_DAYS);
  const open = rows.flatMap((row) => [row.date, row.draft.date]).filter((date) => date >= reach);
  const dates = [from, to, ...open].toSorted(compareTexts);
  return {
    entries: [...entries.values()],
    days,
    rows,
    claimed: new Set(claimed.map((row) => row.remoteId!)),
    listFrom: dates[0]!,
    listTo: dates.at(-1)!,
  };
}

/** Timers of the sessions whose entries have no booking yet. */
async function timersOf({ stores }: World, { of }: OpenProvider, local: Local): Promise<RemoteTimer[]> {
  const booked = new Set(local.rows.filter((row) => row.remoteId !== null).map((row) => row.entry));
  const sessions = new Set(
    local.entries
      .filter(
        (entry) => entry.key?.startsWith('timer:') && entry.state !== 'deleted' && !booked.has(entry.id),
      )
      .map((entry) => entry.key!.slice('timer:'.length) as Id),
  );
  const timers = await Promise.all([...sessions].map((session) => stores.timers.ofSession(of, session)));
  return timers.filter((timer) => timer !== null && timer.remoteId !== null) as RemoteTimer[];
}

/** Lists what is there, patiently; and looks up by itself what is not where it was. */
async function look(
  world: World,
  person: Person,
  open: OpenProvider,
  range: { from: LocalDay; to: LocalDay },
  rows: readonly OutboxRow[],
  timers: readonly RemoteTimer[],
): Promise<{ remote: RemoteView | null; failure: ProviderFailure | null }> {
  let listed: readonly RemoteEntry[];
  try {
    listed = await listPatiently(world, person, open, range);
  } catch (error) {
    if (error instanceof ProviderFailure) return { remote: null, failure: error };
    throw error;
  }
  const ids = new Set(listed.map(({ id }) => id));
  const within = (date: LocalDay): boolean => date >= range.from && date <= range.to;
  const lost = [
    // Of what is known to be gone nobody needs to be asked again.
    ...rows
      .filter((row) => row.confirmed !== null && row.lastError === null && within(row.draft.date))
      .map((row) => row.remoteId!),
    ...timers.map((timer) => timer.remoteId!),
  ].filter((id) => !ids.has(id));
  const found: RemoteEntry[] = [];
  const gone = new Set<string>();
  for (const id of lost.slice(0, LOOK_UPS)) {
    try {
      const remote = await open.provider.get(open.api, id, person.zone);
      if (remote === null) gone.add(id);
      else found.push(remote);
    } catch (error) {
      if (error instanceof ProviderFailure) break;
      throw error;
    }
  }
  return { remote: { ...range, entries: [...listed, ...found], gone }, failure: null };
}

/** Lists the entries of these days; reading may be repeated when the answer is lost. @throws ProviderFailure. */
export async function listPatiently(
  world: World,
  person: Person,
  { provider, api }: OpenProvider,
  { from, to }: { from: LocalDay; to: LocalDay },
): Promise<readonly RemoteEntry[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await provider.list(api, from, to, person.zone);
    } catch (error) {
      const passing =
        error instanceof ProviderFailure && (error.kind === 'uncertain' || error.kind === 'unreached');
      if (!passing || tries >= TRIES) throw error;
      await world.clock.wait(backOffMs(tries, world.random(), PAUSE));
    }
  }
}
