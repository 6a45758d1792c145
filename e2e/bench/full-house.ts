// A data folder of somebody who has used Stint for long: a full week, and thousands of tickets behind it.
import { openHost } from '#electron/host/host.ts';
import type { RowChange } from '#shared/ports/changes.ts';
import type { World } from '#shared/ports/world.ts';
import { plusMinutes, type Instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { addDays, dayInterval, dayOf, weekdayOf } from '#shared/values/local-day.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';

const USER = 'bench';
const ZONE = 'Europe/Berlin';
export const ENTRIES_A_WEEK = 400;
export const TICKETS = 3000;
/** An entry is so long, and the next one begins where it ends. */
const LENGTH = 6;

/** Fills an empty data folder: so many entries in each of this week's five days, and older ones for all tickets. */
export async function fillHouse(home: string): Promise<void> {
  const host = await openHost({ home, kind: 'command', sensor: null });
  try {
    const { world } = host;
    await world.settings.set('identity.user', USER);
    await world.settings.set('time.zone', ZONE);
    const today = dayOf(world.clock.now(), ZONE);
    const monday = addDays(today, 1 - weekdayOf(today));
    const changes: RowChange[] = [];
    const aDay = ENTRIES_A_WEEK / 5;
    // On a weekend today would be empty; its entries are then those of Monday.
    const days = new Set([...[0, 1, 2, 3, 4].map((at) => addDays(monday, at)), today]);
    for (const date of days) {
      const morning = plusMinutes(dayInterval(date, ZONE).start, 8 * 60);
      // One that is long enough to take hold of.
      changes.push(entry(world, date, TICKETS - 1, plusMinutes(morning, -120), 60));
      for (let at = 1; at < aDay; at += 1)
        changes.push(entry(world, date, (at * 37) % TICKETS, plusMinutes(morning, at * LENGTH), LENGTH));
    }
    for (let ticket = 0; ticket < TICKETS; ticket += 1)
      changes.push(entry(world, addDays(monday, -8 - (ticket % 300)), ticket, null, LENGTH));
    await world.stores.ledger.commit({ actor: USER, operation: 'entry.add', why: '', changes });
  } finally {
    await host.close();
  }
}

function entry(
  world: World,
  date: LocalDay,
  number: number,
  startedAt: Instant | null,
  length: number,
): RowChange {
  const now = world.clock.now();
  const endedAt = startedAt === null ? null : plusMinutes(startedAt, length);
  return {
    noun: 'entry',
    before: null,
    after: {
      id: world.ids.next(now),
      user: USER,
      date,
      ticket: `${['TB', 'APP', 'SHOP'][number % 3]}-${number}` as TicketId,
      project: ['TB', 'APP', 'SHOP'][number % 3]!,
      minutes: minutes(length),
      rawMinutes: minutes(length),
      source: 'manual',
      description: `${['mend', 'measure', 'review', 'describe'][number % 4]} the ${['socket', 'archive', 'login', 'export', 'search'][number % 5]} ${number}`,
      commits: [],
      startedAt,
      endedAt,
      zone: ZONE,
      evidence: [],
      spans: startedAt === null || endedAt === null ? [] : [{ start: startedAt, end: endedAt }],
      state: 'accepted',
      key: null,
      correction: null,
      createdAt: now,
      updatedAt: now,
      revision: 1,
    },
  };
}
