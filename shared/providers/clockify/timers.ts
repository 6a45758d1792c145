import { instant } from '../../values/instant.ts';
import { ifMissing } from '../gone.ts';
import { formatSeconds, timerStart } from '../placement.ts';
import type { Timers } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { readNote } from '../reference.ts';
import { entriesPath, entryOf, mine, runningBody, runningEntry } from './entries.ts';
import { clockifyEntry, NAME } from './entry-shape.ts';

/** A timer is an entry without an end. */
export const timers: Timers = {
  async start(api, draft) {
    const body = runningBody(draft, timerStart(draft));
    const answer = await api.call({ method: 'POST', path: entriesPath(api), body });
    return { remoteId: readAnswer(NAME, answer, clockifyEntry).id, timerId: null };
  },

  // Clockify stops whatever runs: a timer that somebody started since then is not ours to stop, so ours is looked at first.
  async stop(api, { remoteId }, at) {
    if (remoteId === null) return { remoteId };
    const entry = await entryOf(api, remoteId).catch(ifMissing(null));
    if (entry === null) return { remoteId: null };
    if ((entry.timeInterval.end ?? null) !== null) return { remoteId };
    const end = formatSeconds(instant(Math.max(at, entry.timeInterval.start)));
    const answer = await api
      .call({ method: 'PATCH', path: `${mine(api)}/time-entries`, body: { end } })
      .catch(ifMissing('stopped' as const));
    if (answer !== 'stopped') readAnswer(NAME, answer, clockifyEntry);
    return { remoteId };
  },

  async running(api) {
    const entry = await runningEntry(api);
    if (entry === null) return null;
    return { remoteId: entry.id, timerId: null, reference: readNote(entry.description ?? '').reference };
  },
};
