import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingDraft } from '../entries/booking.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dayInterval } from '../values/local-day.ts';
import { instant } from '../values/instant.ts';
import { minutes } from '../values/minutes.ts';
import type { AnsweringApi, Said } from './answering-api.ts';
import { answeringApi } from './answering-api.ts';
import { clockify } from './clockify/clockify.ts';
import { ProviderFailure } from './failure.ts';
import type { ProviderIds } from './api.ts';
import type { Provider } from './provider.ts';
import { toggl } from './toggl/toggl.ts';

/** Zones whose days are 23, 25 and no hours long, begin at one in the morning, and stand on both ends of the date line. */
const ZONES = ['Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia'] as const;

/** Any entry of any day that there was. @param unit that the provider takes. */
const anyDraft = (unit: string, task: string): fc.Arbitrary<BookingDraft> =>
  fc
    .record({
      reference: fc.integer({ min: 0, max: 2 ** 47 }).map((n) => n.toString(16).padStart(12, '0')),
      zone: fc.constantFrom(...ZONES),
      date: fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1985-01-01' as LocalDay, n)),
      minutes: fc.integer({ min: 1, max: 12 * 60 }).map(minutes),
      note: fc
        .string({ unit: 'grapheme', maxLength: 200 })
        .map((text) => text.replaceAll(/\s+/g, ' ').trim()),
      unit: fc.constant(unit),
      task: fc.constantFrom(null, task),
      billable: fc.constantFrom(null, true, false),
      offset: fc.option(fc.integer({ min: 0, max: 23 * 3_600_000 - 1 }), { nil: null }),
    })
    .filter(({ date, zone }) => dayInterval(date, zone).end > dayInterval(date, zone).start)
    .map(({ offset, ...draft }) => ({
      ...draft,
      startedAt: offset === null ? null : instant(dayInterval(draft.date, draft.zone).start + offset),
    }));

/** A good answer with something else in one place, or something else altogether. */
const anyAnswer = (good: readonly unknown[]): fc.Arbitrary<Said> => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, '', 0, -1, 1e300, '9999-99-99T99:99:99Z', '0000-01-01T00:00:00+23:59', [], {}),
  );
  const bent = fc
    .tuple(fc.constantFrom(...good), fc.nat(), odd)
    .map(([answer, where, value]) => bend(answer, where, value));
  const status = fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 402, 403, 404, 409, 422, 429, 500);
  return fc.oneof(
    fc.record({
      status,
      json: fc.oneof(
        bent,
        bent.map((one) => [one]),
        odd,
      ),
    }),
    fc.record({ status, text: fc.constantFrom('', '<html>nginx</html>', '{"half":', 'no') }),
    fc.record({
      status,
      json: odd,
      headers: fc.dictionary(
        fc.constantFrom('retry-after', 'last-page', 'x-toggl-quota-remaining', 'x-toggl-quota-resets-in'),
        fc.oneof(fc.string(), fc.constantFrom('0', '-1', 'true', '1e99')),
      ),
    }),
  );
};

/** Puts another value in one place of an object, deep inside or not. */
function bend(value: unknown, where: number, odd: unknown): unknown {
  if (typeof value !== 'object' || value === null) return odd;
  const keys = Object.keys(value);
  const key = keys[where % keys.length];
  if (key === undefined) return odd;
  const inside: unknown = Reflect.get(value, key);
  const bent = where % 3 === 0 ? bend(inside, Math.floor(where / 7), odd) : odd;
  return Array.isArray(value) ? value.with(where % keys.length, bent) : { ...value, [key]: bent };
}

/** Everything a provider can be asked, one after the other. */
const questions = (provider: Provider, draft: BookingDraft): ((api: AnsweringApi) => Promise<unknown>)[] => [
  (api) => provider.connect(api, { emails: ['ada@example.com'] }),
  (api) => provider.units(api),
  (api) => provider.list(api, draft.date, addDays(draft.date, 6), draft.zone),
  (api) => provider.find(api, draft),
  (api) => provider.get(api, '5', draft.zone),
  (api) => provider.create(api, draft),
  (api) => provider.update(api, '5', draft),
  (api) => provider.remove(api, '5'),
  ...(provider.timers === null
    ? []
    : [
        (api: AnsweringApi) => provider.timers!.start(api, draft),
        (api: AnsweringApi) => provider.timers!.stop(api, { remoteId: '5', timerId: '6' }, instant(0)),
        (api: AnsweringApi) => provider.timers!.running(api),
      ]),
];

