// One provider and its stand-in, with the real gate and the real way in between, on a clock that a test turns. Every
// request is looked at with the eyes of the provider's OpenAPI document on its way.
import type { BookingDraft } from '#shared/entries/booking.ts';
import type { Http, HttpResponse } from '#shared/ports/http.ts';
import { memoryBooking } from '#shared/ports/memory-booking.ts';
import type { MemoryClock } from '#shared/ports/memory-clock.ts';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { emptyRows } from '#shared/ports/memory-rows.ts';
import type { Api } from '#shared/providers/api.ts';
import { openApi } from '#shared/providers/open-api.ts';
import { PROVIDERS } from '#shared/providers/catalogue.ts';
import { ProviderFailure } from '#shared/providers/failure.ts';
import { openGate } from '#shared/providers/gate.ts';
import type { ProviderIds } from '#shared/providers/api.ts';
import type { Account, Provider } from '#shared/providers/provider.ts';
import { parseInstant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import type { RequestCheck } from '../openapi/request-check.ts';
import { requestCheck } from '../openapi/request-check.ts';
import type { FakeProvider, FakeRequest } from './fake-provider.ts';
import { makeFake } from './make-fake.ts';

/** So long a request and its answer take. */
const ROUND_TRIP_MS = 5;

export const CHECKS: Readonly<Record<ProviderId, RequestCheck>> = {
  productive: requestCheck('./productive.yaml'),
  toggl: requestCheck('./toggl.yaml'),
  clockify: requestCheck('./clockify.yaml'),
  harvest: requestCheck('./harvest.yaml'),
};

export interface ProviderCase {
  readonly provider: Provider;
  readonly fake: FakeProvider;
  readonly clock: MemoryClock;
  readonly api: Api;
  /** The same, with another token or other ids. */
  with(other: { token?: string; ids?: Partial<ProviderIds>; account?: Pick<Account, 'plan'> }): Api;
  /** From now on this comes instead of what the stand-in says, which is asked all the same. */
  instead: ((answer: HttpResponse) => HttpResponse) | null;
  readonly sent: FakeRequest[];
  /** What did not fit the provider's OpenAPI document. */
  readonly misfits: string[];
  /** When requests left, by the limits they count against. */
  readonly left: Map<string, number[]>;
}

export const UNIT = '1001';
export const OTHER_UNIT = '1002';
export const CLOSED_UNIT = '1003';
export const TASK = '2001';
export const OTHER_TASK = '2002';

/** @param at where the clock stands first, ISO text. @param more needs of a stand-in of its own: a plan, a habit. */
export function providerCase(
  id: ProviderId,
  at = '2026-03-18T10:00:00Z',
  zone = 'Europe/Berlin',
  more: Readonly<Record<string, unknown>> = {},
): ProviderCase {
  const provider = PROVIDERS[id];
  const clock = memoryClock(at, zone);
  // Stand-ins whose service has a zone of its own have the person's.
  const needs = { now: () => clock.now(), zone, ...more };
  const fake = makeFake(id, needs);
  const unit = { project: 'Portal', customer: 'Acme' };
  const tasks = [{ id: TASK, name: 'Development' }];
  fake.addUnit({ ...unit, unit: UNIT, name: 'Relaunch', tasks });
  fake.addUnit({ ...unit, unit: OTHER_UNIT, name: 'Care', tasks: [{ id: OTHER_TASK, name: 'Support' }] });
  const closedTasks = [{ id: '2003', name: 'History' }];
  fake.addUnit({ ...unit, unit: CLOSED_UNIT, name: 'Long ago', tasks: closedTasks, closed: true });

  const left = new Map<string, number[]>();
  const { calls } = memoryBooking(emptyRows(), clock);
  const counted: typeof calls = {
    ...calls,
    add: (of, bucket, when) => {
      left.set(bucket, [...(left.get(bucket) ?? []), when]);
      return calls.add(of, bucket, when);
    },
  };
  const http: Http = {
    async send(request) {
      if (!request.url.startsWith(provider.baseUrl)) throw new Error('a request to somewhere else');
      const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]);
      const asked: FakeRequest = {
        method: request.method,
        target: request.url.slice(provider.baseUrl.length),
        headers: Object.fromEntries(headers) as Record<string, string>,
        body: request.body ?? '',
      };
      one.sent.push(asked);
      one.misfits.push(...CHECKS[id].faultsOf(asked));
      const answer = fake.handle(asked);
      clock.advance(ROUND_TRIP_MS);
      return one.instead === null ? answer : one.instead(answer);
    },
  };
  const open: ProviderCase['with'] = ({ token = fake.token, ids = {}, account }) =>
    openApi({
      provider,
      baseUrl: provider.baseUrl,
      token,
      ids: { organizationId: '', workspaceId: '', accountId: '', personId: '', ...fake.ids, ...ids },
      http,
      clock,
      gate: openGate({
        provider,
        limits: provider.limits(account ?? null),
        calls: counted,
        clock,
        patienceMs: Infinity,
      }),
    });
  const one: ProviderCase = {
    provider,
    fake,
    clock,
    api: open({}),
    with: open,
    instead: null,
    sent: [],
    misfits: [],
    left,
  };
  return one;
}

let references = 0;

/** A draft that fits every provider; its reference is its own. */
export function draft(
  change: Partial<Omit<BookingDraft, 'date' | 'minutes' | 'startedAt'>> & {
    date?: string;
    minutes?: number;
    startedAt?: string | null;
  } = {},
): BookingDraft {
  const { date = '2026-03-16', startedAt = null } = change;
  references += 1;
  return {
    reference: references.toString(16).padStart(12, '0'),
    note: 'TB-042: Make the totals match',
    unit: UNIT,
    task: TASK,
    billable: null,
    zone: 'Europe/Berlin',
    ...change,
    date: date as LocalDay,
    minutes: minutes(change.minutes ?? 90),
    startedAt: startedAt === null ? null : parseInstant(startedAt),
  };
}

/** The failure a call must end in. @throws when it does not. */
export async function failureOf(call: Promise<unknown>): Promise<ProviderFailure> {
  const failure = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof ProviderFailure) return failure;
  throw new Error('it was no ProviderFailure', { cause: failure });
}
