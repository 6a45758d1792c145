import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { logWords } from './add-entry.ts';
import { confirmNow } from './close-day.ts';
import {
  cancelSession,
  continueSession,
  listSessions,
  pauseSession,
  resumeSession,
  showSession,
  startSession,
  stopSession,
} from './session.ts';
import { showStatus } from './session-status.ts';
import { showDay } from './show-day.ts';

let world: MemoryWorld;
const pass = (minutes: number) => world.clock.advance(minutes * 60_000);
const today = async () =>
  (await showDay(world, { date: 'today' })).entries.map(
    (e) => `${e.ticket ?? '-'} ${e.minutes} ${e.source} ${e.description}`,
  );

beforeEach(() => {
  world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
});

describe('a session', () => {
  it('becomes an entry when it stops, without its pauses', async () => {
    await startSession(world, { what: 'TB-042 fix socket config' });
    pass(30);
    await pauseSession(world);
    pass(60);
    await resumeSession(world);
    pass(15);
    expect(await today()).toEqual([]);
    expect((await showStatus(world)).today).toBe(45);
    expect((await stopSession(world)).minutes).toBe(45);
    expect(await today()).toEqual(['TB-042 45 timer fix socket config']);
    expect((await showStatus(world)).running).toBeNull();
  });

  it('ends where its pause began when it is stopped while paused', async () => {
    await startSession(world, { what: 'TB-042' });
    pass(20);
    await pauseSession(world);
    pass(600);
    expect(await stopSession(world)).toMatchObject({ minutes: 20, status: 'completed' });
  });

  it('is stopped by the next one, and nothing is lost or doubled', async () => {
    await startSession(world, { what: 'TB-042 first' });
    pass(10);
    await startSession(world, { what: 'reading the spec' });
    pass(10);
    await stopSession(world);
    expect(await today()).toEqual(['TB-042 10 timer first', '- 10 timer reading the spec']);
  });

  it('continues with the ticket and title of the last one', async () => {
    await startSession(world, { what: 'TB-042 first' });
    pass(10);
    await stopSession(world);
    expect(await continueSession(world)).toMatchObject({
      ticket: 'TB-042',
      title: 'first',
      status: 'active',
    });
    await expect(continueSession(world)).rejects.toMatchObject({ code: 'refused' });
  });

  it('takes its last title when only the ticket is named', async () => {
    await logWords(world, { text: '1h on TB-042 for socket config' });
    expect(await startSession(world, { what: 'tb-042' })).toMatchObject({
      ticket: 'TB-042',
      title: 'socket config',
    });
  });

  it('may be on a project', async () => {
    await logWords(world, { text: '1h on TB-042 for socket config' });
    await startSession(world, { what: 'TB' });
    pass(30);
    await stopSession(world);
    const day = await showDay(world, { date: 'today' });
    expect(day.entries.find((entry) => entry.source === 'timer')).toMatchObject({
      ticket: null,
      project: 'TB',
    });
  });

  it('never counts when it is cancelled', async () => {
    await startSession(world, { what: 'TB-042' });
    pass(30);
    await cancelSession(world);
    expect(await today()).toEqual([]);
    expect((await listSessions(world, {})).map((s) => s.status)).toEqual(['cancelled']);
  });

  it('is listed a page at a time, newest first', async () => {
    for (const what of ['TB-1', 'TB-2', 'TB-3']) {
      await startSession(world, { what });
      pass(30);
    }
    const tickets = async (input: Parameters<typeof listSessions>[1]) => {
      const page = await listSessions(world, input);
      return [page.map(({ ticket }) => ticket), page.at(-1)?.id.slice(-8)] as const;
    };
    const [first, before] = await tickets({ limit: 2 });
    expect(first).toEqual(['TB-3', 'TB-2']);
    const [second, last] = await tickets({ limit: 2, before });
    expect(second).toEqual(['TB-1']);
    expect(await tickets({ before: last })).toEqual([[], undefined]);
    await expect(listSessions(world, { before: 'ffffffff' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('over midnight belongs to both days', async () => {
    pass(14 * 60 + 30); // 23:30
    await startSession(world, { what: 'TB-042 deploy' });
    pass(60);
    await stopSession(world);
    const minutesOf = async (date: string) => (await showDay(world, { date })).totals.minutes;
    expect([await minutesOf('2026-02-10'), await minutesOf('2026-02-11')]).toEqual([30, 30]);
  });

  it('reopens a reviewed day when it ends on it', async () => {
    await logWords(world, { text: '1h on TB-042 for socket config' });
    await confirmNow(world, { date: 'today' });
    await startSession(world, { what: 'TB-042' });
    pass(30);
    await stopSession(world);
    const day = await showDay(world, { date: 'today' });
    expect(day).toMatchObject({ status: 'draft', totals: { minutes: 90 } });
  });

  it.each([
    ['stop', stopSession],
    ['pause', pauseSession],
    ['resume', resumeSession],
    ['cancel', cancelSession],
  ])('refuses to %s what does not run', async (_, operation) => {
    await expect(operation(world)).rejects.toMatchObject({ code: 'refused' });
  });

  it('is found by the end of its id', async () => {
    const { id } = await startSession(world, { what: 'TB-042' });
    expect((await showSession(world, { id: id.slice(-8) })).id).toBe(id);
    await expect(showSession(world, { id: 'ffffffffffff' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
