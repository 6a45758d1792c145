import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Host } from '#electron/host/host.ts';
import { openHost } from '#electron/host/host.ts';
import type { Plan, SyncResult } from '#shared/contract/booking-shapes.ts';
import type { RowChange } from '#shared/ports/changes.ts';
import type { World } from '#shared/ports/world.ts';
import { planBooking, syncBooking } from '#shared/services/booking/book.ts';
import { markNote, referenceOf } from '#shared/providers/reference.ts';
import { tokenName } from '#shared/services/connections/open-provider.ts';
import type { SettingKey } from '#shared/settings/catalogue.ts';
import type { Id } from '#shared/values/ids.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { addDays, dayOf, weekdayOf } from '#shared/values/local-day.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import type { FakeProcess } from '../world/providers/start-fake-process.ts';
import { startFakeProcess } from '../world/providers/start-fake-process.ts';
import { asLimit, mb, median, ms, type Measure } from './measure.ts';

const USER = 'bench';
const UNIT = '1101';
/** Productive's limit for one token (shared/providers/productive): what the stand-in enforces, in real time. */
const LIMIT = { requests: 100, perMs: 10_000 };
const PLANNED = 1000;

/**
 * Planning and booking with the real host, SQLite and HTTP, against a stand-in for Productive in a process of its own
 * that keeps Productive's limit.
 * @param entries how many are booked at the pace the limit allows: a hundred in ten seconds.
 */
export async function measureBooking(rounds: number, entries: number): Promise<Measure[]> {
  return [...(await measurePlan(rounds)), ...(await measurePace(entries))];
}

/** A plan of a thousand entries, before and after they are booked; the stand-in's answers are part of it. */
async function measurePlan(rounds: number): Promise<Measure[]> {
  return withHost(PLANNED, async ({ world }, service) => {
    const fresh = await timePlans(world, rounds, 'create');
    const { rows } = await planBooking(world, {});
    // As if they had been booked: with our marks, so that one run takes them all for what they are.
    const entries = rows.map(({ entryId, date, minutes, mine }) => ({
      date,
      minutes,
      note: markNote(mine?.note ?? '', referenceOf(entryId as Id), 10_000),
      unit: UNIT,
    }));
    await service.ask({ ask: 'add', entries });
    await syncBooking(world, {});
    const booked = await timePlans(world, rounds, 'skip');
    return [
      asLimit(`${PLANNED} entries planned`, fresh, 200, ms),
      asLimit('… when all of them are booked', booked, 200, ms),
    ];
  });
}

async function timePlans(world: World, rounds: number, expected: keyof Plan['totals']): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const { totals } = await planBooking(world, {});
    times.push(performance.now() - began);
    if (totals[expected] !== PLANNED) throw new Error(`planned ${JSON.stringify(totals)}`);
  }
  return median(times);
}

/** Booking as fast as the limit allows: how close it comes, what it is told, what it keeps in memory. */
async function measurePace(entries: number): Promise<Measure[]> {
  return withHost(entries, async ({ world }, service) => {
    const memory: number[] = [];
    const watching = setInterval(() => memory.push(settledMemory()), 1000);
    const began = performance.now();
    const result = (await syncBooking(world, {})) as SyncResult;
    const took = performance.now() - began;
    clearInterval(watching);
    const { requests, tooMany, entries: there } = await service.ask({ ask: 'entries' });
    if (result.created !== entries || there.length !== entries) {
      throw new Error(`booked ${result.created} of ${entries} entries, ${there.length} are there`);
    }
    // Nobody can be faster: whole windows must pass before the last request may be made.
    const fastest = (Math.ceil(requests / LIMIT.requests) - 1) * LIMIT.perMs;
    const quarter = Math.max(1, Math.floor(memory.length / 4));
    const [early, late] = [median(memory.slice(0, quarter)), median(memory.slice(-quarter))];
    return [
      {
        name: `${entries} entries booked at the pace of the limit`,
        value: `${Math.round((fastest / took) * 100)} % of it`,
        against: `${(took / 1000).toFixed(1)} s for ${requests} requests; ${(fastest / 1000).toFixed(0)} s at best`,
        budget: '≥ 90 %',
        share: 0.9 / (fastest / took),
      },
      {
        name: '… answers 429',
        value: String(tooMany),
        against: null,
        budget: '0',
        share: tooMany > 0 ? 2 : 0,
      },
      {
        name: '… memory at the end, against the beginning',
        value: mb(late),
        against: `${mb(early)} (${(late / early).toFixed(2)} ×)`,
        budget: '1.1 ×',
        share: late / early / 1.1,
      },
    ];
  });
}

