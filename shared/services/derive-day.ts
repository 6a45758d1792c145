import type { Entry } from '../entries/entry.ts';
import type { RowChange } from '../ports/changes.ts';
import type { World } from '../ports/world.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { planReplacement } from '../proposals/replace.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dayInterval } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { readDay } from './day-material.ts';
import type { Person } from './person.ts';
import type { ReadingWish } from './sources/read-sources.ts';
import { readEvidence } from './sources/read-sources.ts';
import { refreshEvidence } from './refresh-evidence.ts';

/**
 * Proposes a day again from its evidence. Idempotent: untouched proposals are replaced, what the person made of
 * others stays, a reviewed or submitted day never moves (design §2 "Fusion").
 * @returns whether anything changed.
 */
export async function proposeDay(world: World, person: Person, date: LocalDay): Promise<boolean> {
  if (date > person.today) return false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await replaceProposals(world, person, date);
    } catch (error) {
      // Somebody wrote between reading and writing: what was derived is stale, so derive again.
      if (!(error instanceof Problem) || error.code !== 'conflict' || attempt === 3) throw error;
    }
  }
}

/** How long somebody waits for those outside, and how old their last answer may be; in ms. */
export type Patience = Pick<ReadingWish, 'patienceMs' | 'freshMs'>;

/** For what is asked for in passing. */
const LITTLE: Patience = { patienceMs: 1500, freshMs: 60_000 };

/** Reads new evidence first, then proposes every day given, and those on which something else turned up. */
export async function refreshAndPropose(
  world: World,
  person: Person,
  days: readonly LocalDay[],
  patience = LITTLE,
): Promise<void> {
  const past = days.filter((day) => day <= person.today);
  const first = past[0];
  if (first === undefined) return;
  const since = dayInterval(first, person.zone).start;
  const [changed] = await Promise.all([
    readEvidence(world, person, { since, ...patience }),
    refreshEvidence(world, person, since),
  ]);
  for (const day of past) await proposeDay(world, person, day);
  await proposeFound(
    world,
    person,
    changed.filter((day) => !past.includes(day)),
  );
}

/** What an old calendar knows of long ago makes no days: they are proposed when somebody looks at them. */
const DAYS_BACK = 35;

/** Proposes the days on which evidence turned up by itself. */
export async function proposeFound(world: World, person: Person, days: readonly LocalDay[]): Promise<void> {
  const first = addDays(person.today, -DAYS_BACK);
  for (const day of days) if (day >= first) await proposeDay(world, person, day);
}

async function replaceProposals(world: World, person: Person, date: LocalDay): Promise<boolean> {
  const day = await readDay(world, person, date);
  if (day.status !== 'draft') return false;
  const plan = planReplacement(day.all, day.derivation.proposals);
  const changes: RowChange[] = [
    ...plan.remove.map((entry): RowChange => ({ noun: 'entry', before: entry, after: null })),
    ...plan.update.map(({ entry, proposal }): RowChange => ({
      noun: 'entry',
      before: entry,
      after: { ...entry, ...proposed(proposal, person), revision: entry.revision + 1 },
    })),
    ...plan.add.map((proposal): RowChange => ({
      noun: 'entry',
      before: null,
      after: fresh(world, person, date, proposal),
    })),
  ];
  if (changes.length === 0) return false;
  await world.stores.ledger.commit({
    actor: 'stint',
    operation: 'day.derive',
    why: 'derived from evidence',
    changes,
  });
  world.events.publish({ kind: 'day', date });
  return true;
}

function proposed(proposal: Proposal, person: Person) {
  return { ...proposal, zone: person.zone, state: 'proposed' as const, updatedAt: person.now };
}

function fresh(world: World, person: Person, date: LocalDay, proposal: Proposal): Entry {
  return {
    ...proposed(proposal, person),
    id: world.ids.next(person.now),
    user: person.user,
    date,
    correction: null,
    createdAt: person.now,
    revision: 1,
  };
}
