import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { PresenceSensor } from '#shared/ports/world.ts';
import { startSession } from '#shared/services/session.ts';
import { instant, plusMs } from '#shared/values/instant.ts';
import type { Presence } from './presence.ts';
import { sensedPresence } from './presence-job.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A person at a desk, as a desktop would tell of them. */
class Desk implements PresenceSensor {
  readonly backend = 'desk';
  idleMs: number | null = 0;
  locked = false;
  listeners = new Set<Parameters<PresenceSensor['onPower']>[0]>();
  sample(): { idleMs: number | null; locked: boolean } {
    return { idleMs: this.idleMs, locked: this.locked };
  }
  onPower(listener: Parameters<PresenceSensor['onPower']>[0]): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  tell(event: Parameters<Parameters<PresenceSensor['onPower']>[0]>[0]): void {
    for (const listener of this.listeners) listener(event);
  }
}

let world: MemoryWorld;
let desk: Desk;
let presence: Presence;

beforeEach(() => {
  world = memoryWorld('2026-02-10T09:00:00Z', 'UTC', {
    'presence.heartbeatSeconds': 30,
    'presence.idleMinutes': 5,
  });
  desk = new Desk();
  presence = sensedPresence(world, desk);
});

/** Time passes with a heartbeat every 30 s; the person touches something all the while, or not. */
async function pass(ms: number, person: 'works' | 'is away'): Promise<void> {
  for (let passed = 0; passed < ms; passed += 30 * SECOND) {
    world.clock.advance(30 * SECOND);
    if (person === 'works') desk.idleMs = 0;
    else desk.idleMs = (desk.idleMs ?? 0) + 30 * SECOND;
    await presence.job.run();
  }
}

/** `09:00:00–09:10:00 active`, in order; `…` while open. */
async function spans(): Promise<string[]> {
  const from = instant(Date.parse('2026-02-09T00:00:00Z'));
  const known = await world.stores.evidence.presence('max', {
    start: from,
    end: plusMs(from, 4 * 86_400_000),
  });
  const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);
  return known.map((span) => `${clock(span.start)}–${clock(span.end)}${span.open ? '…' : ''} ${span.state}`);
}

describe('heartbeats', () => {
  it('extend one span in place', async () => {
    await presence.start();
    await pass(10 * MINUTE, 'works');
    expect(await spans()).toEqual(['09:00:00–09:10:00… active']);
    expect(presence.current()).toEqual({ state: 'active', backend: 'desk' });
  });

  it('never count idle time: it begins at the last input', async () => {
    await presence.start();
    await pass(10 * MINUTE, 'works');
    await pass(8 * MINUTE, 'is away');
    expect(await spans()).toEqual(['09:00:00–09:10:00 active', '09:10:00–09:18:00… idle']);
    await pass(MINUTE, 'works');
    expect((await spans()).at(-1)).toMatch(/^09:18:\d\d–09:19:00… active$/);
  });

  it('say unknown where idle cannot be known', async () => {
    desk.idleMs = null;
    await presence.start();
    expect(presence.current().state).toBe('unknown');
    expect(await spans()).toEqual(['09:00:00–09:00:00… unknown']);
  });

  it('make no time of a clock that was set forward', async () => {
    await presence.start();
    await pass(10 * MINUTE, 'works');
    world.clock.jumpTo(instant(Date.parse('2026-02-10T12:00:00Z')));
    await presence.job.run();
    expect(await spans()).toEqual(['09:00:00–09:10:00 active', '12:00:00–12:00:00… active']);
  });

  it('keep an open session alive', async () => {
    await presence.start();
    await startSession(world, { what: 'TB-042' });
    await pass(5 * MINUTE, 'works');
    expect((await world.stores.sessions.open('max'))[0]?.aliveAt).toBe(world.clock.now());
  });

  it('tell windows of a change of state and of midnight, and of nothing else', async () => {
    const told: string[] = [];
    world.events.subscribe((event) => told.push(event.kind === 'day' ? `day ${event.date}` : event.kind));
    await presence.start();
    await pass(5 * MINUTE, 'works');
    expect(told).toEqual(['presence']);
    world.clock.advance(15 * 3600 * SECOND);
    await presence.job.run();
    expect(told).toContain('day 2026-02-11');
  });
});

describe('power', () => {
  const settle = (): Promise<void> => presence.stop();

  it('suspend ends the span at the last heartbeat; both events may come twice', async () => {
    await presence.start();
    await pass(10 * MINUTE, 'works');
    world.clock.advance(10 * SECOND);
    desk.tell('suspend');
    desk.tell('suspend');
    world.clock.advance(60 * MINUTE);
    desk.tell('resume');
    desk.tell('resume');
    await settle();
    const seen = await spans();
    expect(seen[0]).toBe('09:00:00–09:10:00 active');
    expect(seen.filter((span) => span.endsWith('active'))).toHaveLength(2);
    expect(seen.at(-1)).toBe('10:10:10–10:10:10 active');
    expect(seen.some((span) => span.includes('…'))).toBe(false);
  });

  it('lock ends the span at the last heartbeat', async () => {
    await presence.start();
    await pass(10 * MINUTE, 'works');
    world.clock.advance(20 * SECOND);
    desk.locked = true;
    desk.tell('lock');
    desk.tell('lock');
    await pass(5 * MINUTE, 'is away');
    expect(presence.current().state).toBe('locked');
    expect((await spans())[0]).toBe('09:00:00–09:10:00 active');
  });

  it('a beat long after falling asleep means awake, though nobody said so', async () => {
    await presence.start();
    desk.tell('suspend');
    world.clock.advance(60 * MINUTE);
    await presence.job.run();
    expect(presence.current().state).toBe('active');
  });

  it('shutdown writes down the last minute and closes', async () => {
    await presence.start();
    await pass(10 * MINUTE, 'works');
    world.clock.advance(20 * SECOND);
    desk.tell('shutdown');
    desk.tell('shutdown');
    await settle();
    expect(await spans()).toEqual(['09:00:00–09:10:20 active']);
  });

  it('hears nothing more after it stopped', async () => {
    await presence.start();
    await presence.stop();
    expect(desk.listeners.size).toBe(0);
  });
});

it('goes on with the span of a program that was gone for a moment only', async () => {
  await presence.start();
  await pass(5 * MINUTE, 'works');
  const again = sensedPresence(world, desk);
  world.clock.advance(20 * SECOND);
  await again.start();
  expect(await spans()).toEqual(['09:00:00–09:05:20… active']);
});
