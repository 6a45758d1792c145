import type { DayShape, DayView } from '../contract/shapes.ts';
import { findTicketId } from '../values/ticket-id.ts';
import { lengthMs } from '../values/interval.ts';
import { formatInstant } from '../values/instant.ts';
import { dayInterval, weekdayOf } from '../values/local-day.ts';
import { formatShort, minutesOfMs } from '../values/minutes.ts';
import { said } from '../values/said.ts';
import { targetOf } from '../settings/rules.ts';
import type { World } from '../ports/world.ts';
import { whyEntry } from '../proposals/explain.ts';
import type { DayMaterial } from './day-material.ts';
import { readDay } from './day-material.ts';
import { lanesOf } from './day-lanes.ts';
import { proposeDay, refreshAndPropose } from './derive-day.ts';
import type { Person } from './person.ts';
import { dayNamed, personOf } from './person.ts';
import { entryShapeOf, settledGapShapeOf, spanShapeOf as spanOf } from './shapes.ts';
import { troubledSources } from './sources/source-trouble.ts';
import { stepName } from './undo.ts';

/** Looks for new evidence, proposes, and shows the day (design §4 "A day in JSON"). @throws Problem `usage`. */
export async function showDay(world: World, input: { date: string }): Promise<DayShape> {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  await refreshAndPropose(world, person, [date], { patienceMs: 3000, freshMs: 2000 });
  return dayShapeOf(world, person, await readDay(world, person, date));
}

/** The day with everything the window draws behind it. */
export async function viewDay(world: World, input: { date: string }): Promise<DayView> {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  // The scan is a job's; a window that asks again after each change must not wait for git.
  await proposeDay(world, person, date);
  const day = await readDay(world, person, date);
  const repositories = new Map((await world.stores.repositories.list()).map((r) => [r.id, r.name]));
  const [undo, redo] = await Promise.all([
    world.stores.ledger.undoable(person.user),
    world.stores.ledger.redoable(person.user),
  ]);
  return {
    day: await dayShapeOf(world, person, day),
    zone: person.zone,
    interval: spanOf(dayInterval(date, person.zone)),
    details: Object.fromEntries(day.entries.map((entry) => [entry.id, detailsOf(entry, person)])),
    gaps: day.derivation.gaps.map((gap) => ({ ...spanOf(gap), minutes: minutesOfMs(lengthMs(gap)) })),
    settledGaps: day.settledGaps.map(settledGapShapeOf),
    presence: day.evidence.presence.map((span) => ({ ...spanOf(span), state: span.state })),
    commits: day.evidence.commits.map((commit) => ({
      hash: commit.hash,
      at: formatInstant(commit.authoredAt),
      subject: commit.subject,
      branch: commit.branch,
      repository: repositories.get(commit.repository) ?? '',
      ticket: findTicketId(`${commit.subject} ${commit.branch ?? ''}`, person.rules.ticketPrefixes),
    })),
    ...lanesOf(day.evidence, person.rules),
    undo: undo && stepName(undo),
    redo: redo && stepName(redo),
  };
}

/** The shape scripts rely on, of a day that was read. */
export async function dayShapeOf(world: World, person: Person, day: DayMaterial): Promise<DayShape> {
  return {
    date: day.date,
    user: person.user,
    status: day.status,
    entries: day.entries.map(entryShapeOf),
    totals: {
      minutes: day.entries.reduce((sum, entry) => sum + entry.minutes, 0),
      target: targetOf(person.settings, weekdayOf(day.date)),
      untracked: untrackedMinutes(day),
    },
    warnings: await warningsOf(world, person, day),
  };
}

/** Present time that nothing explains, in whole minutes. */
export const untrackedMinutes = (day: DayMaterial): number =>
  minutesOfMs(day.derivation.gaps.reduce((sum, gap) => sum + lengthMs(gap), 0));

async function warningsOf(world: World, person: Person, day: DayMaterial): Promise<string[]> {
  const warnings = [...day.derivation.warnings];
  const open = day.entries.filter((entry) => entry.ticket === null).length;
  if (open > 0)
    warnings.push(open === 1 ? said`1 entry has no ticket.` : said`${open} entries have no ticket.`);
  if (day.status !== 'draft' && day.derivation.proposals.length > 0) {
    const late = day.derivation.proposals.reduce((sum, proposal) => sum + proposal.minutes, 0);
    warnings.push(
      day.status === 'submitted'
        ? said`${formatShort(late)} of new evidence came after the day was submitted; it is not in the entries.`
        : said`${formatShort(late)} of new evidence came after the day was reviewed; it is not in the entries.`,
    );
  }
  if (
    person.settings['identity.emails'].length === 0 &&
    (await world.stores.repositories.list()).length > 0
  ) {
    warnings.push(said`No author e-mail is set, so no commit is yours yet. Set identity.emails.`);
  }
  for (const repository of await world.stores.repositories.list()) {
    if (repository.lastProblem) warnings.push(`${repository.name}: ${repository.lastProblem}`);
  }
  for (const { name, problem } of await troubledSources(world)) warnings.push(`${name}: ${problem}`);
  return warnings;
}

function detailsOf(entry: DayMaterial['entries'][number], person: Person): DayView['details'][string] {
  return {
    state: entry.state === 'deleted' ? 'edited' : entry.state,
    why: whyEntry(entry, person.zone),
    spans: entry.spans.map(spanOf),
    correction: entry.correction,
  };
}
