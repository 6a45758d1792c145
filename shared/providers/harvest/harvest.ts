import type { Provider } from '../provider.ts';
import { connect } from './connect.ts';
import { create, find, get, list, remove, update } from './entries.ts';
import { NAME } from './entry-shape.ts';
import { timers } from './timers.ts';
import { units } from './units.ts';
import { said } from '../../values/said.ts';

/** Harvest, API v2. A unit is a project and time is booked on a task of it; our reference is the external reference. */
export const harvest: Provider = {
  id: 'harvest',
  name: NAME,
  can: {
    timers: true,
    externalReference: true,
    budgets: false,
    needsClockTimes: false,
    needsTask: true,
    bulk: false,
    hourlyQuota: false,
  },
  baseUrl: 'https://api.harvestapp.com/v2',
  ids: [
    { id: 'accountId', label: said`Account number`, isAccount: true },
    { id: 'personId', label: said`Your person id in ${NAME}`, isAccount: false },
  ],
  limits: () => ({ main: [{ requests: 100, perMs: 15_000 }] }),
  headers: (token, { accountId }) => ({
    authorization: `Bearer ${token.trim()}`,
    ...(accountId === '' ? {} : { 'harvest-account-id': accountId }),
    // Requests that do not say who they are from are refused.
    'user-agent': 'Stint (timesheets from the desktop of one developer)',
    'content-type': 'application/json',
    accept: 'application/json',
  }),

  connect,
  units,
  list,
  find,
  get,
  create,
  update,
  remove,
  timers,
  // Assignments tell what was sold of a task, but what the others have worked on it stands only in reports that
  // administrators and managers may read: half of it would be taken for the whole.
  budgets: null,
};
