import type { CellOutcome } from '../contract/question-operations.ts';
import { applyEdit, deleteEntry } from '../entries/edit.ts';
import type { Entry } from '../entries/entry.ts';
import type { World } from '../ports/world.ts';
import type { CellStep } from '../review/cell-edit.ts';
import { planCell, wordsFor } from '../review/cell-edit.ts';
import { readCellText } from '../review/cell-text.ts';
import type { DayRecord } from '../review/day.ts';
import { dayCorrection } from '../review/day-correction.ts';
import { correction } from '../review/transitions.ts';
import type { LocalDay } from '../values/local-day.ts';
import { formatShort, minutes } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { addEntry } from './add-entry.ts';
import { commitToOpenDay, projectOf, readTicket, recordOf } from './change-entry.ts';
import type { Person } from './person.ts';
import { dayNamed, personOf } from './person.ts';

interface CellInput {
  date: string;
  ticket: string;
  minutes: string;
  description?: string;
  reason?: string;
}

/**
 * Gives a ticket on a day the minutes that were typed into its cell of the week, in one step that undo takes back
 * (`planCell` has the rule). Nothing is written while words are wanted, or the person must choose: `needs` says so.
 * @throws Problem `usage` for what is no duration or less than nothing, and as editing and correcting do.
 */
export async function setCell(world: World, input: CellInput): Promise<CellOutcome> {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  const ticket = readTicket(input.ticket);
  const entries = (await world.stores.entries.between(person.user, date, date)).filter(
    (entry) => entry.ticket === ticket && entry.state !== 'deleted',
  );
  const have = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  const wanted = wantedOf(input.minutes, have, person);
  const record = await recordOf(world, person, date);
  const plan = planCell(entries, record?.status ?? 'draft', wanted);
  const told = { before: have, entries: entries.length };
  if (plan.kind === 'choose') return { ...told, needs: 'choice', minutes: wanted };
  const words = wordsFor(plan);
  const given = (words === 'reason' ? input.reason : input.description)?.trim() ?? '';
  if (words !== null && given === '') return { ...told, needs: words, minutes: wanted };
  if (words === 'description')
    await addEntry(world, { ...input, minutes: wanted - have, description: given });
  else if (words === 'reason')
    await append(world, { person, date, ticket, record, entries }, plan.steps, given);
  else if (plan.steps.length > 0) {
    await commitToOpenDay(world, person, date, {
      operation: 'entry.cell',
      why: 'typed into the week',
      rows: plan.steps.flatMap((step) => changeOf(step, person)),
    });
  }
  return { ...told, needs: null, minutes: wanted };
}

function wantedOf(text: string, have: number, person: Person): number {
  const wanted = readCellText(text, have, person.settings['time.workingHoursPerDay']);
  if (wanted === null) {
    throw new Problem(
      'usage',
      said`"${text}" is not a duration.`,
      said`Give minutes, or text such as 45m, 2h, 1h30m, +15m, -10m.`,
    );
  }
  if (wanted >= 0) return wanted;
  throw new Problem(
    'usage',
    said`${formatShort(have - wanted)} cannot be taken from ${formatShort(have)}.`,
    said`Take away at most ${formatShort(have)}.`,
  );
}

function changeOf(step: CellStep, { now }: Person): { before: Entry; after: Entry }[] {
  switch (step.what) {
    case 'edit':
      return [{ before: step.entry, after: applyEdit(step.entry, { minutes: minutes(step.minutes) }, now) }];
    case 'delete':
      return [{ before: step.entry, after: deleteEntry(step.entry, now) }];
    case 'add':
    case 'correct':
      return [];
  }
}

interface SubmittedCell {
  readonly person: Person;
  readonly date: LocalDay;
  readonly ticket: TicketId | null;
  readonly record: DayRecord | null;
  readonly entries: readonly Entry[];
}

/** Appends corrections in one step; what was submitted stays as it was (design §2 "Status"). */
async function append(
  world: World,
  { person, date, ticket, record, entries }: SubmittedCell,
  steps: readonly CellStep[],
  reason: string,
): Promise<void> {
  const { now, user, zone } = person;
  const appended = steps.flatMap((step): Entry[] => {
    if (step.what !== 'correct') return [];
    const id = world.ids.next(now);
    const amount = minutes(step.minutes);
    if (step.of === null) {
      const project = projectOf(ticket, person);
      return [
        dayCorrection(record, { id, user, date, ticket, project, zone, createdAt: now }, amount, reason),
      ];
    }
    const { of } = step;
    const before = entries
      .filter((one) => one.correction?.of === of.id)
      .reduce((sum, one) => sum + one.minutes, 0);
    return [correction(record, of, amount, reason, id, now, before)];
  });
  await world.stores.ledger.commit({
    actor: user,
    operation: 'entry.correct',
    why: reason,
    changes: appended.map((after) => ({ noun: 'entry', before: null, after })),
  });
  world.events.publish({ kind: 'day', date });
}
