import type { Provider } from '../provider.ts';
import { basicAuth } from '../../values/basic-auth.ts';
import { connect } from './connect.ts';
import { create, find, get, list, remove, update } from './entries.ts';
import { NAME } from './entry-shape.ts';
import { limits, read } from './quota.ts';
import { timers } from './timers.ts';
import { units } from './units.ts';

/** Toggl Track, API v9. Units are projects; our reference stands at the end of the description. */
export const toggl: Provider = {
  id: 'toggl',
  name: NAME,
  can: {
    timers: true,
    externalReference: false,
    budgets: false,
    needsClockTimes: true,
    needsTask: false,
    bulk: false,
    hourlyQuota: true,
  },
  baseUrl: 'https://api.track.toggl.com/api/v9',
  ids: [{ id: 'workspaceId', label: 'Workspace', isAccount: true }],
  limits,
  headers: (token) => ({
    authorization: basicAuth(token.trim(), 'api_token'),
    'content-type': 'application/json',
    accept: 'application/json',
  }),
  read,

  connect,
  units,
  list,
  find,
  get,
  create,
  update,
  remove,
  timers,
  budgets: null,
};
