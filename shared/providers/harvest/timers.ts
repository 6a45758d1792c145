import { ProviderFailure } from '../failure.ts';
import { ifMissing } from '../gone.ts';
import type { Timers } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { begin, entriesWhere, get, pathOf } from './entries.ts';
import { harvestEntry, NAME } from './entry-shape.ts';

/** The timer is the entry itself. Starting one stops the one before it. */
export const timers: Timers = {
  async start(api, draft) {
    return { remoteId: (await begin(api, draft)).id, timerId: null };
  },

  // Harvest stops it at its own now; the minutes are put right when the session is booked.
  async stop(api, { remoteId }) {
    if (remoteId === null) return { remoteId };
    const answer = await api
      .call({ method: 'PATCH', path: `${pathOf(remoteId)}/stop` })
      .catch(ifMissing('gone' as const))
      .catch(async (failure: unknown) => {
        // Refused in words only when it does not run: then all is as it should be.
        const isRefused = failure instanceof ProviderFailure && failure.kind === 'refused';
        const entry = isRefused ? await get(api, remoteId) : null;
        if (entry !== null && !entry.running) return 'stopped' as const;
        throw failure;
      });
    if (answer === 'gone') return { remoteId: null };
    if (answer !== 'stopped') readAnswer(NAME, answer, harvestEntry);
    return { remoteId };
  },

  async restart(api, remoteId) {
    const answer = await api.call({ method: 'PATCH', path: `${pathOf(remoteId)}/restart` });
    readAnswer(NAME, answer, harvestEntry);
    return { timerId: null };
  },

  async running(api) {
    const entry = (await entriesWhere(api, { is_running: true })).find(({ running }) => running);
    return entry === undefined ? null : { remoteId: entry.id, timerId: null, reference: entry.reference };
  },
};
