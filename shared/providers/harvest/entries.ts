import type { BookingDraft, RemoteEntry } from '../../entries/booking.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { Api } from '../api.ts';
import { nonsense } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import { ifMissing } from '../gone.ts';
import { readAnswer } from '../read-answer.ts';
import { clockTimesOf } from './clock-times.ts';
import { tracksClockTimes } from './company.ts';
import type { HarvestEntry } from './entry-shape.ts';
import { GROUP, harvestEntry, hoursOf, minutesOfHours, NAME, numberOf, remoteOf } from './entry-shape.ts';
import { pages } from './pages.ts';

const PATH = '/time_entries';
export const pathOf = (remoteId: string): string => `${PATH}/${encodeURIComponent(remoteId)}`;

/** Entries have a day and no zone. Administrators see everybody's: only the person's own are asked for. */
export async function list(api: Api, from: LocalDay, to: LocalDay): Promise<readonly RemoteEntry[]> {
  const found = await entriesWhere(api, { from, to });
  return found.filter(({ date }) => date >= from && date <= to);
}

/** References are not unique there, and a server that does not know the filter gives everything: each is looked at. */
export async function find(api: Api, draft: BookingDraft): Promise<readonly RemoteEntry[]> {
  const found = await entriesWhere(api, { external_reference_id: draft.reference });
  return found.filter(({ reference }) => reference === draft.reference);
}

export async function get(api: Api, remoteId: string): Promise<RemoteEntry | null> {
  const entry = await entryOf(api, remoteId);
  return entry === null ? null : remoteOf(entry);
}

/** Created with a length: without one it would be a timer, and run. */
export async function create(api: Api, draft: BookingDraft): Promise<RemoteEntry> {
  const body = placeAndNote(draft);
  const clock = await tracksClockTimes(api);
  const length = clock === true ? clockTimesOf(draft) : { hours: hoursOf(draft.minutes) };
  const answer = await api.call({ method: 'POST', path: PATH, body: { ...body, ...length } });
  const entry = readAnswer(NAME, answer, harvestEntry);
  // It stands there now, whatever is said of its length: not even a refusal means that nothing was created.
  return remoteOf(await withLength(api, entry, draft, clock).catch(becomesUncertain));
}

/** The external reference is said again: an entry that was booked by hand gets ours. */
export async function update(api: Api, remoteId: string, draft: BookingDraft): Promise<RemoteEntry> {
  const body = placeAndNote(draft);
  const clock = await tracksClockTimes(api);
  // Without clock times of our own it stays where somebody put it.
  const standing = clock === true && draft.startedAt === null ? await entryOf(api, remoteId) : null;
  const length =
    clock === true ? clockTimesOf(draft, standing?.started_time) : { hours: hoursOf(draft.minutes) };
  const answer = await api.call({ method: 'PATCH', path: pathOf(remoteId), body: { ...body, ...length } });
  return remoteOf(await withLength(api, readAnswer(NAME, answer, harvestEntry), draft, clock));
}

export async function remove(api: Api, remoteId: string): Promise<void> {
  const answer = await api.call({ method: 'DELETE', path: pathOf(remoteId) }).catch(ifMissing(null));
  // A page of a proxy says 200 too.
  if (answer !== null && answer.json === undefined && answer.body.trim().startsWith('<'))
    throw nonsense(NAME, answer);
}

/** A timer: an entry without a length, whichever way the company tracks time. */
export async function begin(api: Api, draft: BookingDraft): Promise<HarvestEntry> {
  const answer = await api.call({ method: 'POST', path: PATH, body: placeAndNote(draft) });
  return readAnswer(NAME, answer, harvestEntry);
}

/** The person's own entries. */
export async function entriesWhere(
  api: Api,
  query: Readonly<Record<string, string | boolean>>,
): Promise<readonly RemoteEntry[]> {
  const whose = { user_id: api.ids.personId };
  const found = await pages(api, PATH, { ...whose, ...query }, 'time_entries', harvestEntry);
  // One that moves to the next page while pages are read would come twice.
  return [...new Map(found.map((entry) => [entry.id, remoteOf(entry)])).values()];
}

/** Billable is not said: in Harvest the task decides. */
function placeAndNote(draft: BookingDraft): object {
  if (draft.task === null)
    throw new ProviderFailure('refused', said`Harvest books time on a task of a project: choose a task too.`);
  return {
    project_id: numberOf(draft.unit, 'project'),
    task_id: numberOf(draft.task, 'task'),
    spent_date: draft.date,
    notes: draft.note,
    external_reference: { id: draft.reference, group_id: GROUP },
  };
}

/**
 * A company that tracks time by start and end passes over a number of hours, and the entry runs. Where it could not be
 * asked, this is how it shows, and the entry is told again with a start and an end.
 */
async function withLength(
  api: Api,
  entry: HarvestEntry,
  draft: BookingDraft,
  clock: boolean | null,
): Promise<HarvestEntry> {
  const wrong = entry.is_running === true || minutesOfHours(entry.hours ?? 0) !== draft.minutes;
  const standing = entry.started_time ?? null;
  if (clock !== null || !wrong || standing === null) return entry;
  const body = clockTimesOf(draft, draft.startedAt === null ? null : standing);
  const answer = await api.call({ method: 'PATCH', path: pathOf(entry.id), body });
  return readAnswer(NAME, answer, harvestEntry);
}

function becomesUncertain(failure: unknown): never {
  if (!(failure instanceof ProviderFailure)) throw failure;
  const { status, retryAt, message } = failure;
  throw new ProviderFailure('uncertain', message, {
    ...(status === null ? {} : { status }),
    retryAt,
    cause: failure,
  });
}

/** Null when it is gone. */
async function entryOf(api: Api, remoteId: string): Promise<HarvestEntry | null> {
  const answer = await api.call({ method: 'GET', path: pathOf(remoteId) }).catch(ifMissing(null));
  return answer === null ? null : readAnswer(NAME, answer, harvestEntry);
}
