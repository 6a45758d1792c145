import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { BookingDraft } from '../../entries/booking.ts';
import { instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import { productive } from './productive.ts';
import type { Recorded } from './recorded-api.ts';
import { recordedApi, recordedEntry } from './recorded-api.ts';

const DAY = '2026-02-10' as LocalDay;
const DRAFT: BookingDraft = {
  reference: '0123456789ab',
  date: DAY,
  minutes: minutes(90),
  note: 'TB-042: Fix',
  unit: '1',
  task: null,
  billable: true,
  startedAt: instant(0),
  zone: 'UTC',
};
const CALLS: Readonly<Record<string, (api: Api) => Promise<unknown>>> = {
  connect: (api) => productive.connect(api, { emails: ['ada@example.com'] }),
  units: (api) => productive.units(api),
  list: (api) => productive.list(api, DAY, DAY, 'UTC'),
  find: (api) => productive.find(api, DRAFT),
  get: (api) => productive.get(api, '1', 'UTC'),
  create: (api) => productive.create(api, DRAFT),
  update: (api) => productive.update(api, '1', DRAFT),
  remove: (api) => productive.remove(api, '1'),
  start: (api) => productive.timers!.start(api, DRAFT),
  restart: (api) => productive.timers!.restart!(api, '1'),
  stop: (api) => productive.timers!.stop(api, { remoteId: '1', timerId: null }, instant(0)),
  running: (api) => productive.timers!.running(api),
  budgets: (api) => productive.budgets!(api, ['1', '2']),
};

/** Things that look like answers from afar, with anything where something is expected. */
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1e300,
    '90',
    '2026-02-10',
    '2026-13-40',
    true,
    [],
    {},
    '__proto__',
  ),
);
const maybe = <T>(good: T) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<unknown>(good) }, { weight: 1, arbitrary: value });
const resource = fc.record(
  {
    id: maybe('1'),
    type: maybe('time_entries'),
    attributes: fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          'date',
          'time',
          'note',
          'name',
          'email',
          'billable_time',
          'approved',
          'stopped_at',
          'budgeted_time',
          'worked_time',
          'service_id',
          'currency',
          'budget_total',
        ),
        value,
      ),
      fc.constant(recordedEntry()['attributes']),
      value,
    ),
    relationships: fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          'service',
          'task',
          'deal',
          'company',
          'project',
          'person',
          'organization',
          'time_entry',
          '__proto__',
        ),
        fc.record({ data: maybe({ type: 'time_entries', id: '1' }) }, { requiredKeys: [] }),
      ),
      value,
    ),
  },
  { requiredKeys: [] },
);
const document = fc.record(
  {
    data: fc.oneof(resource, fc.array(resource, { maxLength: 3 }), value),
    included: fc.oneof(fc.array(resource, { maxLength: 3 }), value),
    links: fc.oneof(fc.record({ next: maybe('https://x.example/?page[after]=%ZZ') }), value),
    meta: fc.oneof(fc.record({ current_page: maybe(1), total_pages: maybe(2) }), value),
    errors: fc.oneof(
      fc.array(fc.record({ detail: value, title: value, source: value }, { requiredKeys: [] }), {
        maxLength: 3,
      }),
      value,
    ),
  },
  { requiredKeys: [] },
);
const answer: fc.Arbitrary<Recorded> = fc.record({
  status: fc.constantFrom(200, 201, 204, 302, 400, 401, 402, 403, 404, 409, 415, 422, 429, 500, 503),
  body: fc.oneof(
    { weight: 4, arbitrary: document },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: value },
  ),
  headers: fc.dictionary(fc.constantFrom('retry-after', 'x-ratelimit-reset'), fc.string({ maxLength: 8 })),
});
const answers = fc.array(answer, { minLength: 1, maxLength: 6 });
const ids = fc.constantFrom({}, { organizationId: '', personId: '' }, { personId: '' });
const options = fc.constantFrom({ reference: 'note' }, { reference: 'jira_worklog_id' });

describe('whatever Productive answers', () => {
  it.each(Object.entries(CALLS))('%s gives something or a ProviderFailure', async (_name, call) => {
    await fc.assert(
      fc.asyncProperty(answers, ids, options, async (recorded, ids, options) => {
        // After these it is silent, so that nothing goes on for ever.
        const { api } = recordedApi((_request, turn) => recorded[turn - 1] ?? { status: 503, body: '' }, {
          ids,
          options,
        });
        await call(api).catch((error: unknown) => {
          if (!(error instanceof ProviderFailure)) throw error;
        });
      }),
      { numRuns: 300 },
    );
  });
});
