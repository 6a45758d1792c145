import { describe, expect, it } from 'vitest';
import type { RemoteTimer } from '#shared/entries/booking.ts';
import { aMapping } from '#shared/ports/sample-booking.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { PROVIDERS } from '#shared/providers/catalogue.ts';
import { reconcileTimers, timerTrouble } from '#shared/services/booking/live-timers.ts';
import { accountOf } from '#shared/services/connections/open-provider.ts';
import { personOf } from '#shared/services/person.ts';
import {
  cancelSession,
  pauseSession,
  resumeSession,
  startSession,
  stopSession,
} from '#shared/services/session.ts';
import type { SettingKey, Settings } from '#shared/settings/catalogue.ts';
import type { Id } from '#shared/values/ids.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import type { FakeEntry, FakeProvider } from '../world/providers/fake-provider.ts';
import type { Fault } from '../world/providers/faults.ts';
import { FAULTS, Fates } from '../world/providers/faults.ts';
import { faultyHttp } from '../world/providers/faulty-http.ts';
import { makeFake } from '../world/providers/make-fake.ts';

const MINUTE = 60_000;

interface Desk {
  readonly world: MemoryWorld;
  readonly fake: FakeProvider;
  readonly fates: Fates;
  readonly follow: () => ReturnType<typeof reconcileTimers>;
  readonly timerOf: (session: string) => Promise<RemoteTimer | null>;
  readonly running: () => readonly FakeEntry[];
}

/** A person who books with a provider, and has mapped the prefix TB. */
async function desk(id: ProviderId, settings: Partial<Settings> = {}): Promise<Desk> {
  const clockOf = (): number => world.clock.now();
  const provider = PROVIDERS[id];
  const fake = makeFake(id, { now: () => clockOf() });
  fake.addUnit({
    unit: '11',
    name: 'Development',
    project: 'Portal',
    customer: 'Acme',
    tasks: [{ id: '22', name: 'Programming' }],
  });
  const ids = Object.fromEntries(
    Object.entries(fake.ids).map(([name, value]) => [`providers.${id}.${name}` as SettingKey, value]),
  );
  const memory = memoryWorld('2026-02-10T08:00:00Z', 'Europe/Berlin', {
    'booking.provider': id,
    'booking.timers': true,
    ...ids,
    ...settings,
  });
  const fates = new Fates();
  const http = faultyHttp({ fake, baseUrl: provider.baseUrl, clock: memory.clock, fates });
  const world: MemoryWorld = { ...memory, http: { ...memory.http, send: http.send } };
  world.secrets.environment.set(`${id}.token`, fake.token);
  const { user } = personOf(world);
  await world.stores.ledger.commit({
    actor: user,
    operation: 'provider.map',
    why: 'a test',
    changes: [
      {
        noun: 'mapping',
        before: null,
        after: aMapping(1, {
          user,
          provider: id,
          scope: 'prefix',
          name: 'TB',
          unit: '11',
          task: provider.can.needsTask ? '22' : null,
        }),
      },
    ],
  });
  return {
    world,
    fake,
    fates,
    follow: () => reconcileTimers(world),
    timerOf: (session) => world.stores.timers.ofSession(accountOf(personOf(world), provider), session as Id),
    running: () => fake.entries().filter(({ running }) => running),
  };
}

const TIMED = PROVIDER_IDS.filter((id) => PROVIDERS[id].can.timers);

