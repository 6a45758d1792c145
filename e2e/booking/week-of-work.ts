// The week of a story as the stores hold it, and what its person does to it, here and at the service.
import { applyEdit, deleteEntry, splitEntry } from '#shared/entries/edit.ts';
import type { Entry } from '#shared/entries/entry.ts';
import type { Mapping } from '#shared/entries/mapping.ts';
import type { RowChange } from '#shared/ports/changes.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { PROVIDERS } from '#shared/providers/catalogue.ts';
import { plusMinutes } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { addDays, dayInterval } from '#shared/values/local-day.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import { prefixOf } from '#shared/values/ticket-id.ts';
import type { FakeEntry, FakeProvider } from '../world/providers/fake-provider.ts';
import type { Story, StoryChange, StoryEntry } from './booking-story.ts';

export const WEEK = '2026-W07';
export const MONDAY = '2026-02-09' as LocalDay;
export const ZONE = 'Europe/Berlin';
export const USER = 'max';

/** What the person did at the service, where Stint could not know. */
export interface DoneThere {
  /** Ids of entries that they changed, removed or locked; of removed ones the references too. */
  readonly edited: Set<string>;
  readonly removed: Set<string>;
  readonly locked: Set<string>;
  /** What they booked by hand, as they left it; by id. */
  readonly byHand: Map<string, FakeEntry>;
  /** What of that Stint has taken for an entry's since. */
  readonly adopted: Set<string>;
}

export const nothingDone = (): DoneThere => ({
  edited: new Set(),
  removed: new Set(),
  locked: new Set(),
  byHand: new Map(),
  adopted: new Set(),
});

/** The three units of a story; ids are written as each service writes them. */
export function unitsOf(fake: FakeProvider): readonly { unit: string; task: string | null }[] {
  const { needsTask } = PROVIDERS[fake.id].can;
  return [1, 2, 3].map((n) => ({
    unit: fake.id === 'clockify' ? `64b7f00000000000000010${n}0` : `110${n}`,
    task: needsTask ? `220${n}` : null,
  }));
}

/** Opens the three units at the service, and maps TB, APP and APP-8 to them. */
export async function mapUnits(earth: MemoryWorld, fake: FakeProvider): Promise<void> {
  const units = unitsOf(fake);
  for (const [at, { unit, task }] of units.entries()) {
    fake.addUnit({
      unit,
      name: `Unit ${at + 1}`,
      project: `Project ${at + 1}`,
      customer: 'Acme',
      ...(task === null ? {} : { tasks: [{ id: task, name: 'Work' }] }),
    });
  }
  const map = (scope: Mapping['scope'], name: string, at: number): RowChange => ({
    noun: 'mapping',
    before: null,
    after: {
      id: earth.ids.next(earth.clock.now()),
      user: USER,
      provider: fake.id,
      scope,
      name,
      ...units[at]!,
      label: `Unit ${at + 1}`,
      billable: null,
      revision: 1,
    },
  });
  await commit(earth, [map('prefix', 'TB', 0), map('prefix', 'APP', 1), map('ticket', 'APP-8', 2)]);
}

/** Writes the week, each of its days reviewed or submitted. */
export async function workWeek(earth: MemoryWorld, story: Story): Promise<void> {
  const now = earth.clock.now();
  const days = [0, 1, 2, 3, 4, 5, 6].map((day): RowChange => ({
    noun: 'day',
    before: null,
    after: {
      user: USER,
      date: addDays(MONDAY, day),
      status: story.include,
      reviewedAt: now,
      submittedAt: story.include === 'submitted' ? now : null,
      revision: 1,
    },
  }));
  await commit(earth, [...days, ...story.entries.map((entry) => added(newEntry(earth, entry)))]);
}

/** Entries as they are now, corrections and deleted ones too. */
export const entriesNow = (earth: MemoryWorld): Promise<readonly Entry[]> =>
  earth.stores.entries.between(USER, MONDAY, addDays(MONDAY, 6));

/** One thing a person does. What makes no sense at that moment is left undone, as a person would. */
export async function change(
  earth: MemoryWorld,
  fake: FakeProvider,
  there: DoneThere,
  does: StoryChange,
): Promise<void> {
  if ('of' in does || does.does === 'book by hand') {
    changeThere(fake, there, does, await entriesNow(earth));
    return;
  }
  if (does.does === 'add') return commit(earth, [added(newEntry(earth, does.entry))]);
  const all = await entriesNow(earth);
  const open = all.filter((entry) => entry.correction === null && entry.state !== 'deleted');
  const before = open[does.entry % Math.max(1, open.length)];
  if (before === undefined) return;
  await commit(earth, changesHere(earth, does, before, all));
}

type ChangeHere = Exclude<StoryChange, { of: number } | { does: 'book by hand' | 'add' }>;