/** A failure that says what it means is an answer too. @throws whatever else came out. */
async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch((error: unknown) => {
    if (!(error instanceof ProviderFailure)) throw error;
  });
}

interface Case {
  readonly provider: Provider;
  readonly ids: Partial<ProviderIds>;
  readonly unit: string;
  readonly task: string;
  /** Answers of the right shape, to be bent. */
  readonly good: readonly unknown[];
  /** What a server that takes everything answers to what it is sent. */
  echo(sent: Readonly<Record<string, unknown>>): Said;
}

const TOGGL_ENTRY = {
  id: 4_200_000_001,
  workspace_id: 31,
  project_id: 1001,
  task_id: null,
  billable: false,
  start: '2026-02-10T12:00:00Z',
  duration: 5400,
  description: 'Login [stint 0123456789ab]',
};
const CLOCKIFY_ENTRY = {
  id: 'e1',
  description: 'Login [stint 0123456789ab]',
  projectId: 'p',
  taskId: null,
  tagIds: ['retro'],
  billable: false,
  timeInterval: { start: '2026-02-10T12:00:00Z', end: '2026-02-10T13:30:00Z', duration: 'PT1H30M' },
  isLocked: false,
  type: 'REGULAR',
  customFieldValues: [{ customFieldId: 'cf1', value: 'PO-7' }],
};

const CASES: readonly Case[] = [
  {
    provider: toggl,
    ids: { workspaceId: '31' },
    unit: '1001',
    task: '7',
    good: [
      TOGGL_ENTRY,
      { data: TOGGL_ENTRY },
      { id: 1, fullname: 'Ada', email: 'ada@example.com', default_workspace_id: 31 },
      { id: 31, name: 'Acme', premium: true },
      { id: 1001, name: 'Portal', client_id: 9, active: true, billable: true },
      { tasks: [{ id: 7, name: 'Design', project_id: 1001 }] },
    ],
    echo: (sent) => ({ json: { ...TOGGL_ENTRY, ...sent } }),
  },
  {
    provider: clockify,
    ids: { workspaceId: 'w1', personId: 'u1' },
    unit: 'p',
    task: 't',
    good: [
      CLOCKIFY_ENTRY,
      { ...CLOCKIFY_ENTRY, timeInterval: { start: '2026-02-10T12:00:00Z', end: null } },
      { id: 'u1', name: 'Ada', email: 'ada@example.com', activeWorkspace: 'w1' },
      { id: 'w1', name: 'Acme', featureSubscriptionType: 'FREE' },
      { id: 'p', name: 'Portal', client: { name: 'Acme' }, tasks: [{ id: 't', name: 'T' }] },
    ],
    echo: ({ start, end, ...rest }) => ({
      status: 201,
      json: { id: 'e1', ...rest, timeInterval: { start, end } },
    }),
  },
];

describe.each(CASES)('$provider.name, whatever is booked and whatever comes back', (one) => {
  const { provider, ids, unit, task, good } = one;

  it('an entry comes back as it went: its day, minutes, note and reference', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraft(unit, task), async (draft) => {
        const api = answeringApi(provider, ids, ({ body }) =>
          one.echo(JSON.parse(body ?? '{}') as Record<string, unknown>),
        );
        const { date, minutes: length, note, reference } = draft;
        expect(await provider.create(api, draft)).toMatchObject({
          date,
          minutes: length,
          note,
          reference,
          unit,
          task: draft.task,
          running: false,
        });
      }),
    );
  });

  it('only failures that say what they mean come out', async () => {
    const answers = fc.array(anyAnswer(good), { minLength: 1, maxLength: 4 });
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(anyDraft(unit, task), answers, async (draft, said) => {
        for (const question of questions(provider, draft)) {
          const api = answeringApi(provider, ids, (_, before) => said[before % said.length]!);
          await settled(question(api));
          asked += api.asked.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(300);
  });
});
