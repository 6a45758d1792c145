import type { z } from 'zod';
import type { whyShape } from '../contract/entry-operations.ts';
import type { Entry } from '../entries/entry.ts';
import type { World } from '../ports/world.ts';
import { lanesOf } from '../proposals/derive-day.ts';
import { whyEntry } from '../proposals/explain.ts';
import { formatInstant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, coveredMs, subtract, union } from '../values/interval.ts';
import { minutesOfMs } from '../values/minutes.ts';
import { findEntry } from './change-entry.ts';
import type { DayMaterial } from './day-material.ts';
import { readDay } from './day-material.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';

type Why = z.infer<typeof whyShape>;

/**
 * Why an entry is what it is (design §2 "Fusion"): the sentence, every commit, meeting, stretch and rule behind it with
 * the minutes it brought, and what stronger entries took of it.
 * @throws Problem `not-found`, `usage` when the id fits no entry or several.
 */
export async function whyNow(world: World, input: { id: string }): Promise<Why> {
  const person = personOf(world);
  const entry = await findEntry(world, person, input.id);
  const day = await readDay(world, person, entry.date);
  return {
    entryId: entry.id,
    date: entry.date,
    ticket: entry.ticket,
    minutes: entry.minutes,
    rawMinutes: entry.rawMinutes,
    why: whyEntry(entry, person.zone),
    evidence: entry.evidence.map((piece) => ({
      ...piece,
      startedAt: formatInstant(piece.startedAt),
      endedAt: formatInstant(piece.endedAt),
      minutes: minutesIn(clip(entry.spans, [{ start: piece.startedAt, end: piece.endedAt }])),
    })),
    given: givenAway(entry, day, person),
  };
}

/** What the entry's own evidence claims but others of the day hold, the most first. */
function givenAway(entry: Entry, day: DayMaterial, person: Person): Why['given'] {
  const { git, timer, others } = lanesOf(day.evidence, person.rules);
  const key = entry.key?.split('~', 1)[0];
  const claimed = [...git, ...timer, ...others].filter((piece) => piece.key === key);
  const lost = subtract(union(claimed.flatMap((piece) => piece.spans)), entry.spans);
  return day.entries
    .filter((other) => other.id !== entry.id)
    .map((other) => ({ to: nameOf(other), minutes: minutesIn(clip(other.spans, lost)) }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.minutes - a.minutes);
}

const nameOf = (entry: Entry): string =>
  [entry.ticket ?? '', entry.description].filter((part) => part !== '').join(' ') || entry.source;

const minutesIn = (spans: readonly Interval[]): number => minutesOfMs(coveredMs(spans));