describe.each(TIMED)('%s: the timer there', (id) => {
  it('starts and stops with the session; its entry is kept for the booking', async () => {
    const { world, follow, fake, timerOf, running } = await desk(id);
    const session = await startSession(world, { what: 'TB-042 fix socket' });
    expect(await follow()).toEqual({ left: false, retryAt: null });
    expect(running()).toHaveLength(1);
    expect(running()[0]).toMatchObject({ unit: '11', date: '2026-02-10' });
    expect(await timerOf(session.id)).toMatchObject({ state: 'running', lastError: null });

    world.clock.advance(90 * MINUTE);
    await stopSession(world);
    await follow();
    expect([running().length, fake.entries().length]).toEqual([0, 1]);
    expect(await timerOf(session.id)).toMatchObject({ state: 'stopped', remoteId: fake.entries()[0]!.id });
    const asked = fake.counts.requests;
    await follow();
    expect(fake.counts.requests).toBe(asked);
  });

  it('moves on with the next session', async () => {
    const { world, follow, fake, timerOf, running } = await desk(id);
    const first = await startSession(world, { what: 'TB-042' });
    await follow();
    world.clock.advance(30 * MINUTE);
    const second = await startSession(world, { what: 'TB-043' });
    await follow();
    expect([running().length, fake.entries().length]).toEqual([1, 2]);
    expect((await timerOf(first.id))?.state).toBe('stopped');
    expect((await timerOf(second.id))?.remoteId).toBe(running()[0]!.id);
  });

  it('stands still while the session is paused, and is one entry whatever comes after', async () => {
    const { world, follow, fake, running } = await desk(id);
    await startSession(world, { what: 'TB-042' });
    await follow();
    for (let pauses = 0; pauses < 3; pauses += 1) {
      world.clock.advance(30 * MINUTE);
      await pauseSession(world);
      await follow();
      expect(running()).toEqual([]);
      world.clock.advance(30 * MINUTE);
      await resumeSession(world);
      await follow();
      expect(running()).toHaveLength(PROVIDERS[id].timers!.restart === undefined ? 0 : 1);
      expect(fake.entries()).toHaveLength(1);
    }
    await cancelSession(world);
    await follow();
    expect([running().length, fake.entries().length]).toEqual([0, 1]);
  });

  it('is not started for what has no unit, nor when nobody asked for it', async () => {
    const { world, follow, fake } = await desk(id);
    await startSession(world, { what: 'NEW-1' });
    expect(await follow()).toEqual({ left: false, retryAt: null });
    await startSession(world, { what: 'TB-042' });
    await world.settings.set('booking.timers', false);
    await follow();
    expect(fake.counts.requests).toBe(0);
  });

  it.each(FAULTS)('is one entry and stands still in the end when a request met: %s', async (fault: Fault) => {
    // Which request of the story meets it; two in a row meet it too.
    for (let at = 0; at < 8; at += 1) {
      for (const times of [1, 2]) {
        const { world, follow, fake, fates, running, timerOf } = await desk(id);
        fates.become([...Array<null>(at).fill(null), ...Array<Fault>(times).fill(fault)]);
        const insist = async (): Promise<void> => {
          for (let tries = 0; tries < 12 && (await follow()).left; tries += 1)
            world.clock.advance(20 * MINUTE);
        };
        const session = await startSession(world, { what: 'TB-042' });
        await follow();
        world.clock.advance(MINUTE);
        await insist();
        await stopSession(world);
        await insist();
        const told = `${fault} × ${times} at request ${at + 1}: ${JSON.stringify(await timerOf(session.id))}`;
        expect(running().length, told).toBe(0);
        const most = fault.startsWith('twice') || fault === 'late' ? 2 : 1;
        expect(fake.entries().length, told).toBeLessThanOrEqual(most);
        const timer = await timerOf(session.id);
        if (timer?.state === 'stopped' && timer.remoteId !== null)
          expect(
            fake.entries().map((entry) => entry.id),
            told,
          ).toContain(timer.remoteId);
        if (fake.entries().length === 1 && timer?.state === 'stopped')
          expect(timer.remoteId, told).toBe(fake.entries()[0]!.id);
      }
    }
  });
});

describe('trouble', () => {
  it('never touches the session, and is told in words', async () => {
    const { world, follow, fates, timerOf } = await desk('toggl');
    fates.become(Array<Fault>(4).fill('refused'));
    const session = await startSession(world, { what: 'TB-042' });
    expect(await follow()).toEqual({ left: true, retryAt: null });
    expect((await world.stores.sessions.open('max')).map(({ id }) => id)).toEqual([session.id]);
    expect(await timerOf(session.id)).toMatchObject({ state: 'starting' });
    const of = accountOf(personOf(world), PROVIDERS.toggl);
    expect(await timerTrouble(world, of)).toContain('did not answer');
    expect(world.events.published.some(({ kind }) => kind === 'providers')).toBe(true);
    fates.become([]);
    expect((await follow()).left).toBe(false);
    expect(await timerTrouble(world, of)).toBeNull();
  });

  it('without a token there is nothing to do but to wait for one', async () => {
    const { world, follow } = await desk('harvest');
    world.secrets.environment.clear();
    await startSession(world, { what: 'TB-042' });
    expect(await follow()).toEqual({ left: true, retryAt: null });
  });

  it('a closed unit is said once and not tried for ever', async () => {
    const { world, follow, fake, timerOf } = await desk('productive');
    fake.closeUnit('11');
    const session = await startSession(world, { what: 'TB-042' });
    expect((await follow()).left).toBe(false);
    expect((await timerOf(session.id))?.state).toBe('failed');
    const asked = fake.counts.requests;
    await follow();
    expect(fake.counts.requests).toBe(asked);
    expect(await timerTrouble(world, accountOf(personOf(world), PROVIDERS.productive))).toContain(
      'could not be started',
    );
  });
});
