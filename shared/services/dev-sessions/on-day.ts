import type { DevSessionDay } from '../../contract/dev-session-shapes.ts';
import { ticketsOf } from '../../evidence/dev-attention.ts';
import type { DevSession } from '../../evidence/dev-session.ts';
import { workedIntervals, workedMinutes } from '../../evidence/session-time.ts';
import type { World } from '../../ports/world.ts';
import type { Interval } from '../../values/interval.ts';
import { clip } from '../../values/interval.ts';
import { dayInterval } from '../../values/local-day.ts';
import type { Person } from '../person.ts';
import { dayNamed, personOf } from '../person.ts';
import { spanShapeOf } from '../shapes.ts';

/**
 * Development sessions of a day, as they stand on its clock, and how many worked on the tickets of its entries. Reckons
 * nothing: what an open session costs so far is asked where somebody wants to know it. @throws Problem `usage`.
 */
export async function devSessionsOnDay(world: World, input: { date: string }): Promise<DevSessionDay> {
  const person = personOf(world);
  const { devSessions, entries } = world.stores;
  const date = dayNamed(input.date, person);
  const day = dayInterval(date, person.zone);
  const [around, open, booked] = await Promise.all([
    devSessions.overlapping(person.user, day),
    devSessions.open(person.user),
    entries.between(person.user, date, date),
  ]);
  const tickets = new Set(
    booked.flatMap(({ ticket, state }) => (ticket === null || state === 'deleted' ? [] : [ticket])),
  );
  const counted = await Promise.all(
    [...tickets].map(async (ticket) => {
      const going = open.filter((session) => ticketsOf(session).has(ticket)).length;
      const sessions = going + (await devSessions.completedOn(person.user, ticket));
      return { ticket, sessions, open: going };
    }),
  );
  return {
    date,
    sessions: around.flatMap((session) => onClock(session, day, person)),
    tickets: counted.filter(({ sessions }) => sessions > 0),
  };
}

function onClock(session: DevSession, day: Interval, { now, settings }: Person): DevSessionDay['sessions'] {
  const worked = clip(workedIntervals(session, now), [day]);
  if (worked.length === 0) return [];
  const { id, title, type, status, ticket } = session;
  const cost = session.outcome?.cost;
  return [
    {
      id,
      title,
      type,
      status,
      ticket,
      worked: worked.map(spanShapeOf),
      durationMinutes: workedMinutes(session, now),
      costUsd: cost?.total.usd ?? null,
      costUnits: cost?.total.units ?? null,
      unit: cost?.unit ?? settings['dev.unit'],
    },
  ];
}
