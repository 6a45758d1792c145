import { z } from 'zod';
import type { BookingDraft, RemoteEntry } from '../../entries/booking.ts';
import type { UnitRef } from '../../entries/mapping.ts';
import { formatInstant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays, parseLocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { Api } from '../api.ts';
import { nonsense } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import { markNote, readNote } from '../reference.ts';
import type { Document, Resource } from './json-api.ts';
import {
  amount,
  attributesOf,
  documentOf,
  flag,
  maybeAmount,
  maybeText,
  NAME,
  onlyOne,
  relatedId,
} from './json-api.ts';
import { noteToRead, noteToSend } from './notes.ts';
import { allPages, firstPage, isBadRequest } from './paging.ts';

/** How long a note may be is written nowhere; longer ones than this nobody reads. */
const NOTE_LIMIT = 5000;
const REFERENCE = /^[0-9a-f]{12}$/;
/** Ids of relationships are told only for what is included. */
const INCLUDE = { include: 'service,task' };

const attributes = z.object({
  date: z.string(),
  time: amount,
  billable_time: maybeAmount,
  note: maybeText,
  jira_worklog_id: z.union([z.string(), z.number()]).nullish().catch(null),
  approved: flag,
  invoiced: flag,
  submitted: flag,
  locked: flag,
  timer_started_at: maybeText,
  timer_stopped_at: maybeText,
});

/** Who the entries are of: without that, everybody's would come. @throws ProviderFailure `refused` when it is not known. */
export function personOf(api: Api): string {
  if (api.ids.personId !== '') return api.ids.personId;
  throw new ProviderFailure(
    'refused',
    said`it is not known which person you are there: set providers.productive.personId`,
  );
}

export async function listEntries(api: Api, from: LocalDay, to: LocalDay): Promise<readonly RemoteEntry[]> {
  const page = await allPages(api, '/time_entries', {
    'filter[person_id]': personOf(api),
    // Whether these days themselves are meant is not documented: ask for more, and look again.
    'filter[after]': addDays(from, -1),
    'filter[before]': addDays(to, 1),
    ...INCLUDE,
  });
  return page.data
    .map((one) => entryOf(one, page))
    .filter(({ date }) => date >= from && date <= to)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export async function findEntries(api: Api, draft: BookingDraft): Promise<readonly RemoteEntry[]> {
  const ours = (entries: readonly RemoteEntry[]): readonly RemoteEntry[] =>
    entries.filter(({ reference }) => reference === draft.reference);
  if (byField(api)) {
    // A filter the server does not know may be an error, or may be passed over in silence.
    const page = await firstPage(
      api,
      '/time_entries',
      { 'filter[person_id]': personOf(api), 'filter[jira_worklog_id]': draft.reference, ...INCLUDE },
      200,
    ).catch((error: unknown) => {
      if (isBadRequest(error)) return null;
      throw error;
    });
    const found = page === null ? [] : ours(page.data.map((one) => entryOf(one, page)));
    if (found.length > 0) return found;
  }
  // Somebody may have moved it by a day.
  return ours(await listEntries(api, addDays(draft.date, -1), addDays(draft.date, 1)));
}

export async function getEntry(api: Api, remoteId: string): Promise<RemoteEntry | null> {
  try {
    const answer = await api.call({ method: 'GET', path: pathOf(remoteId), query: INCLUDE });
    const document = documentOf(answer);
    return entryOf(onlyOne(document), document);
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'missing') return null;
    throw error;
  }
}

export async function createEntry(api: Api, draft: BookingDraft): Promise<RemoteEntry> {
  const body = {
    data: {
      type: 'time_entries',
      attributes: attributesToSend(api, draft),
      relationships: {
        person: { data: { type: 'people', id: personOf(api) } },
        ...unitToSend(draft),
      },
    },
  };
  const document = documentOf(await api.call({ method: 'POST', path: '/time_entries', body }));
  return entryOf(onlyOne(document), document, draft);
}

export async function updateEntry(api: Api, remoteId: string, draft: BookingDraft): Promise<RemoteEntry> {
  const send = async (withTask: object): Promise<RemoteEntry> => {
    const body = {
      data: {
        type: 'time_entries',
        id: remoteId,
        attributes: attributesToSend(api, draft),
        relationships: { ...unitToSend(draft), ...withTask },
      },
    };
    const document = documentOf(await api.call({ method: 'PATCH', path: pathOf(remoteId), body }));
    return entryOf(onlyOne(document), document, draft);
  };
  return send({}).catch((error: unknown) => {
    const invalid = error instanceof ProviderFailure && error.status === 422;
    if (!invalid || draft.task !== null) throw error;
    // A task that somebody chose there may not go along to another service: without it, if that is what was wrong.
    return send({ task: { data: null } }).catch(() => {
      throw error;
    });
  });
}

export async function removeEntry(api: Api, remoteId: string): Promise<void> {
  try {
    const answer = await api.call({ method: 'DELETE', path: pathOf(remoteId) });
    // A page of a proxy says 200; Productive says 204 and nothing else.
    if (answer.body.trim().startsWith('<')) throw nonsense(NAME, answer);
  } catch (error) {
    if (!(error instanceof ProviderFailure && error.kind === 'missing')) throw error;
  }
}

const pathOf = (remoteId: string): string => `/time_entries/${encodeURIComponent(remoteId)}`;
const clipped = (note: string): string =>
  note.length > NOTE_LIMIT ? `${note.slice(0, NOTE_LIMIT - 1)}…` : note;
const byField = (api: Api): boolean => api.options['reference'] === 'jira_worklog_id';

function attributesToSend(api: Api, draft: BookingDraft): Record<string, unknown> {
  const { reference, note } = draft;
  return {
    date: draft.date,
    time: draft.minutes,
    note: noteToSend(byField(api) ? clipped(note) : markNote(note, reference, NOTE_LIMIT)),
    ...(byField(api) ? { jira_worklog_id: reference } : {}),
    ...(draft.billable === null ? {} : { billable_time: draft.billable ? draft.minutes : 0 }),
    ...(draft.startedAt === null ? {} : { started_at: formatInstant(draft.startedAt) }),
  };
}

/** Without a task of ours, one that somebody chose there stays. */
const unitToSend = ({ unit, task }: UnitRef): Record<string, unknown> => ({
  service: { data: { type: 'services', id: unit } },
  ...(task === null ? {} : { task: { data: { type: 'tasks', id: task } } }),
});

/**
 * An entry as the server tells it.
 * @param sent answers to a change do not name service and task: it is what was sent then.
 * @throws ProviderFailure `uncertain` when it has no day or no time.
 */
export function entryOf(resource: Resource, document: Document, sent?: UnitRef): RemoteEntry {
  const told = attributesOf(attributes, resource, document);
  const date = parseLocalDay(told.date.slice(0, 10));
  const time = Math.round(told.time);
  if (date === null || !Number.isSafeInteger(time)) throw nonsense(NAME, document);
  const { note, reference } = readNote(noteToRead(told.note));
  const field = String(told.jira_worklog_id ?? '');
  const service = relatedId(resource, 'service');
  const task = relatedId(resource, 'task');
  return {
    id: resource.id,
    date,
    minutes: minutes(time),
    note,
    reference: reference ?? (REFERENCE.test(field) ? field : null),
    billable: told.billable_time === null || time === 0 ? null : told.billable_time > 0,
    locked: lockOf(told),
    running: told.timer_started_at !== null && told.timer_stopped_at === null,
    unit: service === undefined ? (sent?.unit ?? '') : (service ?? ''),
    task: task === undefined ? (sent?.task ?? null) : task,
  };
}

function lockOf(told: z.infer<typeof attributes>): string | null {
  if (told.invoiced) return said`invoiced`;
  if (told.approved) return said`approved`;
  if (told.submitted) return said`submitted`;
  return told.locked ? said`locked` : null;
}
