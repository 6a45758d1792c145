import type { OutboxRow } from '../entries/booking.ts';
import type { BookingAccount } from './booking-stores.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText } from './memory-rows.ts';
import { CALLS_KEPT_MS } from './store-rules.ts';
import type { Stores } from './stores.ts';
import type { Clock } from './world.ts';

type BookingStores = Pick<Stores, 'projects' | 'mappings' | 'outbox' | 'providerCache' | 'calls' | 'timers'>;

const nameOf = (of: BookingAccount, more: string): string =>
  JSON.stringify([of.user, of.provider, of.account, more]);
const isOf = (row: BookingAccount, of: BookingAccount): boolean =>
  row.user === of.user && row.provider === of.provider && row.account === of.account;

/** What booking keeps, in memory. */
export function memoryBooking(rows: MemoryRows, clock: Pick<Clock, 'now'>): BookingStores {
  const rowsOf = (of: BookingAccount): OutboxRow[] =>
    [...rows.outbox.values()]
      .filter((row) => isOf(row, of))
      .toSorted((a, b) => byText(a.date, b.date) || byText(a.id, b.id));
  return {
    projects: {
      async list(user) {
        return [...rows.projects.values()]
          .filter((project) => project.user === user)
          .toSorted((a, b) => byText(a.key, b.key));
      },
    },
    mappings: {
      async list(user, provider) {
        return [...rows.mappings.values()]
          .filter((mapping) => mapping.user === user && mapping.provider === provider)
          .toSorted((a, b) => byText(a.scope, b.scope) || byText(a.name, b.name));
      },
    },
    outbox: {
      async between(of, from, to) {
        return rowsOf(of).filter((row) => row.date >= from && row.date <= to);
      },
      async ofEntries(of, entries) {
        return rowsOf(of).filter((row) => entries.includes(row.entry));
      },
      async unsettled(of) {
        return rowsOf(of).filter((row) => row.state !== 'sent');
      },
      async put(some) {
        for (const row of some) {
          for (const [id, known] of rows.outbox) {
            if (isOf(known, row) && known.entry === row.entry) rows.outbox.delete(id);
          }
          rows.outbox.set(row.id, row);
        }
      },
      async remove(id) {
        rows.outbox.delete(id);
      },
      async recover(at) {
        const sending = [...rows.outbox.values()].filter((row) => row.state === 'sending');
        for (const row of sending) rows.outbox.set(row.id, { ...row, state: 'unknown', updatedAt: at });
        return sending.length;
      },
    },
    providerCache: {
      async get(of, kind) {
        const kept = rows.cache.get(nameOf(of, kind));
        return kept ? { value: JSON.parse(kept.json) as unknown, at: kept.at } : null;
      },
      async put(of, kind, value, at) {
        rows.cache.set(nameOf(of, kind), { json: JSON.stringify(value), at });
      },
      async clear(of) {
        const head = nameOf(of, '').slice(0, -'""]'.length);
        for (const name of rows.cache.keys()) if (name.startsWith(head)) rows.cache.delete(name);
      },
    },
    calls: {
      async since(provider, bucket, from) {
        return (rows.calls.get(`${provider} ${bucket}`) ?? []).filter((at) => at >= from);
      },
      async add(provider, bucket, at) {
        const name = `${provider} ${bucket}`;
        const kept = (rows.calls.get(name) ?? []).filter((call) => call >= at - CALLS_KEPT_MS);
        rows.calls.set(
          name,
          [...kept, at].toSorted((a, b) => a - b),
        );
      },
      async answered(provider, bucket, left, at) {
        const name = `${provider} ${bucket}`;
        const made = rows.calls.get(name) ?? [];
        const place = made.indexOf(left);
        if (place >= 0)
          rows.calls.set(
            name,
            made.with(place, at).toSorted((a, b) => a - b),
          );
      },
      async heldUntil(provider, bucket) {
        const until = rows.holds.get(`${provider} ${bucket}`);
        return until !== undefined && until > clock.now() ? until : null;
      },
      async hold(provider, bucket, until) {
        if (until === null) rows.holds.delete(`${provider} ${bucket}`);
        else rows.holds.set(`${provider} ${bucket}`, until);
      },
    },
    timers: {
      async ofSession(of, session) {
        return rows.timers.get(nameOf(of, session)) ?? null;
      },
      async open(of) {
        return [...rows.timers.values()]
          .filter((timer) => isOf(timer, of) && timer.state !== 'stopped' && timer.state !== 'failed')
          .toSorted((a, b) => byText(a.session, b.session));
      },
      async put(timer) {
        rows.timers.set(nameOf(timer, timer.session), timer);
      },
    },
  };
}
