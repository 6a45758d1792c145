import { z } from 'zod';
import type { BookingDraft, RemoteEntry } from '../../entries/booking.ts';
import type { Instant } from '../../values/instant.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays } from '../../values/local-day.ts';
import type { Api } from '../api.ts';
import { nonsense } from '../api.ts';
import { ifMissing } from '../gone.ts';
import { formatSeconds, placementOf, wideWindow } from '../placement.ts';
import { readAnswer } from '../read-answer.ts';
import { markNote } from '../reference.ts';
import type { ClockifyEntry } from './entry-shape.ts';
import { clockifyEntry, isWork, NAME, remoteOf } from './entry-shape.ts';
import { pages } from './pages.ts';

/** Longest description. */
const NOTE_LIMIT = 3000;

/** Entries of these local days. */
export async function list(
  api: Api,
  from: LocalDay,
  to: LocalDay,
  zone: Zone,
): Promise<readonly RemoteEntry[]> {
  const { start, end } = wideWindow(from, to, zone);
  const query = { start: formatSeconds(start), end: formatSeconds(end) };
  const found = await pages(api, `${mine(api)}/time-entries`, query, clockifyEntry);
  return [...new Map(found.map((entry) => [entry.id, entry])).values()]
    .filter(isWork)
    .map((entry) => remoteOf(entry, zone))
    .filter(({ date }) => date >= from && date <= to);
}

/** There is no field for our reference: entries around the day are read and their descriptions looked at. */
export async function find(api: Api, draft: BookingDraft): Promise<readonly RemoteEntry[]> {
  const around = await list(api, addDays(draft.date, -1), addDays(draft.date, 1), draft.zone);
  return around.filter(({ reference }) => reference === draft.reference);
}

export async function get(api: Api, remoteId: string, zone: Zone): Promise<RemoteEntry | null> {
  const entry = await entryOf(api, remoteId).catch(ifMissing(null));
  return entry === null ? null : remoteOf(entry, zone);
}

export async function create(api: Api, draft: BookingDraft): Promise<RemoteEntry> {
  const { start, end } = placementOf(draft);
  const answer = await api.call({
    method: 'POST',
    path: entriesPath(api),
    body: { ...unitAndNote(draft), start: formatSeconds(start), end: formatSeconds(end), type: 'REGULAR' },
  });
  return remoteOf(readAnswer(NAME, answer, clockifyEntry), draft.zone);
}

/** A PUT replaces everything, so what others wrote is read first and sent along. */
export async function update(api: Api, remoteId: string, draft: BookingDraft): Promise<RemoteEntry> {
  const standing = await entryOf(api, remoteId);
  const { start, end } = placementOf(draft, standing.timeInterval.start);
  const answer = await api.call({
    method: 'PUT',
    path: entryPath(api, remoteId),
    body: {
      ...ofOthers(standing, draft),
      ...unitAndNote(draft),
      start: formatSeconds(start),
      end: formatSeconds(end),
    },
  });
  return remoteOf(readAnswer(NAME, answer, clockifyEntry), draft.zone);
}

export async function remove(api: Api, remoteId: string): Promise<void> {
  const answer = await api
    .call({ method: 'DELETE', path: entryPath(api, remoteId) })
    .catch(ifMissing('gone' as const));
  // A page of a proxy says 200; Clockify says 204 and nothing else.
  if (answer !== 'gone' && answer.body.trim().startsWith('<')) throw nonsense(NAME, answer);
}

/** @throws ProviderFailure `missing` when it is gone. */
export async function entryOf(api: Api, remoteId: string): Promise<ClockifyEntry> {
  return readAnswer(NAME, await api.call({ method: 'GET', path: entryPath(api, remoteId) }), clockifyEntry);
}

/** @param start of the timer: what has no end runs. */
export const runningBody = (draft: BookingDraft, start: Instant): object => ({
  ...unitAndNote(draft),
  start: formatSeconds(start),
  type: 'REGULAR',
});

export const workspacePath = (api: Api): string => `/workspaces/${encodeURIComponent(api.ids.workspaceId)}`;
export const mine = (api: Api): string =>
  `${workspacePath(api)}/user/${encodeURIComponent(api.ids.personId)}`;
export const entriesPath = (api: Api): string => `${workspacePath(api)}/time-entries`;
const entryPath = (api: Api, remoteId: string): string =>
  `${entriesPath(api)}/${encodeURIComponent(remoteId)}`;

/** Nulls are refused by some fields: what there is not is left out. */
const unitAndNote = (draft: BookingDraft): object => ({
  description: markNote(draft.note, draft.reference, NOTE_LIMIT),
  ...(draft.unit === '' ? {} : { projectId: draft.unit }),
  ...(draft.task === null ? {} : { taskId: draft.task }),
  ...(draft.billable === null ? {} : { billable: draft.billable }),
});

/** Tags, custom fields, and where the draft has no opinion also whether it is billable and which task it is on. */
function ofOthers(standing: ClockifyEntry, draft: BookingDraft): object {
  const { billable, tagIds, taskId, type, customFieldValues } = standing;
  const customFields = (customFieldValues ?? [])
    .filter(({ value }) => value !== null && value !== undefined)
    .map(({ customFieldId, value }) => ({ customFieldId, sourceType: 'TIMEENTRY', value }));
  return {
    ...((billable ?? null) === null ? {} : { billable }),
    ...((tagIds ?? []).length === 0 ? {} : { tagIds }),
    // A task belongs to one project.
    ...((taskId ?? '') === '' || (standing.projectId ?? '') !== draft.unit ? {} : { taskId }),
    ...((type ?? null) === null ? {} : { type }),
    ...(customFields.length === 0 ? {} : { customFields }),
  };
}

/** The entry that runs now, if any. */
export async function runningEntry(api: Api): Promise<ClockifyEntry | null> {
  const query = { 'in-progress': true, page: 1, 'page-size': 1 };
  const answer = await api.call({ method: 'GET', path: `${mine(api)}/time-entries`, query });
  const [entry = null] = readAnswer(NAME, answer, z.array(clockifyEntry));
  return (entry?.timeInterval.end ?? null) === null ? entry : null;
}
