import { z } from 'zod';
import type { BookingDraft } from '../../entries/booking.ts';
import { minutes } from '../../values/minutes.ts';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Timers } from '../provider.ts';
import { createEntry, entryOf, findEntries, personOf, removeEntry, updateEntry } from './entries.ts';
import type { Document, Resource } from './json-api.ts';
import { attributesOf, documentOf, maybeText, onlyOne, related, relatedId } from './json-api.ts';
import { firstPage, isBadRequest } from './paging.ts';

const attributes = z.object({ stopped_at: maybeText });

/**
 * Timers run on entries. The entry is made first, with our reference and no time yet, and the timer is started on it:
 * whichever answer gets lost, the entry is found again, and no timer is left running on one that nobody knows.
 */
export const timers: Timers = {
  async start(api, draft) {
    const known = (await findEntries(api, draft)).find(({ locked }) => locked === null);
    if (known) return { remoteId: known.id, timerId: await startOn(api, known.id) };
    const entry = await emptyEntry(api, draft);
    if (entry === null) return startOnService(api, draft);
    try {
      return { remoteId: entry, timerId: await startOn(api, entry) };
    } catch (error) {
      // It certainly does not run: an entry without time would only be in the way.
      if (error instanceof ProviderFailure && error.kind === 'refused')
        await removeEntry(api, entry).catch(unlessStopped);
      throw error;
    }
  },

  async restart(api, remoteId) {
    return { timerId: await startOn(api, remoteId) };
  },

  async stop(api, { remoteId, timerId }) {
    const running = timerId ?? (remoteId === null ? null : await runningOn(api, remoteId));
    if (running === null) return { remoteId };
    try {
      const answer = await api.call({ method: 'PATCH', path: `/timers/${encodeURIComponent(running)}/stop` });
      const stopped = onlyOne(documentOf(answer));
      return { remoteId: remoteId ?? relatedId(stopped, 'time_entry') ?? null };
    } catch (error) {
      // 409: it was stopped already.
      const over = error instanceof ProviderFailure && (error.status === 409 || error.kind === 'missing');
      if (!over) throw error;
      return { remoteId };
    }
  },

  async running(api) {
    const page = await latest(api, { 'filter[person_id]': personOf(api) });
    const timer = page.data.find((one) => isRunning(one, page));
    if (!timer) return null;
    const entry = related(timer, 'time_entry', page);
    return {
      remoteId: relatedId(timer, 'time_entry') ?? null,
      timerId: timer.id,
      reference: entry && entryOf(entry, page).reference,
    };
  },
};

/** The entry that the timer is to run on; null when the server takes none without time. */
async function emptyEntry(api: Api, draft: BookingDraft): Promise<string | null> {
  try {
    return (await createEntry(api, emptyOf(draft))).id;
  } catch (error) {
    if (error instanceof ProviderFailure && error.status === 422) return null;
    throw error;
  }
}

async function startOn(api: Api, entry: string): Promise<string> {
  return (await post(api, { time_entry: { data: { type: 'time_entries', id: entry } } })).id;
}

/** The server makes the entry itself then, and it gets our words afterwards. */
async function startOnService(
  api: Api,
  draft: BookingDraft,
): Promise<{ remoteId: string | null; timerId: string | null }> {
  const timer = await post(api, {
    service: { data: { type: 'services', id: draft.unit } },
    person: { data: { type: 'people', id: personOf(api) } },
  });
  const remoteId = relatedId(timer, 'time_entry') ?? (await entryOfTimer(api, timer.id).catch(unlessStopped));
  if (remoteId !== null) {
    // Without our words it still runs, and is changed when the session is booked.
    await updateEntry(api, remoteId, emptyOf(draft)).catch(unlessStopped);
  }
  return { remoteId, timerId: timer.id };
}

async function post(api: Api, relationships: unknown): Promise<Resource> {
  const body = { data: { type: 'timers', attributes: {}, relationships } };
  return onlyOne(documentOf(await api.call({ method: 'POST', path: '/timers', body })));
}

async function entryOfTimer(api: Api, timer: string): Promise<string | null> {
  const path = `/timers/${encodeURIComponent(timer)}`;
  const answer = await api.call({ method: 'GET', path, query: { include: 'time_entry' } });
  return relatedId(onlyOne(documentOf(answer)), 'time_entry') ?? null;
}

async function runningOn(api: Api, entry: string): Promise<string | null> {
  const page = await latest(api, { 'filter[person_id]': personOf(api), 'filter[time_entry_id]': entry });
  // A filter that the server passes over gives timers of other entries too.
  const of = (one: Resource): boolean => (relatedId(one, 'time_entry') ?? entry) === entry;
  return page.data.find((one) => of(one) && isRunning(one, page))?.id ?? null;
}

/** One timer runs at a time, and it is the one that was started last. */
async function latest(api: Api, query: Record<string, string>): Promise<Document> {
  const ask = (sort: string | null): Promise<Document> =>
    firstPage(api, '/timers', { ...query, sort, include: 'time_entry' }, 50);
  return ask('-started_at').catch((error: unknown) => {
    if (isBadRequest(error)) return ask(null);
    throw error;
  });
}

const isRunning = (timer: Resource, document: Document): boolean =>
  'stopped_at' in timer.attributes && attributesOf(attributes, timer, document).stopped_at === null;

/** Without time: the timer counts it. */
const emptyOf = (draft: BookingDraft): BookingDraft => ({
  ...draft,
  minutes: minutes(0),
  billable: null,
  startedAt: null,
});

/** What was asked for besides did not work: the timer runs all the same. */
function unlessStopped(error: unknown): null {
  if (error instanceof ProviderFailure) return null;
  throw error;
}
