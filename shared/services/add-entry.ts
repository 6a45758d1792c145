import type { EntryShape, PreviewShape } from '../contract/shapes.ts';
import type { Entry } from '../entries/entry.ts';
import type { QuickAdd } from '../entries/quick-add.ts';
import { parseQuickAdd } from '../entries/quick-add.ts';
import type { RowChange } from '../ports/changes.ts';
import { LEAVE_OUT_FOR } from '../ports/store-rules.ts';
import type { World } from '../ports/world.ts';
import { parseInstant } from '../values/instant.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { dayOf, formatClock } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, minutesOfMs } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { commitToOpenDay, projectOf, readMinutes, readTicket, storedShape } from './change-entry.ts';
import type { Person } from './person.ts';
import { dayNamed, personOf } from './person.ts';
import { instantOrNull } from './shapes.ts';

/** Quick add: plain words become a manual entry. @throws Problem `usage` with what is missing, `refused`. */
export async function logWords(world: World, input: { text: string; date?: string }): Promise<EntryShape> {
  const person = personOf(world);
  const read = readWords(person, input);
  if (read.kind === 'missing') {
    throw new Problem('usage', read.sentence, said`For example: 2h on TB-042 for code review yesterday`);
  }
  return writeManual(world, person, { ...read, operation: 'entry.log' });
}

/** What quick add would write, for the live preview; never throws on what a person is still typing. */
export async function previewWords(
  world: World,
  input: { text: string; date?: string },
): Promise<PreviewShape> {
  const person = personOf(world);
  const read = readWords(person, input);
  return {
    understood: read.kind === 'entry',
    sentence: read.kind === 'entry' ? sentenceOf(read, person) : read.sentence,
    ticket: read.ticket,
    minutes: read.minutes,
    date: read.date,
    startedAt: instantOrNull(read.startedAt),
    endedAt: instantOrNull(read.endedAt),
    description: read.description,
  };
}

/**
 * Adds an entry from its parts: minutes, or clock times.
 * @param instead what the sessions become that counted its time until now: one step with it.
 * @throws Problem `usage`, `refused`; then nothing was changed.
 */
export async function addEntry(
  world: World,
  input: {
    date: string;
    ticket?: string;
    minutes?: number | string;
    startedAt?: string;
    endedAt?: string;
    description: string;
  },
  instead: readonly RowChange[] = [],
): Promise<EntryShape> {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  const times = readTimes(input, date, person);
  const given = input.minutes === undefined ? null : readMinutes(input.minutes, person);
  const minutes = given ?? (times ? minutesOfMs(times.endedAt - times.startedAt) : null);
  if (minutes === null || minutes <= 0) {
    throw new Problem(
      'usage',
      said`The entry has no length.`,
      said`Give minutes above zero, or a start and a later end.`,
    );
  }
  if (input.description.trim() === '') {
    throw new Problem(
      'usage',
      said`A manual entry needs a description.`,
      said`Say in a few words what the time went into.`,
    );
  }
  return writeManual(world, person, {
    ticket: readTicket(input.ticket ?? ''),
    minutes,
    date,
    startedAt: times?.startedAt ?? null,
    endedAt: times?.endedAt ?? null,
    description: input.description.trim(),
    operation: instead.length === 0 ? 'entry.add' : LEAVE_OUT_FOR,
    besides: instead,
  });
}

interface Manual {
  readonly ticket: TicketId | null;
  readonly minutes: Minutes;
  readonly date: LocalDay;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly description: string;
  readonly operation: string;
  readonly besides?: readonly RowChange[];
}

async function writeManual(world: World, person: Person, manual: Manual): Promise<EntryShape> {
  const { startedAt, endedAt } = manual;
  const entry: Entry = {
    id: world.ids.next(person.now),
    user: person.user,
    date: manual.date,
    ticket: manual.ticket,
    project: projectOf(manual.ticket, person),
    minutes: manual.minutes,
    rawMinutes: manual.minutes,
    source: 'manual',
    description: manual.description,
    commits: [],
    startedAt,
    endedAt,
    zone: person.zone,
    evidence: [],
    spans: startedAt !== null && endedAt !== null ? [{ start: startedAt, end: endedAt }] : [],
    state: 'edited',
    key: null,
    correction: null,
    createdAt: person.now,
    updatedAt: person.now,
    revision: 1,
  };
  await commitToOpenDay(world, person, manual.date, {
    operation: manual.operation,
    why: 'added by hand',
    rows: [{ before: null, after: entry }],
    besides: manual.besides ?? [],
  });
  return storedShape(world, entry);
}

function readWords(person: Person, input: { text: string; date?: string }): QuickAdd {
  return parseQuickAdd(input.text, {
    today: person.today,
    zone: person.zone,
    workingHoursPerDay: person.settings['time.workingHoursPerDay'],
    prefixes: person.rules.ticketPrefixes,
    ...(input.date === undefined ? {} : { day: dayNamed(input.date, person) }),
  });
}

/** Clock times given, checked against the day. @throws Problem `usage`. */
export function readTimes(
  input: { startedAt?: string; endedAt?: string },
  date: LocalDay,
  person: Person,
): { startedAt: Instant; endedAt: Instant } | null {
  if (input.startedAt === undefined && input.endedAt === undefined) return null;
  const startedAt = parseInstant(input.startedAt ?? '');
  const endedAt = parseInstant(input.endedAt ?? '');
  if (startedAt === null || endedAt === null || endedAt <= startedAt) {
    throw new Problem(
      'usage',
      said`Start and end do not make a stretch of time.`,
      said`Give both, the end after the start.`,
    );
  }
  const lastDay = dayOf((endedAt - 1) as Instant, person.zone);
  if (dayOf(startedAt, person.zone) !== date || lastDay !== date) {
    throw new Problem(
      'usage',
      said`These times are not on ${date}.`,
      said`Split what goes over midnight into one entry a day.`,
    );
  }
  return { startedAt, endedAt };
}

function sentenceOf(read: Extract<QuickAdd, { kind: 'entry' }>, person: Person): string {
  const clock =
    read.startedAt !== null && read.endedAt !== null
      ? ` (${formatClock(read.startedAt, person.zone)}–${formatClock(read.endedAt, person.zone)})`
      : '';
  const day = read.date === person.today ? said`today` : read.date;
  return said`${formatShort(read.minutes)}${clock} → ${read.ticket ?? said`no ticket`}, ${day}, by hand: ${read.description}`;
}
