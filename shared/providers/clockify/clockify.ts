import type { Provider } from '../provider.ts';
import { connect } from './connect.ts';
import { create, find, get, list, remove, update } from './entries.ts';
import { NAME } from './entry-shape.ts';
import { limits, read } from './limits.ts';
import { timers } from './timers.ts';
import { units } from './units.ts';
import { said } from '../../values/said.ts';

/**
 * Clockify, API v1. Units are projects; our reference stands at the end of the description. Regions have addresses of
 * their own (`https://euc1.clockify.me/api/v1`): the setting `providers.clockify.baseUrl`.
 */
export const clockify: Provider = {
  id: 'clockify',
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
  baseUrl: 'https://api.clockify.me/api/v1',
  ids: [
    { id: 'workspaceId', label: 'Workspace', isAccount: true },
    { id: 'personId', label: said`User`, isAccount: false },
  ],
  limits,
  headers: (token) => ({
    'x-api-key': token.trim(),
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
