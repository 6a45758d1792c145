import type { BookingDraft, OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import type { Entry } from '../../entries/entry.ts';
import type { Mapping, UnitRef } from '../../entries/mapping.ts';
import { mappingOf } from '../../entries/mapping.ts';
import type { Id } from '../../values/ids.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { formatClock } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import { compareTexts } from '../../values/order.ts';
import type { Booking } from './bookable.ts';
import { bookingsOf, draftOf, goesOut } from './bookable.ts';
import { decide } from './decide.ts';
import type { Case, Decision } from './decision.ts';
import { draftHash } from './draft-hash.ts';
import { BudgetTally, hindranceOf, UnitIndex } from './obstacle.ts';
import type { PlanInput, RemoteView } from './plan-input.ts';
import type { Unit } from '../provider.ts';
import type { Quota } from '../quota.ts';
import { referenceOf } from '../reference.ts';
import type { Seeker, Sight, Sights } from './sight.ts';
import { findSights } from './sight.ts';

/** One booking in a plan. */
export interface PlannedRow {
  readonly entry: Id;
  readonly date: LocalDay;
  readonly minutes: number;
  readonly ticket: string | null;
  readonly description: string;
  readonly remoteId: string | null;
  /** Null: it is not mapped. */
  readonly place: (UnitRef & { readonly label: string }) | null;
  readonly mine: BookingDraft | null;
  readonly theirs: RemoteEntry | null;
  readonly of: Case;
  readonly decision: Decision;
}

export interface BookingPlan extends Pick<Sights, 'doubles' | 'copies' | 'elsewhere'> {
  /** By day and start; each booking once. */
  readonly rows: readonly PlannedRow[];
}

interface Draft {
  readonly entry: Id;
  readonly shown: Entry | null;
  readonly booking: Booking | null;
  readonly mapping: Mapping | null;
  readonly draft: BookingDraft | null;
  readonly row: OutboxRow | null;
  readonly date: LocalDay;
}

/**
 * What booking would do, and why (design §2 "Booking": plan first). Pure: the same facts make the same plan, in whatever
 * order they come, and a plan that was carried out leaves nothing to be done by the next one.
 */
export function planBookings(input: PlanInput): BookingPlan {
  const drafts = draftsOf(input);
  const { sights, of } = lookAround(input, drafts);
  const units = input.units === null ? null : new UnitIndex(input.units);
  const budgets = new BudgetTally(units);
  const rows = drafts
    .toSorted(byTime)
    .map((draft) => plannedRow(input, draft, of.get(draft.entry) ?? { kind: 'unseen' }, units, budgets));
  return {
    rows: input.quota === null ? rows : withQuota(rows, input.quota, input),
    doubles: sights.doubles,
    copies: sights.copies,
    elsewhere: sights.elsewhere.filter((remote) => remote.date >= input.from && remote.date <= input.to),
  };
}

/** Each booking of the days, and each row whose booking is no more. */
function draftsOf(input: PlanInput): Draft[] {
  const rows = new Map(input.rows.map((row) => [row.entry, row]));
  const bookings = new Map(
    bookingsOf(input.entries, input.days, input.include)
      .filter(({ entry }) => (entry.date >= input.from && entry.date <= input.to) || rows.has(entry.id))
      .map((booking) => [booking.entry.id, booking]),
  );
  const entries = new Map(input.entries.map((entry) => [entry.id, entry]));
  return [...new Set([...bookings.keys(), ...rows.keys(), ...strays(input)])].map((entry) => {
    const booking = bookings.get(entry) ?? null;
    const row = rows.get(entry) ?? null;
    const shown = booking?.entry ?? entries.get(entry) ?? null;
    const mapping = booking === null ? null : mappingOf(booking.entry, input.mappings);
    // What was booked stays comparable although its mapping was taken away.
    const place = mapping ?? (row === null || row.remoteId === null ? NOWHERE : row.draft);
    return {
      entry,
      shown,
      booking,
      mapping,
      draft: booking === null ? null : draftOf(booking, place, input.settings),
      row,
      date: shown?.date ?? row!.date,
    };
  });
}

const NOWHERE = { unit: '', task: null, billable: null } as const;

/**
 * Entries that are not to be booked, and of which the outbox knows nothing, but that stand there with our mark: a
 * request that was given up came after all, or the outbox was lost.
 */
function strays({ entries, remote }: PlanInput): Id[] {
  const marks = new Set(remote?.entries.map(({ reference, date }) => `${date} ${reference}`));
  return entries
    .filter((entry) => entry.correction === null && marks.has(`${entry.date} ${referenceOf(entry.id)}`))
    .map((entry) => entry.id);
}

function lookAround(
  input: PlanInput,
  drafts: readonly Draft[],
): { sights: Sights; of: ReadonlyMap<Id, Sight> } {
  const { remote } = input;
  const timers = new Map(input.timers.map((timer) => [timer.session as string, timer.remoteId]));
  const seekers = drafts.map(({ entry, shown, draft, row, date }): Seeker => {
    const session = shown?.key?.startsWith('timer:') ? shown.key.slice('timer:'.length) : null;
    return {
      entry,
      draft: draft?.unit === '' ? null : draft,
      row,
      references: [referenceOf(entry), ...(session === null ? [] : [referenceOf(session as Id)])],
      timer: session === null ? null : (timers.get(session) ?? null),
      alone: input.wish.choices.get(entry) === 'create',
      strayOn: draft === null && row === null ? date : null,
    };
  });
  const sights = findSights(seekers, remote?.entries ?? [], input.claimed);
  const of = new Map<Id, Sight>();
  for (const { entry, row, date } of drafts) {
    const sight = sights.of.get(entry) ?? { kind: 'unseen' };
    of.set(entry, sight.kind === 'seen' ? sight : unlisted(remote, row, date, input));
  }
  return { sights, of };
}

/** It is not in the list: what does that mean? */
function unlisted(remote: RemoteView | null, row: OutboxRow | null, date: LocalDay, input: PlanInput): Sight {
  if (remote === null) return { kind: 'unseen' };
  if (row !== null && row.remoteId !== null && remote.gone.has(row.remoteId))
    return { kind: 'absent', lookedUp: true };
  const asked = (day: LocalDay): boolean => day >= remote.from && day <= remote.to;
  if (!asked(date) || (row !== null && !asked(row.draft.date))) return { kind: 'unseen' };
  // Where requests are few and there is no field to ask for, looking up is reading the same list once more.
  const { hourlyQuota, externalReference } = input.provider.can;
  return {
    kind: 'absent',
    lookedUp: row !== null && row.remoteId === null && hourlyQuota && !externalReference,
  };
}

function plannedRow(
  input: PlanInput,
  draft: Draft,
  sight: Sight,
  units: UnitIndex | null,
  budgets: BudgetTally,
): PlannedRow {
  const { entry, shown, booking, mapping, row, date } = draft;
  const hindrance =
    booking === null
      ? { obstacle: null, warning: null }
      : hindranceOf(booking, mapping, units, input.provider);
  let of: Case = {
    entry,
    provider: input.provider.name,
    draft: draft.draft,
    hash: draft.draft === null ? '' : draftHash(draft.draft),
    absent: booking !== null ? null : whyAbsent(input, draft),
    ...hindrance,
    row,
    sight,
    choice: input.wish.choices.get(entry) ?? null,
    conflicts: input.wish.conflicts,
    deleteAll: input.wish.deleteAll,
    retry: input.wish.retry.has(entry),
  };
  let decision = decide(of);
  const { step } = decision;
  if (
    step !== null &&
    step.line !== null &&
    draft.draft !== null &&
    (step.call === 'create' || step.call === 'update')
  ) {
    const { unit, task, minutes } = step.line.draft;
    const before =
      step.call === 'update' && step.line.confirmed?.unit === unit ? step.line.confirmed.minutes : 0;
    const budget = budgets.take(unit, task, minutes - before);
    if (budget.obstacle !== null || budget.warning !== null) {
      of = {
        ...of,
        obstacle: budget.obstacle,
        warning: [of.warning, budget.warning].filter(Boolean).join(', ') || null,
      };
      decision = decide(of);
    }
  }
  const theirs = sight.kind === 'seen' ? sight.remote : null;
  const place = mapping ?? row?.draft ?? null;
  return {
    entry,
    date,
    minutes: draft.draft?.minutes ?? row?.draft.minutes ?? theirs?.minutes ?? 0,
    ticket: shown?.ticket ?? null,
    description: shown?.description ?? row?.draft.note ?? '',
    remoteId: theirs?.id ?? row?.remoteId ?? null,
    place:
      place === null
        ? null
        : { unit: place.unit, task: place.task, label: labelOf(place, input.mappings, input.units) },
    mine: draft.draft?.unit === '' ? null : draft.draft,
    theirs:
      decision.action === 'conflict' || decision.action === 'update' || decision.action === 'adopt'
        ? theirs
        : null,
    of,
    decision,
  };
}

function whyAbsent(input: PlanInput, { shown, date }: Draft): Case['absent'] {
  if (!goesOut(input.days.get(date) ?? 'draft', input.include)) return 'draft';
  return shown === null || shown.state === 'deleted' ? 'deleted' : 'corrected';
}

/** What people call a unit: as it was mapped, else as the provider names it, else its id. */
export function labelOf(place: UnitRef, mappings: readonly Mapping[], units: readonly Unit[] | null): string {
  const mapped = mappings.find(
    (one) => one.unit === place.unit && one.task === place.task && one.label !== '',
  );
  if (mapped) return mapped.label;
  const named = units?.find((one) => one.unit === place.unit && one.task === place.task);
  return named && named.names.length > 0 ? named.names.join(' · ') : place.unit;
}

/** Says of what the quota has no room for until when it waits. */
function withQuota(rows: readonly PlannedRow[], quota: Quota, { zone, provider }: PlanInput): PlannedRow[] {
  let left = quota.left;
  return rows.map((row) => {
    const { step } = row.decision;
    if (step === null || (step.call === null && !step.look)) return row;
    left -= step.look && step.call !== null ? 2 : 1;
    if (left >= 0) return row;
    const until = quota.resetsAt === null ? said`later` : said`until ${formatClock(quota.resetsAt, zone)}`;
    const reason = said`${row.decision.reason} Waits ${until}: ${provider.name} allows ${quota.of} requests an hour.`;
    return { ...row, decision: { ...row.decision, reason } };
  });
}

const byTime = (a: Draft, b: Draft): number =>
  compareTexts(a.date, b.date) ||
  compareNumbers(a.shown?.startedAt ?? Infinity, b.shown?.startedAt ?? Infinity) ||
  compareTexts(a.entry, b.entry);

/** Without subtracting, for infinity less infinity is nothing that sorts. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
