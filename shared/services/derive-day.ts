import type { Entry } from '../entries/entry.ts';
import type { RowChange } from '../ports/changes.ts';
import type { World } from '../ports/world.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { planReplacement } from '../proposals/replace.ts';
import type { LocalDay } from '../values/local-day.ts';
import { dayInterval } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { readDay } from './day-material.ts';
import type { Person } from './person.ts';
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

/** Reads new evidence first, then proposes every day given. */
export async function refreshAndPropose(
  world: World,
  person: Person,
  days: readonly LocalDay[],
): Promise<void> {
  const past = days.filter((day) => day <= person.today);
  const first = past[0];
  if (first === undefined) return;
  await refreshEvidence(world, person, dayInterval(first, person.zone).start);
  for (const day of past) await proposeDay(world, person, day);
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