function changesHere(
  earth: MemoryWorld,
  does: ChangeHere,
  before: Entry,
  all: readonly Entry[],
): readonly RowChange[] {
  const now = earth.clock.now();
  const edited = (after: Entry): RowChange => ({ noun: 'entry', before, after });
  switch (does.does) {
    case 'correct':
      return does.by === 0 ? [] : [added(correction(earth, before, does.by))];
    case 'correct to zero': {
      const sum = sumOf(before, all);
      return sum === 0 ? [] : [added(correction(earth, before, -sum))];
    }
    case 'edit': {
      const most =
        before.startedAt === null
          ? Infinity
          : (dayInterval(before.date, before.zone).end - before.startedAt) / 60_000;
      return [edited(applyEdit(before, { minutes: minutes(Math.min(does.minutes, most)) }, now))];
    }
    case 'reword':
      return [edited(applyEdit(before, { description: does.words }, now))];
    case 'move': {
      const ticket = does.ticket as TicketId;
      return [edited(applyEdit(before, { ticket, project: prefixOf(ticket) }, now))];
    }
    case 'delete':
      return [edited(deleteEntry(before, now))];
    case 'split': {
      if (before.minutes < 2) return [];
      const half = minutes(before.minutes >> 1);
      const [first, second] = splitEntry(before, half, earth.ids.next(now), undefined, now);
      return [edited(first), added({ ...second, project: before.project })];
    }
  }
}

/** An entry together with its corrections. */
export const sumOf = (entry: Entry, all: readonly Entry[]): number =>
  entry.minutes +
  all
    .filter((other) => other.correction?.of === entry.id && other.state !== 'deleted')
    .reduce((sum, other) => sum + other.minutes, 0);

function changeThere(
  fake: FakeProvider,
  there: DoneThere,
  does: Extract<StoryChange, { of: number } | { does: 'book by hand' }>,
  entries: readonly Entry[],
): void {
  const seen = (id: string): FakeEntry => fake.entries().find((entry) => entry.id === id)!;
  if (does.does === 'book by hand') {
    const like = does.like === null ? undefined : entries[does.like % Math.max(1, entries.length)];
    const id = fake.add(
      like !== undefined && like.minutes > 0
        ? { ...placeOf(fake, like.ticket), date: like.date, minutes: like.minutes, note: like.description }
        : {
            ...placeOf(fake, 'TB-1'),
            date: addDays(MONDAY, does.day),
            minutes: does.minutes,
            note: 'by hand',
          },
    );
    there.byHand.set(id, seen(id));
    return;
  }
  const open = fake.entries().filter((entry) => !there.locked.has(entry.id));
  const target = open[does.of % Math.max(1, open.length)];
  if (target === undefined) return;
  const { id } = target;
  if (does.does === 'lock there') {
    fake.lock(id);
    there.locked.add(id);
  } else if (does.does === 'remove there') {
    fake.remove(id);
    there.removed.add(id);
    if (target.reference !== null) there.removed.add(target.reference);
    there.byHand.delete(id);
  } else {
    if (does.minutes === target.minutes) return;
    fake.edit(id, { minutes: does.minutes });
    there.edited.add(id);
    if (there.byHand.has(id)) there.byHand.set(id, seen(id));
  }
}

/** Where a ticket's time goes by the mapping of `mapUnits`; a ticket without one goes to the first unit. */
export function placeOf(fake: FakeProvider, ticket: string | null): { unit: string; task?: string } {
  const at = ticket === 'APP-8' ? 2 : ticket?.startsWith('APP') ? 1 : 0;
  const { unit, task } = unitsOf(fake)[at]!;
  return task === null ? { unit } : { unit, task };
}

function newEntry(earth: MemoryWorld, told: StoryEntry): Entry {
  const now = earth.clock.now();
  const date = addDays(MONDAY, told.day);
  const startedAt = told.at === null ? null : plusMinutes(dayInterval(date, ZONE).start, told.at);
  const endedAt = startedAt === null ? null : plusMinutes(startedAt, told.minutes);
  return {
    id: earth.ids.next(now),
    user: USER,
    date,
    ticket: told.ticket as TicketId,
    project: prefixOf(told.ticket),
    minutes: minutes(told.minutes),
    rawMinutes: minutes(told.minutes),
    source: 'manual',
    description: told.words,
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
  };
}

function correction(earth: MemoryWorld, of: Entry, by: number): Entry {
  const now = earth.clock.now();
  return {
    ...of,
    id: earth.ids.next(now),
    minutes: minutes(by),
    rawMinutes: minutes(by),
    startedAt: null,
    endedAt: null,
    spans: [],
    state: 'accepted',
    correction: { reason: 'counted wrong', of: of.id },
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
}

const added = (after: Entry): RowChange => ({ noun: 'entry', before: null, after });

async function commit(earth: MemoryWorld, changes: readonly RowChange[]): Promise<void> {
  if (changes.length === 0) return;
  await earth.stores.ledger.commit({ actor: USER, operation: 'entry.edit', why: '', changes });
}
