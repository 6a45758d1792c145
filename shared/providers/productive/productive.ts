import type { Provider } from '../provider.ts';
import { connect, ID_FIELDS } from './account.ts';
import { readBudgets } from './budgets.ts';
import { createEntry, findEntries, getEntry, listEntries, removeEntry, updateEntry } from './entries.ts';
import { NAME } from './json-api.ts';
import { readRefusal } from './refusals.ts';
import { timers } from './timers.ts';
import { listUnits } from './units.ts';

/** It looks at this before it looks at the token, on requests without a body too. */
const JSON_API = 'application/vnd.api+json';

/** Productive.io, API v2: time entries on services, which stand in budgets of customers. */
export const productive: Provider = {
  id: 'productive',
  name: NAME,
  baseUrl: 'https://api.productive.io/api/v2',
  ids: ID_FIELDS,
  can: {
    timers: true,
    externalReference: false,
    budgets: true,
    needsClockTimes: false,
    needsTask: false,
    bulk: true,
    hourlyQuota: false,
  },
  limits: () => ({
    main: [
      { requests: 100, perMs: 10_000 },
      { requests: 4000, perMs: 30 * 60_000 },
    ],
    reports: [{ requests: 10, perMs: 30_000 }],
  }),
  headers: (token, { organizationId }) => ({
    'X-Auth-Token': token,
    ...(organizationId === '' ? {} : { 'X-Organization-Id': organizationId }),
    'Content-Type': JSON_API,
    Accept: JSON_API,
  }),
  read: readRefusal,

  connect: (api, { emails }) => connect(api, emails),
  units: listUnits,
  list: listEntries,
  find: findEntries,
  get: getEntry,
  create: createEntry,
  update: updateEntry,
  remove: removeEntry,
  timers,
  budgets: readBudgets,
};
