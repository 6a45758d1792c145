import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { logWords } from '#shared/services/add-entry.ts';
import { confirmNow } from '#shared/services/close-day.ts';
import { openQuestions } from '#shared/services/review-questions.ts';
import { glanceAtPrompts } from '#shared/services/prompts/list-prompts.ts';
import { pauseSession, startSession } from '#shared/services/session.ts';
import { firstTrayView, readTrayView } from './read-tray-view.ts';
import type { TrayUpdates } from './tray-updates.ts';
import { followForTray } from './tray-updates.ts';
import type { TrayView } from './tray-view.ts';

const MINUTE = 60_000;

let world: MemoryWorld;
let shown: TrayView[];
let updates: TrayUpdates;

/** The tray of somebody in Berlin, on a Tuesday morning. Timers are the test's; the world's clock goes with them. */
async function follow(): Promise<void> {
  updates = followForTray(world, await readTrayView(world), (view) => shown.push(view), glanceAtPrompts);
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
  world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  shown = [];
});
afterEach(() => {
  updates.stop();
  vi.useRealTimers();
});

describe('what the tray shows', () => {
  it('needs no calendar at first, and adds the day up with the first reading', async () => {
    await logWords(world, { text: '30m on TB-042 for planning' });
    const zone = vi.spyOn(world.clock, 'zone');
    const first = await firstTrayView(world);
    expect(zone).not.toHaveBeenCalled();
    expect(first).toMatchObject({ session: null, today: null, tickets: [{ ticket: 'TB-042' }] });
    updates = followForTray(world, first, (view) => shown.push(view), glanceAtPrompts);
    updates.refresh();
    await pass(0);
    expect(shown.at(-1)?.today).toBe(30);
  });

  it('follows a session and counts its minutes', async () => {
    await follow();
    await startSession(world, { what: 'TB-042 socket config' });
    await pass(0);
    expect(shown.at(-1)?.session).toMatchObject({ ticket: 'TB-042', state: 'running', minutes: 0 });
    await pass(2 * MINUTE);
    expect(shown.at(-1)?.session?.minutes).toBe(2);
    expect(shown.at(-1)?.tickets).toEqual([{ ticket: 'TB-042', title: 'socket config' }]);
  });

  it('rests while nothing moves', async () => {
    await follow();
    await startSession(world, { what: 'TB-042' });
    await pauseSession(world);
    await pass(0);
    const before = shown.length;
    await pass(30 * MINUTE);
    expect(shown).toHaveLength(before);
    expect(shown.at(-1)?.session?.state).toBe('paused');
  });

  it('begins the day anew at midnight', async () => {
    await logWords(world, { text: '2h on TB-042 for planning' });
    await follow();
    world.clock.advance(15 * 60 * MINUTE - MINUTE);
    await pass(2 * MINUTE);
    expect(shown.at(-1)?.today).toBe(0);
    expect(shown.at(-1)?.attention.openDays).toEqual(['2026-02-10']);
  });

  it('shows what waits once there is word of it', async () => {
    await logWords(world, { text: '2h on TB-042 for planning' });
    await follow();
    world.clock.advance(10 * 60 * MINUTE);
    world.events.publish({ kind: 'prompts' });
    await pass(0);
    expect(shown.at(-1)?.attention.prompts.map(({ title }) => title)).toEqual(['Today: 2h of 8h.']);
  });

  it('answers a burst of changes with few readings, the last of them true', async () => {
    await follow();
    for (let n = 0; n < 20; n += 1) world.events.publish({ kind: 'day', date: '2026-02-10' });
    await logWords(world, { text: '30m on TB-1 for a call' });
    await pass(0);
    expect(shown.length).toBeLessThanOrEqual(4);
    expect(shown.at(-1)?.today).toBe(30);
  });

  it('does not wake for heartbeats, and not after its end', async () => {
    await follow();
    world.events.publish({ kind: 'presence' });
    await pass(0);
    updates.stop();
    world.events.publish({ kind: 'session' });
    await pass(5 * MINUTE);
    expect(shown).toEqual([]);
  });
});

describe('what the week asks', () => {
  const asked = () => shown.at(-1)?.attention.questions;

  it('is counted a while after the start, and after each change, as its page does', async () => {
    await logWords(world, { text: '1h reading the new standard' });
    await follow();
    await pass(MINUTE);
    const page = await openQuestions(world, { week: '2026-W07' }, async () => []);
    expect(page.questions.length).toBeGreaterThan(0);
    expect(asked()).toEqual({ count: page.questions.length, seconds: page.seconds });
    await confirmNow(world, { date: '2026-02-10', unallocated: true });
    await pass(5_000);
    expect(asked()).toEqual({ count: 0, seconds: 0 });
  });

  it('is counted once for a burst, without holding up what else is shown', async () => {
    let counted = 0;
    const count = async () => ({ count: (counted += 1), seconds: 60 });
    updates = followForTray(
      world,
      await readTrayView(world),
      (view) => shown.push(view),
      glanceAtPrompts,
      count,
    );
    for (let n = 0; n < 20; n += 1) world.events.publish({ kind: 'day', date: '2026-02-10' });
    await pass(0);
    expect(shown.length).toBeGreaterThan(0);
    expect(counted).toBe(0);
    await pass(5_000);
    expect(counted).toBe(1);
    expect(asked()?.count).toBe(1);
  });
});

describe('what waits for the person', () => {
  it('is each day before today that holds time and was not reviewed', async () => {
    await logWords(world, { text: '1h on TB-1 for a', date: '2026-02-05' });
    await logWords(world, { text: '1h on TB-1 for b', date: '2026-02-09' });
    await logWords(world, { text: '1h on TB-1 for c', date: '2026-01-05' });
    await logWords(world, { text: '1h on TB-1 for d' });
    await confirmNow(world, { date: '2026-02-09' });
    await follow();
    expect((await readTrayView(world)).attention.openDays).toEqual(['2026-02-05']);
  });
});
