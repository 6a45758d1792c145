import type { BookingDraft, RemoteEntry } from '../../entries/booking.ts';
import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { Api } from '../api.ts';
import { nonsense } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import { ifMissing } from '../gone.ts';
import { formatSeconds, placementOf, wideWindow } from '../placement.ts';
import { readAnswer } from '../read-answer.ts';
import { markNote } from '../reference.ts';
import type { TogglEntry } from './entry-shape.ts';
import { listOf, NAME, numberOf, remoteOf, togglEntry } from './entry-shape.ts';
import { MYSELF, ORGANISATION } from './quota.ts';

/** An answer that has so many entries may have left some out. */
const FULL = 1000;
const DAY_MS = 24 * 3_600_000;
/** Longest description. */
const NOTE_LIMIT = 3000;

/** Entries of the workspace on these local days. */
export async function list(
  api: Api,
  from: LocalDay,
  to: LocalDay,
  zone: Zone,
): Promise<readonly RemoteEntry[]> {
  const found = await entriesWithin(api, wideWindow(from, to, zone));
  return [...new Map(found.map((entry) => [entry.id, entry])).values()]
    .filter((entry) => isOurs(api, entry))
    .map((entry) => remoteOf(entry, zone))
    .filter(({ date }) => date >= from && date <= to);
}

/** There is no field for our reference: entries around the day are read and their descriptions looked at. */
export async function find(api: Api, draft: BookingDraft): Promise<readonly RemoteEntry[]> {
  const around = await list(api, addDays(draft.date, -1), addDays(draft.date, 1), draft.zone);
  return around.filter(({ reference }) => reference === draft.reference);
}

export async function get(api: Api, remoteId: string, zone: Zone): Promise<RemoteEntry | null> {
  const entry = await entryOf(api, remoteId);
  return entry === null ? null : remoteOf(entry, zone);
}

export async function create(api: Api, draft: BookingDraft): Promise<RemoteEntry> {
  const answer = await api.call({
    method: 'POST',
    path: entriesPath(api),
    body: { created_with: 'Stint', ...bodyOf(api, draft, placementOf(draft)) },
    buckets: ORGANISATION,
  });
  return remoteOf(readAnswer(NAME, answer, togglEntry), draft.zone);
}

/** Tags and whatever else is not ours stay: only the fields that are sent change. */
export async function update(api: Api, remoteId: string, draft: BookingDraft): Promise<RemoteEntry> {
  // Without clock times of our own it stays where somebody put it. With some, a request is saved.
  const standing = draft.startedAt === null ? await entryOf(api, remoteId) : null;
  const answer = await api.call({
    method: 'PUT',
    path: `${entriesPath(api)}/${encodeURIComponent(remoteId)}`,
    body: bodyOf(api, draft, placementOf(draft, standing?.start)),
    buckets: ORGANISATION,
  });
  return remoteOf(readAnswer(NAME, answer, togglEntry), draft.zone);
}

export async function remove(api: Api, remoteId: string): Promise<void> {
  const path = `${entriesPath(api)}/${encodeURIComponent(remoteId)}`;
  const answer = await api.call({ method: 'DELETE', path, buckets: ORGANISATION }).catch(ifMissing(null));
  // A page of a proxy says 200 too.
  if (answer !== null && answer.json === undefined && answer.body.trim().startsWith('<'))
    throw nonsense(NAME, answer);
}

/** @param start of the timer, which runs until it is stopped. */
export const runningBody = (api: Api, draft: BookingDraft, start: Instant): object => ({
  created_with: 'Stint',
  ...unitAndNote(api, draft),
  start: formatSeconds(start),
  duration: -1,
  stop: null,
});

export const entriesPath = (api: Api): string =>
  `/workspaces/${encodeURIComponent(api.ids.workspaceId)}/time_entries`;

const bodyOf = (api: Api, draft: BookingDraft, { start, end }: Interval): object => ({
  ...unitAndNote(api, draft),
  start: formatSeconds(start),
  stop: formatSeconds(end),
  duration: draft.minutes * 60,
});

const unitAndNote = (api: Api, draft: BookingDraft): object => ({
  workspace_id: numberOf(api.ids.workspaceId, 'workspace'),
  project_id: draft.unit === '' ? null : numberOf(draft.unit, 'project'),
  task_id: draft.task === null ? null : numberOf(draft.task, 'task'),
  description: markNote(draft.note, draft.reference, NOTE_LIMIT),
  ...(draft.billable === null ? {} : { billable: draft.billable }),
});

/** Null when it is gone, and when Toggl remembers only that it was deleted. */
async function entryOf(api: Api, remoteId: string): Promise<TogglEntry | null> {
  const path = `/me/time_entries/${encodeURIComponent(remoteId)}`;
  const answer = await api.call({ method: 'GET', path, buckets: MYSELF }).catch(ifMissing(null));
  const entry = answer === null ? null : readAnswer(NAME, answer, togglEntry.nullable());
  return entry === null || isDeleted(entry) ? null : entry;
}

/** Never with `since` or `before`, which do not go together. What fills an answer is asked for again in halves. */
async function entriesWithin(api: Api, { start, end }: Interval): Promise<readonly TogglEntry[]> {
  const query = { start_date: formatSeconds(start), end_date: formatSeconds(end) };
  const answer = await api
    .call({ method: 'GET', path: '/me/time_entries', query, buckets: MYSELF })
    .catch(tellHowFarBack);
  const entries = readAnswer(NAME, answer, listOf(togglEntry));
  if (entries.length < FULL || end - start <= DAY_MS) return entries.filter((entry) => !isDeleted(entry));
  const middle = instant(start + Math.floor((end - start) / 2));
  return [
    ...(await entriesWithin(api, { start, end: middle })),
    ...(await entriesWithin(api, { start: middle, end })),
  ];
}

function tellHowFarBack(failure: unknown): never {
  if (failure instanceof ProviderFailure && /must not be earlier/i.test(failure.message)) {
    throw new ProviderFailure(
      'refused',
      said`Toggl Track only shows entries of about the last three months: ${failure.message}`,
      { ...(failure.status === null ? {} : { status: failure.status }), cause: failure },
    );
  }
  throw failure;
}

/** A person may be in several workspaces; what they book elsewhere is no business of this one. */
const isOurs = (api: Api, entry: TogglEntry): boolean =>
  (entry.workspace_id ?? entry.wid ?? api.ids.workspaceId) === api.ids.workspaceId;

const isDeleted = (entry: TogglEntry): boolean => (entry.server_deleted_at ?? '') !== '';
