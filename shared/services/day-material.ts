import type { Commit } from '../evidence/commit.ts';
import type { Entry } from '../entries/entry.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { World } from '../ports/world.ts';
import type { DayEvidence, Derivation } from '../proposals/derive-day.ts';
import { deriveDay } from '../proposals/derive-day.ts';
import { gapsLeft } from '../proposals/gaps.ts';
import { wantingTitles, withTitle } from '../proposals/ticket-titles.ts';
import type { DayRecord, DayStatus } from '../review/day.ts';
import { plusMs } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay } from '../values/local-day.ts';
import { dayInterval } from '../values/local-day.ts';
import type { Person } from './person.ts';
import { titlesOfTickets } from './sources/ticket-titles.ts';

/** All that is known of one day, read once: the record, the entries, the evidence, and what the rules make of it. */
export interface DayMaterial {
  readonly date: LocalDay;
  readonly record: DayRecord | null;
  readonly status: DayStatus;
  /** Without deleted ones, by start. */
  readonly entries: readonly Entry[];
  /** With deleted ones: what a derivation must respect. */
  readonly all: readonly Entry[];
  readonly evidence: DayEvidence;
  /** Its gaps without those that the person settled. */
  readonly derivation: Derivation;
  readonly settledGaps: readonly SettledGap[];
}

const DAY_MS = 86_400_000;

/** Reads one day. Gathering and deciding are apart: this reads, `deriveDay` decides. */
export async function readDay(world: World, person: Person, date: LocalDay): Promise<DayMaterial> {
  const { stores } = world;
  const interval = dayInterval(date, person.zone);
  // A line or a sign of life outside of the day may end, or begin, a stretch that reaches into it.
  const around = (ms: number): Interval => ({
    start: plusMs(interval.start, -ms),
    end: plusMs(interval.end, ms),
  });
  const [records, all, settledGaps, presence, commits, checkouts, sessions, events, marks, beats, runs] =
    await Promise.all([
      stores.days.between(person.user, date, date),
      stores.entries.between(person.user, date, date),
      stores.gaps.between(person.user, date, date),
      stores.evidence.presence(person.user, interval),
      commitsOf(world, person, date),
      stores.evidence.checkouts(interval),
      stores.sessions.overlapping(person.user, interval),
      stores.calendar.between(interval),
      stores.tools.marks(person.user, around(DAY_MS)),
      stores.tools.beats(person.user, around(person.rules.joinMs)),
      stores.agents.runs(person.user, interval),
    ]);
  const record = records[0] ?? null;
  const status = record?.status ?? 'draft';
  const evidence: DayEvidence = {
    date,
    zone: person.zone,
    now: person.now,
    presence,
    commits,
    checkouts,
    sessions,
    events,
    marks,
    beats,
    runs,
  };
  // On a closed day every entry stands; on a draft only what the person touched does.
  const kept = status === 'draft' ? all.filter((entry) => entry.state !== 'proposed') : all;
  const derivation = await inWords(world, deriveDay(evidence, kept, person.rules));
  return {
    date,
    record,
    status,
    entries: all.filter((entry) => entry.state !== 'deleted').toSorted(byStart),
    all,
    evidence,
    derivation: { ...derivation, gaps: gapsLeft(derivation.gaps, settledGaps) },
    settledGaps,
  };
}

/** Titles of tickets where the evidence has no words of its own; only then are they looked up. */
async function inWords(world: World, derivation: Derivation): Promise<Derivation> {
  const titles = await titlesOfTickets(world, wantingTitles(derivation.proposals));
  if (titles.size === 0) return derivation;
  return { ...derivation, proposals: derivation.proposals.map((one) => withTitle(one, titles)) };
}

function commitsOf(world: World, person: Person, date: LocalDay): Promise<readonly Commit[]> {
  return world.stores.evidence.commits(person.settings['identity.emails'], dayInterval(date, person.zone));
}

const byStart = (a: Entry, b: Entry): number =>
  (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) ||
  a.createdAt - b.createdAt ||
  (a.id < b.id ? -1 : 1);
