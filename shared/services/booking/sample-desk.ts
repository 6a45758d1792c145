import type { Plan, PlanRow, SyncResult } from '../../contract/booking-shapes.ts';
import type { Entry } from '../../entries/entry.ts';
import type { Mapping } from '../../entries/mapping.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import type { World } from '../../ports/world.ts';
import type { Unit } from '../../providers/provider.ts';
import type { DayStatus } from '../../review/day.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { findTicketId, prefixOf } from '../../values/ticket-id.ts';
import type { SyncAsk } from './book.ts';
import { planBooking, syncBooking } from './book.ts';
import type { openProvider } from '../connections/open-provider.ts';
import { accountOf } from '../connections/open-provider.ts';
import { personOf } from '../person.ts';
import { ScriptedService } from './scripted-service.ts';

/** What stories about booking begin with. For tests only. */

/** A person at their desk, with a week of work and a service to book it in. */
export class Desk {
  readonly world: MemoryWorld;
  readonly service: ScriptedService;
  /** The world as the next command sees it; a story may put a fault in between. */
  through: World;

  constructor(service = new ScriptedService(), settings: Parameters<typeof memoryWorld>[2] = {}) {
    this.service = service;
    this.world = memoryWorld('2026-02-13T18:00:00+01:00', 'Europe/Berlin', {
      'booking.provider': 'productive',
      'identity.user': 'max',
      ...settings,
    });
    this.through = this.world;
  }

  readonly opener: typeof openProvider = async (_world, person) => ({
    provider: this.service.provider,
    api: {
      ids: { organizationId: '', workspaceId: '', accountId: '', personId: '' },
      options: {},
      call: async () => ({ status: 200, headers: {}, body: '', json: undefined }),
    },
    of: accountOf(person, this.service.provider),
    account: null,
  });

  get of() {
    return accountOf(personOf(this.world), this.service.provider);
  }

  /** Work on a day that was handed in. Returns the entry's id. */
  async work(date: string, text: string, length: number, given: Partial<Entry> = {}): Promise<Id> {
    const now = this.world.clock.now();
    const ticket = findTicketId(text, []);
    const entry: Entry = {
      id: this.world.ids.next(now),
      user: 'max',
      date: date as LocalDay,
      ticket,
      project: ticket === null ? null : prefixOf(ticket),
      minutes: minutes(length),
      rawMinutes: minutes(length),
      source: 'manual',
      description: ticket === null ? text : text.replace(ticket, '').trim(),
      commits: [],
      startedAt: null,
      endedAt: null,
      zone: 'Europe/Berlin',
      evidence: [],
      spans: [],
      state: 'edited',
      key: null,
      correction: null,
      createdAt: now,
      updatedAt: now,
      revision: 1,
      ...given,
    };
    await this.#commit([{ noun: 'entry', before: null, after: entry }]);
    if ((await this.world.stores.days.between('max', entry.date, entry.date)).length === 0)
      await this.day(date, 'submitted');
    return entry.id;
  }

  async change(id: Id, change: Partial<Entry>): Promise<void> {
    const before = (await this.world.stores.entries.get(id))!;
    await this.#commit([
      { noun: 'entry', before, after: { ...before, ...change, revision: before.revision + 1 } },
    ]);
  }

  /** Takes away from, or adds to, what was submitted. */
  async correct(of: Id, amount: number): Promise<Id> {
    const entry = (await this.world.stores.entries.get(of))!;
    return this.work(entry.date, `${entry.ticket ?? ''} correction`, amount, {
      correction: { reason: 'miscounted', of },
    });
  }

  async day(date: string, status: DayStatus): Promise<void> {
    const [before] = await this.world.stores.days.between('max', date as LocalDay, date as LocalDay);
    const now: Instant = this.world.clock.now();
    await this.#commit([
      {
        noun: 'day',
        before: before ?? null,
        after: {
          user: 'max',
          date: date as LocalDay,
          status,
          reviewedAt: status === 'draft' ? null : now,
          submittedAt: status === 'submitted' ? now : null,
          revision: (before?.revision ?? 0) + 1,
        },
      },
    ]);
  }

  async map(prefix: string, unit = '11', task: string | null = null): Promise<void> {
    const known = (await this.world.stores.mappings.list('max', 'productive')).find(
      ({ name }) => name === prefix,
    );
    const after: Mapping = {
      id: known?.id ?? this.world.ids.next(this.world.clock.now()),
      user: 'max',
      provider: 'productive',
      scope: 'prefix',
      name: prefix,
      unit,
      task,
      label: `Development ${unit}`,
      billable: null,
      revision: (known?.revision ?? 0) + 1,
    };
    await this.#commit([{ noun: 'mapping', before: known ?? null, after }]);
  }

  async unmap(prefix: string): Promise<void> {
    const before = (await this.world.stores.mappings.list('max', 'productive')).find(
      ({ name }) => name === prefix,
    )!;
    await this.#commit([{ noun: 'mapping', before, after: null }]);
  }

  async units(units: readonly Partial<Unit>[]): Promise<void> {
    const whole = units.map((unit) => ({
      unit: '11',
      task: null,
      names: ['Development'],
      billable: null,
      closed: null,
      left: null,
      capped: false,
      ...unit,
    }));
    await this.world.stores.providerCache.put(this.of, 'units', whole, this.world.clock.now());
  }

  readonly plan = (ask: SyncAsk = {}): Promise<Plan> => planBooking(this.through, ask, this.opener);
  readonly sync = async (ask: SyncAsk = {}): Promise<SyncResult> =>
    (await syncBooking(this.through, ask, this.opener)) as SyncResult;

  /** The plan as `create TB-042 90`, in order. */
  async planned(ask: SyncAsk = {}): Promise<string[]> {
    return (await this.plan(ask)).rows.map((row) => `${row.action} ${row.ticket ?? '-'} ${row.minutes}`);
  }

  async row(entry: Id): Promise<PlanRow> {
    return (await this.plan()).rows.find((row) => row.entryId === entry)!;
  }

  async outbox() {
    const { outbox } = this.world.stores;
    return outbox.between(this.of, '2000-01-01' as LocalDay, '2099-12-31' as LocalDay);
  }

  /** `create sent`, … of every row. */
  async states(): Promise<string[]> {
    return (await this.outbox()).map((row) => `${row.action} ${row.state}`);
  }

  async #commit(changes: Parameters<World['stores']['ledger']['commit']>[0]['changes']): Promise<void> {
    await this.world.stores.ledger.commit({ actor: 'max', operation: 'test', why: 'a story', changes });
  }
}
