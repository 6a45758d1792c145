import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { personOf } from '#shared/services/person.ts';
import { startSession } from '#shared/services/session.ts';
import { dayInterval, formatClock } from '#shared/values/local-day.ts';
import type { Presence } from './presence.ts';
import { signsOfLife } from './signs-of-life.ts';

const MINUTE = 60_000;
let world: MemoryWorld;
let presence: Presence;

beforeEach(() => {
  world = memoryWorld('2026-02-10T09:00:00Z', 'UTC', { 'presence.idleMinutes': 5 });
  presence = signsOfLife(world, true);
});

async function spans(): Promise<string[]> {
  const { user, today, zone } = personOf(world);
  const known = await world.stores.evidence.presence(user, dayInterval(today, zone));
  return known.map(
    (span) =>
      `${formatClock(span.start, zone)}–${formatClock(span.end, zone)} ${span.state} by ${span.backend}${span.open ? ', open' : ''}`,
  );
}

describe('presence by signs of life', () => {
  it('is not known before the first sign, and says who would tell', () => {
    expect(presence.current()).toEqual({ state: 'unknown', backend: 'cli' });
  });

  it('is active until the idle threshold after a sign, then not known: never idle', async () => {
    await presence.signOfLife();
    world.clock.advance(4 * MINUTE);
    expect(presence.current().state).toBe('active');
    world.clock.advance(MINUTE);
    expect(presence.current().state).toBe('unknown');
  });

  it('joins signs that are close, and claims nothing of the time between those that are not', async () => {
    await presence.signOfLife();
    world.clock.advance(3 * MINUTE);
    await presence.signOfLife();
    world.clock.advance(4 * MINUTE);
    await presence.signOfLife();
    world.clock.advance(60 * MINUTE);
    await presence.signOfLife();
    expect(await spans()).toEqual(['09:00–09:07 unknown by cli', '10:07–10:07 unknown by cli']);
  });

  it('goes on with the span of the command before, which was another process', async () => {
    await presence.signOfLife();
    world.clock.advance(2 * MINUTE);
    await signsOfLife(world, false).signOfLife();
    expect(await spans()).toEqual(['09:00–09:02 unknown by cli']);
  });

  it('keeps a running session alive, by signs and by the heartbeat', async () => {
    await startSession(world, { what: 'TB-042' });
    const aliveAt = async (): Promise<number | null> =>
      (await world.stores.sessions.open('max'))[0]?.aliveAt ?? null;
    world.clock.advance(MINUTE);
    await presence.signOfLife();
    expect(await aliveAt()).toBe(world.clock.now());
    world.clock.advance(MINUTE);
    await presence.job.run();
    expect(await aliveAt()).toBe(world.clock.now());
  });

  it('does not pretend a heartbeat where only a command ran', async () => {
    await startSession(world, { what: 'TB-042' });
    const started = world.clock.now();
    world.clock.advance(MINUTE);
    await signsOfLife(world, false).signOfLife();
    expect((await world.stores.sessions.open('max'))[0]?.aliveAt).toBe(started);
  });

  it('tells windows when somebody is there again, not at each sign', async () => {
    let told = 0;
    world.events.subscribe((event) => (told += event.kind === 'presence' ? 1 : 0));
    await presence.signOfLife();
    await presence.signOfLife();
    expect(told).toBe(1);
  });
});