const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

function settledMemory(): number {
  collectGarbage();
  return process.memoryUsage().rss;
}

/** An open data folder with so many entries in submitted days of the last weeks, connected to a stand-in. */
async function withHost(
  entries: number,
  work: (host: Host, service: FakeProcess) => Promise<Measure[]>,
): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-booking-'));
  const service = await startFakeProcess('productive');
  const host = await openHost({ home, kind: 'command', sensor: null });
  try {
    await connect(host.world, service);
    await workWeeks(host.world, entries);
    return await work(host, service);
  } finally {
    await host.close();
    await service.end();
    rmSync(home, { recursive: true, force: true });
  }
}

async function connect(world: World, service: FakeProcess): Promise<void> {
  const set = (key: string, value: string): Promise<void> => world.settings.set(key as SettingKey, value);
  await set('identity.user', USER);
  await set('booking.provider', 'productive');
  await set('providers.productive.baseUrl', service.url);
  for (const [name, id] of Object.entries(service.ids)) await set(`providers.productive.${name}`, id);
  await world.secrets.set(tokenName('productive'), service.token);
  await service.ask({
    ask: 'unit',
    unit: { unit: UNIT, name: 'Development', project: 'Portal', customer: 'Acme' },
  });
  await commit(world, [
    {
      noun: 'mapping',
      before: null,
      after: {
        id: world.ids.next(world.clock.now()),
        user: USER,
        provider: 'productive',
        scope: 'prefix',
        name: 'TB',
        unit: UNIT,
        task: null,
        label: 'Development · Portal · Acme',
        billable: null,
        revision: 1,
      },
    },
  ]);
}

/** Spread over the twenty working days of the four weeks before this one. */
async function workWeeks(world: World, entries: number): Promise<void> {
  const now = world.clock.now();
  const zone = world.clock.zone();
  const today = dayOf(now, zone);
  const monday = addDays(today, 1 - weekdayOf(today) - 28);
  const days = Array.from({ length: 28 }, (_, at) => addDays(monday, at)).filter(
    (day) => weekdayOf(day) <= 5,
  );
  const changes: RowChange[] = days.map((date) => ({
    noun: 'day',
    before: null,
    after: { user: USER, date, status: 'submitted', reviewedAt: now, submittedAt: now, revision: 1 },
  }));
  for (let at = 0; at < entries; at += 1) {
    changes.push({ noun: 'entry', before: null, after: entryOf(world, days[at % days.length]!, at) });
  }
  await commit(world, changes);
}

function entryOf(
  world: World,
  date: LocalDay,
  at: number,
): NonNullable<(RowChange & { noun: 'entry' })['after']> {
  const now = world.clock.now();
  return {
    id: world.ids.next(now),
    user: USER,
    date,
    ticket: `TB-${100 + (at % 37)}` as TicketId,
    project: 'TB',
    minutes: minutes(5 + (at % 11)),
    rawMinutes: minutes(5 + (at % 11)),
    source: 'manual',
    description: `piece of work ${at}`,
    commits: [],
    startedAt: null,
    endedAt: null,
    zone: world.clock.zone(),
    evidence: [],
    spans: [],
    state: 'accepted',
    key: null,
    correction: null,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
}

async function commit(world: World, changes: readonly RowChange[]): Promise<void> {
  await world.stores.ledger.commit({ actor: USER, operation: 'entry.add', why: '', changes });
}
