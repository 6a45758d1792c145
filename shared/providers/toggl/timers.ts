import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import { ifMissing } from '../gone.ts';
import { timerStart } from '../placement.ts';
import type { Timers } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { readNote } from '../reference.ts';
import { entriesPath, runningBody } from './entries.ts';
import { NAME, togglEntry } from './entry-shape.ts';
import { MYSELF, ORGANISATION } from './quota.ts';

/** Flat, or wrapped as older pages of the vendor show it; null when nothing runs. */
const current = z
  .union([togglEntry, z.object({ data: togglEntry.nullable() }).transform(({ data }) => data)])
  .nullable();

/** A timer is an entry that runs; starting one stops the one before. */
export const timers: Timers = {
  async start(api, draft) {
    const answer = await api.call({
      method: 'POST',
      path: entriesPath(api),
      body: runningBody(api, draft, timerStart(draft)),
      buckets: ORGANISATION,
    });
    return { remoteId: readAnswer(NAME, answer, togglEntry).id, timerId: null };
  },

  // Toggl stops it at its own now; the minutes are put right when the session is booked.
  async stop(api, { remoteId }) {
    if (remoteId === null) return { remoteId };
    const path = `${entriesPath(api)}/${encodeURIComponent(remoteId)}/stop`;
    const answer = await api
      .call({ method: 'PATCH', path, buckets: ORGANISATION })
      .catch(ifStopped)
      .catch(ifMissing('gone' as const));
    if (answer === 'gone') return { remoteId: null };
    if (answer !== 'stopped') readAnswer(NAME, answer, togglEntry);
    return { remoteId };
  },

  async running(api: Api) {
    const answer = await api
      .call({ method: 'GET', path: '/me/time_entries/current', buckets: MYSELF })
      .catch(ifMissing(null));
    const entry = answer === null ? null : readAnswer(NAME, answer, current);
    if (entry === null) return null;
    return { remoteId: entry.id, timerId: null, reference: readNote(entry.description ?? '').reference };
  },
};

function ifStopped(failure: unknown): 'stopped' {
  if (failure instanceof ProviderFailure && failure.status === 409) return 'stopped';
  throw failure;
}
